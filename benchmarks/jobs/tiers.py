"""What it costs to know where everybody stands."""

from typing import Any

from benchmarks.jobs.clock import timed
from benchmarks.shop import NOW, PROGRAMME
from saleor_loyalty.features.tiers.models import LadderVersion
from saleor_loyalty.flows import setup, tier_review

_LADDER = {
    "valid_from": "2020-01-01T00:00:00Z",
    "tiers": [
        {
            "slug": slug,
            "name": {"en": slug.title()},
            "entry": {"kind": "spend", "from": {"USD": dollars * 100}},
        }
        for slug, dollars in (("bronze", 300), ("silver", 1_000), ("gold", 3_000))
    ],
}


def set_up_ladder() -> dict[str, Any]:
    """By what was spent in twelve months, as if there had never been another."""
    LadderVersion.objects.all().delete()
    setup.set_up({**PROGRAMME, "ladder": _LADDER}, now=NOW)
    return {}


def review_due() -> dict[str, Any]:
    """A usual night: whom a date is due for."""
    return timed(lambda: tier_review.review_due(now=NOW))


def review_all() -> dict[str, Any]:
    """Everybody, beside the facts; `done` is who stood elsewhere."""
    return timed(lambda: tier_review.find_all(now=NOW))
