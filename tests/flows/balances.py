"""Reading back what a member has."""

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.ledger.models import Account
from saleor_loyalty.values.points import Unit


def sums(member: Member, unit: Unit = Unit.POINTS) -> tuple[int, int, int, int]:
    """(available, pending, held, debt)"""
    account = Account.objects.get(member=member, unit=unit)
    return account.available, account.pending, account.held, account.debt
