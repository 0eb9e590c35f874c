"""What a checkout, an order or a few lines would earn."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...errors import N_, Code, LoyaltyError
from ...events.facts import OrderFact, OrderLine
from ...events.host import HostCheckout, host
from ...features.campaigns.models import Campaign
from ...features.members.models import Member
from ...flows.campaign_terms import CampaignConfig, running_always
from ...flows.preview import Preview, Written, member_of_order, preview_checkout, preview_order
from ...flows.terms import ProgrammeConfig
from ...values.money import currency_digits
from ...values.sentences import TOO_MANY
from ..context import request_of, viewer_of
from ..errors import refusing
from ..ids import checkout_id_of, uuid_of
from ..inputs import document, text
from ..inputs import language_code as checked_language
from ..language import language_of
from ..members import known_member
from ..programmes import CAMPAIGN, known_version
from ..scalars import LoyaltyDateTime, LoyaltyInteger, LoyaltyJSON
from ..types.preview import LoyaltyPreview, PreviewView
from ..viewer import Permission, Viewer, require

_MOST_LINES = 100
_MOST_IDS = 50
_LARGEST_AMOUNT = 10**12


class LoyaltyPreviewLine(graphene.InputObjectType):
    """A line of an order that is not there."""

    gross = LoyaltyInteger(required=True, description="For the whole line, in minor units.")
    net = LoyaltyInteger(description="Without it: as gross.")
    quantity = graphene.Int(default_value=1)
    product_id = graphene.ID()
    variant_id = graphene.ID()
    category_ids = graphene.List(graphene.NonNull(graphene.ID), description="At most 50.")
    collection_ids = graphene.List(graphene.NonNull(graphene.ID), description="At most 50.")
    on_sale = graphene.Boolean(default_value=False)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What staff may choose; a shopper may choose none of it."""

    member: Member | None
    at: datetime | None
    version_id: int | None
    written: Written | None


class PreviewQueries(graphene.ObjectType):
    loyalty_preview = graphene.Field(
        LoyaltyPreview,
        checkout_id=graphene.ID(description="The shop's id of a checkout."),
        order_id=graphene.ID(description="The shop's id of an order."),
        lines=graphene.List(
            graphene.NonNull(LoyaltyPreviewLine),
            description="At most 100, with `channel` and `currency`.",
        ),
        channel=graphene.String(description="Slug."),
        currency=graphene.String(),
        member_id=graphene.ID(description="As if this member bought it."),
        at=LoyaltyDateTime(description="As if it were paid then. Without it: when it was, or now."),
        version_id=graphene.ID(description="Under this version of a programme; a draft too."),
        config=LoyaltyJSON(description="As if the programme said this instead, unsaved."),
        campaign_id=graphene.ID(
            description="As if this campaign ran at that moment, a draft too, whatever its window."
        ),
        campaign_config=LoyaltyJSON(
            description="As if a campaign of the programme ran that says this, unsaved; with "
            "campaignId: in place of what that one says."
        ),
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        description="What a checkout, an order or some lines would earn and why; give one of the "
        "three. Needs MANAGE_PROGRAMMES, but a customer may ask about their own checkout, and "
        "whoever knows its id about one without a customer, as it is now. Null where there is "
        "no such thing, or no programme for it.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_preview(
        _root: None,
        info: Any,
        checkout_id: str | None = None,
        order_id: str | None = None,
        lines: list[Any] | None = None,
        language_code: str | None = None,
        channel: str | None = None,
        currency: str | None = None,
        **chosen: Any,
    ) -> PreviewView | None:
        if sum(given is not None for given in (checkout_id, order_id, lines)) != 1:
            raise LoyaltyError(
                Code.REQUIRED, N_("Give one of checkoutId, orderId and lines."), field="checkoutId"
            )
        viewer, now = viewer_of(info), request_of(info).now
        language = checked_language(language_code) if language_code is not None else None
        if checkout_id is None or chosen:
            require(viewer, Permission.MANAGE_PROGRAMMES)
        asked = _asked(**chosen)
        if checkout_id is not None:
            found = _of_checkout(host().checkout(checkout_id_of(checkout_id)), viewer, asked, now)
        elif order_id is not None:
            wanted = text(order_id, field="orderId", longest=100)
            found = _of_order(host().order(wanted), asked, now)
        else:
            order = _order(lines or [], channel, currency, asked.at or now)
            found = _of_order(order, asked, now)
        if found is None:
            return None
        return PreviewView(found, language or language_of(info))


def _asked(
    member_id: str | None = None,
    at: datetime | None = None,
    version_id: str | None = None,
    config: Any = None,
    campaign_id: str | None = None,
    campaign_config: Any = None,
) -> _Asked:
    version = known_version(version_id, field="versionId") if version_id is not None else None
    return _Asked(
        known_member(member_id) if member_id is not None else None,
        at,
        version.pk if version is not None else None,
        _written(config, campaign_id, campaign_config),
    )


def _written(config: Any, campaign_id: str | None, campaign_config: Any) -> Written | None:
    if config is None and campaign_id is None and campaign_config is None:
        return None
    programme = ProgrammeConfig.parse(document(config)) if config is not None else None
    slug, kept = "", None
    if campaign_id is not None:
        public_id = uuid_of(campaign_id, CAMPAIGN, field="campaignId")
        found = Campaign.objects.filter(public_id=public_id).first()
        if found is None:
            raise LoyaltyError(Code.NOT_FOUND, N_("There is no such campaign."), field="campaignId")
        slug, kept = found.slug, found.config
    if campaign_config is not None:
        kept = document(campaign_config, field="campaignConfig")
    campaign = running_always(slug, CampaignConfig.parse(kept)) if kept is not None else None
    return Written(programme, campaign)


def _of_checkout(
    checkout: HostCheckout | None, viewer: Viewer, asked: _Asked, now: datetime
) -> Preview | None:
    if checkout is None or not _may_see(viewer, checkout):
        return None
    return preview_checkout(
        checkout,
        member=asked.member,
        at=asked.at or now,
        version_id=asked.version_id,
        written=asked.written,
    )


def _may_see(viewer: Viewer, checkout: HostCheckout) -> bool:
    if checkout.user_id is None or viewer.may(Permission.MANAGE_PROGRAMMES):
        return True
    return viewer.user_id == checkout.user_id


def _of_order(order: OrderFact | None, asked: _Asked, now: datetime) -> Preview | None:
    if order is None:
        return None
    return preview_order(
        order,
        member=asked.member or member_of_order(order),
        at=asked.at or order.paid_at or now,
        version_id=asked.version_id,
        written=asked.written,
    )


def _order(lines: list[Any], channel: str | None, currency: str | None, at: datetime) -> OrderFact:
    code = text(currency, field="currency", longest=3).upper()
    currency_digits(code)
    if not 1 <= len(lines) <= _MOST_LINES:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED, N_("Ask for 1 to %(most)s."), field="lines", most=_MOST_LINES
        )
    built = tuple(_line(number, line) for number, line in enumerate(lines))
    return OrderFact(
        order_id="",
        channel=text(channel, field="channel", longest=255),
        currency=code,
        lines=built,
        placed_at=at,
        total_gross=sum(line.gross for line in built),
    )


def _line(number: int, given: Any) -> OrderLine:
    gross, net = given["gross"], given.get("net")
    amounts = [gross, gross if net is None else net]
    quantity = given.get("quantity", 1)
    if not all(0 <= amount <= _LARGEST_AMOUNT for amount in amounts) or quantity < 1:
        raise LoyaltyError(
            Code.INVALID, N_("A line has an amount and a quantity that can be."), field="lines"
        )
    categories, collections = given.get("category_ids") or [], given.get("collection_ids") or []
    if max(len(categories), len(collections)) > _MOST_IDS:
        raise LoyaltyError(Code.LIMIT_EXCEEDED, TOO_MANY, field="lines", count=_MOST_IDS)
    return OrderLine(
        line_id=str(number),
        quantity=quantity,
        gross=amounts[0],
        net=amounts[1],
        product_id=given.get("product_id") or "",
        variant_id=given.get("variant_id") or "",
        category_ids=tuple(categories),
        collection_ids=tuple(collections),
        on_sale=bool(given.get("on_sale")),
    )
