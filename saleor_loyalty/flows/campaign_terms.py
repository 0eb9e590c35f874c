"""What a campaign says, and what it adds to the rules of its programme at a moment.

It joins two features that do not know each other: campaigns with their windows, and earning with
its conditions and rules.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, model_validator

from ..errors import N_, FaultError
from ..features.campaigns.models import Campaign, CampaignState
from ..features.earning.conditions import All, Condition, ConditionBase
from ..features.earning.config import EarningConfig
from ..features.earning.rule_config import Budget, Rule, RuleConfig
from ..values.config import Config
from ..values.faults import NEVER_HOLDS, refuse_twice
from ..values.texts import GIVE_A_NAME, Texts

_WHEN = frozenset({"all", "any", "not", "weekday", "month_day", "hours", "dates", "birthday"})


class Pause(Config):
    """From (inclusive) until (exclusive); None: it lasts."""

    from_: AwareDatetime = Field(alias="from")
    until: AwareDatetime | None = None

    def covers(self, at: datetime) -> bool:
        return self.from_ <= at and (self.until is None or at < self.until)


class CampaignConfig(Config):
    """`schedule` says which moments of the window count, `audience` for whom; the budget is for
    all rules together. `pauses` are written by pausing and resuming, never by hand.
    """

    name: Texts
    description: Texts = Texts({})
    schedule: Condition | None = None
    audience: Condition | None = None
    rules: Annotated[tuple[Rule, ...], Field(min_length=1, max_length=20)]
    budget: Budget | None = None
    pauses: tuple[Pause, ...] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if not self.name.root:
            raise FaultError(GIVE_A_NAME, at="name", missing=True)
        slugs = [rule.slug for rule in self.rules]
        refuse_twice(slugs, at="rules")
        if any(rule.shared_budget for rule in self.rules):
            raise FaultError(
                N_("The rules draw on the campaign's own budget together."), at="rules"
            )
        self._refuse_contradiction("schedule", self.schedule)
        self._refuse_contradiction("audience", self.audience)
        other = self.schedule.kinds() - _WHEN if self.schedule is not None else frozenset()
        if other:
            raise FaultError(
                N_("“%(kind)s” says nothing about when."), at="schedule", kind=min(other)
            )
        return self

    @property
    def has_limits(self) -> bool:
        return self.budget is not None or any(rule.caps or rule.budget for rule in self.rules)

    @staticmethod
    def _refuse_contradiction(place: str, tree: ConditionBase | None) -> None:
        why = tree.contradiction() if tree is not None else None
        if why is not None:
            raise FaultError(NEVER_HOLDS, at=place, why=why)


@dataclass(frozen=True, slots=True)
class CampaignTerms:
    """One campaign as the flows use it. `ends_at` None: until it is ended by hand."""

    slug: str
    programme: str
    state: CampaignState
    starts_at: datetime
    ends_at: datetime | None
    config: CampaignConfig

    def runs_at(self, at: datetime) -> bool:
        """As it was at that moment, whatever it is now: a late order earns what it would have."""
        if self.state is CampaignState.DRAFT or at < self.starts_at:
            return False
        if self.ends_at is not None and at >= self.ends_at:
            return False
        return not any(pause.covers(at) for pause in self.config.pauses)

    @property
    def budget_name(self) -> str:
        """No budget of a programme has such a name: they are slugs."""
        return f"campaign:{self.slug}"

    def rules(self) -> list[RuleConfig]:
        """Its rules as the programme's engine takes them: "<campaign>.<rule>"."""
        shared = self.budget_name if self.config.budget is not None else ""
        return [
            rule.model_copy(
                update={
                    "slug": f"{self.slug}.{rule.slug}",
                    "when": self._when(rule),
                    "shared_budget": shared,
                }
            )
            for rule in self.config.rules
        ]

    def _when(self, rule: RuleConfig) -> ConditionBase | None:
        given = (self.config.schedule, self.config.audience, rule.when)
        parts = [part for part in given if part is not None]
        if len(parts) < 2:
            return parts[0] if parts else None
        return All.model_construct(kind="all", of=tuple(parts))


def campaign_terms(campaign: Campaign) -> CampaignTerms:
    return CampaignTerms(
        slug=campaign.slug,
        programme=campaign.programme.slug,
        state=CampaignState(campaign.state),
        starts_at=campaign.starts_at,
        ends_at=campaign.ends_at,
        config=CampaignConfig.of_document(campaign.config),
    )


def running_always(slug: str, config: CampaignConfig) -> CampaignTerms:
    """To be tried: whatever its window is, whether or not it is paused."""
    return CampaignTerms(
        slug=slug or "draft",
        programme="",
        state=CampaignState.ACTIVE,
        starts_at=datetime.min.replace(tzinfo=UTC),
        ends_at=None,
        config=config,
    )


def with_campaigns(earning: EarningConfig, campaigns: Iterable[CampaignTerms]) -> EarningConfig:
    """The programme's rules and theirs; each was checked when it was written."""
    added = list(campaigns)
    own = {name: getattr(earning, name) for name in EarningConfig.model_fields}
    budgets = {one.budget_name: one.config.budget for one in added if one.config.budget is not None}
    return EarningConfig.model_construct(
        **{
            **own,
            "rules": (*earning.rules, *(rule for one in added for rule in one.rules())),
            "budgets": {**earning.budgets, **budgets},
        }
    )
