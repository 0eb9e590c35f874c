"""The points mall as simply as it can be said: sums and lists, nothing of ours."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass
class NaiveReward:
    points: int
    kind: str
    stock: int | None = None
    most: int | None = None
    lasts: timedelta | None = None
    taken: int = 0


@dataclass
class NaiveRedemption:
    member: int
    reward: NaiveReward
    pieces: int
    points: int
    state: str
    until: datetime | None
    used: bool = False
    ordered: bool = False
    back: int = 0
    pieces_back: int = 0


@dataclass
class NaiveMall:
    """Answers of the acts: whether they were allowed."""

    rewards: list[NaiveReward]
    now: datetime
    available: dict[int, int] = field(default_factory=dict)
    held: dict[int, int] = field(default_factory=dict)
    redemptions: list[NaiveRedemption] = field(default_factory=list)

    def redeem(self, member: int, number: int, pieces: int) -> bool:
        reward = self.rewards[number]
        counted = ("requested", "reserved", "issued", "fulfilled")
        mine = [
            one
            for one in self.redemptions
            if one.member == member and one.reward is reward and one.state in counted
        ]
        cost = reward.points * pieces
        if reward.kind != "product" and pieces > 1:
            return False
        if reward.stock is not None and reward.taken + pieces > reward.stock:
            return False
        if reward.most is not None and sum(one.pieces for one in mine) + pieces > reward.most:
            return False
        if cost > self.available[member]:
            return False
        self.available[member] -= cost
        reward.taken += pieces
        state = {"service": "issued", "product": "reserved"}.get(reward.kind, "requested")
        if state == "reserved":
            self.held[member] += cost
        until = self.now + reward.lasts if reward.lasts is not None else None
        self.redemptions.append(NaiveRedemption(member, reward, pieces, cost, state, until))
        return True

    def deliver(self, works: bool) -> None:
        for one in self.redemptions:
            if one.state == "requested":
                if works:
                    one.state = "issued"
                else:
                    self._back(one, "cancelled")

    def cancel(self, one: NaiveRedemption) -> bool:
        if one.state == "cancelled":
            return True
        if one.state == "reserved" and not one.ordered:
            self._release(one, "cancelled")
            return True
        if one.state in ("requested", "issued") and not one.used:
            self._back(one, "cancelled")
            return True
        return False

    def remove(self, one: NaiveRedemption) -> None:
        if one.state == "reserved" and not one.ordered:
            self._release(one, "cancelled")

    def order(self, one: NaiveRedemption, paid: bool) -> None:
        if one.state != "reserved":
            return
        one.ordered = True
        if paid:
            one.state = "issued"
            one.until = None
            self.held[one.member] -= one.points

    def refund(self, one: NaiveRedemption, pieces: int) -> None:
        """So many pieces in all."""
        if one.state == "reserved":
            return
        if one.state == "issued":
            due = one.points * pieces // one.pieces
            self.available[one.member] += max(due - one.back, 0)
            one.back = max(due, one.back)
            one.reward.taken -= max(pieces - one.pieces_back, 0)
            one.pieces_back = max(pieces, one.pieces_back)
            if pieces == one.pieces:
                one.state = "cancelled"

    def abandon(self, one: NaiveRedemption) -> None:
        if one.state == "reserved":
            self._release(one, "cancelled")
        elif one.state == "issued":
            self._back(one, "cancelled")

    def later(self, by: timedelta) -> None:
        self.now += by
        for one in self.redemptions:
            over = one.until is not None and one.until <= self.now
            if one.state == "reserved" and over and not one.ordered:
                self._release(one, "expired")
            elif one.state == "issued" and over and one.used:
                one.state = "fulfilled"
            elif one.state == "issued" and over:
                self._back(one, "expired")

    def _release(self, one: NaiveRedemption, state: str) -> None:
        self.held[one.member] -= one.points
        self.available[one.member] += one.points
        one.reward.taken -= one.pieces
        one.state = state

    def _back(self, one: NaiveRedemption, state: str) -> None:
        self.available[one.member] += one.points - one.back
        one.back = one.points
        one.reward.taken -= one.pieces - one.pieces_back
        one.pieces_back = one.pieces
        one.state = state
