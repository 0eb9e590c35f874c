"""Buying together as tests have it, in few words."""

from datetime import datetime, timedelta
from typing import Any

from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.group_buys.models import Group, Seat
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.group_buys import join_group, open_group, put_in_checkout, save_offer
from saleor_loyalty.flows.group_seats import mark_of
from saleor_loyalty.flows.outbox import work_outbox
from tests.shop import NOON, SHOP, line, open_checkout, paid_order

CLOSES = NOON + timedelta(hours=24)
MINUTES = timedelta(minutes=1)
# Effects are due by the clock of the database.
MUCH_LATER = NOON + timedelta(days=3_650)


def an_offer(**config: Any) -> None:
    document = {
        "name": {"en": "Together"},
        "variant_id": "v1",
        "prices": {"USD": 1500},
        "size": 2,
        **config,
    }
    save_offer("tea", document, active=True)


def lead(member: Member, key: str = "k1", *, now: datetime = NOON) -> Seat:
    return open_group(member, "tea", source_key=key, now=now)


def join(member: Member, *, now: datetime = NOON) -> Seat:
    return join_group(member, Group.objects.latest("pk").code, now=now)


def in_basket(seat: Seat, *, now: datetime = NOON) -> str:
    """The id of a checkout of theirs that has the line."""
    checkout_id = f"c{seat.pk}"
    user_id = seat.member.user_id
    SHOP.checkouts.setdefault(checkout_id, open_checkout(checkout_id=checkout_id, user_id=user_id))
    put_in_checkout(seat.member, seat.public_id, checkout_id, now=now)
    return checkout_id


def order_of(seat: Seat, *, paid_at: datetime | None = NOON, **more: Any) -> OrderFact:
    """As the shop has it after the checkout: it waits for the group."""
    order_id = f"o{seat.pk}"
    bought = line("a", 1500, variant_id="v1", reward=mark_of(seat))
    fact = paid_order(
        bought,
        order_id=order_id,
        user_id=seat.member.user_id,
        email=seat.member.email,
        checkout_id=f"c{seat.pk}",
        paid_at=paid_at,
        **more,
    )
    if order_id not in SHOP.orders:
        SHOP.waiting.add(order_id)
    SHOP.orders[order_id] = fact
    SHOP.checkouts.pop(f"c{seat.pk}", None)
    return fact


def deliver() -> None:
    while work_outbox(now=MUCH_LATER):
        pass


def told() -> tuple[set[str], set[str], set[str]]:
    """Orders that wait still, that were cancelled, and whose money was asked back."""
    return set(SHOP.waiting), set(SHOP.cancelled), set(SHOP.refund_requests)


def seats() -> list[tuple[str, str]]:
    return list(Seat.objects.order_by("pk").values_list("state", "reason"))


def counts() -> tuple[str, int, int]:
    """State, taken and paid of the newest group; what its seats come to is the same."""
    group = Group.objects.latest("pk")
    states = list(group.seats.values_list("state", flat=True))
    paid = sum(state in ("paid", "confirmed") for state in states)
    taken = paid + states.count("reserved")
    if group.state == "open":
        assert (group.taken, group.paid) == (taken, paid)
    assert group.taken <= group.size
    return group.state, group.taken, group.paid
