"""docs/benefits.md: what a merchant writes is read, what is asked is answered so."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.viewer import ANONYMOUS, Permission, Viewer
from saleor_loyalty.features.benefits.kinds import KINDS, Benefit, BenefitBase
from saleor_loyalty.features.benefits.models import CodeList
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import benefit_gifts, benefit_uses, partner_codes
from saleor_loyalty.flows.benefit_uses import NewUse
from saleor_loyalty.values.texts import Texts
from tests.api.client import answer_to
from tests.flows.perks import ladder, put_in
from tests.shop import NOON

TEXT = (Path(__file__).parents[2] / "docs" / "benefits.md").read_text()
_WRITTEN = re.compile(r"^```json\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ASKED = re.compile(
    r"^```graphql as=(\w+)\n(.*?)^```$\n+(?:^```json variables\n(.*?)^```$\n+)?"
    r"^```json answer\n(.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_LINK = re.compile(r"\]\(#([-a-z]+)\)")


def written() -> list[BenefitBase]:
    read = TypeAdapter(list[Benefit])
    return [one for text in _WRITTEN.findall(TEXT) for one in read.validate_json(text)]


def benefit(slug: str) -> dict[str, Any]:
    (found,) = [one for one in written() if one.slug == slug and one.kind != "coupons"]
    return found.to_json()


@pytest.fixture
def gold(ada: Member) -> Member:
    """Gold has some of what is on the page; one return is used, one of two codes is there."""
    coupons = {"kind": "coupons", "coupons": [{"amount": {"USD": 500}}]}
    ladder(gold=[benefit("free_returns"), coupons, benefit("cinema"), benefit("new")])
    ada = put_in(ada, "gold")
    used = NewUse(kind="free_returns", slug="free_returns", source="k0")
    benefit_uses.use(ada, used, actor="user:9", now=NOON)
    codes = partner_codes.create_list("cinema-2026", Texts({"en": "Cinema"}))
    partner_codes.upload(codes, ["KINO-1"], valid_until=None, now=NOON)
    benefit_gifts.give_due(now=NOON)
    return ada


def test_every_kind_is_on_the_page() -> None:
    kinds = {one.kind for one in written()}
    assert kinds == {one.model_fields["kind"].annotation.__args__[0] for one in KINDS}  # type: ignore[union-attr]


def test_every_request_is_answered_so(gold: Member) -> None:
    who = {
        "member": Viewer(user_id=gold.user_id),
        "guest": ANONYMOUS,
        "staff": Viewer(user_id=77, is_staff=True, permissions=frozenset(Permission)),
    }
    asked = _ASKED.findall(TEXT)
    assert len(asked) == 5
    for viewer, query, variables, answer in asked:
        given = json.loads(variables or "{}")
        ids = {
            "member": to_global("LoyaltyMember", gold.public_id),
            "list": to_global("LoyaltyCodeList", CodeList.objects.get().slug),
        }
        named = {name: one for name, one in ids.items() if f"${name}:" in query}
        assert answer_to(query, who[viewer], **given, **named) == json.loads(answer)


def test_its_own_links_lead_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    slugs = {re.sub(r"[^-a-z ]", "", one.lower()).replace(" ", "-") for one in headings}
    assert set(_LINK.findall(TEXT)) <= slugs
