"""An order that buys growth is not what it was: growth and bonus points come, or go back.

Comes out the same in whatever order facts arrive, and however often; only a limit counts in the
order in which purchases become known.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from fractions import Fraction

from ..events.facts import OrderFact, OrderLine
from ..features.growth_packs.arithmetic import brought, owed_back, room
from ..features.growth_packs.models import PackPurchase
from ..features.members.models import Member
from ..features.orders.models import OrderRecord
from ..features.orders.returned import line_back
from ..ledger import post
from ..ledger.accounts import account_ids, lock_accounts
from ..values.points import Unit
from ..values.source_key import key_of
from .expiry_dates import points_expire_at
from .membership_spans import shop_zone
from .pack_terms import Packs, PackTerms
from .terms import Catalogue, DebtPolicy, Terms

_Rows = dict[str, list[PackPurchase]]
"""What was bought by each line of an order, the first purchase first."""


def accounts_of_buyers(
    facts: Sequence[OrderFact], records: Mapping[str, OrderRecord], packs: Packs
) -> set[int]:
    """The accounts that `orders_changed` will lock, for callers that lock others before."""
    concerned, owners = _concerned(facts, records, packs)
    if not concerned:
        return set()
    return set(account_ids(owners[one.order_id] for one in concerned).values())


def orders_changed(
    facts: Sequence[OrderFact],
    records: Mapping[str, OrderRecord],
    *,
    packs: Packs,
    now: datetime,
) -> set[int]:
    """Credits what packs bring, and takes back what was refunded; answers whose growth moved.

    The caller has locked the orders' subjects, and either no account yet or, among others, those
    of `accounts_of_buyers`.
    """
    concerned, owners = _concerned(facts, records, packs)
    if not concerned:
        return set()
    accounts = account_ids(owners[one.order_id] for one in concerned)
    # Before anything is counted: a member's limit is one for all their orders.
    lock_accounts(accounts.values())
    bought = _purchases(concerned)
    work = _Work(packs, accounts, now)
    for fact in concerned:
        work.bring_up(fact, owners[fact.order_id], bought.get(fact.order_id, {}))
    return work.moved


def _concerned(
    facts: Sequence[OrderFact], records: Mapping[str, OrderRecord], packs: Packs
) -> tuple[list[OrderFact], dict[str, int]]:
    """The orders that buy packs or did, and the member of each order that has one."""
    owners = {
        order_id: record.member_id
        for order_id, record in records.items()
        if record.member_id is not None
    }
    if not packs.all:
        return [], owners
    bought = _purchases(facts)
    concerned = [
        one
        for one in facts
        if one.order_id in owners and (one.order_id in bought or _buys(one, packs))
    ]
    return concerned, owners


def pieces_left(pack: PackTerms, member_id: int, *, now: datetime) -> int | None:
    """How many more would count for the member if they were paid now. None: any number."""
    if pack.config.limit is None:
        return None
    return _room(pack, member_id, pack.config.period(now, shop_zone(now=now)))


def _room(pack: PackTerms, member_id: int, period: str) -> int | None:
    before = PackPurchase.objects.filter(member=member_id, pack=pack.pack_id, period=period)
    return room(pack.config, before)


def merge(source_id: int, target_id: int) -> None:
    """What one person bought under two accounts counts under one. Inside a transaction."""
    PackPurchase.objects.filter(member=source_id).update(member=target_id)


class _Work:
    """`moved` are the members whose growth has changed."""

    def __init__(
        self, packs: Packs, accounts: Mapping[tuple[int, Unit], int], now: datetime
    ) -> None:
        self.moved: set[int] = set()
        self._packs = packs
        self._accounts = accounts
        self._now = now
        self._zone = shop_zone(now=now)
        self._catalogue = Catalogue.load()

    def bring_up(self, fact: OrderFact, member_id: int, rows: _Rows) -> None:
        gone = dict(rows)
        for line in fact.lines:
            known = gone.pop(line.line_id, [])
            known += self._bought(fact, line, member_id, known)
            back = line_back(fact, line)
            kept = line.quantity - back.pieces
            self._take_back(fact, known, kept, back.share)
        for known in gone.values():
            self._take_back(fact, known, 0, Fraction(1))

    def _bought(
        self, fact: OrderFact, line: OrderLine, member_id: int, known: list[PackPurchase]
    ) -> list[PackPurchase]:
        """What is on the line and was not before: all of it, or pieces that were added later."""
        pack = self._packs.of_variant(line.variant_id)
        pieces = line.quantity - sum(one.quantity for one in known)
        if pack is None or fact.paid_at is None or pieces <= 0:
            return []
        if fact.cancelled or fact.fully_refunded:
            return []
        purchase = self._counted(fact, line, member_id, pack, pieces, len(known) + 1, fact.paid_at)
        purchase.save()
        self._credit(fact, purchase, Unit.GROWTH, purchase.growth)
        self._credit(fact, purchase, Unit.POINTS, purchase.points)
        return [purchase]

    def _counted(
        self,
        fact: OrderFact,
        line: OrderLine,
        member_id: int,
        pack: PackTerms,
        pieces: int,
        number: int,
        paid_at: datetime,
    ) -> PackPurchase:
        period = pack.config.period(paid_at, self._zone)
        left = _room(pack, member_id, period)
        counted = pieces if left is None else min(pieces, left)
        return PackPurchase(
            source=f"order:{fact.order_id}/pack/{line.line_id}/{number}",
            pack_id=pack.pack_id,
            member_id=member_id,
            order_id=fact.order_id,
            line_id=line.line_id,
            quantity=pieces,
            counted=counted,
            period=period,
            growth=brought(pack.config.growth, counted),
            points=brought(pack.config.bonus_points, counted),
            paid_at=paid_at,
        )

    def _credit(self, fact: OrderFact, purchase: PackPurchase, unit: Unit, points: int) -> None:
        if not points:
            return
        terms = self._catalogue.in_force(fact.channel, purchase.paid_at)
        of_points = terms if unit is Unit.POINTS else None
        post.credit(
            post.Credit(
                account_id=self._accounts[purchase.member_id, unit],
                points=points,
                source=_source(purchase, unit),
                occurred_at=purchase.paid_at,
                data={"reason": "growth_pack", "order": fact.number},
                expires_at=_expires_at(of_points, purchase) if of_points else None,
                worth=_worth(of_points, fact.currency) if of_points else None,
            ),
            now=self._now,
        )
        self._note(purchase, unit)

    def _take_back(
        self, fact: OrderFact, known: list[PackPurchase], kept: int, share: Fraction
    ) -> None:
        for purchase in known:
            mine = min(purchase.quantity, kept)
            kept -= mine
            growth, points = owed_back(purchase, mine, share)
            # Never less than before: a late fact about an earlier state gives nothing back.
            growth = max(growth, purchase.growth_taken_back)
            points = max(points, purchase.points_taken_back)
            self._claim(fact, purchase, Unit.GROWTH, growth, purchase.growth_taken_back)
            self._claim(fact, purchase, Unit.POINTS, points, purchase.points_taken_back)
            if (growth, points) != (purchase.growth_taken_back, purchase.points_taken_back):
                purchase.growth_taken_back, purchase.points_taken_back = growth, points
                purchase.save(update_fields=["growth_taken_back", "points_taken_back"])

    def _claim(
        self, fact: OrderFact, purchase: PackPurchase, unit: Unit, due: int, before: int
    ) -> None:
        if due <= before:
            return
        terms = self._catalogue.in_force(fact.channel, purchase.paid_at)
        post.claw_back(
            self._accounts[purchase.member_id, unit],
            key_of(_source(purchase, unit)),
            due - before,
            # Named by how much is owed back in all, which only grows.
            source=f"{_source(purchase, unit)}/back/{due}",
            now=self._now,
            allow_debt=terms is None or terms.config.debt is DebtPolicy.DEBT,
            data={"reason": "order_refunded", "order": fact.number},
        )
        self._note(purchase, unit)

    def _note(self, purchase: PackPurchase, unit: Unit) -> None:
        if unit is Unit.GROWTH:
            self.moved.add(purchase.member_id)


def _source(purchase: PackPurchase, unit: Unit) -> str:
    return f"{purchase.source}/{unit.name.lower()}"


def _expires_at(terms: Terms, purchase: PackPurchase) -> datetime | None:
    return points_expire_at(
        terms, purchase.paid_at, lambda: Member.objects.get(pk=purchase.member_id)
    )


def _worth(terms: Terms, currency: str) -> post.Worth | None:
    rate = terms.config.spending.rates.get(currency)
    return post.Worth(rate.points, rate.minor, currency) if rate else None


def _buys(fact: OrderFact, packs: Packs) -> bool:
    return fact.paid_at is not None and any(
        packs.of_variant(line.variant_id) for line in fact.lines
    )


def _purchases(facts: Iterable[OrderFact]) -> dict[str, _Rows]:
    ids = [fact.order_id for fact in facts]
    found: dict[str, _Rows] = {}
    for row in PackPurchase.objects.filter(order_id__in=ids).order_by("pk"):
        found.setdefault(row.order_id, {}).setdefault(row.line_id, []).append(row)
    return found
