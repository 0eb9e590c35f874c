"""Whether what a setting gives is there to be given."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ..errors import N_, Code, LoyaltyError
from ..features.rewards.models import Reward
from ..values.gift import Gift


def check_gifts(config: BaseModel) -> None:
    """Raises INVALID for a reward that is not in the mall, or that goes into a checkout."""
    wanted = {gift.reward for gift in gifts_in(config) if gift.reward is not None}
    kinds = dict(Reward.objects.filter(slug__in=wanted).values_list("slug", "kind"))
    for slug in sorted(wanted):
        if slug not in kinds:
            raise LoyaltyError(
                Code.INVALID, N_("There is no reward %(reward)s."), field="config", reward=slug
            )
        if kinds[slug] == "product":
            raise LoyaltyError(
                Code.INVALID,
                N_("%(reward)s is a product: members put it into a checkout, it cannot be given."),
                field="config",
                reward=slug,
            )


def gifts_in(found: Any) -> Iterator[Gift]:
    """All there are, however deep."""
    if isinstance(found, Gift):
        yield found
    elif isinstance(found, BaseModel):
        for name in type(found).model_fields:
            yield from gifts_in(getattr(found, name))
    elif isinstance(found, Mapping):
        for one in found.values():
            yield from gifts_in(one)
    elif isinstance(found, list | tuple):
        for one in found:
            yield from gifts_in(one)
