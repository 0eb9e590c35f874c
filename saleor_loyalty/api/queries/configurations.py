"""What forms for staff are made from."""

from typing import Any

import graphene

from ...flows.configurations import Configured, Fault, faults_in, schema_of
from ...values.difference import MISSING, Difference, differences
from ...values.voice import voice_of
from ..context import viewer_of
from ..errors import refusing
from ..inputs import document
from ..language import language_of
from ..scalars import LoyaltyJSON
from ..viewer import Permission, require

LoyaltyConfigured = graphene.Enum(
    "LoyaltyConfigured",
    [(subject.name, subject.value) for subject in Configured],
    description="What has a configuration.",
)


class LoyaltyConfigurationFault(graphene.ObjectType):
    """What is wrong with one place of a configuration."""

    place = graphene.String(
        required=True,
        description="rules.0.percent; empty: the whole of it does not fit together.",
    )
    text = graphene.String(
        required=True, description="For people, in the caller's language where we have it."
    )
    missing = graphene.Boolean(
        required=True, description="It is only not filled in yet, as in a form that is begun."
    )

    @staticmethod
    def resolve_text(fault: Fault, info: Any) -> str:
        return voice_of(language_of(info)).message(fault.said)


LoyaltyDifferenceKind = graphene.Enum(
    "LoyaltyDifferenceKind",
    [(name, name) for name in ("ADDED", "REMOVED", "CHANGED")],
    description="What became of a place.",
)


class LoyaltyConfigurationDifference(graphene.ObjectType):
    """A place where two configurations are not the same."""

    place = graphene.String(
        required=True,
        description="earning.rates.USD.points; things of a list by their slug: rules.double. A "
        "list of slugs alone is in another order.",
    )
    kind = LoyaltyDifferenceKind(required=True)
    before = LoyaltyJSON(description="Null where it is new.")
    after = LoyaltyJSON(description="Null where it is gone.")

    @staticmethod
    def resolve_kind(found: Difference, _info: Any) -> str:
        if found.before is MISSING:
            return "ADDED"
        return "REMOVED" if found.after is MISSING else "CHANGED"

    @staticmethod
    def resolve_before(found: Difference, _info: Any) -> Any:
        return None if found.before is MISSING else found.before

    @staticmethod
    def resolve_after(found: Difference, _info: Any) -> Any:
        return None if found.after is MISSING else found.after


class ConfigurationQueries(graphene.ObjectType):
    loyalty_configuration_schema = graphene.Field(
        LoyaltyJSON,
        subject=LoyaltyConfigured(required=True),
        description="The JSON Schema of a configuration, with its kinds of conditions, rewards or "
        "benefits. A condition has its x-group (what, when, where, who, how_much, event, together)"
        " and what it names of the catalogue as x-catalogue. Needs MANAGE_PROGRAMMES.",
    )
    loyalty_configuration_faults = graphene.List(
        graphene.NonNull(LoyaltyConfigurationFault),
        subject=LoyaltyConfigured(required=True),
        config=LoyaltyJSON(required=True),
        description="Each place of a configuration at fault, before it is saved. Needs "
        "MANAGE_PROGRAMMES.",
    )

    loyalty_configuration_difference = graphene.List(
        graphene.NonNull(LoyaltyConfigurationDifference),
        before=LoyaltyJSON(required=True),
        after=LoyaltyJSON(required=True),
        description="What the second says otherwise than the first: two versions of a programme, "
        "of the ladder, of anything. Needs MANAGE_PROGRAMMES.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_configuration_difference(
        _root: None, info: Any, before: Any, after: Any
    ) -> list[Difference]:
        require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
        return list(differences(document(before, field="before"), document(after, field="after")))

    @staticmethod
    @refusing
    def resolve_loyalty_configuration_schema(_root: None, info: Any, subject: str) -> Any:
        require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
        return schema_of(Configured(subject))

    @staticmethod
    @refusing
    def resolve_loyalty_configuration_faults(
        _root: None, info: Any, subject: str, config: Any
    ) -> list[Fault]:
        require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
        return faults_in(Configured(subject), document(config))
