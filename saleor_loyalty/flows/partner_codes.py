"""Codes of partners: uploaded as lists, each given to one member who asks for it.

Who asks while a list is empty waits in line, and has the first code that comes after.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from .. import rows
from ..errors import N_, Code, LoyaltyError
from ..features.benefits.held import Held, each
from ..features.benefits.kinds import PartnerCodes
from ..features.benefits.models import BenefitGift, CodeList, GiftState, PartnerCode
from ..features.benefits.periods import period_of
from ..features.members.models import Member
from ..values.identity import new_public_id
from ..values.sentences import TOO_MANY
from ..values.texts import GIVE_A_NAME, Texts
from .locks import lock_subjects
from .perks import Entitlements, perks_of_members

MOST_CODES = 10_000
LONGEST_CODE = 255
# So many bad lines are named one by one.
_TOLD = 100


@dataclass(frozen=True, slots=True)
class BadCode:
    """`line` counts from 1."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Upload:
    """What became of the lines: `added`; `repeated` among themselves; `known` from before.

    `bad` are the first that cannot be codes, of `refused` in all; `served` waiting members had one.
    """

    added: int
    repeated: int
    known: int
    refused: int
    bad: tuple[BadCode, ...]
    served: int


@dataclass(frozen=True, slots=True)
class Stock:
    """How a list stands: codes in all, given, still free, too old to be given; who waits."""

    total: int
    given: int
    free: int
    too_old: int
    waiting: int


def create_list(slug: str, name: Texts) -> CodeList:
    """Raises INVALID for a slug that is taken, or for no name."""
    if not name.root:
        raise LoyaltyError(Code.INVALID, GIVE_A_NAME, field="name")
    made, is_new = CodeList.objects.get_or_create(slug=slug, defaults={"name": name.root})
    if not is_new:
        raise LoyaltyError(Code.INVALID, N_("This slug is taken."), field="slug")
    return made


@transaction.atomic
def upload(
    code_list: CodeList, lines: Sequence[str], *, valid_until: datetime | None, now: datetime
) -> Upload:
    """Adds one code a line; empty lines are nothing. Whoever waits is served in their order.

    Raises LIMIT_EXCEEDED for more lines than can be taken at once, INVALID for an end in the past.
    """
    if len(lines) > MOST_CODES:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED,
            TOO_MANY,
            field="codes",
            count=MOST_CODES,
        )
    if valid_until is not None and valid_until <= now:
        raise LoyaltyError(Code.INVALID, N_("These codes are too old."), field="validUntil")
    # Two uploads at once come one after the other, so that each counts what it has added.
    CodeList.objects.select_for_update().get(pk=code_list.pk)
    good, repeated, bad = _read(lines)
    known = set(_codes(code_list).filter(code__in=good).values_list("code", flat=True))
    new = [code for code in good if code not in known]
    if new:
        rows.insert(
            PartnerCode(code_list=code_list, code=code, valid_until=valid_until) for code in new
        )
    served = _serve(code_list, now)
    return Upload(len(new), repeated, len(known), len(bad), tuple(bad[:_TOLD]), served)


def set_active(code_list: CodeList, active: bool, *, now: datetime) -> CodeList:
    """A list that is not active gives nothing; its codes stay."""
    code_list.active = active
    code_list.save(update_fields=["active"])
    if active:
        with transaction.atomic():
            _serve(code_list, now)
    return code_list


@transaction.atomic
def claim(member: Member, slug: str, *, now: datetime) -> BenefitGift:
    """The member's code of the period that runs, by the benefit's slug as their benefits name it.

    Asked again it is the same. `NOTHING_LEFT` says that they wait in line. Raises NOT_FOUND where
    they have no such benefit.
    """
    held, benefit = _benefit(member, slug, now)
    lock_subjects([f"benefits:{member.pk}"])
    period = period_of(benefit.per, now, held.zone)
    gift, _ = BenefitGift.objects.get_or_create(
        member=member,
        kind=benefit.kind,
        slug=slug,
        period=period,
        number=0,
        defaults={
            "public_id": new_public_id(),
            "holder": held.holder,
            "state": GiftState.NOTHING_LEFT,
            "due_at": now,
        },
    )
    code_list = CodeList.objects.filter(slug=benefit.code_list, active=True).first()
    # Nobody who asks goes before those who wait.
    if gift.state == GiftState.NOTHING_LEFT and code_list is not None:
        _serve(code_list, now)
        gift.refresh_from_db()
    return gift


@transaction.atomic
def serve_waiting(*, now: datetime) -> int:
    """Gives free codes to those who wait, of every list; returns how many."""
    return sum(_serve(code_list, now) for code_list in CodeList.objects.filter(active=True))


def stock_of(code_list: CodeList, *, now: datetime) -> Stock:
    return stocks_of([code_list], now=now)[code_list]


def stocks_of(code_lists: Collection[CodeList], *, now: datetime) -> dict[CodeList, Stock]:
    """Three statements, however many lists they are."""
    fresh = Q(valid_until__isnull=True) | Q(valid_until__gt=now)
    codes = PartnerCode.objects.filter(code_list__in=code_lists).values("code_list").order_by()
    counted = codes.annotate(
        total=Count("pk"),
        given=Count("pk", filter=Q(gift__isnull=False)),
        free=Count("pk", filter=Q(gift__isnull=True) & fresh),
    )
    counts = {
        pk: (total, given, free)
        for pk, total, given, free in counted.values_list("code_list", "total", "given", "free")
    }
    slugs, waiting = _slugs(), _waiting_by_slug()
    found = {}
    for one in code_lists:
        total, given, free = counts.get(one.pk, (0, 0, 0))
        asked = sum(waiting.get(slug, 0) for slug in slugs.get(one.slug, ()))
        found[one] = Stock(total, given, free, total - given - free, asked)
    return found


def _serve(code_list: CodeList, now: datetime) -> int:
    """Each waiting gift the oldest code that nobody has and nobody is being given just now."""
    served = 0
    waiting = _waiting(code_list).order_by("pk").select_for_update(skip_locked=True)
    for gift in waiting.iterator(chunk_size=500):
        code = _next_code(code_list, now)
        if code is None:
            break
        code.gift = gift
        code.save(update_fields=["gift"])
        gift.state, gift.given_at = GiftState.GIVEN, now
        gift.code, gift.valid_until = code.code, code.valid_until
        gift.save(update_fields=["state", "given_at", "code", "valid_until"])
        served += 1
    return served


def _next_code(code_list: CodeList, now: datetime) -> PartnerCode | None:
    free = _codes(code_list).filter(
        Q(valid_until__isnull=True) | Q(valid_until__gt=now), gift__isnull=True
    )
    return free.order_by("pk").select_for_update(skip_locked=True).first()


def _waiting(code_list: CodeList) -> "QuerySet[BenefitGift]":
    return _all_waiting().filter(slug__in=_slugs().get(code_list.slug, set()))


def _all_waiting() -> "QuerySet[BenefitGift]":
    return BenefitGift.objects.filter(kind="partner_codes", state=GiftState.NOTHING_LEFT)


def _waiting_by_slug() -> dict[str, int]:
    counted = _all_waiting().values("slug").order_by().annotate(members=Count("pk"))
    return dict(counted.values_list("slug", "members"))


def _slugs() -> dict[str, set[str]]:
    """By list: of every benefit that gives from it, whoever may hold it."""
    found: dict[str, set[str]] = {}
    for held, benefit in each(Entitlements.load([]).offered, PartnerCodes):
        found.setdefault(benefit.code_list, set()).add(held.slug_of(benefit))
    return found


def _codes(code_list: CodeList) -> "QuerySet[PartnerCode]":
    return PartnerCode.objects.filter(code_list=code_list)


def _benefit(member: Member, slug: str, now: datetime) -> tuple[Held, PartnerCodes]:
    perks = perks_of_members([member.pk], now=now).get(member.pk)
    for held, benefit in each(perks.holders if perks is not None else (), PartnerCodes):
        if held.slug_of(benefit) == slug:
            return held, benefit
    raise LoyaltyError(Code.NOT_FOUND, N_("You have no such benefit."), field="slug")


def _read(lines: Iterable[str]) -> tuple[list[str], int, list[BadCode]]:
    """The codes in their order, each once; how many came again; what cannot be one."""
    good: dict[str, None] = {}
    repeated, bad = 0, []
    for number, line in enumerate(lines, 1):
        code = line.strip()
        if not code:
            continue
        if len(code) > LONGEST_CODE:
            bad.append(BadCode(number, f"longer than {LONGEST_CODE} characters"))
        elif not code.isprintable():
            bad.append(BadCode(number, "has characters that cannot be seen"))
        elif code in good:
            repeated += 1
        else:
            good[code] = None
    return list(good), repeated, bad
