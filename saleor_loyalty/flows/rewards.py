"""The catalogue as staff keep it. A redemption keeps what it was promised, whatever changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from ..errors import N_, Code, LoyaltyError
from ..features.rewards.config import RewardConfig
from ..features.rewards.models import Reward, RewardCategory
from ..values.sentences import TOO_MANY
from ..values.slug import checked_slug
from ..values.source_key import digest_of
from ..values.texts import GIVE_A_NAME, Texts

MOST_CATEGORIES = 100
LAST_POSITION = 1_000_000
MOST_STOCK = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where and when a reward is offered. `stock` None: any number; `category` by slug."""

    category: str | None = None
    position: int = 0
    stock: int | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None


@transaction.atomic
def create_reward(slug: str, config: Any, placing: Placing, *, active: bool = False) -> Reward:
    """Raises INVALID naming each place at fault, or for a slug there is; NOT_FOUND."""
    document = RewardConfig.parse(config)
    _check(placing)
    category = _category_of(placing)
    reward, made = Reward.objects.get_or_create(
        slug=checked_slug(slug),
        defaults={
            "kind": document.gives.kind,
            "config": document.to_json(),
            "active": active,
            "category": category,
            "position": placing.position,
            "stock": placing.stock,
            "starts_at": placing.starts_at,
            "ends_at": placing.ends_at,
        },
    )
    if not made:
        raise LoyaltyError(Code.INVALID, N_("This slug is taken."), field="slug")
    return reward


@transaction.atomic
def update_reward(slug: str, config: Any, placing: Placing, *, revision: str) -> Reward:
    """Replaces all of it but its kind. Raises INVALID, NOT_FOUND, CHANGED_MEANWHILE."""
    document = RewardConfig.parse(config)
    _check(placing)
    reward = _locked(slug)
    if revision != revision_of(reward):
        raise LoyaltyError(
            Code.CHANGED_MEANWHILE,
            N_("Somebody else has changed this since you read it."),
            field="revision",
        )
    if document.gives.kind != reward.kind:
        raise LoyaltyError(Code.INVALID, N_("The kind of a reward never changes."), field="config")
    if placing.stock is not None and placing.stock < reward.taken:
        raise LoyaltyError(
            Code.INVALID,
            N_("%(taken)s have been taken already."),
            field="stock",
            taken=reward.taken,
        )
    reward.config = document.to_json()
    reward.category = _category_of(placing)
    reward.position, reward.stock = placing.position, placing.stock
    reward.starts_at, reward.ends_at = placing.starts_at, placing.ends_at
    reward.save()
    return reward


@transaction.atomic
def set_active(slug: str, active: bool) -> Reward:
    """Shows it, or takes it out of the mall; what was redeemed stays. Raises NOT_FOUND."""
    reward = _locked(slug)
    if reward.active != active:
        reward.active = active
        reward.save(update_fields=["active", "updated_at"])
    return reward


def save_category(slug: str, name: Texts, *, position: int) -> RewardCategory:
    """Makes it, or changes its name and position. Raises INVALID, LIMIT_EXCEEDED."""
    if not name.root:
        raise LoyaltyError(Code.INVALID, GIVE_A_NAME, field="name")
    _check_position(position)
    known = checked_slug(slug)
    others = RewardCategory.objects.exclude(slug=known)
    if others.count() >= MOST_CATEGORIES:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED,
            TOO_MANY,
            field="slug",
            count=MOST_CATEGORIES,
        )
    category, _ = RewardCategory.objects.update_or_create(
        slug=known, defaults={"name": name.root, "position": position}
    )
    return category


def delete_category(slug: str) -> None:
    """Its rewards stay, without a category. Raises NOT_FOUND."""
    deleted, _ = RewardCategory.objects.filter(slug=slug).delete()
    if not deleted:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such category."), field="id")


def categories() -> list[RewardCategory]:
    return list(RewardCategory.objects.order_by("position", "pk")[:MOST_CATEGORIES])


def offered(*, now: datetime) -> Q:
    """Those that are in the mall at that moment."""
    begun = Q(starts_at=None) | Q(starts_at__lte=now)
    shown = Q(active=True) & ~Q(config__contains={"gifts_only": True})
    return shown & begun & (Q(ends_at=None) | Q(ends_at__gt=now))


def config_of(document: Any) -> RewardConfig:
    return RewardConfig.of_document(document)


def revision_of(reward: Reward) -> str:
    """Another text for every other content; what members take changes nothing of it."""
    said: Sequence[Any] = (
        reward.config,
        reward.category_id,
        reward.position,
        reward.stock,
        reward.starts_at,
        reward.ends_at,
    )
    return f"{digest_of({'reward': said}) & (2**64 - 1):016x}"


def take(reward: Reward, pieces: int) -> bool:
    """From the stock, if there is as much. The caller's transaction holds the row from here on."""
    enough = Q(stock=None) | Q(stock__gte=F("taken") + pieces)
    found = Reward.objects.filter(enough, pk=reward.pk)
    return bool(found.update(taken=F("taken") + pieces))


def put_back(reward_id: int, pieces: int) -> None:
    if pieces > 0:
        Reward.objects.filter(pk=reward_id).update(taken=F("taken") - pieces)


def _locked(slug: str) -> Reward:
    reward = Reward.objects.select_for_update(no_key=True).filter(slug=slug).first()
    if reward is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such reward."), field="id")
    return reward


def _category_of(placing: Placing) -> RewardCategory | None:
    if placing.category is None:
        return None
    category = RewardCategory.objects.filter(slug=placing.category).first()
    if category is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such category."), field="categoryId")
    return category


def _check(placing: Placing) -> None:
    _check_position(placing.position)
    if placing.stock is not None and not 0 <= placing.stock <= MOST_STOCK:
        raise LoyaltyError(
            Code.INVALID,
            N_("A whole number from %(least)s to %(most)s is needed."),
            least=0,
            field="stock",
            most=MOST_STOCK,
        )
    starts_at, ends_at = placing.starts_at, placing.ends_at
    if starts_at is not None and ends_at is not None and ends_at <= starts_at:
        raise LoyaltyError(
            Code.INVALID, N_("The end must lie after the beginning."), field="endsAt"
        )


def _check_position(position: int) -> None:
    if not 0 <= position <= LAST_POSITION:
        raise LoyaltyError(
            Code.INVALID,
            N_("A whole number from %(least)s to %(most)s is needed."),
            least=0,
            field="position",
            most=LAST_POSITION,
        )
