"""A purchase away from the online shop is told of."""

from typing import Any, Self

import graphene

from ...events.facts import OrderLine
from ...features.orders.receipts import LONGEST_NAME, LONGEST_NUMBER, Receipt
from ...flows.till import record_purchase
from ..context import request_of
from ..inputs import optional_text, text
from ..members import known_member, view_of
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from ..told_members import LONGEST_EMAIL, one_of
from ..types.member import LoyaltyMember
from ..types.purchase import LoyaltyPurchase, purchase_view
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyPurchaseLineInput(graphene.InputObjectType):
    """One line of a receipt, after every discount. Amounts are for the whole line."""

    id = graphene.String(required=True, description="What returns call it: the line's number.")
    name = graphene.String(description="The member reads it.")
    quantity = graphene.Int(required=True)
    gross_minor = LoyaltyInteger(required=True, description="With tax, in minor units: 1999.")
    net_minor = LoyaltyInteger(description="Without tax. Left out: there is none.")
    product_id = graphene.String(description="As the rules name it.")
    variant_id = graphene.String(description="As the rules name it.")
    category_ids = graphene.List(graphene.NonNull(graphene.String))
    collection_ids = graphene.List(graphene.NonNull(graphene.String))
    on_sale = graphene.Boolean(description="Reduced by the shop.")
    is_gift_card = graphene.Boolean(description="Gift cards earn nothing.")


class LoyaltyPurchaseInput(graphene.InputObjectType):
    """A paid receipt; what was bought was taken home at once."""

    member_id = graphene.ID(description="Either this or the e-mail.")
    email = graphene.String(description="Of an account, or of a guest to be.")
    receipt_number = graphene.String(
        required=True,
        description="The shop's own, unique among all its tills. The same receipt again answers "
        "as the first time and changes nothing.",
    )
    channel = graphene.String(required=True, description="Slug: its programme counts.")
    currency = graphene.String(required=True, description="ISO 4217 code.")
    paid_at = LoyaltyDateTime(required=True)
    lines = graphene.List(graphene.NonNull(LoyaltyPurchaseLineInput), required=True)


class LoyaltyPurchaseRecord(LoyaltyMutation):
    """Records a purchase at a till; it earns as an order does. Somebody new joins as a guest.

    Needs MANAGE_ORDERS.
    """

    permission = Permission.MANAGE_ORDERS

    class Arguments:
        input = LoyaltyPurchaseInput(required=True)

    purchase = graphene.Field(LoyaltyPurchase)
    member = graphene.Field(LoyaltyMember)

    @classmethod
    def perform(cls, info: Any, input: Any) -> Self:
        member_id, email = input.get("member_id"), input.get("email")
        one_of(member_id, email)
        record = record_purchase(
            _receipt(input),
            member=known_member(member_id) if member_id is not None else None,
            email=optional_text(email, field="email", longest=LONGEST_EMAIL),
            now=request_of(info).now,
        )
        view = purchase_view(record)
        return cls(purchase=view, member=view_of(view.member) if view.member else None, errors=[])


def _receipt(given: Any) -> Receipt:
    return Receipt(
        number=text(given["receipt_number"], field="receiptNumber", longest=LONGEST_NUMBER),
        channel=text(given["channel"], field="channel", longest=255),
        currency=text(given["currency"], field="currency", longest=3),
        paid_at=given["paid_at"],
        lines=tuple(_line(line) for line in given["lines"]),
    )


def _line(given: Any) -> OrderLine:
    def words(name: str) -> str:
        return optional_text(given.get(name), field="lines", longest=LONGEST_NAME)

    def many(name: str) -> tuple[str, ...]:
        found = given.get(name) or []
        return tuple(text(one, field="lines", longest=LONGEST_NAME) for one in found)

    net = given.get("net_minor")
    return OrderLine(
        line_id=text(given["id"], field="lines", longest=LONGEST_NUMBER),
        quantity=given["quantity"],
        gross=given["gross_minor"],
        net=given["gross_minor"] if net is None else net,
        product_id=words("product_id"),
        variant_id=words("variant_id"),
        product_name=words("name"),
        category_ids=many("category_ids"),
        collection_ids=many("collection_ids"),
        on_sale=bool(given.get("on_sale")),
        is_gift_card=bool(given.get("is_gift_card")),
    )
