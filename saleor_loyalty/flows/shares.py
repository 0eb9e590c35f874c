"""Links that members share, and who comes by them."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from .. import conf
from ..errors import N_, Code, LoyaltyError
from ..features.engagement.models import Subject
from ..features.member_events.names import Own
from ..features.members.models import Member
from ..features.members.service import whole
from ..features.referrals.models import Trace
from ..features.shares.config import ShareConfig, VisitConfig
from ..features.shares.models import ShareLink, ShareVisit
from ..features.shares.rules import checked_page, is_bot
from ..values.days import midnight
from ..values.likeness import trace_of
from . import traces
from .engagement import must_run, running
from .gates import check_member, lets_in
from .gifts import Happening, happen
from .locks import lock_subjects
from .member_events import undo_event
from .referral_locks import keep_members
from .terms import Catalogue, Terms

# Nobody shares more pages than this by hand.
MOST_LINKS = 500
LONGEST_CODE = 32
LONGEST_VISITOR = 200
LONGEST_AGENT = 1_000
_CODE_LENGTH = 10
_SIGNS = "23456789abcdefghjkmnpqrstvwxyz"
_MINUTE = timedelta(minutes=1)

COUNTED, SELF, CAP, BOT = "", "self", "cap", "bot"


@transaction.atomic
def share(member: Member, page: str, *, visitor: str = "", now: datetime) -> ShareLink:
    """The member's link to a page. `visitor` is what the storefront knows their browser by: a
    visit of it will not count.

    Raises NOT_FOUND where the shop does not offer it, INVALID for what is no page of the shop,
    LIMIT_EXCEEDED, FORBIDDEN, MEMBER_CLOSED.
    """
    check_member(member, must_run(Subject.SHARES, ShareConfig).config.gate, now=now)
    page = checked_page(page)
    traces.note_device(member, visitor, now=now)
    _in_turn(member.pk)
    _not_counted_after_all(member, _digest(visitor), now)
    known = ShareLink.objects.filter(member=member, page=page).first()
    if known is not None:
        return known
    if ShareLink.objects.filter(member=member).count() >= MOST_LINKS:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED, N_("You have shared as many pages as one can."), field="page"
        )
    code = "".join(secrets.choice(_SIGNS) for _ in range(_CODE_LENGTH))
    return ShareLink.objects.create(member=member, page=page, code=code, created_at=now)


def known_link(code: str) -> ShareLink:
    """Raises NOT_FOUND, also where the one who shared it has left."""
    found = (
        ShareLink.objects.select_related("member__tier", "member__merged_into")
        .filter(code=code.strip().lower())
        .first()
        if len(code) <= LONGEST_CODE
        else None
    )
    if found is not None:
        # Not kept: of two links to one page the one stays with who is no member any more.
        found.member = whole(found.member)
    if found is None or found.member.user_id is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such link."), field="code")
    return found


@transaction.atomic
def visit(
    code: str, visitor: str, *, user_agent: str, viewer: Member | None = None, now: datetime
) -> ShareLink:
    """Somebody came by the link. Whether it counts is nobody's business but the member's.

    `viewer` is who is logged in. Raises NOT_FOUND for a link that is none, REQUIRED without a
    visitor.
    """
    link = known_link(code)
    digest = _digest(visitor)
    if digest is None:
        raise LoyaltyError(Code.REQUIRED, N_("This must not be empty."), field="visitor")
    setting = running(Subject.SHARES, ShareConfig)
    config = setting.config.visit if setting is not None else None
    _in_turn(link.member_id)
    ShareLink.objects.filter(pk=link.pk).update(visits=F("visits") + 1)
    if viewer is not None and viewer.pk == link.member_id:
        traces.note_device(viewer, visitor, now=now)
        _not_counted_after_all(viewer, digest, now)
    if setting is None or config is None or is_bot(user_agent, config.bots):
        return link
    terms = Catalogue.load().in_force(setting.config.channel, now)
    if terms is not None and lets_in(setting.config.gate, link.member_id, now=now):
        _first_visit(_Visit(link, digest, now), setting.config, config, terms)
    return link


@dataclass(frozen=True, slots=True)
class _Visit:
    link: ShareLink
    visitor: UUID
    now: datetime


def _first_visit(visit: _Visit, config: ShareConfig, counting: VisitConfig, terms: Terms) -> None:
    """Later visits of the same visitor by any link of the member are none."""
    known = ShareVisit.objects.filter(member=visit.link.member_id)
    if known.filter(visitor=visit.visitor).exists():
        return
    if known.filter(at__gt=visit.now - _MINUTE).count() >= counting.a_minute:
        # Not kept: made-up visitors would fill the table.
        return
    why_not = _why_not(visit, counting, terms)
    row = ShareVisit.objects.create(
        link=visit.link,
        member_id=visit.link.member_id,
        visitor=visit.visitor,
        why_not=why_not,
        at=visit.now,
    )
    if why_not == COUNTED:
        _count(row, config, counting)


def _why_not(visit: _Visit, counting: VisitConfig, terms: Terms) -> str:
    own = Trace.objects.filter(member=visit.link.member_id, kind="device", digest=visit.visitor)
    if own.exists():
        return SELF
    counted = counted_today(visit.link.member_id, terms, visit.now)
    return COUNTED if counted < counting.a_day else CAP


def counted_today(member_id: int, terms: Terms, now: datetime) -> int:
    """On the shop's day: that of a member could be chosen."""
    zone = terms.config.zone
    today = midnight(now.astimezone(zone).date(), zone)
    counted = ShareVisit.objects.filter(member=member_id, why_not=COUNTED, at__gte=today)
    return counted.count()


def _count(row: ShareVisit, config: ShareConfig, counting: VisitConfig) -> None:
    happening = Happening(
        kind=Own.SHARE_VISIT,
        source=str(row.pk),
        occurred_at=row.at,
        about=row.link.page,
        name=config.name,
        attributes={"page": row.link.page[:200]},
        channel=config.channel,
    )
    row.event = happen(row.link.member, happening, counting.gift, now=row.at)
    row.save(update_fields=["event"])
    ShareLink.objects.filter(pk=row.link_id).update(counted=F("counted") + 1)


def _not_counted_after_all(member: Member, visitor: UUID | None, now: datetime) -> None:
    """It was the member's own browser, before they had logged in there."""
    if visitor is None:
        return
    row = ShareVisit.objects.filter(member=member, visitor=visitor, why_not=COUNTED).first()
    if row is None:
        return
    row.why_not = SELF
    row.save(update_fields=["why_not"])
    ShareLink.objects.filter(pk=row.link_id).update(counted=F("counted") - 1)
    if row.event is not None:
        undo_event(row.event, now=now)


def _digest(visitor: str) -> UUID | None:
    """As devices of members are kept, so that one is known by the other."""
    visitor = visitor.strip()
    if len(visitor) > LONGEST_VISITOR or not visitor.isprintable():
        raise LoyaltyError(
            Code.INVALID, N_("This has characters that cannot be printed."), field="visitor"
        )
    return trace_of("device", visitor, conf.trace_key()) if visitor else None


def _in_turn(member_id: int) -> None:
    keep_members([member_id])
    lock_subjects([f"share:{member_id}"])
