"""Who is calling, and the shop they work in, as the pages of staff ask first."""

from dataclasses import dataclass
from functools import cached_property

import graphene

from ... import __version__
from ...events.host import host
from ...events.host_shown import HostChannel, HostPerson
from ...features.programme.models import Programme
from ...flows.figures import zone_of_shop
from ...flows.terms import Catalogue
from ...values.language import LANGUAGES
from ...values.money import currency_digits
from ..context import request_of
from ..viewer import Permission, Viewer

LoyaltyPermission = graphene.Enum(
    "LoyaltyPermission",
    [(permission.name, permission.value) for permission in Permission],
    description="What staff and apps may be allowed.",
)


@dataclass
class ViewerView:
    viewer: Viewer

    @property
    def is_app(self) -> bool:
        return self.viewer.app_id is not None

    @property
    def permissions(self) -> list[str]:
        return [permission.value for permission in Permission if self.viewer.may(permission)]

    @property
    def email(self) -> str | None:
        return self._person.email if self._person else None

    @property
    def name(self) -> str | None:
        return self._person.name if self._person else None

    @property
    def actor(self) -> str:
        return self.viewer.actor

    @cached_property
    def _person(self) -> HostPerson | None:
        user_id = self.viewer.user_id
        return host().people([user_id]).get(user_id) if user_id is not None else None


class LoyaltyViewer(graphene.ObjectType):
    """Who is calling."""

    permissions = graphene.List(graphene.NonNull(LoyaltyPermission), required=True)
    is_app = graphene.Boolean(required=True)
    email = graphene.String(description="Null for an app.")
    name = graphene.String(description="May be empty. Null for an app.")
    actor = graphene.String(required=True, description="As records name them: user:5, app:2.")


@dataclass(frozen=True, slots=True)
class ChannelView:
    channel: HostChannel
    programme: str | None

    @property
    def slug(self) -> str:
        return self.channel.slug

    @property
    def name(self) -> str:
        return self.channel.name

    @property
    def currency(self) -> str:
        return self.channel.currency

    @property
    def digits(self) -> int:
        return currency_digits(self.channel.currency)

    @property
    def active(self) -> bool:
        return self.channel.active

    @property
    def country(self) -> str:
        return self.channel.country


class LoyaltyChannel(graphene.ObjectType):
    """Where the shop sells."""

    slug = graphene.String(required=True)
    name = graphene.String(required=True)
    currency = graphene.String(required=True, description="ISO 4217 code.")
    digits = graphene.Int(required=True, description="Of the currency: 2 for USD, 0 for JPY.")
    active = graphene.Boolean(required=True, description="Whether it sells now.")
    country = graphene.String(required=True, description="Its usual one, as US. May be empty.")
    programme = graphene.String(
        description="Slug of the programme in force there now. Null: there is none."
    )


class LoyaltyShop(graphene.ObjectType):
    """The shop, as loyalty knows it."""

    version = graphene.String(required=True, description="Of this software.")
    host_version = graphene.String(required=True, description="Of the shop's: Saleor 3.23.1.")
    time_zone = graphene.String(required=True, description="Of its days: Europe/Paris.")
    languages = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="Those members are spoken to in: en, zh-Hans.",
    )
    has_programme = graphene.Boolean(
        required=True, description="False in a shop that has not begun: offer it a start."
    )
    channels = graphene.List(
        graphene.NonNull(LoyaltyChannel),
        required=True,
        description="By name, those that sell nothing now too.",
    )

    @staticmethod
    def resolve_version(_root: object, _info: object) -> str:
        return __version__

    @staticmethod
    def resolve_host_version(_root: object, _info: object) -> str:
        return host().version()

    @staticmethod
    def resolve_time_zone(_root: object, info: object) -> str:
        return zone_of_shop(now=request_of(info).now).key

    @staticmethod
    def resolve_languages(_root: object, _info: object) -> list[str]:
        return list(LANGUAGES)

    @staticmethod
    def resolve_has_programme(_root: object, _info: object) -> bool:
        return Programme.objects.exists()

    @staticmethod
    def resolve_channels(_root: object, info: object) -> list[ChannelView]:
        catalogue, now = Catalogue.load(), request_of(info).now
        found = []
        for channel in host().channels():
            terms = catalogue.in_force(channel.slug, now)
            found.append(ChannelView(channel, terms.programme if terms else None))
        return found
