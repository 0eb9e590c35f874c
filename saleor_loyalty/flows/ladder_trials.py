"""A dry run of a draft of the ladder: who would move if it were activated. Nobody is moved.

Members are looked at in order of their ids, some at a time; a trial that was killed goes on where
it was. Small shops have the answer at once.
"""

import logging
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..features.tiers.grants import put_together
from ..features.tiers.models import LadderState, LadderTrial, TrialState
from ..features.tiers.replay import Version, replay
from ..values.identity import new_public_id
from .ladder_terms import LadderDocument, Ladders
from .ladders import known_version
from .tier_facts import facts_of
from .tiers import open_grants

logger = logging.getLogger(__name__)

_STEP = 500
_MOVES_KEPT = 200


@transaction.atomic
def start(number: int, *, actor: str, now: datetime) -> LadderTrial:
    """Begins to try a draft as it is now. Raises NOT_FOUND, INVALID for one that is no draft."""
    draft = known_version(number)
    if draft.state != LadderState.DRAFT:
        raise LoyaltyError(Code.INVALID, N_("Only a draft can be tried."), field="id")
    trial = LadderTrial.objects.create(
        public_id=new_public_id(),
        ladder_version=draft,
        config=LadderDocument.parse(draft.config).to_json(),
        at=now,
        actor=actor,
    )
    trial.refresh_from_db(fields=["created_at"])
    return trial


def known_trial(public_id: UUID) -> LadderTrial:
    """Raises NOT_FOUND."""
    trial = LadderTrial.objects.filter(public_id=public_id).first()
    if trial is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such trial."), field="id")
    return trial


def work(*, limit: int = _STEP) -> bool:
    """One step of every trial that is running; whether there is more to do."""
    running = LadderTrial.objects.filter(state=TrialState.RUNNING).order_by("pk")
    more = [_try_step(pk, limit) for pk in running.values_list("pk", flat=True)]
    return any(more)


@transaction.atomic
def step(trial_id: int, *, limit: int = _STEP) -> bool:
    """Looks at up to `limit` members; whether there are more. Two at once are in turn."""
    trial = LadderTrial.objects.select_for_update(no_key=True).filter(pk=trial_id).first()
    if trial is None or trial.state != TrialState.RUNNING:
        return False
    found = Member.objects.filter(merged_into__isnull=True, pk__gt=trial.last_member_id)
    members = list(found.select_related("tier").order_by("pk")[:limit])
    _note(trial, _moves(trial, members))
    if members:
        trial.last_member_id = members[-1].pk
        trial.members += len(members)
    if len(members) < limit:
        trial.state = TrialState.DONE
    trial.save(update_fields=["state", "members", "last_member_id", "counts", "moves"])
    return trial.state == TrialState.RUNNING


def _try_step(trial_id: int, limit: int) -> bool:
    """One trial that fails does not keep the others waiting; the beat tries it again."""
    try:
        return step(trial_id, limit=limit)
    except Exception:
        logger.exception("a step of ladder trial %s failed", trial_id)
        return False


_Move = tuple[Member, str | None, str | None]


def _moves(trial: LadderTrial, members: list[Member]) -> list[_Move]:
    """Every one of them with the tier they are in and the one they would be in."""
    if not members:
        return []
    config = LadderDocument.parse(trial.config)
    versions, reads = _versions(trial, config)
    ids = [member.pk for member in members]
    facts = facts_of(ids, reads, now=trial.at)
    grants = open_grants(ids)
    found = []
    for member in members:
        path = replay(versions, facts[member.pk], joined_at=member.joined_at, now=trial.at)
        given = put_together(config, path.last.tier, grants.get(member.pk, ()), trial.at)
        found.append((member, member.tier.slug if member.tier else None, given.tier))
    return found


def _versions(trial: LadderTrial, config: LadderDocument) -> tuple[list[Version], frozenset[str]]:
    """What was in force when it was begun, and the draft from that moment on."""
    ladders = Ladders.load()
    known = [one for one in ladders.versions if one.valid_from <= trial.at]
    number = max((one.number for one in known), default=0) + 1
    return [*known, Version(number, trial.at, config)], ladders.reads | config.reads


def _note(trial: LadderTrial, moves: list[_Move]) -> None:
    counts = {(count["from"], count["to"]): count["members"] for count in trial.counts}
    for _, before, after in moves:
        counts[before, after] = counts.get((before, after), 0) + 1
    trial.counts = [
        {"from": before, "to": after, "members": number}
        for (before, after), number in sorted(counts.items(), key=_by_tiers)
    ]
    kept: list[dict[str, Any]] = trial.moves
    moved = [one for one in moves if one[1] != one[2]][: _MOVES_KEPT - len(kept)]
    trial.moves = kept + [
        {"member": str(member.public_id), "from": before, "to": after}
        for member, before, after in moved
    ]


def _by_tiers(count: tuple[tuple[str | None, str | None], int]) -> tuple[str, str]:
    (before, after), _ = count
    return before or "", after or ""
