"""Something bought at a till comes back."""

from typing import Any, Self

import graphene

from ...features.orders.receipts import LONGEST_NUMBER, Return
from ...flows.till import record_return
from ..context import request_of
from ..inputs import text
from ..members import view_of
from ..scalars import LoyaltyInteger
from ..types.member import LoyaltyMember
from ..types.purchase import LoyaltyPurchase, purchase_view
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyPurchaseReturnLineInput(graphene.InputObjectType):
    """So many pieces of one line."""

    id = graphene.String(required=True, description="What the purchase called the line.")
    quantity = graphene.Int(required=True)


class LoyaltyPurchaseReturn(LoyaltyMutation):
    """Takes back what the returned part of a receipt had earned, by the receipt's own record.

    Give one of whole, lines and amountMinor. Needs MANAGE_ORDERS.
    """

    permission = Permission.MANAGE_ORDERS

    class Arguments:
        receipt_number = graphene.String(required=True)
        return_number = graphene.String(
            required=True,
            description="A name for this return, unique for its receipt. The same one again "
            "answers as the first time and changes nothing.",
        )
        whole = graphene.Boolean(description="All that is left of the receipt.")
        lines = graphene.List(
            graphene.NonNull(LoyaltyPurchaseReturnLineInput), description="Pieces of lines."
        )
        amount_minor = LoyaltyInteger(description="Money that no line accounts for.")

    purchase = graphene.Field(LoyaltyPurchase)
    member = graphene.Field(LoyaltyMember)

    @classmethod
    def perform(
        cls,
        info: Any,
        receipt_number: str,
        return_number: str,
        whole: bool = False,
        lines: Any = None,
        amount_minor: int | None = None,
    ) -> Self:
        record = record_return(
            text(receipt_number, field="receiptNumber", longest=LONGEST_NUMBER),
            Return(
                number=text(return_number, field="returnNumber", longest=LONGEST_NUMBER),
                whole=bool(whole),
                lines=tuple((line["id"], line["quantity"]) for line in lines or ()),
                amount=amount_minor or 0,
            ),
            now=request_of(info).now,
        )
        view = purchase_view(record)
        return cls(purchase=view, member=view_of(view.member) if view.member else None, errors=[])
