"""Giving what was promised for birthdays, anniversaries, a welcome, the first order.

In pages, each a transaction in which the promise is locked, the gift is given and both are written
down together: whatever kills a run, or runs beside it, each is given once.
"""

import logging
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from itertools import groupby

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from ..errors import N_, LoyaltyError
from ..features.engagement.models import EngagementVersion, Subject
from ..features.member_events.models import MemberEvent
from ..features.member_events.names import Own
from ..features.occasions.config import (
    Anniversary,
    Birthday,
    FirstOrder,
    OccasionsConfig,
    Welcome,
)
from ..features.occasions.models import OccasionGift
from ..values.days import days_on
from ..values.language import LANGUAGES
from ..values.texts import Texts
from ..values.voice import voice_of
from .gates import lets_in
from .gifts import Given, Happening, happen_many
from .locks import lock_counters
from .member_events import undo_event
from .terms import Catalogue, Terms
from .zones import zone_of

logger = logging.getLogger(__name__)

_PAGE = 1_000

OWN = {
    "birthday": Own.BIRTHDAY,
    "joined": Own.JOINED_ANNIVERSARY,
    "first_purchase": Own.PURCHASE_ANNIVERSARY,
    "welcome": Own.WELCOME,
    "first_order": Own.FIRST_ORDER,
}
NAMES = {
    "birthday": N_("Birthday gift"),
    "joined": N_("Gift for the day you joined"),
    "first_purchase": N_("Gift for the day of your first order"),
    "welcome": N_("Welcome gift"),
    "first_order": N_("Gift for your first order"),
}


def give_due(*, now: datetime) -> int:
    """Gives what is due; returns how many gifts."""
    given = 0
    after: int | None = 0
    while after is not None:
        after, made = _safe_page(after, now)
        given += made
    return given


def give_one(gift_id: int, *, now: datetime) -> None:
    """What was promised just now, or taken back by its order: by the outbox."""
    gift = OccasionGift.objects.select_related("event").filter(pk=gift_id).first()
    if gift is not None and gift.taken_back_at is not None and gift.event is not None:
        undo_event(gift.event, now=now)
        return
    with transaction.atomic():
        _lock_counters()
        _give(list(_locked(_due(now).filter(pk=gift_id))), now)


def _due(now: datetime) -> "QuerySet[OccasionGift]":
    open_ = Q(member__user__isnull=False) | Q(member__guest=True)
    return OccasionGift.objects.filter(
        open_, given_at=None, taken_back_at=None, due_at__lte=now, member__merged_into=None
    )


def _lock_counters() -> None:
    """Before the promises, as orders do that take theirs back."""
    if Catalogue.load().has_limits:
        lock_counters()


def _locked(gifts: "QuerySet[OccasionGift]") -> "QuerySet[OccasionGift]":
    """Without those that another worker is giving just now."""
    rows = gifts.select_related("event", "member__tier").order_by("pk")
    return rows.select_for_update(of=("self",), skip_locked=True)


def _safe_page(after: int, now: datetime) -> tuple[int | None, int]:
    """One that is refused must not hold up the others."""
    try:
        return _page(after, now, _PAGE)
    except LoyaltyError:
        return _one_by_one(after, now)


@transaction.atomic
def _page(after: int, now: datetime, size: int) -> tuple[int | None, int]:
    """The last one looked at (None: there was none left), and how many were given."""
    _lock_counters()
    gifts = list(_locked(_due(now).filter(pk__gt=after))[:size])
    return (gifts[-1].pk if gifts else None), _give(gifts, now)


def _one_by_one(after: int, now: datetime) -> tuple[int | None, int]:
    ids = list(_due(now).filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:_PAGE])
    given = 0
    for pk in ids:
        try:
            given += _page(pk - 1, now, 1)[1]
        except LoyaltyError:
            logger.warning("the gift %s of an occasion could not be given", pk, exc_info=True)
    return (ids[-1] if ids else None), given


def _give(gifts: Sequence[OccasionGift], now: datetime) -> int:
    wanted: list[tuple[OccasionGift, Given]] = []
    others: list[int] = []
    for version, of in groupby(gifts, lambda one: one.version):
        config = _config(version)
        terms = Catalogue.load().in_force(config.channel, now)
        if terms is None:
            # They wait for the programme to begin (again).
            continue
        for gift in of:
            given = _given(gift, config, terms, now)
            if given is not None:
                wanted.append((gift, given))
            else:
                others.append(gift.pk)
    events = happen_many([given for _, given in wanted], now=now)
    _write_down([gift for gift, _ in wanted], events, now)
    # For other members: who comes to be one of them while it is still their day has it.
    OccasionGift.objects.filter(pk__in=others).delete()
    return len(wanted)


def _write_down(
    gifts: Sequence[OccasionGift], events: Sequence[MemberEvent], now: datetime
) -> None:
    """In one statement without a case for each row."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE saleor_loyalty_occasiongift g SET event_id = e.event_id, given_at = %s"
            " FROM unnest(%s::bigint[], %s::bigint[]) AS e (id, event_id) WHERE g.id = e.id",
            [now, [gift.pk for gift in gifts], [event.pk for event in events]],
        )


def _given(
    gift: OccasionGift, config: OccasionsConfig, terms: Terms, now: datetime
) -> Given | None:
    """None: it is for others."""
    kept = of_occasion(config, gift.occasion)
    what = kept.gift_of(gift.years) if isinstance(kept, Anniversary) else kept.gift
    if what is None or not lets_in(kept.gate, gift.member_id, now=now):
        return None
    until = None
    if kept.valid_days is not None:
        until = days_on(now, kept.valid_days, zone_of(gift.member, terms))
    happening = Happening(
        kind=OWN[gift.occasion],
        source=str(gift.pk),
        occurred_at=now,
        name=kept.name if kept.name.root else _own_name(gift.occasion),
        channel=config.channel,
        points_until=until,
    )
    return Given(gift.member, happening, what)


def of_occasion(
    config: OccasionsConfig, occasion: str
) -> Birthday | Anniversary | Welcome | FirstOrder:
    """What was promised for it, under that version."""
    found = getattr(config, occasion)
    assert found is not None, "nothing else is promised"
    kept: Birthday | Anniversary | Welcome | FirstOrder = found
    return kept


def _config(version: int) -> OccasionsConfig:
    found = EngagementVersion.objects.get(subject=Subject.OCCASIONS, number=version)
    return OccasionsConfig.of_document(found.config)


@cache
def _own_name(occasion: str) -> Texts:
    """Ours in every language, where the merchant has given none."""
    return Texts({language: voice_of(language).say(NAMES[occasion]) for language in LANGUAGES})
