"""What is odd about what is sold to members: plans of paid membership, packs of growth."""

from collections.abc import Iterator

from .findings import Finding, Severity
from .membership_terms import Plans, PlanTerms
from .pack_terms import Packs

Place = str
"""Where a variant is named: "plans.plus"."""


def lint_sales() -> Iterator[Finding]:
    """Of all that is on sale, for every programme alike."""
    plans, packs = Plans.load().active, Packs.load().active
    sold: dict[Place, frozenset[str]] = {
        **{f"plans.{plan.slug}": frozenset(plan.config.variants) for plan in plans},
        **{f"packs.{pack.slug}": pack.config.variants for pack in packs},
    }
    tried = {f"plans.{plan.slug}" for plan in plans if plan.config.trial_days is not None}
    yield from _sold_twice(sold)
    for place, variants in sold.items():
        if not variants:
            text = "No variant sells it: nobody can buy it"
            text += " after the trial." if place in tried else "."
            yield Finding(Severity.WARNING, "NO_VARIANTS", f"{place}.variants", text)
    for plan in plans:
        if not plan.config.benefits:
            text = "It gives its members nothing."
            yield Finding(Severity.WARNING, "NO_BENEFITS", f"plans.{plan.slug}.benefits", text)
        yield from _reminds_early(plan)


def _reminds_early(plan: PlanTerms) -> Iterator[Finding]:
    """Somebody who has bought a month hears of its end on the next day."""
    shortest = min((term.about_days for term in plan.config.variants.values()), default=None)
    for days in sorted(plan.config.remind_days_before, reverse=True):
        if shortest is not None and shortest // 2 < days < shortest:
            text = f"{days} days before its end the shortest time that is sold has just begun."
            place = f"plans.{plan.slug}.remind_days_before"
            yield Finding(Severity.NOTE, "REMINDS_EARLY", place, text)


def _sold_twice(sold: dict[Place, frozenset[str]]) -> Iterator[Finding]:
    places: dict[str, list[Place]] = {}
    for place, variants in sold.items():
        for variant in variants:
            places.setdefault(variant, []).append(place)
    for variant, named in sorted(places.items()):
        first, *others = named
        for place in others:
            yield Finding(
                Severity.ERROR,
                "VARIANT_SOLD_TWICE",
                f"{place}.variants.{variant}",
                f"{first} has this variant, too. {_outcome(first, place)}",
            )


def _outcome(first: Place, other: Place) -> str:
    if first.partition(".")[0] != other.partition(".")[0]:
        return "Whoever pays it has both."
    return f"Whoever pays it has {first}."
