"""The schema as a whole: what others may rely on."""

import re
from types import SimpleNamespace

import graphene
import pytest
from django.utils.functional import SimpleLazyObject
from graphql.language.parser import parse
from graphql.validation import validate

from graphql import GraphQLList, GraphQLNonNull, GraphQLObjectType
from saleor_loyalty.api import limits
from saleor_loyalty.api.schema import LoyaltyMutations, LoyaltyQueries, schema
from saleor_loyalty.api.sdl import sdl
from tests.api.client import GRAPHQL, operation
from tests.api.conftest import World

OPERATIONS = sorted(
    str(file.relative_to(GRAPHQL).with_suffix("")) for file in GRAPHQL.glob("*/*.graphql")
)
TYPES = {name: type_ for name, type_ in schema.get_type_map().items() if not name.startswith("__")}
BUILT_IN = {"ID", "Int", "String", "Boolean"}


def test_the_text_in_the_repository_is_the_schema() -> None:
    text = (GRAPHQL / "schema.graphql").read_text()
    assert text == sdl(schema), "write it anew: make graphql"


def test_the_text_is_always_the_same() -> None:
    assert sdl(schema) == sdl(schema)


def test_our_names_cannot_meet_the_hosts() -> None:
    assert {name for name in TYPES if not name.startswith("Loyalty")} <= BUILT_IN
    fields = [*schema.get_query_type().fields, *schema.get_mutation_type().fields]
    assert all(name.startswith("loyalty") for name in fields)


def test_nothing_is_a_float() -> None:
    assert "Float" not in TYPES


def test_our_fields_beside_those_of_a_host(world: World) -> None:
    """One endpoint for both: the host's classes with ours mixed in."""

    class Query(LoyaltyQueries):
        shop = graphene.String()

    class Mutation(LoyaltyMutations):
        ping = graphene.String()

    both = graphene.Schema(query=Query, mutation=Mutation)
    assert {"shop", "loyaltyMe", "loyaltyTiers"} <= set(both.get_query_type().fields)
    assert {"ping", "loyaltyMemberJoin"} <= set(both.get_mutation_type().fields)

    # A host's context is its own; all it needs is somebody asking, who may be looked up late.
    context = SimpleNamespace(viewer=SimpleLazyObject(lambda: world.as_ada))
    query = operation("storefront/me")
    found = both.execute(query, context_value=context)
    assert not found.errors
    assert found.data["loyaltyMe"]["points"]["held"] == 400


def test_every_list_is_limited() -> None:
    """By `first`, or because it is a part of one thing that somebody wrote."""
    short = {
        "LoyaltyAward.lines",
        "LoyaltyAward.parts",
        "LoyaltyAward.passedOver",
        "LoyaltyAwardPart.shares",
        "LoyaltyBenefitUseUp.quotas",
        "LoyaltyCampaign.budget",
        "LoyaltyCampaign.channels",
        "LoyaltyCheckIns.month",
        "LoyaltyCodeUpload.bad",
        "LoyaltyFigures.expiredWorth",
        "LoyaltyFigures.issuedWorth",
        "LoyaltyFigures.spentWorth",
        "LoyaltyFlashSale.items",
        "LoyaltyFlashSaleItem.prices",
        "LoyaltyGroupOffer.prices",
        "LoyaltyGroupWithSeats.seats",
        "LoyaltyGrowthPack.variantIds",
        "LoyaltyLadderTrial.counts",
        "LoyaltyLeaderboard.places",
        "LoyaltyLine.kinds",
        "LoyaltyLottery.prizes",
        "LoyaltyLotteryTicketsBuy.tickets",
        "LoyaltyMember.benefits",
        "LoyaltyMember.boosts",
        "LoyaltyMember.tasks",
        "LoyaltyMember.waysToEarn",
        "LoyaltyMemberTask.steps",
        "LoyaltyMembership.savings",
        "LoyaltyMyReferrals.milestones",
        "LoyaltyMyReferrals.minimum",
        "LoyaltyOrder.awards",
        "LoyaltyOrder.flash",
        "LoyaltyOrder.groups",
        "LoyaltyOrder.redemptions",
        "LoyaltyOrder.saved",
        "LoyaltyOrder.spent",
        "LoyaltyOutstanding.worth",
        "LoyaltyOverview.chart",
        "LoyaltyOverview.tiers",
        "LoyaltyPlan.benefits",
        "LoyaltyPlan.variants",
        "LoyaltyProductAccess.reservedFor",
        "LoyaltyProgramme.channels",
        "LoyaltyProgress.waysToKeep",
        "LoyaltyProgress.waysUp",
        "LoyaltyQueries.loyaltyActors",
        "LoyaltyQueries.loyaltyCodeLists",
        "LoyaltyQueries.loyaltyConfigurationDifference",
        "LoyaltyQueries.loyaltyConfigurationFaults",
        "LoyaltyQueries.loyaltyEngagements",
        "LoyaltyQueries.loyaltyGrowthPacks",
        "LoyaltyQueries.loyaltyOccasionDays",
        "LoyaltyQueries.loyaltyPlans",
        "LoyaltyQueries.loyaltyProductAccess",
        "LoyaltyQueries.loyaltyProgrammeLint",
        "LoyaltyQueries.loyaltyQuotas",
        "LoyaltyQueries.loyaltyReviewSummaries",
        "LoyaltyQueries.loyaltyRewardCategories",
        "LoyaltyQueries.loyaltyStarters",
        "LoyaltyQueries.loyaltyTiers",
        "LoyaltyRedemption.steps",
        "LoyaltyReferral.gifts",
        "LoyaltyReferral.signals",
        "LoyaltyReferralInvitation.minimum",
        "LoyaltyReview.pictures",
        "LoyaltyReview.steps",
        "LoyaltyReviewSummary.stars",
        "LoyaltyReward.currencies",
        "LoyaltyShop.channels",
        "LoyaltyShop.languages",
        "LoyaltyViewer.permissions",
        "LoyaltyReward.pictures",
        "LoyaltyStarterPreview.orders",
        "LoyaltyStarterPreview.worth",
        "LoyaltyTask.steps",
        "LoyaltyTier.benefits",
        "LoyaltyTier.ways",
        "LoyaltyTier.waysToKeep",
        "LoyaltyWay.parts",
    }
    found = set()
    for name, type_ in TYPES.items():
        if not isinstance(type_, GraphQLObjectType) or name.endswith("Connection"):
            continue
        for field_name, field in type_.fields.items():
            if _is_list(field.type) and "first" not in field.args and field_name != "errors":
                found.add(f"{name}.{field_name}")
            elif str(field.type).rstrip("!").endswith("Connection"):
                assert str(field.args["first"].type) == "Int!"
    assert found == short


def test_no_type_leads_back_to_itself() -> None:
    """So the depth of an answer is limited on an endpoint that does not count it, too."""
    for name in TYPES:
        assert not _leads_to(name, name, set()), name


@pytest.mark.parametrize("name", OPERATIONS)
def test_operation_files_are_valid_and_cheap(name: str) -> None:
    text = (GRAPHQL / f"{name}.graphql").read_text()
    document = parse(text)
    assert validate(schema, document) == []
    (definition,) = document.definitions
    stem = name.rpartition("/")[2].replace("_", "")
    assert definition.name.value.removeprefix("Loyalty").lower() == stem
    assert re.match(r"# [A-Z].*\n(query|mutation) ", text)
    limits.check(schema, document, None, {"first": 50})


def test_every_root_field_has_an_operation_file() -> None:
    used = set()
    for name in OPERATIONS:
        (definition,) = parse((GRAPHQL / f"{name}.graphql").read_text()).definitions
        used |= {selection.name.value for selection in definition.selection_set.selections}
    assert used == {*schema.get_query_type().fields, *schema.get_mutation_type().fields}


def _is_list(type_) -> bool:
    while isinstance(type_, GraphQLNonNull):
        type_ = type_.of_type
    return isinstance(type_, GraphQLList)


def _leads_to(start: str, wanted: str, seen: set[str]) -> bool:
    type_ = TYPES.get(start)
    if start in seen or not isinstance(type_, GraphQLObjectType):
        return False
    seen.add(start)
    inner = {re.sub(r"[\[\]!]", "", str(field.type)) for field in type_.fields.values()}
    return wanted in inner or any(_leads_to(name, wanted, seen) for name in inner)
