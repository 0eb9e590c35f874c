"""What the shop of the API's tests plays: four lotteries, a flash sale, two offers, two groups."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.features.group_buys.models import Group, Seat
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.flash_sales import save_sale
from saleor_loyalty.flows.group_buys import open_group, save_offer
from saleor_loyalty.flows.lotteries import buy_tickets, close_lottery, create_lottery, open_lottery
from saleor_loyalty.flows.lottery_draw import draw_lottery
from tests.flows.lottery import BIKE, CLOSES, SEED
from tests.shop import NOON

WINDOW = {"opensAt": "2026-03-10T12:00:00Z", "closesAt": "2026-03-17T12:00:00Z"}
LOTTERY = {"name": {"en": "Spring", "de": "Frühling"}, "ticket_points": 5, "prizes": [BIKE]}
SALE = {"name": {"en": "Flash"}, "items": [{"variant_id": "v1", "prices": {"USD": 700}}]}
OFFER = {"name": {"en": "Tea"}, "variant_id": "v1", "prices": {"USD": 900}, "size": 3}
SEAT_ID = UUID(int=0x5E)
SEAT = to_global("LoyaltyGroupSeat", SEAT_ID)
CODE = "join-me"
TEA = to_global("LoyaltyGroupOffer", "tea")
SALE_ID = to_global("LoyaltyFlashSale", "flash")
WIN = to_global("LoyaltyLotteryWin", "winter:bike:0")


def play(ada: Member, bob: Member) -> None:
    """ada won winter's bike and has a seat for coffee; bob leads a group for tea."""
    free = {**LOTTERY, "ticket_points": 0}
    for slug, config in (("spring", LOTTERY), ("autumn", free), ("winter", free)):
        create_lottery(slug, config, opens_at=NOON, closes_at=CLOSES)
        open_lottery(slug, seed=SEED, now=NOON)
    create_lottery("summer", LOTTERY, opens_at=NOON, closes_at=CLOSES)
    for slug in ("autumn", "winter"):
        buy_tickets(ada, slug, 1, source_key="k1", now=NOON)
        close_lottery(slug)
    draw_lottery("winter", now=NOON)
    save_sale("flash", SALE, starts_at=NOON, ends_at=NOON + timedelta(days=1), active=True)
    for slug in ("tea", "coffee"):
        save_offer(slug, OFFER, active=True)
    seat = open_group(ada, "coffee", source_key="k1", now=NOON)
    Seat.objects.filter(pk=seat.pk).update(public_id=SEAT_ID)
    tea = open_group(bob, "tea", source_key="k1", now=NOON).group
    Group.objects.filter(pk=tea.pk).update(code=CODE)


def lottery(slug: str, **more: Any) -> Callable[[object], dict[str, Any]]:
    return lambda _world: {"id": to_global("LoyaltyLottery", slug), **more}


def _given(**variables: Any) -> Callable[[object], dict[str, Any]]:
    return lambda _world: variables


MERCHANTS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "lottery_create": _given(slug="new", **WINDOW, config=LOTTERY),
    "lottery_update": lottery("summer", **WINDOW, config={**LOTTERY, "ticket_points": 7}),
    "lottery_open": lottery("summer"),
    "lottery_close": lottery("spring"),
    "lottery_draw": lottery("autumn"),
    "lottery_cancel": lottery("spring"),
    "lottery_prize_hand_over": _given(id=WIN, code="B-1", note="by post"),
    "flash_sale_save": _given(
        slug="new",
        startsAt="2026-03-10T12:00:00Z",
        endsAt="2026-03-11T12:00:00Z",
        active=True,
        config=SALE,
    ),
    "group_offer_save": _given(slug="new", active=True, config=OFFER),
}
TICKETS = _given(lotteryId=to_global("LoyaltyLottery", "spring"), count=2, sourceKey="k1")
LIST = _given(lotteryId=to_global("LoyaltyLottery", "winter"), first=9)
OPEN = _given(offerId=to_global("LoyaltyGroupOffer", "tea"), sourceKey="k2")
JOIN = _given(code=CODE)
LEAVE = _given(seatId=SEAT)
END = _given(id=to_global("LoyaltyGroup", CODE), confirm=False, reason="sold out")


def checkout(checkout_id: str) -> Callable[[object], dict[str, Any]]:
    return _given(seatId=SEAT, checkoutId=checkout_id)
