"""Asking what an order earns at one rate."""

from zoneinfo import ZoneInfo

from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.earning.conditions import Occasion
from saleor_loyalty.features.earning.config import EarningConfig
from saleor_loyalty.features.earning.rules import Breakdown, explain, question_of
from saleor_loyalty.values.points import Unit
from saleor_loyalty.values.rate import Rate
from tests.shop import NOON


def decide_award(order: OrderFact, config: EarningConfig, rate: Rate) -> Breakdown:
    zone = ZoneInfo("UTC")
    rates = {
        order.currency: {
            "points": rate.points,
            "minor": rate.minor,
            "whole_steps": rate.whole_steps,
        }
    }
    question = question_of(
        order,
        EarningConfig.model_validate({**config.to_json(), "rates": rates}),
        owner="points",
        unit=Unit.POINTS,
        occasion=Occasion(at=NOON, zone=zone, member_zone=zone, currency=order.currency),
    )
    return explain(order, question)
