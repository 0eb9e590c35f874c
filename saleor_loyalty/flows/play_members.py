"""One person's two accounts: what they play with under both is theirs."""

from ..features.flash_sales.models import FlashSaleClaim
from ..features.group_buys.models import Group, Seat, SeatState
from ..features.lottery.models import LotteryTicket


def move(from_member: int, to_member: int) -> None:
    """Tickets, pieces of sales, seats. Where both sit in one group, each seat stays.

    Inside a transaction.
    """
    LotteryTicket.objects.filter(member=from_member).update(member=to_member)
    FlashSaleClaim.objects.filter(member=from_member).update(member=to_member)
    theirs = Seat.objects.filter(member=to_member).exclude(state=SeatState.RETURNED)
    mine = Seat.objects.filter(member=from_member)
    mine.exclude(group__in=theirs.values("group")).update(member=to_member)
    Group.objects.filter(leader=from_member).update(leader=to_member)
