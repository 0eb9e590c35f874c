"""What is odd about what is sold to members: plans of paid membership, packs of growth."""

from collections.abc import Iterator

from ..errors import N_, Marked, Message
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
            text = N_("No variant sells it: nobody can buy it.")
            if place in tried:
                text = N_("No variant sells it: nobody can buy it after the trial.")
            yield Finding(Severity.WARNING, "NO_VARIANTS", f"{place}.variants", Message(text))
    for plan in plans:
        if not plan.config.benefits:
            text = N_("It gives its members nothing.")
            where = f"plans.{plan.slug}.benefits"
            yield Finding(Severity.WARNING, "NO_BENEFITS", where, Message(text))
        yield from _reminds_early(plan)


def _reminds_early(plan: PlanTerms) -> Iterator[Finding]:
    """Somebody who has bought a month hears of its end on the next day."""
    shortest = min((term.about_days for term in plan.config.variants.values()), default=None)
    for days in sorted(plan.config.remind_days_before, reverse=True):
        if shortest is not None and shortest // 2 < days < shortest:
            text = Message.of(
                N_("%(days)s days before its end the shortest time that is sold has just begun."),
                days=days,
            )
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
                Message.of(_outcome(first, place), place=first),
            )


def _outcome(first: Place, other: Place) -> Marked:
    if first.partition(".")[0] != other.partition(".")[0]:
        return N_("%(place)s has this variant, too. Whoever pays it has both.")
    return N_("%(place)s has this variant, too. Whoever pays it has only that.")
