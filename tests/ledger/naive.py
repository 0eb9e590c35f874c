"""The ledger once more, as simply as can be: lists, loops, and a clock that misses nothing.

Every maturity and expiry happens at its moment, for all accounts. The real ledger does it when it
next looks at the account, and must come to the same.
"""

from saleor_loyalty.errors import Code


class RefusedError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class NaiveLedger:
    def __init__(self, accounts):
        self.now = None
        self.numbers = 0
        self.lots = {}
        self.debt = {}
        self.closed = set()
        # When something was last earned, used or said about it.
        self.touched = {}
        for account in accounts:
            self.open(account)

    def open(self, account):
        self.lots[account] = []
        self.debt[account] = 0

    def pass_time(self, now):
        self.now = now
        for account in self.lots:
            self.settle(account)

    def settle(self, account):
        while due := self.due(account):
            _, _, _, lot = min(due, key=lambda event: event[:3])
            if lot["pending"]:
                lot["pending"] = False
                self.touch(account, lot["matures"])
                self.pay_debt(account)
            else:
                lot["lapsed"] += free(lot)
                lot["remaining"] = lot["held"]

    def touch(self, account, when=None):
        self.touched[account] = max(when or self.now, self.touched.get(account, when or self.now))

    def due(self, account):
        events = []
        for lot in self.lots[account]:
            if lot["remaining"] == 0:
                continue
            if lot["pending"]:
                if lot["matures"] is not None and lot["matures"] <= self.now:
                    events.append((lot["matures"], 1, lot["number"], lot))
            elif lot["expires"] is not None and lot["expires"] <= self.now and free(lot):
                events.append((lot["expires"], 2, lot["number"], lot))
        return events

    def new_lot(self, account, points, origin, *, pending, matures, expires, earned, lapsed=0):
        self.numbers += 1
        lot = {
            "number": self.numbers,
            "origin": origin,
            "remaining": points,
            "held": 0,
            "lapsed": lapsed,
            "pending": pending,
            "matures": matures,
            "expires": expires,
            "earned": earned,
        }
        self.lots[account].append(lot)

    def credit(self, credits):
        """All lots are there before the first of them pays a debt."""
        credits = list(credits)
        for account, *_ in credits:
            self.refuse_closed(account)
        for account, points, origin, dates in credits:
            self.new_lot(account, points, origin, earned=self.now, **dates)
            self.touch(account)
        for account in self.lots:
            self.pay_debt(account)
            self.settle(account)

    def refuse_closed(self, account):
        if account in self.closed:
            raise RefusedError(Code.MEMBER_CLOSED)

    def free_lots(self, account):
        found = [lot for lot in self.lots[account] if not lot["pending"] and free(lot)]
        return sorted(found, key=spending_order)

    def available(self, account):
        return sum(free(lot) for lot in self.free_lots(account))

    def take(self, account, points):
        uses = []
        for lot in self.free_lots(account):
            taken = min(points, free(lot))
            if taken:
                lot["remaining"] -= taken
                points -= taken
                uses.append((lot, taken))
        return uses

    def pay_debt(self, account):
        points = min(self.debt[account], self.available(account))
        self.take(account, points)
        self.debt[account] -= points

    def spend(self, account, points):
        self.refuse_closed(account)
        if self.available(account) < points:
            raise RefusedError(Code.NOT_ENOUGH_POINTS)
        self.touch(account)
        return self.take(account, points)

    def hold(self, account, points):
        uses = self.spend(account, points)
        for lot, taken in uses:
            lot["remaining"] += taken
            lot["held"] += taken
        return {"account": account, "uses": uses, "open": True}

    def end_hold(self, hold, captured):
        if not hold["open"]:
            raise RefusedError(Code.HOLD_NOT_OPEN)
        if captured > sum(points for _, points in hold["uses"]):
            raise RefusedError(Code.NOT_ENOUGH_POINTS)
        hold["open"] = False
        spent = []
        if captured:
            self.touch(hold["account"])
        for lot, points in sorted(hold["uses"], key=lambda use: spending_order(use[0])):
            used = min(points, captured)
            captured -= used
            lot["held"] -= points
            lot["remaining"] -= used
            if used:
                spent.append((lot, used))
        self.pay_debt(hold["account"])
        self.settle(hold["account"])
        return spent

    def restore(self, account, spending, points, extend_until):
        if points > sum(left for _, left in spending):
            raise RefusedError(Code.INVALID)
        back = []
        for place in sorted(
            range(len(spending)), key=lambda i: spending_order(spending[i][0]), reverse=True
        ):
            lot, left = spending[place]
            given = min(points, left)
            points -= given
            spending[place] = (lot, left - given)
            lot["remaining"] += given
            back.append((lot, given))
        if extend_until is not None:
            self.extend_expired(account, back, extend_until)
        self.pay_debt(account)
        self.settle(account)

    def extend(self, account, before, until):
        self.refuse_closed(account)
        lots = [
            lot
            for lot in self.lots[account]
            if lot["remaining"]
            and lot["expires"] is not None
            and self.now < lot["expires"]
            and (before is None or lot["expires"] < before)
            and (until is None or lot["expires"] < until)
        ]
        if not lots:
            raise RefusedError(Code.INVALID)
        self.touch(account)
        for lot in lots:
            lot["expires"] = until

    def expire_inactive(self, since):
        """Answers how many accounts it ended."""
        idle = [
            account
            for account in self.lots
            if account not in self.closed
            and self.available(account)
            and not any(lot["held"] for lot in self.lots[account])
            and self.touched[account] < since
        ]
        for account in idle:
            for lot in self.free_lots(account):
                lot["expires"] = self.now
            self.settle(account)
        return len(idle)

    def extend_expired(self, account, back, until):
        for lot, given in sorted(back, key=lambda pair: pair[0]["number"]):
            if given and lot["expires"] is not None and lot["expires"] <= self.now:
                lot["remaining"] -= given
                self.touch(account)
                self.new_lot(
                    account,
                    given,
                    lot["origin"],
                    pending=False,
                    matures=None,
                    expires=until,
                    earned=lot["earned"],
                )

    def claw_back(self, account, origin, points, allow_debt):
        self.refuse_closed(account)
        own = [lot for lot in self.lots[account] if lot["origin"] == origin]
        for lot in sorted(own, key=lambda lot: (not lot["pending"], ends(lot), lot["number"])):
            taken = min(points, free(lot))
            lot["remaining"] -= taken
            points -= taken
        for lot in own:
            gone = min(points, lot["lapsed"])
            lot["lapsed"] -= gone
            points -= gone
        points -= sum(taken for _, taken in self.take(account, points))
        if allow_debt:
            self.debt[account] += points

    def mature(self, account, origin, at):
        for lot in self.lots[account]:
            waits = lot["origin"] == origin and lot["pending"] and lot["remaining"]
            if waits and (lot["matures"] is None or lot["matures"] > at):
                lot["matures"] = at
        self.settle(account)

    def merge(self, source, target):
        if source == target or target in self.closed:
            raise RefusedError(Code.INVALID)
        if any(lot["held"] for lot in self.lots[source]):
            raise RefusedError(Code.HOLD_NOT_OPEN)
        self.closed.add(source)
        if self.debt[source]:
            self.touch(target)
        self.debt[target] += self.debt[source]
        self.debt[source] = 0
        for lot in sorted(self.lots[source], key=lambda lot: (lot["earned"], lot["number"])):
            if lot["remaining"] or lot["lapsed"]:
                self.touch(target)
                self.new_lot(
                    target,
                    lot["remaining"],
                    lot["origin"],
                    pending=lot["pending"],
                    matures=lot["matures"],
                    expires=lot["expires"],
                    earned=lot["earned"],
                    lapsed=lot["lapsed"],
                )
                lot["remaining"] = lot["lapsed"] = 0
        self.pay_debt(target)


def free(lot):
    return lot["remaining"] - lot["held"]


def ends(lot):
    """Sorts by expiry, what never expires last."""
    return (lot["expires"] is None, lot["expires"] or lot["earned"])


def spending_order(lot):
    return (*ends(lot), lot["earned"], lot["number"])
