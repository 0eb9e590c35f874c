"""What a member owns in the ledger, as a whole."""

from datetime import datetime

from ..ledger import post
from ..ledger.accounts import account_ids
from ..values.points import Unit


def move_balances(
    from_member: int, to_member: int, *, now: datetime, source: str, actor: str
) -> None:
    accounts = account_ids([from_member, to_member])
    for unit in Unit:
        post.merge(
            accounts[from_member, unit],
            accounts[to_member, unit],
            source=f"{source}/{unit.name.lower()}",
            now=now,
            data={"reason": "merged", "actor": actor},
        )
