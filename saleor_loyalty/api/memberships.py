"""Ids of plans, packs and memberships as clients see them, and finding what they stand for."""

from collections.abc import Sequence
from uuid import UUID

from ..errors import N_, Code, LoyaltyError
from ..features.memberships.models import Membership
from ..flows.membership_terms import Plans
from ..flows.memberships import Saved, memberships_of_many, savings_of, trials_among
from .ids import public_of, uuid_of
from .loaders import Loader

PLAN, PACK, MEMBERSHIP = "LoyaltyPlan", "LoyaltyGrowthPack", "LoyaltyMembership"

_NONE = N_("There is no such membership.")


def plan_slug(global_id: str, *, field: str = "id") -> str:
    return public_of(global_id, PLAN, field=field)


def pack_slug(global_id: str) -> str:
    return public_of(global_id, PACK)


def own_membership(global_id: str, user_id: int) -> Membership:
    """Raises NOT_FOUND for another's as for one that is not there."""
    return _membership(uuid_of(global_id, MEMBERSHIP), member__user_id=user_id)


def known_membership(global_id: str) -> Membership:
    """Raises LoyaltyError INVALID or NOT_FOUND."""
    return _membership(uuid_of(global_id, MEMBERSHIP))


def _membership(public_id: UUID, **of: int) -> Membership:
    found = Membership.objects.filter(public_id=public_id, member__merged_into=None, **of)
    membership = found.select_related("plan", "member").first()
    if membership is None:
        raise LoyaltyError(Code.NOT_FOUND, _NONE, field="id")
    return membership


class AllPlans(Loader):
    """The plans. They are few, so that nothing waits for a batch of them."""

    _plans: Plans | None = None

    def get(self) -> Plans:
        if self._plans is None:
            self._plans = Plans.load()
        return self._plans


class MembershipsOfMember(Loader):
    """By member id: those they have and had."""

    def find(self, keys: list[int]) -> dict[int, list[Membership]]:
        return memberships_of_many(keys)


class SavingsOfMembership(Loader):
    """By the membership: what it saved against what it cost."""

    def find(self, keys: Sequence[Membership]) -> dict[Membership, list[Saved]]:
        found = savings_of(list(keys))
        return {key: found[key.pk] for key in keys}


class TrialsAmong(Loader):
    """By the membership: whether nothing but a trial has brought it."""

    def find(self, keys: Sequence[Membership]) -> dict[Membership, bool]:
        found = trials_among(list(keys))
        return {key: key.pk in found for key in keys}
