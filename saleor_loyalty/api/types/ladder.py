"""The ladder in its versions, as an answer to staff."""

from typing import Any
from uuid import UUID

import graphene

from ...features.tiers.models import LadderState, LadderTrial, LadderVersion, TrialState
from ...features.tiers.service import newest_activated, revision_of
from ...flows.ladder_trials import known_trial
from ...flows.member_list import name_of
from ...flows.tier_review import placed_in_newest_ladder
from ..context import viewer_of
from ..errors import refusing
from ..ids import to_global, uuid_of
from ..ladders import TRIAL, MemberOfTrial, TrialsOfVersion, version_id
from ..loaders import loader
from ..members import TYPE as MEMBER
from ..pagination import check_size
from ..scalars import LoyaltyDateTime, LoyaltyJSON
from ..viewer import Permission

_FIRST = graphene.Int(required=True, description="How many, at most 100.")

LoyaltyLadderState = graphene.Enum(
    "LoyaltyLadderState",
    [(state.name, state.value) for state in LadderState],
    description="A draft may be edited and moves nobody; an activated one never changes.",
)
LoyaltyTrialState = graphene.Enum(
    "LoyaltyTrialState",
    [(state.name, state.value) for state in TrialState],
    description=lambda value: None if value is None else f"{TrialState(value.value).label}.",
)


class LoyaltyLadderTrialCount(graphene.ObjectType):
    """How many members are in one tier and would be in another, or the same."""

    from_tier = graphene.String(description="Slug. Null: below the first tier.")
    to_tier = graphene.String(description="Slug. Null: below the first tier.")
    members = graphene.Int(required=True)


class LoyaltyLadderTrialMove(graphene.ObjectType):
    """A member who would move."""

    member_id = graphene.ID(required=True)
    email = graphene.String(required=True, description="As it is now.")
    name = graphene.String(required=True, description="As the account has it; empty for a guest.")
    from_tier = graphene.String(description="Slug. Null: below the first tier.")
    to_tier = graphene.String(description="Slug. Null: below the first tier.")

    @staticmethod
    def resolve_member_id(move: dict[str, Any], _info: object) -> str:
        return to_global(MEMBER, move["member"])

    @staticmethod
    def resolve_email(move: dict[str, Any], info: Any) -> Any:
        return _member(move, info).then(lambda member: member.email if member else "")

    @staticmethod
    def resolve_name(move: dict[str, Any], info: Any) -> Any:
        return _member(move, info).then(lambda member: name_of(member) if member else "")

    @staticmethod
    def resolve_from_tier(move: dict[str, Any], _info: object) -> Any:
        return move["from"]

    @staticmethod
    def resolve_to_tier(move: dict[str, Any], _info: object) -> Any:
        return move["to"]


def _member(move: dict[str, Any], info: Any) -> Any:
    return loader(info, MemberOfTrial).load(UUID(move["member"]))


class LoyaltyLadderTrial(graphene.ObjectType):
    """Who would move if a draft were activated. Nobody is moved."""

    id = graphene.ID(required=True)
    state = LoyaltyTrialState(required=True)
    at = LoyaltyDateTime(required=True, description="As of when it is worked out.")
    members = graphene.Int(required=True, description="So many have been looked at.")
    counts = graphene.List(graphene.NonNull(LoyaltyLadderTrialCount), required=True)
    moves = graphene.List(
        graphene.NonNull(LoyaltyLadderTrialMove),
        required=True,
        first=_FIRST,
        description="The first of those who would move; at most 200 are kept. Empty without "
        "MANAGE_MEMBERS.",
    )
    config = LoyaltyJSON(required=True, description="The draft as it was tried.")
    actor = graphene.String(required=True, description="Who tried it: user:5, app:2.")
    created_at = LoyaltyDateTime(required=True)

    @staticmethod
    def resolve_id(trial: LadderTrial, _info: object) -> str:
        return to_global(TRIAL, trial.public_id)

    @staticmethod
    def resolve_counts(trial: LadderTrial, _info: object) -> list[LoyaltyLadderTrialCount]:
        return [
            LoyaltyLadderTrialCount(
                from_tier=count["from"], to_tier=count["to"], members=count["members"]
            )
            for count in trial.counts
        ]

    @staticmethod
    @refusing
    def resolve_moves(trial: LadderTrial, info: Any, first: int) -> list[dict[str, Any]]:
        size = check_size(first)
        found: list[dict[str, Any]] = trial.moves
        return found[:size] if viewer_of(info).may(Permission.MANAGE_MEMBERS) else []


class LoyaltyLadderVersion(graphene.ObjectType):
    """What the ladder says from a moment on."""

    id = graphene.ID(required=True)
    number = graphene.Int(required=True)
    state = LoyaltyLadderState(required=True)
    valid_from = LoyaltyDateTime(description="Null for a draft.")
    config = LoyaltyJSON(required=True, description="The ladder, as the merchant wrote it.")
    revision = graphene.String(
        required=True,
        description="Give it back with an edit: it is refused where somebody else was faster.",
    )
    trials = graphene.List(
        graphene.NonNull(LoyaltyLadderTrial),
        required=True,
        first=_FIRST,
        description="What was tried of it, newest first.",
    )

    @staticmethod
    def resolve_id(version: LadderVersion, _info: object) -> str:
        return version_id(version)

    @staticmethod
    def resolve_revision(version: LadderVersion, _info: object) -> str:
        return revision_of(version)

    @staticmethod
    @refusing
    def resolve_trials(version: LadderVersion, info: Any, first: int) -> Any:
        return loader(info, TrialsOfVersion).load((version.pk, check_size(first)))


class LoyaltyLadder(graphene.ObjectType):
    """The ladder of tiers: there is one, in versions."""

    in_force = graphene.Field(LoyaltyLadderVersion, description="Null before the first.")
    everybody_placed = graphene.Boolean(
        required=True,
        description="Whether all members have been placed in the one in force; the worker does it.",
    )
    versions = graphene.List(
        graphene.NonNull(LoyaltyLadderVersion),
        required=True,
        first=_FIRST,
        description="Newest first, drafts among them.",
    )
    trial = graphene.Field(
        LoyaltyLadderTrial, id=graphene.ID(required=True), description="How far a trial is."
    )

    @staticmethod
    def resolve_in_force(_root: object, _info: object) -> LadderVersion | None:
        return newest_activated()

    @staticmethod
    def resolve_everybody_placed(_root: object, _info: object) -> bool:
        return placed_in_newest_ladder()

    @staticmethod
    @refusing
    def resolve_versions(_root: object, _info: object, first: int) -> list[LadderVersion]:
        return list(LadderVersion.objects.order_by("-number")[: check_size(first)])

    @staticmethod
    @refusing
    def resolve_trial(_root: object, _info: object, id: str) -> LadderTrial:
        return known_trial(uuid_of(id, TRIAL))
