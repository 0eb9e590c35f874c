"""What people read: the reason of each entry, in the member's own language.

The texts here are the English ones, each marked by N_ or NN_; `locale/` has the others.
"""

from ..errors import N_, NN_
from ..ledger.models import EntryKind
from ..values.money import Money
from ..values.points import Unit
from ..values.voice import voice_of

# With the number of the order or the name of the event, where the entry has one, and without.
_REASONS: dict[str, tuple[str, str]] = {
    "order": (N_("Order %(order)s"), N_("Order")),
    "order_refunded": (N_("Order %(order)s was refunded"), N_("An order was refunded")),
    "growth_pack": (N_("Bought with order %(order)s"), N_("Bought with an order")),
    "event": (N_("Event %(event)s"), N_("Event")),
    "event_undone": (N_("Event %(event)s was taken back"), N_("An event was taken back")),
    "order_paid_with_points": (N_("Used for order %(order)s"), N_("Used for an order")),
    "payment_refunded": (
        N_("Given back after a refund of order %(order)s"),
        N_("Given back after a refund"),
    ),
    "check_in": (N_("Check-in, day %(event)s"), N_("Check-in")),
    "check_in_undone": (N_("A check-in was taken back"),) * 2,
    "check_in_make_up": (N_("Used to make %(event)s good"), N_("Used to make a missed day good")),
    "share_visit": (N_("A visit by your link to %(event)s"), N_("A visit by your link")),
    "share_visit_undone": (N_("A visit by your link did not count"),) * 2,
    "share_order": (N_("An order by your link to %(event)s"), N_("An order by your link")),
    "share_order_undone": (N_("An order by your link was returned"),) * 2,
    "checkout": (N_("Set aside for a checkout"),) * 2,
    "released": (N_("Set aside no longer"),) * 2,
    "task": (N_("Task: %(event)s"), N_("Task")),
    "task_undone": (N_("Taken back: gift of a task"),) * 2,
    "birthday_gift": (N_("Birthday gift"),) * 2,
    "birthday": (N_("Birthday gift"),) * 2,
    "birthday_undone": (N_("A birthday gift was taken back"),) * 2,
    "joined_anniversary": (N_("Gift for the day you joined"),) * 2,
    "joined_anniversary_undone": (N_("A gift for an anniversary was taken back"),) * 2,
    "purchase_anniversary": (N_("Gift for the day of your first order"),) * 2,
    "purchase_anniversary_undone": (N_("A gift for an anniversary was taken back"),) * 2,
    "welcome": (N_("Welcome gift"),) * 2,
    "welcome_undone": (N_("A welcome gift was taken back"),) * 2,
    "first_order": (N_("Gift for your first order"),) * 2,
    "first_order_undone": (N_("Taken back: your first order was returned"),) * 2,
    "review": (N_("Review: %(event)s"), N_("Review")),
    "review_undone": (N_("Points for a review were taken back"),) * 2,
    "reward": (N_("Used for a reward"),) * 2,
    "reward_held": (N_("Set aside for a reward"),) * 2,
    "reward_back": (N_("Given back after a reward was returned"),) * 2,
    "lottery_tickets": (N_("Used for lottery tickets"),) * 2,
    "lottery_prize": (N_("Won in a lottery"),) * 2,
    "lottery_cancelled": (N_("Given back after a lottery was cancelled"),) * 2,
    "group_stake": (N_("Stake of a group buy"),) * 2,
    "group_stake_returned": (N_("Given back from a group buy"),) * 2,
    "adjusted": (N_("Adjusted by the shop"),) * 2,
    "tier": (N_("Used for a tier"),) * 2,
    "referral": (N_("Brought a friend: %(event)s"), N_("Brought a friend")),
    "referral_undone": (N_("Taken back: gift for a friend"),) * 2,
    "referred": (N_("Brought here by %(event)s"), N_("Brought here by a friend")),
    "referred_undone": (N_("Taken back: gift for being brought here"),) * 2,
    "referral_milestone": (N_("Friends brought: %(event)s"), N_("Friends brought")),
    "referral_milestone_undone": (N_("Taken back: gift for friends brought"),) * 2,
    "merged": (N_("Moved from one account to the other"),) * 2,
    "extended_after_refund": (N_("Expires later, after a refund"),) * 2,
    "extended": (N_("Expires later"),) * 2,
    "inactive": (N_("Expired after a long time without activity"),) * 2,
    "matured": (N_("Can be used from now on"),) * 2,
    "expired": (N_("Expired"),) * 2,
    "debt_paid": (N_("Kept for points that were owed"),) * 2,
}

_OF_KIND: dict[EntryKind, str] = {
    EntryKind.EARN: "order",
    EntryKind.MATURE: "matured",
    EntryKind.SPEND: "order_paid_with_points",
    EntryKind.HOLD: "checkout",
    EntryKind.RELEASE: "released",
    EntryKind.CAPTURE: "order_paid_with_points",
    EntryKind.RESTORE: "payment_refunded",
    EntryKind.CLAW_BACK: "order_refunded",
    EntryKind.EXPIRE: "expired",
    EntryKind.DEBT_PAYMENT: "debt_paid",
    EntryKind.ADJUST: "adjusted",
    EntryKind.MERGE_OUT: "merged",
    EntryKind.MERGE_IN: "merged",
    EntryKind.EXTEND: "extended_after_refund",
}

_EXCLUDED: dict[str, str] = {
    "gift_card": N_("Gift cards earn no points"),
    "customer_group": N_("This customer group earns no points"),
    "sale": N_("Reduced items earn no points"),
    "product": N_("This product earns no points"),
    "category": N_("This category earns no points"),
    "collection": N_("This collection earns no points"),
}


def reason_of(kind: EntryKind, given: str | None) -> str:
    """The code of an entry's reason; entries that follow by themselves have their kind's."""
    return given or _OF_KIND[kind]


def entry_text(kind: EntryKind, reason: str, about: str, language_code: str) -> str:
    """One line for the member. A reason of another version of ours reads as its kind's."""
    with_name, without = _REASONS.get(reason) or _REASONS[_OF_KIND[kind]]
    voice = voice_of(language_code)
    return voice.say(with_name, order=about, event=about) if about else voice.say(without)


def excluded_text(code: str, language_code: str) -> str:
    return voice_of(language_code).say(_EXCLUDED.get(code, N_("This earns no points")))


def rate_text(points: int, money: Money, unit: Unit, language_code: str) -> str:
    voice = voice_of(language_code)
    amount = voice.money(money)
    if unit is Unit.GROWTH:
        # One form in English, not so in other languages.
        text = NN_("%(count)s growth for each %(amount)s", "%(count)s growth for each %(amount)s")
    else:
        text = NN_("%(count)s point for each %(amount)s", "%(count)s points for each %(amount)s")
    return voice.say(text, count=points, amount=amount)


def multiplier_text(percent: int, language_code: str) -> str:
    """`percent` of the base award in all: 200 is double points."""
    voice = voice_of(language_code)
    return voice.say(N_("%(percent)s of the base award"), percent=voice.percent(percent))


def bonus_text(language_code: str) -> str:
    return voice_of(language_code).say(N_("Bonus"))


def shipping_text(language_code: str) -> str:
    return voice_of(language_code).say(N_("Shipping"))


def money_text(money: Money, language_code: str) -> str:
    return voice_of(language_code).money(money)
