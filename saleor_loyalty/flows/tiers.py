"""Putting members into the tier that what they did, and what they were given, comes to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from .. import rows
from ..events import outbox
from ..features.members.models import Member
from ..features.tiers.grants import Given, put_together
from ..features.tiers.models import MoveCause, Standing, TierGrant, TierMove
from ..features.tiers.read import tiers_by_slug
from ..features.tiers.replay import Path, replay
from ..values.identity import new_public_id
from .ladder_terms import Ladders
from .tier_facts import facts_of

_STANDING = ["earned_tier", "since", "until", "in_grace", "review_at", "ladder_version"]


@dataclass(frozen=True, slots=True)
class Why:
    """What moves members, where it is not their facts and not time."""

    cause: MoveCause
    reason: str = ""
    actor: str = ""


def reevaluate_many(
    member_ids: Iterable[int],
    *,
    now: datetime,
    why: Why | None = None,
    changed: frozenset[str] | None = None,
    ladders: Ladders | None = None,
) -> int:
    """Works out anew where these members stand; returns how many moved to another tier.

    Comes out the same however often, and in whatever order facts became known. `changed` names the
    kinds of facts that did: where the ladder looks at none of them, there is nothing to do.
    """
    ids = sorted(set(member_ids))
    if not ids:
        return 0
    ladders = ladders or Ladders.load()
    if ladders.newest is None or (changed is not None and changed.isdisjoint(ladders.reads)):
        return 0
    members = Member.objects.filter(pk__in=ids, merged_into__isnull=True)
    locked = members.order_by("pk").select_for_update(no_key=True)
    work = _Work(ladders, now, why, list(locked))
    for member in work.members:
        work.place(member)
    work.write()
    return len(work.moves)


def move_grants(from_member: int, to_member: int) -> None:
    """What one person was given under two accounts is theirs under one; an invitation counts once.

    Time moves the first no more.
    """
    taken = TierGrant.objects.filter(member=to_member, invitation__isnull=False)
    mine = TierGrant.objects.filter(member=from_member)
    mine.exclude(invitation__in=taken.values("invitation")).update(member=to_member)
    Standing.objects.filter(member=from_member).update(review_at=None)


class _Work:
    """What a batch of members needs to be placed, and where they were placed."""

    def __init__(
        self, ladders: Ladders, now: datetime, why: Why | None, members: list[Member]
    ) -> None:
        ids = [member.pk for member in members]
        self.members = members
        self.moves: list[TierMove] = []
        self._ladders = ladders
        self._now = now
        self._why = why
        self._versions = ladders.versions
        self._facts = facts_of(ids, ladders.reads, now=now)
        self._tiers = tiers_by_slug()
        self._names = {tier.id: tier.slug for tier in self._tiers.values()}
        self._standings = Standing.objects.in_bulk(ids)
        self._grants = open_grants(ids)
        self._changed: list[Standing] = []

    def place(self, member: Member) -> None:
        facts = self._facts[member.pk]
        path = replay(self._versions, facts, joined_at=member.joined_at, now=self._now)
        assert self._ladders.newest is not None, "checked before"
        config = self._ladders.newest.config
        given = put_together(config, path.last.tier, self._grants.get(member.pk, ()), self._now)
        before = self._standings.get(member.pk)
        tier = self._id(given.tier)
        if tier != member.tier_id:
            self.moves.append(self._move(member, tier, given, path, before))
        review_at = _first(path.changes_at, given.changes_at, facts.more_at)
        standing = self._standing(member, path, review_at)
        if before is None or _differ(before, standing):
            self._changed.append(standing)

    def write(self) -> None:
        Standing.objects.bulk_create(
            self._changed, update_conflicts=True, unique_fields=["member"], update_fields=_STANDING
        )
        rows.insert(self.moves)
        by_tier: dict[int | None, list[int]] = {}
        for move in self.moves:
            by_tier.setdefault(move.to_tier_id, []).append(move.member_id)
        for tier_id, member_ids in by_tier.items():
            Member.objects.filter(pk__in=member_ids).update(tier_id=tier_id)
        outbox.emit(
            outbox.NewEffect(kind, f"member:{move.member_id}", f"{kind}/tier-move:{move.public_id}")
            for move in self.moves
            for kind in ("reprice", "mirror")
        )

    def _standing(self, member: Member, path: Path, review_at: datetime | None) -> Standing:
        assert self._ladders.newest is not None, "checked before"
        return Standing(
            member_id=member.pk,
            earned_tier_id=self._id(path.last.tier),
            since=path.since,
            until=path.last.until,
            in_grace=path.last.in_grace,
            review_at=review_at,
            ladder_version_id=self._ladders.newest.version_id,
        )

    def _move(
        self,
        member: Member,
        tier_id: int | None,
        given: Given,
        path: Path,
        before: Standing | None,
    ) -> TierMove:
        why, since = self._reason(member, given, path, before)
        return TierMove(
            public_id=new_public_id(),
            member_id=member.pk,
            from_tier_id=member.tier_id,
            to_tier_id=tier_id,
            cause=why.cause,
            reason=why.reason,
            actor=why.actor,
            since=since,
            moved_at=self._now,
        )

    def _reason(
        self, member: Member, given: Given, path: Path, before: Standing | None
    ) -> tuple[Why, datetime]:
        if self._why is not None:
            return self._why, self._now
        earned_before = before.earned_tier_id if before is not None else None
        fell = self._fell(given.tier, member.tier_id)
        if fell and member.tier_id != earned_before:
            # The tier was a given one, and nothing gives it any more.
            return Why(MoveCause.GRANT_ENDED), self._now
        if fell and path.last.cause is MoveCause.REACHED:
            # Nothing on the way went down: it leads elsewhere than it did before.
            return Why(MoveCause.TAKEN_BACK), self._now
        if given.grant is not None and not fell:
            grant = given.grant
            return Why(MoveCause(grant.kind), grant.reason, grant.actor), grant.starts_at
        return Why(path.last.cause), path.since

    def _fell(self, tier: str | None, tier_before: int | None) -> bool:
        assert self._ladders.newest is not None, "checked before"
        rank = self._ladders.newest.config.rank
        return rank(tier) < rank(self._names.get(tier_before or 0))

    def _id(self, slug: str | None) -> int | None:
        return self._tiers[slug].id if slug is not None else None


def open_grants(member_ids: list[int]) -> Mapping[int, list[TierGrant]]:
    found: dict[int, list[TierGrant]] = {}
    grants = TierGrant.objects.filter(member__in=member_ids, ended_at__isnull=True)
    for grant in grants.select_related("tier").order_by("pk"):
        found.setdefault(grant.member_id, []).append(grant)
    return found


def _differ(before: Standing, now: Standing) -> bool:
    return any(
        getattr(before, name) != getattr(now, name)
        for name in ("earned_tier_id", "since", "until", "in_grace", "review_at")
    ) or (before.ladder_version_id != now.ladder_version_id)


def _first(*moments: datetime | None) -> datetime | None:
    return min((one for one in moments if one is not None), default=None)
