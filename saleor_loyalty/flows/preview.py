"""What something would earn, and why: the award's own engine, asked without awarding.

The same trace is stored with each award, so a preview and an award read alike.
"""

from dataclasses import dataclass, field
from datetime import datetime

from ..events.facts import OrderFact
from ..events.host import HostCheckout
from ..features.earning.rules import Breakdown
from ..features.members.models import Member
from ..values.points import Unit
from . import members
from .campaign_terms import CampaignTerms
from .occasions import would_earn
from .quote import as_order, held_for
from .terms import Catalogue, ProgrammeConfig, Terms


@dataclass(frozen=True, slots=True)
class Preview:
    """`awards` has the units that anything may be earned in."""

    terms: Terms
    at: datetime
    member: Member | None
    awards: dict[Unit, Breakdown] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody is writing, to be tried as if it were in force. A campaign runs then."""

    config: ProgrammeConfig | None = None
    campaign: CampaignTerms | None = None


def preview_order(
    order: OrderFact,
    *,
    member: Member | None,
    at: datetime,
    version_id: int | None = None,
    written: Written | None = None,
) -> Preview | None:
    """As if the order were paid at that moment, by that member (None: a newcomer).

    Under a version of one's choice, a draft too, with the campaigns of the moment; else under
    the one in force; and what is `written` instead. None where no programme serves the channel.
    """
    catalogue = Catalogue.load()
    if version_id is not None:
        terms: Terms | None = catalogue.version(version_id, at)
    else:
        terms = catalogue.in_force(order.channel, at)
    if terms is None:
        return None
    if written is not None:
        terms = catalogue.as_written(terms, at, config=written.config, campaign=written.campaign)
    awards = {unit: would_earn(order, at, unit, member, terms) for unit in Unit}
    earned = {unit: award for unit, award in awards.items() if award is not None}
    return Preview(terms, at, member, earned)


def preview_checkout(
    checkout: HostCheckout,
    *,
    member: Member | None = None,
    at: datetime,
    version_id: int | None = None,
    written: Written | None = None,
) -> Preview | None:
    """As if it were paid at that moment, less what points pay for; by its customer if no other
    member is named.
    """
    if member is None and checkout.user_id is not None:
        member = members.member_of_user(checkout.user_id)
    held = held_for(checkout.checkout_id) if member is not None else []
    order = as_order(checkout, held, at)
    return preview_order(order, member=member, at=at, version_id=version_id, written=written)


def member_of_order(order: OrderFact) -> Member | None:
    """Whose award it is or would be; nobody joins by being asked about."""
    if order.user_id is not None:
        return members.member_of_user(order.user_id)
    guests = Member.objects.select_related("tier").filter(guest=True)
    return guests.filter(email=order.email.lower()).first() if order.email else None
