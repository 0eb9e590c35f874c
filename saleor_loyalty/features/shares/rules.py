"""Which pages are the shop's, who is no visitor, and what an order by a link is worth. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from ...errors import N_, NN_, Code, LoyaltyError
from .config import OrderConfig, SafeFrom
from .models import ShareOrderState

LONGEST_PAGE = 500
# What browsers take out of an address, or read as another character, before they go there.
_UNFIT = re.compile(r"[\s\\\x00-\x1f\x7f<>\"]")
# Programs call themselves so; a make of telephones is called Cubot.
_BOTS = re.compile(
    r"(?<!cu)bot|crawl|spider|slurp|scrap|preview|facebookexternalhit|whatsapp/|telegram|skype"
    r"|discord|embed|headless|phantom|selenium|puppeteer|playwright|lighthouse|monitor|uptime"
    r"|curl|wget|python|java/|okhttp|go-http|node-fetch|axios|httpclient|libwww|ruby|perl",
    re.IGNORECASE,
)


def checked_page(page: str) -> str:
    """A path within the shop: "/products/red-shoe?size=4". Raises LoyaltyError(INVALID).

    Nothing that a browser could take for an address elsewhere, and no place within the page.
    """
    if len(page) > LONGEST_PAGE:
        raise LoyaltyError(
            Code.INVALID,
            NN_(
                "This has more than %(count)s character.",
                "This has more than %(count)s characters.",
            ),
            field="page",
            count=LONGEST_PAGE,
        )
    if not _is_path(page):
        raise LoyaltyError(
            Code.INVALID, N_("This is not a page of the shop such as /products/shoe."), field="page"
        )
    return page


def _is_path(page: str) -> bool:
    if not page.startswith("/") or page.startswith("//") or _UNFIT.search(page):
        return False
    if not page.isprintable():
        return False
    parts = urlsplit(page)
    return not (parts.scheme or parts.netloc or parts.fragment or "#" in page)


def is_bot(user_agent: str, more: Iterable[str] = ()) -> bool:
    """By what it calls itself: browsers say who they are, and programs that are honest too."""
    if not user_agent.strip() or _BOTS.search(user_agent):
        return True
    return any(one.casefold() in user_agent.casefold() for one in more)


@dataclass(frozen=True, slots=True)
class Buying:
    """What is known of an order that somebody came to by a link."""

    paid_at: datetime | None
    fulfilled_at: datetime | None
    # Cancelled, or all of it refunded.
    gone: bool
    # By who shared the link.
    own: bool
    # Of the one who bought.
    first: bool


@dataclass(frozen=True, slots=True)
class Worth:
    state: ShareOrderState
    why_not: str = ""
    due_at: datetime | None = None


def worth_of(buying: Buying, config: OrderConfig | None) -> Worth:
    """`config` None: nothing is given for orders now; it waits."""
    if buying.gone:
        return Worth(ShareOrderState.REFUSED, "returned")
    if buying.paid_at is None:
        return Worth(ShareOrderState.WAITING)
    if buying.own:
        return Worth(ShareOrderState.REFUSED, "self")
    if not buying.first:
        return Worth(ShareOrderState.REFUSED, "not_first")
    if config is None:
        return Worth(ShareOrderState.WAITING)
    by_payment = config.safe_from is SafeFrom.PAYMENT
    begins = buying.paid_at if by_payment else buying.fulfilled_at
    if begins is None:
        return Worth(ShareOrderState.WAITING)
    return Worth(ShareOrderState.WAITING, due_at=begins + timedelta(days=config.days))
