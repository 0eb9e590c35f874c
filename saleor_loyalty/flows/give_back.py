"""Points that were spent on something that was not to be go back into their lots."""

from datetime import datetime

from ..features.members.models import Member
from ..ledger import post
from .balances import move_balances
from .expiry_terms import default_terms
from .terms import Terms


def give_back(
    account_id: int,
    spend_seq: int,
    points: int,
    *,
    source: str,
    data: post.Data,
    now: datetime,
    terms: Terms | None = None,
) -> None:
    """With their old expiry; `terms`, or the default programme, say what becomes of lots that have
    expired.

    Where the member was merged meanwhile, the points follow. The same source again: nothing.
    """
    terms = terms or default_terms(now=now)
    post.restore(
        account_id,
        spend_seq,
        points,
        source=source,
        now=now,
        data=data,
        extend_until=terms.config.spending.extend_until(now) if terms is not None else None,
    )
    member = Member.objects.get(accounts=account_id)
    if member.merged_into_id is not None:
        move_balances(
            member.pk, member.merged_into_id, now=now, source=f"{source}/merge", actor="refund"
        )
