"""Points that live longer by hand, and points that end because nothing happened."""

from datetime import datetime
from typing import Any
from uuid import UUID

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..features.programme.models import ProgrammeVersion, VersionState
from ..ledger import post
from ..ledger.accounts import account_id
from ..ledger.models import Entry, Lot
from ..values.points import Unit
from .points import checked_reason
from .terms import Catalogue, Terms

_FURTHEST = 100


def extend(
    member: Member,
    *,
    until: datetime | None,
    before: datetime | None = None,
    reason: str,
    source: str,
    actor: str,
    now: datetime,
) -> post.Posted:
    """Lets all points that expire before `before` (None: all) live until `until` (None: for good).

    Nothing expires sooner by it. Raises REQUIRED without a reason, INVALID for an end that is not
    in the future or where there is nothing to extend, MEMBER_CLOSED, SOURCE_KEY_CONFLICT.
    """
    account = _account(member, until, now)
    data = _data(reason, actor)
    return post.extend(account, until=until, before=before, source=source, now=now, data=data)


def extend_lot(
    member: Member,
    entry: UUID,
    *,
    until: datetime | None,
    reason: str,
    source: str,
    actor: str,
    now: datetime,
) -> post.Posted:
    """The same for the points that one entry brought, named by its key. Also raises NOT_FOUND."""
    account = _account(member, until, now)
    data = _data(reason, actor)
    lot = _lot(account, entry)
    return post.extend(account, until=until, lot=lot, source=source, now=now, data=data)


def silent_since(*, now: datetime) -> datetime | None:
    """Who was last heard of before then loses their points; None: nobody does.

    A member has one account, so the programme that is patient longest decides, and one that never
    ends points by inactivity keeps all. A rule counts from the day it came into force: the time
    before it is held against nobody.
    """
    patience: list[datetime] = []
    for history in _histories():
        in_force = [terms for terms in history if terms.valid_from <= now]
        if not in_force:
            continue
        expiry, zone = in_force[0].config.earning.expiry, in_force[0].config.zone
        since = expiry.inactive_since(now, zone)
        if since is None or not _has_said_so_since(in_force, since):
            return None
        patience.append(since)
    return min(patience, default=None)


def _histories() -> list[list[Terms]]:
    """The versions of each active programme, newest first."""
    catalogue = Catalogue.load()
    found: dict[str, list[Terms]] = {}
    versions = ProgrammeVersion.objects.filter(
        programme__active=True, state=VersionState.ACTIVE
    ).order_by("-valid_from", "-number")
    for pk in versions.values_list("pk", flat=True):
        terms = catalogue.version(pk)
        found.setdefault(terms.programme, []).append(terms)
    return list(found.values())


def _has_said_so_since(newest_first: list[Terms], since: datetime) -> bool:
    for terms in newest_first:
        if terms.config.earning.expiry.inactivity_months is None:
            return False
        if terms.valid_from < since:
            return True
    return False


def _account(member: Member, until: datetime | None, now: datetime) -> int:
    if until is not None and until <= now:
        raise LoyaltyError(Code.INVALID, N_("The end must lie in the future."), field="until")
    if until is not None and until.year > now.year + _FURTHEST:
        raise LoyaltyError(
            Code.INVALID,
            N_("The end is at most %(most)s years ahead."),
            field="until",
            most=_FURTHEST,
        )
    if member.merged_into_id is not None:
        raise LoyaltyError(Code.MEMBER_CLOSED, N_("This member was merged into another."))
    return account_id(member.pk, Unit.POINTS)


def _lot(account: int, entry: UUID) -> int:
    brought = Entry.objects.filter(account_id=account, key=entry)
    lots = Lot.objects.filter(account_id=account, seq__in=brought.values("seq"))
    seq = lots.values_list("seq", flat=True).first()
    if seq is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("This entry brought no points."), field="entryId")
    return seq


def _data(reason: str, actor: str) -> dict[str, Any]:
    return {"reason": "extended", "text": checked_reason(reason), "actor": actor}
