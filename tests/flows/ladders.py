"""Ladders and members on them, in few words."""

from datetime import datetime
from typing import Any

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import LadderVersion, TierMove
from saleor_loyalty.features.tiers.service import revision_of
from saleor_loyalty.flows.ladders import activate_draft, open_draft
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.setup import set_up
from tests.conftest import PROGRAMME
from tests.shop import NOON, line, paid_order


def tier(slug: str, spend: int | None = None, **more: Any) -> dict[str, Any]:
    """One that so many dollars reach; without them only what is given leads there."""
    entry = {"kind": "spend", "from": {"USD": spend * 100}} if spend is not None else None
    return {"slug": slug, "name": {"en": slug.title()}, "entry": entry, **more}


def ladder_of(*tiers: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"tiers": list(tiers), **more}


THREE = ladder_of(tier("bronze", 100), tier("silver", 500), tier("gold", 1000))


def set_ladder(ladder: dict[str, Any], *, now: datetime = NOON) -> None:
    """The programme of the tests, and this ladder in force since it began."""
    began = PROGRAMME["valid_from"]
    set_up({"programmes": [PROGRAMME], "ladder": {**ladder, "valid_from": began}}, now=now)


def draft_of(ladder: dict[str, Any]) -> LadderVersion:
    return open_draft(ladder)


def activated(ladder: dict[str, Any], *, now: datetime = NOON) -> LadderVersion:
    draft = open_draft(ladder)
    return activate_draft(draft.number, revision=revision_of(draft), now=now)


def buy(member: Member, dollars: int, order_id: str, *, at: datetime = NOON, **more: Any) -> None:
    order = paid_order(
        line("a", dollars * 100),
        order_id=order_id,
        user_id=member.user_id,
        email=member.email,
        placed_at=at,
        paid_at=at,
        **more,
    )
    act_on([order], now=more.get("now", at))


def tier_of(member: Member) -> str | None:
    found = Member.objects.select_related("tier").get(pk=member.pk).tier
    return found.slug if found else None


def moves_of(member: Member) -> list[tuple[str | None, str | None, str]]:
    """(from, to, cause), oldest first."""
    found = TierMove.objects.filter(member=member).order_by("pk")
    return list(found.values_list("from_tier__slug", "to_tier__slug", "cause"))
