"""What our own events are called. Rules may name them; nobody outside may tell of them."""

from enum import StrEnum

PREFIX = "loyalty."


class Own(StrEnum):
    CHECK_IN = "loyalty.check_in"
    REVIEW = "loyalty.review"
    SHARE_VISIT = "loyalty.share_visit"
    SHARE_ORDER = "loyalty.share_order"
    # To who brought a friend along, to the friend, and for the third friend, say.
    REFERRAL = "loyalty.referral"
    REFERRED = "loyalty.referred"
    REFERRAL_MILESTONE = "loyalty.referral_milestone"
    TASK = "loyalty.task"
    BIRTHDAY = "loyalty.birthday"
    JOINED_ANNIVERSARY = "loyalty.joined_anniversary"
    PURCHASE_ANNIVERSARY = "loyalty.purchase_anniversary"
    WELCOME = "loyalty.welcome"
    FIRST_ORDER = "loyalty.first_order"

    @property
    def word(self) -> str:
        """As reasons and source keys name it: "check_in"."""
        return self.removeprefix(PREFIX)
