"""Lotteries, flash sales and group buys for the API: ids, and whoever is playing."""

from typing import Any
from uuid import UUID

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..flows.members import find_or_join, member_of_user
from .context import request_of, viewer_of
from .ids import public_of, to_global, uuid_of
from .inputs import language_code as checked_language
from .language import language_of
from .viewer import Permission, require_user

LOTTERY, WIN = "LoyaltyLottery", "LoyaltyLotteryWin"
FLASH_SALE = "LoyaltyFlashSale"
GROUP_OFFER, GROUP, SEAT = "LoyaltyGroupOffer", "LoyaltyGroup", "LoyaltyGroupSeat"


def lottery_slug(global_id: str, *, field: str = "id") -> str:
    return public_of(global_id, LOTTERY, field=field)


def flash_sale_slug(global_id: str, *, field: str = "id") -> str:
    return public_of(global_id, FLASH_SALE, field=field)


def offer_slug(global_id: str, *, field: str = "offerId") -> str:
    return public_of(global_id, GROUP_OFFER, field=field)


def seat_uuid(global_id: str, *, field: str = "seatId") -> UUID:
    return uuid_of(global_id, SEAT, field=field)


def win_id(slug: str, prize: str, number: int) -> str:
    return to_global(WIN, f"{slug}:{prize}:{number}")


def win_key(global_id: str, *, field: str = "id") -> tuple[str, str, int]:
    """Slugs of lottery and prize, and the number of the piece."""
    slug, _, rest = public_of(global_id, WIN, field=field).partition(":")
    prize, _, number = rest.partition(":")
    if not (number.isascii() and number.isdigit() and len(number) <= 7):
        raise LoyaltyError(
            Code.INVALID, N_("This is not the id of a %(kind)s."), field=field, kind=WIN
        )
    return slug, prize, int(number)


def player(info: Any) -> Member:
    """The caller, who joins if need be."""
    return find_or_join(require_user(viewer_of(info)), now=request_of(info).now)


def known_player(info: Any) -> Member:
    """The caller, who must be a member: what they ask about is theirs. Raises NOT_FOUND."""
    member = member_of_user(require_user(viewer_of(info)))
    if member is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such seat."), field="seatId")
    return member


def member_asking(info: Any) -> Member | None:
    user_id = viewer_of(info).user_id
    return member_of_user(user_id) if user_id is not None else None


def language_for(info: Any, given: str | None) -> str:
    return checked_language(given) if given is not None else language_of(info)


def may_see_config(info: Any) -> bool:
    return viewer_of(info).may(Permission.MANAGE_PROGRAMMES)
