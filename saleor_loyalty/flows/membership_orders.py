"""An order that buys a plan is not what it was: the membership begins, goes on or ends.

Each purchase is brought up to what its order is now, and what it covers is worked out anew from
all of the member's purchases: the same fact again changes nothing, in whatever order facts come.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from ..events.facts import OrderFact, OrderLine
from ..features.memberships.config import RefundPolicy
from ..features.memberships.coverage import ends_of
from ..features.memberships.models import MembershipPurchase, MembershipSaving
from ..features.memberships.purchases import as_bought, money_of_pieces
from ..features.orders.models import OrderRecord
from ..features.orders.returned import kept_of_order, line_back
from .membership_spans import Pair, lock_members, shop_zone, work_out
from .membership_terms import Plans, PlanTerms

Rows = dict[str, MembershipPurchase]
"""Purchases by their source."""


def orders_changed(
    facts: Sequence[OrderFact],
    records: Mapping[str, OrderRecord],
    *,
    plans: Plans,
    now: datetime,
) -> int:
    """Brings purchases, memberships and savings up to what these orders are now.

    The caller has locked the orders' subjects, and accounts if any. What was bought belongs to the
    member of the order's record. Returns how many memberships changed.
    """
    if not plans.all:
        return 0
    owners = {
        order_id: record.member_id
        for order_id, record in records.items()
        if record.member_id is not None
    }
    _save_savings(facts, owners, plans)
    known = _purchases(facts)
    concerned = [one for one in facts if one.order_id in known or _buys(one, owners, plans)]
    if not concerned:
        return 0
    lock_members(
        [row.member_id for rows in known.values() for row in rows.values()]
        + [owners[one.order_id] for one in concerned if one.order_id in owners]
    )
    work = _Work(plans, owners, shop_zone(now=now), now)
    known = _purchases(concerned)
    for fact in concerned:
        work.bring_up(fact, known.get(fact.order_id, {}))
    return work_out(work.pairs, zone=work.zone)


class _Work:
    """`pairs` are those whose purchases have changed."""

    def __init__(
        self, plans: Plans, owners: Mapping[str, int], zone: ZoneInfo, now: datetime
    ) -> None:
        self.pairs: set[Pair] = set()
        self.zone = zone
        self._plans = plans
        self._owners = owners
        self._now = now

    def bring_up(self, fact: OrderFact, rows: Rows) -> None:
        gone = dict(rows)
        for line in fact.lines:
            row = gone.pop(_source(fact, line), None) or self._new(fact, line)
            if row is not None:
                self._follow(row, fact, line)
        for row in gone.values():
            self._take_off(row)

    def _new(self, fact: OrderFact, line: OrderLine) -> MembershipPurchase | None:
        sold = self._plans.of_variant(line.variant_id)
        member_id = self._owners.get(fact.order_id)
        if sold is None or member_id is None or fact.paid_at is None:
            return None
        return MembershipPurchase(
            source=_source(fact, line),
            plan_id=sold.plan.plan_id,
            member_id=member_id,
            order_id=fact.order_id,
            months=sold.term.months,
            days=sold.term.days,
            refund_policy=sold.plan.config.refund.value,
            paid_at=fact.paid_at,
        )

    def _follow(self, row: MembershipPurchase, fact: OrderFact, line: OrderLine) -> None:
        before = _state(row)
        pieces_back, money_back = row.refunded_quantity, row.refunded_amount
        row.quantity, row.fee, row.currency = line.quantity, line.gross, fact.currency
        row.paid_at = fact.paid_at or row.paid_at
        _refund(row, fact, line, by_amount=self._amount_is_its_own(row, fact))
        if row.refunded_quantity > pieces_back or row.refunded_amount > money_back:
            row.refunded_at = self._used_until(row)
        self._save(row, before)

    def _amount_is_its_own(self, row: MembershipPurchase, fact: OrderFact) -> bool:
        """Whether money that went back by amount was for the membership, or a part of it.

        Where any refund ends it, that must be certain: the order has nothing else.
        """
        if row.refund_policy == RefundPolicy.PRO_RATA:
            return True
        return all(self._plans.of_variant(line.variant_id) for line in fact.lines)

    def _used_until(self, row: MembershipPurchase) -> datetime:
        """Further money back does not give life to what an earlier refund has ended."""
        if row.refunded_at is None:
            return self._now
        same = MembershipPurchase.objects.filter(member=row.member_id, plan=row.plan_id)
        ended = ends_of(map(as_bought, same), self.zone)[row.source]
        return min(self._now, ended)

    def _take_off(self, row: MembershipPurchase) -> None:
        """The line is on its order no more."""
        before = _state(row)
        row.quantity = row.refunded_quantity = row.fee = row.refunded_amount = 0
        self._save(row, before)

    def _save(self, row: MembershipPurchase, before: tuple[object, ...]) -> None:
        if row.pk is None or _state(row) != before:
            row.save()
            self.pairs.add((row.member_id, row.plan_id))


def _refund(row: MembershipPurchase, fact: OrderFact, line: OrderLine, *, by_amount: bool) -> None:
    """Never less than before: a late fact about an earlier state gives nothing back."""
    back = line_back(fact, line)
    row.refunded_quantity = min(max(row.refunded_quantity, back.pieces), row.quantity)
    of_pieces = money_of_pieces(row)
    of_others = int((row.fee - of_pieces) * back.share) if by_amount else 0
    row.refunded_amount = min(max(row.refunded_amount, of_pieces + of_others), row.fee)


def _state(row: MembershipPurchase) -> tuple[object, ...]:
    return (
        row.quantity,
        row.fee,
        row.currency,
        row.paid_at,
        row.refunded_quantity,
        row.refunded_amount,
        row.refunded_at,
    )


def _source(fact: OrderFact, line: OrderLine) -> str:
    return f"order:{fact.order_id}/{line.line_id}"


def _buys(fact: OrderFact, owners: Mapping[str, int], plans: Plans) -> bool:
    return (
        fact.paid_at is not None
        and fact.order_id in owners
        and any(plans.of_variant(line.variant_id) for line in fact.lines)
    )


def _purchases(facts: Iterable[OrderFact]) -> dict[str, Rows]:
    ids = [fact.order_id for fact in facts]
    found: dict[str, Rows] = {}
    for row in MembershipPurchase.objects.filter(order_id__in=ids).order_by("pk"):
        found.setdefault(row.order_id, {})[row.source] = row
    return found


def _save_savings(facts: Sequence[OrderFact], owners: Mapping[str, int], plans: Plans) -> None:
    """What plans saved on each order, less what of it went back with the money."""
    ids = [fact.order_id for fact in facts]
    known = MembershipSaving.objects.filter(order_id__in=ids).values_list("order_id", "plan_id")
    before: dict[str, set[int]] = {}
    for order_id, plan_id in known:
        before.setdefault(order_id, set()).add(plan_id)
    rows = []
    for fact in facts:
        if fact.paid_at is None or fact.order_id not in owners:
            continue
        saved = {plan.plan_id: amount for plan, amount in _saved(fact, plans)}
        # A plan that saves nothing any more on the order as it stands.
        saved = {**dict.fromkeys(before.get(fact.order_id, ()), 0), **saved}
        left = kept_of_order(fact)
        rows += [
            MembershipSaving(
                plan_id=plan_id,
                member_id=owners[fact.order_id],
                order_id=fact.order_id,
                amount=int(amount * left),
                currency=fact.currency,
                at=fact.paid_at,
            )
            for plan_id, amount in saved.items()
        ]
    if rows:
        MembershipSaving.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["order_id", "plan"],
            update_fields=["member", "amount", "currency", "at"],
        )


def _saved(fact: OrderFact, plans: Plans) -> Iterable[tuple[PlanTerms, int]]:
    by_holder = {plan.holder: plan for plan in plans.all}
    return [(by_holder[holder], amount) for holder, amount in fact.saved if holder in by_holder]
