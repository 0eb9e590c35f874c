"""What sharing gives, and how far a member is."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from ..errors import N_, Message
from ..features.engagement.models import Subject
from ..features.members.models import Member
from ..features.shares.config import ShareConfig, VisitConfig
from ..values.days import midnight
from .engagement import running
from .gates import lets_in
from .shares import counted_today
from .terms import Catalogue, Terms
from .ways import Way, WayKind, WayState

_DAY = timedelta(days=1)


def ways(member: Member, now: datetime) -> Iterable[Way]:
    setting = running(Subject.SHARES, ShareConfig)
    if setting is None or not lets_in(setting.config.gate, member.pk, now=now):
        return
    config = setting.config
    if config.visit is not None:
        terms = Catalogue.load().in_force(config.channel, now)
        if terms is not None:
            yield _of_visits(member, config, config.visit, terms, now)
    if config.order is not None:
        yield Way(
            kind=WayKind.SHARE_ORDER,
            name=Message(N_("A first order by your link")),
            text=config.description,
            gift=config.order.gift,
            state=WayState.OPEN,
        )


def _of_visits(
    member: Member, config: ShareConfig, visit: VisitConfig, terms: Terms, now: datetime
) -> Way:
    counted = counted_today(member.pk, terms, now)
    is_open = counted < visit.a_day
    zone = terms.config.zone
    tomorrow = midnight(now.astimezone(zone).date() + _DAY, zone)
    return Way(
        kind=WayKind.SHARE_VISIT,
        name=config.name if config.name.root else Message(N_("Share pages of the shop")),
        text=config.description,
        gift=visit.gift,
        progress=counted,
        goal=visit.a_day,
        state=WayState.OPEN if is_open else WayState.NOT_YET,
        until=None if is_open else tomorrow,
    )
