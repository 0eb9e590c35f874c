"""Addresses and phones of an order as keyed hashes: what is compared leaves nothing to read."""

from typing import Any

from .. import conf
from ..values.likeness import plain_address, plain_phone, trace_of


def address_digests(order: Any) -> tuple[str, ...]:
    """Of where it goes and whom it is billed to, each once, in an order of its own."""
    plain = {
        plain_address(
            str(address.country.code),
            address.postal_code,
            address.city,
            address.street_address_1,
            address.street_address_2,
        )
        for address in _addresses(order)
    }
    return _digests("address", plain)


def phone_digests(order: Any) -> tuple[str, ...]:
    return _digests("phone", {plain_phone(str(one.phone or "")) for one in _addresses(order)})


def _addresses(order: Any) -> list[Any]:
    return [one for one in (order.shipping_address, order.billing_address) if one is not None]


def _digests(kind: str, plain: set[str]) -> tuple[str, ...]:
    key = conf.trace_key()
    return tuple(sorted(str(trace_of(kind, one, key)) for one in plain if one))
