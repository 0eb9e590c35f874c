"""What staff narrow the lists by that they keep themselves."""

from typing import Any

import graphene

from ..errors import N_, Code, LoyaltyError
from ..flows.merchant_lists import LONGEST_SEARCH, Standing, named, standing
from .context import request_of, viewer_of
from .inputs import optional_text
from .types.standing import LoyaltyStanding
from .viewer import Permission, require


def search_argument(*, who: str = "With `all`: only those") -> graphene.String:
    return graphene.String(
        description=f"{who} with each of these words in their slug or in their name of any "
        f"language. At most {LONGEST_SEARCH} characters."
    )


def standing_argument() -> graphene.Argument:
    return graphene.Argument(
        LoyaltyStanding, description="With `all`: only those that stand so now."
    )


def kept(info: Any, found: Any, *, all: bool | None, **filters: Any) -> Any:
    """`found`, narrowed to what staff asked for; with `all` it needs MANAGE_PROGRAMMES.

    Raises PermissionDenied, and INVALID for a filter without `all`: nobody is to take what is
    left out for what is not there.
    """
    given = {name: value for name, value in filters.items() if value is not None}
    if not all:
        if given:
            wrong = min(given)
            raise LoyaltyError(Code.INVALID, N_("This goes with `all` alone."), field=wrong)
        return found
    require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
    if (stands := given.pop("standing", None)) is not None:
        found = found.filter(standing(Standing(stands), now=request_of(info).now))
    search = optional_text(given.pop("search", None), field="search", longest=LONGEST_SEARCH)
    return named(found.filter(**given), search)
