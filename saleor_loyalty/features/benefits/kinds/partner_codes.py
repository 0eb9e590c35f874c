"""Codes of a partner, out of a list that staff upload."""

from typing import Literal

from ....values.slug import Slug
from ..periods import Per
from .base import BenefitBase


class PartnerCodes(BenefitBase):
    """A code for who asks for it: once, or once a month, quarter or year."""

    kind: Literal["partner_codes"]
    code_list: Slug
    per: Per | None = None
