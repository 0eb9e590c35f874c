"""A till's receipt as an order, and what returns leave of it. Pure. Money in minor units."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from ...errors import N_, Code, LoyaltyError
from ...events.facts import OrderFact, OrderLine
from ...values.money import currency_digits
from ...values.sentences import TOO_MANY
from ...values.source_key import digest_of

LONGEST_NUMBER = 64
MOST_LINES = 500
MOST_PIECES = 1_000_000
LARGEST_AMOUNT = 10**12
LONGEST_NAME = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What was bought and paid at a till, and taken home at once."""

    number: str
    channel: str
    currency: str
    paid_at: datetime
    lines: tuple[OrderLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """What came back: the whole receipt, pieces of lines (line id, quantity), or an amount."""

    number: str
    whole: bool = False
    lines: tuple[tuple[str, int], ...] = ()
    amount: int = 0

    @property
    def digest(self) -> int:
        return digest_of({"whole": self.whole, "lines": sorted(self.lines), "amount": self.amount})


def order_id_of(receipt_number: str) -> str:
    return f"till:{receipt_number}"


def as_order(receipt: Receipt, *, user_id: int | None, email: str, language: str) -> OrderFact:
    return OrderFact(
        order_id=order_id_of(receipt.number),
        number=receipt.number,
        channel=receipt.channel,
        currency=receipt.currency,
        lines=receipt.lines,
        placed_at=receipt.paid_at,
        paid_at=receipt.paid_at,
        fulfilled_at=receipt.paid_at,
        user_id=user_id,
        email=email,
        language_code=language,
        total_gross=sum(line.gross for line in receipt.lines),
        fingerprint=_fingerprint(receipt),
    )


def is_same(receipt: Receipt, order: OrderFact) -> bool:
    """Whether the order was made from this receipt, whatever has come back of it since."""
    return order.fingerprint == _fingerprint(receipt)


def check_receipt(receipt: Receipt) -> None:
    """Raises LoyaltyError REQUIRED, INVALID, LIMIT_EXCEEDED or CURRENCY_NOT_SUPPORTED."""
    currency_digits(receipt.currency)
    if not receipt.lines:
        raise LoyaltyError(Code.REQUIRED, N_("This must not be empty."), field="lines")
    if len(receipt.lines) > MOST_LINES:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED,
            TOO_MANY,
            field="lines",
            count=MOST_LINES,
        )
    if len({line.line_id for line in receipt.lines}) < len(receipt.lines):
        raise LoyaltyError(Code.INVALID, N_("Two lines have the same id."), field="lines")
    for line in receipt.lines:
        _check_line(line)


def after_return(order: OrderFact, back: Return) -> OrderFact:
    """The order once this has come back as well.

    Raises SOURCE_KEY_CONFLICT for a number that said something else; INVALID for more than is
    left.
    """
    known = dict(order.returns)
    if back.number in known:
        if known[back.number] != back.digest:
            raise LoyaltyError(
                Code.SOURCE_KEY_CONFLICT,
                N_("This number belongs to another return."),
                field="returnNumber",
            )
        return order
    if sum((back.whole, bool(back.lines), bool(back.amount))) != 1:
        raise LoyaltyError(
            Code.INVALID, N_("Give either whole, lines or an amount."), field="returnNumber"
        )
    left = _returned(order, back)
    return replace(
        left,
        returns=(*order.returns, (back.number, back.digest)),
        refunded_total=left.total_gross - _money_left(left),
    )


def _returned(order: OrderFact, back: Return) -> OrderFact:
    if not _money_left(order) and not _pieces_left(order):
        raise LoyaltyError(
            Code.INVALID, N_("Nothing of this receipt is left."), field="receiptNumber"
        )
    if back.whole:
        return replace(order, fully_refunded=True)
    if back.amount:
        return _less_money(order, back.amount)
    return replace(order, lines=_less_pieces(order.lines, back.lines))


def _less_money(order: OrderFact, amount: int) -> OrderFact:
    if not 0 < amount <= _money_left(order):
        raise LoyaltyError(
            Code.INVALID,
            N_("The amount must be from 1 to %(most)s: no more of it is left."),
            field="amountMinor",
            most=_money_left(order),
        )
    return replace(order, refunded_by_amount=order.refunded_by_amount + amount)


def _less_pieces(
    lines: Sequence[OrderLine], back: Sequence[tuple[str, int]]
) -> tuple[OrderLine, ...]:
    wanted = dict(back)
    unknown = set(wanted) - {line.line_id for line in lines}
    if unknown or len(wanted) < len(back):
        raise LoyaltyError(
            Code.INVALID, N_("Each line of the receipt is named once, by its id."), field="lines"
        )
    return tuple(_less(line, wanted.get(line.line_id)) for line in lines)


def _less(line: OrderLine, quantity: int | None) -> OrderLine:
    if quantity is None:
        return line
    left = line.quantity - line.refunded_quantity
    if not 0 < quantity <= left:
        raise LoyaltyError(
            Code.INVALID,
            N_("Of line %(line)s there are %(left)s left."),
            field="lines",
            line=line.line_id,
            left=left,
        )
    return replace(line, refunded_quantity=line.refunded_quantity + quantity)


def _money_left(order: OrderFact) -> int:
    if order.fully_refunded:
        return 0
    back = sum(line.gross * line.refunded_quantity // line.quantity for line in order.lines)
    return max(order.total_gross - back - order.refunded_by_amount, 0)


def _pieces_left(order: OrderFact) -> bool:
    """A gift has pieces and no price."""
    if order.fully_refunded:
        return False
    return any(line.quantity > line.refunded_quantity for line in order.lines)


def _check_line(line: OrderLine) -> None:
    if not 1 <= line.quantity <= MOST_PIECES:
        raise LoyaltyError(
            Code.INVALID,
            N_("A whole number from %(least)s to %(most)s is needed."),
            field="lines",
            least=1,
            most=MOST_PIECES,
        )
    if not 0 <= line.net <= line.gross <= LARGEST_AMOUNT:
        raise LoyaltyError(
            Code.INVALID,
            N_("Amounts are whole minor units, not below zero, and net is not above gross."),
            field="lines",
        )


def _fingerprint(receipt: Receipt) -> str:
    lines = [asdict(line) for line in receipt.lines]
    said = {
        "channel": receipt.channel,
        "currency": receipt.currency,
        "paid_at": receipt.paid_at.timestamp().hex(),
        "lines": lines,
    }
    return f"till:{digest_of(said)}"
