"""Taking awards back: the ledger, the award's own record and the counters it drew on."""

from datetime import datetime

from ..features.earning.counters import draw
from ..features.earning.models import Award
from ..features.earning.rules import Breakdown, draws_given_back
from ..ledger import post
from ..values.points import Unit
from .terms import DebtPolicy, Terms


def take_back(
    award: Award,
    due: int,
    *,
    account_id: int,
    terms: Terms,
    reason: dict[str, str],
    now: datetime,
) -> None:
    """Claims what is missing until `due` points of the award are taken back in all.

    The caller has seen that it is more than before.
    """
    unit = Unit(award.unit)
    post.claw_back(
        account_id,
        award.key,
        due - award.taken_back,
        # Named by how much is owed back in all, which only grows.
        source=f"{award.subject}/claw/{unit.name.lower()}/{award.revision}/{due}",
        now=now,
        allow_debt=terms.config.debt is DebtPolicy.DEBT,
        data=reason,
    )
    given = draws_given_back(Breakdown.from_json(award.breakdown), award.taken_back, due)
    draw({key: -amount for key, amount in given.items()})
    award.taken_back = due
    Award.objects.filter(pk=award.pk).update(taken_back=due)
