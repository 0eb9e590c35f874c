"""Using up benefits that have a quota: by orders, and written down by staff.

Whoever asks whether there is one left locks the member's uses first, so that the last one is given
once. Orders do not ask: an order keeps what it was promised, and what it used counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..events.facts import OrderFact
from ..features.benefits.held import Quota
from ..features.benefits.models import BenefitUse
from ..features.members.models import Member
from ..features.orders.models import OrderRecord
from ..values.identity import new_public_id
from ..values.source_key import key_of
from . import benefit_marks
from .locks import lock_subjects
from .perks import Entitlements, perks_of_members

MOST_AT_ONCE = 1_000
LONGEST_NOTE = 500
# Who takes back what nobody took back by hand.
BY_CHECKOUT, BY_ORDER = "checkout", "order"
# A checkout that has taken a use and is no order by then is given up.
_CHECKOUT_KEEPS = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUse:
    """`slug` as quotas name it; `source` names what caused it, so that it counts once."""

    kind: str
    slug: str
    source: str
    quantity: int = 1
    order_id: str = ""
    checkout_id: str = ""
    note: str = ""

    @property
    def key(self) -> UUID:
        return key_of(f"benefit:{self.source}")


def quotas_of(member: Member, *, now: datetime) -> list[Quota]:
    """Everything the member can use so and so often, and what is left of it."""
    perks = perks_of_members([member.pk], now=now).get(member.pk)
    return perks.quotas() if perks is not None else []


@transaction.atomic
def use(member: Member, wanted: NewUse, *, actor: str, now: datetime) -> BenefitUse:
    """Takes so many from the quota of the period that runs. The same source again: the first one.

    Raises NOT_FOUND for what the member does not have, LIMIT_EXCEEDED where not so many are left,
    INVALID for a quantity or note that cannot be, MEMBER_CLOSED, SOURCE_KEY_CONFLICT.
    """
    _check(member, wanted)
    _lock(member.pk)
    known = BenefitUse.objects.filter(key=wanted.key).first()
    if known is not None:
        return _the_same(known, member, wanted)
    quota = _quota(member, wanted.kind, wanted.slug, now)
    if quota.left is not None and wanted.quantity > quota.left:
        raise LoyaltyError(Code.LIMIT_EXCEEDED, N_("Not so many are left."), field="quantity")
    return _write(member.pk, wanted, quota.period, actor=actor, at=now)


@transaction.atomic
def undo(public_id: UUID, *, actor: str, now: datetime) -> BenefitUse:
    """Gives a use back. One that was given back stays as it is. Raises NOT_FOUND."""
    found = BenefitUse.objects.select_for_update().filter(public_id=public_id).first()
    if found is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such use."), field="id")
    if found.undone_at is None:
        found.undone_at, found.undone_by = now, actor
        found.save(update_fields=["undone_at", "undone_by"])
    return found


@transaction.atomic
def take_at_checkout(
    member_id: int,
    kind: str,
    slug: str,
    checkout_id: str,
    *,
    bought_variants: frozenset[str] = frozenset(),
    now: datetime,
) -> bool:
    """Takes one for a checkout that becomes an order now; False where none is left.

    The same checkout again has what it took. The order's own fact finds it by the checkout.
    `bought_variants` are those in it, for plans that hold in the order that buys them.
    """
    _lock(member_id)
    wanted = _of_checkout(kind, slug, checkout_id)
    known = BenefitUse.objects.filter(key=wanted.key).first()
    if known is not None and known.undone_at is None:
        return True
    entitlements = Entitlements.load([member_id])
    quotas = entitlements.of(member_id, now=now, bought_variants=bought_variants).quotas()
    quota = next((one for one in quotas if (one.kind, one.slug) == (kind, slug)), None)
    if quota is None or quota.left == 0:
        return False
    if known is not None:
        known.undone_at, known.undone_by, known.period = None, "", quota.period
        known.save(update_fields=["undone_at", "undone_by", "period"])
    else:
        _write(member_id, wanted, quota.period, actor="", at=now)
    return True


def give_up_checkouts(*, now: datetime) -> int:
    """What checkouts took that have become no order for a day; returns how many uses came back."""
    left = BenefitUse.objects.filter(
        order_id="", undone_at__isnull=True, used_at__lt=now - _CHECKOUT_KEEPS
    ).exclude(checkout_id="")
    return left.update(undone_at=now, undone_by=BY_CHECKOUT)


def orders_changed(
    facts: Sequence[OrderFact],
    _records: Mapping[str, OrderRecord],
    members: Mapping[str, Member],
    *,
    now: datetime,
    entitlements: Entitlements | None = None,
) -> None:
    """Counts what paid orders used, gives back what cancelled ones did, and marks new orders.

    `members` by order id; the caller has locked the orders. `entitlements` are those
    of the members, if the caller has read them already.
    """
    _give_back([one.order_id for one in facts if one.cancelled], now)
    mine = [fact for fact in facts if fact.order_id in members and fact.paid_at is not None]
    if not mine:
        return
    entitlements = entitlements or Entitlements.load(one.pk for one in members.values())
    _count([one for one in mine if one.used and not one.cancelled], members, entitlements)
    benefit_marks.mark(mine, members, entitlements)


def move(from_member: int, to_member: int) -> None:
    """What one person used under two accounts, they have used."""
    BenefitUse.objects.filter(member=from_member).update(member=to_member)


def _count(
    facts: Iterable[OrderFact], members: Mapping[str, Member], entitlements: Entitlements
) -> None:
    """Each order's use once: the one its checkout took, or a new one."""
    wanted = {one.key: (fact, one) for fact in facts for one in _of_order(fact)}
    if not wanted:
        return
    known = {one.key: one for one in BenefitUse.objects.filter(key__in=wanted)}
    for key, (fact, one) in wanted.items():
        member = members[fact.order_id]
        if key not in known:
            period = entitlements.period_of(member.pk, one.kind, one.slug, fact.placed_at)
            _write(member.pk, one, period, actor="", at=fact.placed_at)
        elif known[key].order_id != fact.order_id:
            _belongs_to(known[key], fact, member)


def _belongs_to(use: BenefitUse, fact: OrderFact, member: Member) -> None:
    use.order_id, use.member_id = fact.order_id, member.pk
    if use.undone_by == BY_CHECKOUT:
        use.undone_at, use.undone_by = None, ""
    use.save(update_fields=["order_id", "member_id", "undone_at", "undone_by"])


def _give_back(order_ids: Sequence[str], now: datetime) -> None:
    """Only what the orders used themselves: what staff wrote down was used."""
    if order_ids:
        mine = BenefitUse.objects.filter(order_id__in=order_ids, actor="", undone_at__isnull=True)
        mine.update(undone_at=now, undone_by=BY_ORDER)


def _of_order(fact: OrderFact) -> list[NewUse]:
    return [
        _of_checkout(kind, slug, fact.checkout_id, fact.order_id)
        if fact.checkout_id
        else NewUse(
            kind=kind,
            slug=slug,
            source=f"order:{fact.order_id}/{kind}/{slug}",
            order_id=fact.order_id,
        )
        for kind, slug in fact.used
    ]


def _of_checkout(kind: str, slug: str, checkout_id: str, order_id: str = "") -> NewUse:
    return NewUse(
        kind=kind,
        slug=slug,
        source=f"checkout:{checkout_id}/{kind}/{slug}",
        checkout_id=checkout_id,
        order_id=order_id,
    )


def _write(member_id: int, wanted: NewUse, period: str, *, actor: str, at: datetime) -> BenefitUse:
    return BenefitUse.objects.create(
        public_id=new_public_id(),
        key=wanted.key,
        member_id=member_id,
        kind=wanted.kind,
        slug=wanted.slug,
        period=period,
        quantity=wanted.quantity,
        order_id=wanted.order_id,
        checkout_id=wanted.checkout_id,
        note=wanted.note,
        actor=actor,
        used_at=at,
    )


def _quota(member: Member, kind: str, slug: str, now: datetime) -> Quota:
    for quota in quotas_of(member, now=now):
        if (quota.kind, quota.slug) == (kind, slug):
            return quota
    raise LoyaltyError(Code.NOT_FOUND, N_("The member has no such benefit."), field="slug")


def _check(member: Member, wanted: NewUse) -> None:
    if member.merged_into_id is not None:
        raise LoyaltyError(Code.MEMBER_CLOSED, N_("This member was merged into another."))
    if not 1 <= wanted.quantity <= MOST_AT_ONCE:
        raise LoyaltyError(
            Code.INVALID,
            N_("A whole number from %(least)s to %(most)s is needed."),
            least=1,
            field="quantity",
            most=MOST_AT_ONCE,
        )
    if len(wanted.note) > LONGEST_NOTE or not wanted.note.isprintable():
        raise LoyaltyError(
            Code.INVALID,
            N_("At most %(most)s characters that can be printed."),
            field="note",
            most=LONGEST_NOTE,
        )


def _the_same(known: BenefitUse, member: Member, wanted: NewUse) -> BenefitUse:
    before = (known.member_id, known.kind, known.slug, known.quantity, known.note)
    if before != (member.pk, wanted.kind, wanted.slug, wanted.quantity, wanted.note):
        raise LoyaltyError(
            Code.SOURCE_KEY_CONFLICT, N_("This key was used before, for something else.")
        )
    return known


def _lock(member_id: int) -> None:
    lock_subjects([f"benefits:{member_id}"])
