"""Names that programs use."""

import re
from typing import Annotated

from pydantic import Field

from ..errors import Code, LoyaltyError

LONGEST_SLUG = 50

_PATTERN = rf"[-a-zA-Z0-9_]{{1,{LONGEST_SLUG}}}"
_SLUG = re.compile(_PATTERN)

# In a configuration.
Slug = Annotated[str, Field(pattern=f"^{_PATTERN}$")]


def checked_slug(slug: str, *, field: str = "slug") -> str:
    """The slug as given. Raises LoyaltyError(INVALID) for what is none."""
    if not _SLUG.fullmatch(slug):
        raise LoyaltyError(
            Code.INVALID,
            f"A slug has 1 to {LONGEST_SLUG} letters (a to z), digits, - and _.",
            field=field,
        )
    return slug
