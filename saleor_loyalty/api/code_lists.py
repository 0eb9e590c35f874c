"""Finding lists of codes for the API."""

from ..errors import N_, Code, LoyaltyError
from ..features.benefits.models import CodeList
from .ids import public_of
from .types.code_list import TYPE


def known_list(list_id: str, *, field: str = "id") -> CodeList:
    """Raises LoyaltyError INVALID or NOT_FOUND."""
    found = CodeList.objects.filter(slug=public_of(list_id, TYPE, field=field)).first()
    if found is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such list."), field=field)
    return found
