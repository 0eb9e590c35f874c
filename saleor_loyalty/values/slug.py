"""Names that programs use."""

import re
from typing import Annotated

from pydantic import Field

from ..errors import Code, LoyaltyError
from .patterns import FORMS, SLUG

# In a configuration.
Slug = Annotated[str, Field(pattern=SLUG)]


def checked_slug(slug: str, *, field: str = "slug") -> str:
    """The slug as given. Raises LoyaltyError(INVALID) for what is none."""
    if not re.fullmatch(SLUG, slug):
        raise LoyaltyError(Code.INVALID, FORMS[SLUG], field=field)
    return slug
