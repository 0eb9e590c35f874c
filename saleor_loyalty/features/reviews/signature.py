"""Who tells of a review that is kept elsewhere must know a secret, and must tell now. Pure."""

import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime

from ...errors import N_, Code, LoyaltyError

# How far the clocks of both sides may be apart, and how long a request may be on its way: seconds.
WINDOW_SECONDS = 300
_LONGEST_HEADER = 500


def sign(secret: str, timestamp: int, body: bytes) -> str:
    return hmac.new(secret.encode(), f"{timestamp}.".encode() + body, hashlib.sha256).hexdigest()


def check(header: str, body: bytes, *, secrets: Sequence[str], now: datetime) -> None:
    """`header` is "t=<seconds since 1970>,v1=<hex>", with several v1 while a secret is changed.

    Raises LoyaltyError(FORBIDDEN).
    """
    timestamp, signatures = _parts(header)
    if timestamp is None or not signatures:
        raise LoyaltyError(Code.FORBIDDEN, N_("The signature is missing or cannot be read."))
    if abs(int(now.timestamp()) - timestamp) > WINDOW_SECONDS:
        raise LoyaltyError(
            Code.FORBIDDEN,
            N_("The signature is more than %(seconds)s seconds old, or ahead."),
            seconds=WINDOW_SECONDS,
        )
    expected = [sign(secret, timestamp, body) for secret in secrets]
    # All of them are compared, each in the same time, so that nobody learns from ours.
    answers = [hmac.compare_digest(one, other) for one in expected for other in signatures]
    if True not in answers:
        raise LoyaltyError(Code.FORBIDDEN, N_("The signature is not right."))


def _parts(header: str) -> tuple[int | None, list[str]]:
    timestamp: int | None = None
    signatures = []
    for part in header[:_LONGEST_HEADER].split(","):
        name, _, value = part.strip().partition("=")
        if name == "t" and value.isascii() and value.isdigit() and len(value) <= 12:
            timestamp = int(value)
        elif name == "v1" and value.isascii():
            signatures.append(value.lower())
    return timestamp, signatures
