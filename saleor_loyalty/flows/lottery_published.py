"""What is published of a lottery: enough for anybody to repeat its draw."""

from typing import Any

from ..errors import N_, Code, LoyaltyError
from ..features.lottery.models import Lottery, LotteryState
from .lotteries import config_of, ticket_ids


def published(slug: str) -> dict[str, Any]:
    """The file that docs/lottery_draw.py reads; no seed and no winners before the draw.

    Raises NOT_FOUND.
    """
    lottery = Lottery.objects.filter(slug=slug).exclude(state=LotteryState.DRAFT).first()
    if lottery is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such lottery."), field="lotteryId")
    drawn = lottery.state == LotteryState.DRAWN
    wins = lottery.wins.order_by("pk").values_list("prize", "number", "ticket__public_id")
    return {
        "lottery": slug,
        "commitment": lottery.commitment,
        "seed": lottery.seed if drawn else None,
        "tickets_digest": lottery.tickets_digest,
        "tickets": ticket_ids(lottery) if lottery.tickets_digest else [],
        "prizes": [
            {
                "slug": pool.slug,
                "stock": pool.stock,
                "odds": {"wins": pool.odds.wins, "of": pool.odds.of} if pool.odds else None,
            }
            for pool in config_of(lottery).pools
        ],
        "wins": [
            {"prize": prize, "number": number, "ticket": str(ticket)}
            for prize, number, ticket in wins
        ],
    }
