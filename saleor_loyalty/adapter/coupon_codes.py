"""Whose a coupon's code is, and what it was made for, in the id of its row.

A voucher of Saleor's holds many codes, and a code has no metadata: but it has a UUID, which may be
chosen. Its first 80 bits are the digest of the source, so that the same source finds its code
again; the last 48 are the customer.
"""

from hashlib import sha256
from typing import Any
from uuid import UUID

_USER_BITS = 48
_SOURCE_BYTES = (128 - _USER_BITS) // 8
_USERS = (1 << _USER_BITS) - 1

MADE_HERE = "saleor_loyalty.coupon"
"""In the private metadata of vouchers that are ours: which coupons they are for."""


def code_id(source: str, user_id: int) -> UUID:
    return UUID(int=_first_of(source) | user_id)


def ids_of(source: str) -> tuple[UUID, UUID]:
    """The range in which the code's id is, whoever has it."""
    first = _first_of(source)
    return UUID(int=first), UUID(int=first | _USERS)


def is_ours(voucher: Any) -> bool:
    return MADE_HERE in (voucher.private_metadata or {})


def owner_of(code: Any) -> int:
    """The customer's id, of a code whose voucher is ours."""
    return int(code.pk.int & _USERS)


def _first_of(source: str) -> int:
    digest = sha256(source.encode()).digest()[:_SOURCE_BYTES]
    return int.from_bytes(digest, "big") << _USER_BITS
