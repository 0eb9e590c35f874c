"""Everything a merchant configures, as a form needs it: its JSON schema, and each place at fault.

The models that say what a flow reads are the only place where it is written down.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import ValidationError

from ..errors import Message
from ..features.check_ins.config import CheckInConfig
from ..features.earning.conditions import KINDS
from ..features.flash_sales.config import FlashSaleConfig
from ..features.group_buys.config import OfferConfig
from ..features.growth_packs.config import PackConfig
from ..features.lottery.config import LotteryConfig
from ..features.occasions.config import OccasionsConfig
from ..features.referrals.config import ReferralsConfig
from ..features.reviews.config import ReviewConfig
from ..features.rewards.config import RewardConfig
from ..features.shares.config import ShareConfig
from ..features.tasks.config import TaskConfig
from ..values.config import Config
from ..values.faults import faults_of
from .campaign_terms import CampaignConfig
from .ladder_terms import LadderDocument
from .membership_terms import PlanDocument
from .terms import ProgrammeConfig


class Configured(StrEnum):
    """What has a configuration."""

    PROGRAMME = "programme"
    CAMPAIGN = "campaign"
    LADDER = "ladder"
    PLAN = "plan"
    GROWTH_PACK = "growth_pack"
    REWARD = "reward"
    LOTTERY = "lottery"
    FLASH_SALE = "flash_sale"
    GROUP_OFFER = "group_offer"
    TASK = "task"
    CHECK_INS = "check_ins"
    REVIEWS = "reviews"
    SHARES = "shares"
    REFERRALS = "referrals"
    OCCASIONS = "occasions"


_MODELS: Mapping[Configured, type[Config]] = {
    Configured.PROGRAMME: ProgrammeConfig,
    Configured.CAMPAIGN: CampaignConfig,
    Configured.LADDER: LadderDocument,
    Configured.PLAN: PlanDocument,
    Configured.GROWTH_PACK: PackConfig,
    Configured.REWARD: RewardConfig,
    Configured.LOTTERY: LotteryConfig,
    Configured.FLASH_SALE: FlashSaleConfig,
    Configured.GROUP_OFFER: OfferConfig,
    Configured.TASK: TaskConfig,
    Configured.CHECK_INS: CheckInConfig,
    Configured.REVIEWS: ReviewConfig,
    Configured.SHARES: ShareConfig,
    Configured.REFERRALS: ReferralsConfig,
    Configured.OCCASIONS: OccasionsConfig,
}
# Those whose definitions have the conditions of rules among them.
_WITH_CONDITIONS = (Configured.PROGRAMME, Configured.CAMPAIGN)
_IN_CATALOGUE = ("product", "variant", "category", "collection")


@dataclass(frozen=True, slots=True)
class Fault:
    """`place` leads to it as the document is written: earning.rates.USD.points, rules.0.percent.

    `missing`: it is only not filled in yet.
    """

    place: str
    said: Message
    missing: bool = False


@cache
def schema_of(subject: Configured) -> dict[str, Any]:
    """JSON Schema 2020-12. Beside what that knows:

    `x-group` of a condition (what, when, where, who, how_much, event, together), and `x-catalogue`
    where it names things of the shop's catalogue.
    """
    schema = _MODELS[subject].model_json_schema()
    if subject in _WITH_CONDITIONS:
        for kind in KINDS:
            definition = schema["$defs"][kind.__name__]
            group = kind.__module__.rpartition(".")[2]
            definition["x-group"] = group if group != "conditions" else "together"
            named = definition["properties"]["kind"]["const"]
            if named in _IN_CATALOGUE:
                definition["x-catalogue"] = named
    return schema


def faults_in(subject: Configured, document: Any) -> list[Fault]:
    """What saving would refuse by the document alone, without looking at what is there."""
    try:
        _MODELS[subject].model_validate(document)
    except ValidationError as error:
        found = [
            Fault(_place(one.place, document), one.said, one.missing) for one in faults_of(error)
        ]
        return [fault for fault in found if not _comes_of_another(fault, found)]
    return []


def _comes_of_another(fault: Fault, found: Sequence[Fault]) -> bool:
    """A list whose only item is at fault is called too short as well."""
    inside = f"{fault.place}."
    return any(other.place.startswith(inside) for other in found)


def _place(parts: Sequence[str | int], document: Any) -> str:
    """Without the names of kinds, which pydantic puts between the places of a choice."""
    place: list[str] = []
    there: Any = document
    for part in parts:
        if isinstance(there, dict) and part not in there and part == there.get("kind"):
            continue
        place.append(str(part))
        if isinstance(there, dict):
            there = there.get(str(part))
        elif isinstance(there, list | tuple) and isinstance(part, int) and part < len(there):
            there = there[part]
        else:
            there = None
    return ".".join(place)
