"""How orders earn, as a merchant writes it down."""

from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from ...errors import N_, FaultError
from ...features.earning.rule_config import NO_GROUP
from ...values.config import Config, Currency, Days, RateConfig
from ...values.faults import refuse_twice
from ...values.points import Unit
from ...values.rate import Rate
from .conditions import Occasion
from .expiry_config import Expiry
from .rule_config import Budget, Cap, DatedRate, GroupMode, Rule, Slug, Stacking


class Basis(StrEnum):
    NET = "net"
    GROSS = "gross"


class MaturityKind(StrEnum):
    """When pending points become available."""

    AT_ONCE = "at_once"
    FULFILMENT = "fulfilment"
    DAYS_AFTER_PAYMENT = "days_after_payment"
    DAYS_AFTER_FULFILMENT = "days_after_fulfilment"


class Maturity(Config):
    kind: MaturityKind = MaturityKind.AT_ONCE
    days: Days = 0

    @model_validator(mode="after")
    def _days_where_they_mean_something(self) -> Self:
        counts_days = self.kind in (
            MaturityKind.DAYS_AFTER_PAYMENT,
            MaturityKind.DAYS_AFTER_FULFILMENT,
        )
        if self.days and not counts_days:
            raise FaultError(N_("Days mean nothing here."), at="days")
        return self

    def waits_for_fulfilment(self) -> bool:
        return self.kind in (MaturityKind.FULFILMENT, MaturityKind.DAYS_AFTER_FULFILMENT)

    def matures_at(self, paid_at: datetime, fulfilled_at: datetime | None) -> datetime | None:
        """The moment, or None while it is not known yet."""
        if not self.waits_for_fulfilment():
            return paid_at + timedelta(days=self.days)
        return fulfilled_at + timedelta(days=self.days) if fulfilled_at else None


class EarningConfig(Config):
    rates: dict[Currency, RateConfig]
    growth_rates: dict[Currency, RateConfig] = {}
    basis: Basis = Basis.GROSS
    include_shipping: bool = False
    sale_items_earn: bool = True
    excluded_products: frozenset[str] = frozenset()
    excluded_categories: frozenset[str] = frozenset()
    excluded_collections: frozenset[str] = frozenset()
    excluded_customer_groups: frozenset[str] = frozenset()
    maturity: Maturity = Maturity()
    expiry: Expiry = Expiry()
    # For some time instead of the lasting rate of their currency.
    dated_rates: tuple[DatedRate, ...] = ()
    rules: Annotated[tuple[Rule, ...], Field(max_length=200)] = ()
    groups: dict[str, GroupMode] = {}
    stacking: Stacking = Stacking.ADD
    # What rules that name one of them (`shared_budget`) may give together.
    budgets: dict[Slug, Budget] = {}
    # For each unit and all rules together.
    caps: tuple[Cap, ...] = ()

    @model_validator(mode="after")
    def _rules_fit_together(self) -> Self:
        refuse_twice((rule.slug for rule in self.rules), at="rules")
        for number, rule in enumerate(self.rules):
            if rule.group and rule.group not in self.groups:
                raise FaultError(NO_GROUP, at=f"rules.{number}.group", group=rule.group)
            if rule.shared_budget and rule.shared_budget not in self.budgets:
                raise FaultError(
                    N_("There is no shared budget %(budget)s."),
                    at=f"rules.{number}.shared_budget",
                    budget=rule.shared_budget,
                )
        return self

    @cached_property
    def kinds_of_conditions(self) -> frozenset[str]:
        trees = [rule.when for rule in self.rules if rule.when is not None]
        return frozenset().union(*(tree.kinds() for tree in trees))

    @property
    def has_limits(self) -> bool:
        return bool(self.caps) or any(rule.caps or rule.budget for rule in self.rules)

    def may_earn(self, unit: Unit, currency: str) -> bool:
        """Whether there is any sense in asking: a rate, or some rule for the unit."""
        rates = self.rates if unit is Unit.POINTS else self.growth_rates
        return currency in rates or bool(self.rules) or bool(self.dated_rates)

    def rate_for(self, unit: Unit, occasion: Occasion) -> Rate | None:
        """The programme's own rate of the occasion's currency at its moment."""
        rates = self.rates if unit is Unit.POINTS else self.growth_rates
        if unit is Unit.POINTS:
            for dated in self.dated_rates:
                if dated.currency == occasion.currency and dated.holds(occasion.at):
                    return dated.rate
        lasting = rates.get(occasion.currency)
        return lasting.rate if lasting is not None else None
