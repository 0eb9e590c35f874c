"""Ids as clients see them: opaque, of our own types, never a number of a table."""

import binascii
from base64 import b64decode, b64encode
from uuid import UUID

from ..errors import N_, Code, LoyaltyError

# No id of ours or of a host comes near it.
_LONGEST = 200


def to_global(type_name: str, public: object) -> str:
    return b64encode(f"{type_name}:{public}".encode()).decode()


def public_of(global_id: str, type_name: str, *, field: str = "id") -> str:
    """What stands behind the type's name. Raises LoyaltyError(INVALID) for any other id."""
    kind, found, public = _decoded(global_id).partition(":")
    if not found or kind != type_name or not public.isprintable():
        raise LoyaltyError(
            Code.INVALID, N_("This is not the id of a %(kind)s."), field=field, kind=type_name
        )
    return public


def uuid_of(global_id: str, type_name: str, *, field: str = "id") -> UUID:
    try:
        return UUID(public_of(global_id, type_name, field=field))
    except ValueError:
        raise LoyaltyError(
            Code.INVALID, N_("This is not the id of a %(kind)s."), field=field, kind=type_name
        ) from None


def checkout_id_of(given: str, *, field: str = "checkoutId") -> str:
    """The host's id of a checkout: given as Saleor's global id or as the bare UUID."""
    kind, _, token = _decoded(given).partition(":")
    try:
        return str(UUID(token if kind == "Checkout" else given))
    except ValueError:
        raise LoyaltyError(
            Code.INVALID, N_("This is not the id of a %(kind)s."), field=field, kind="checkout"
        ) from None


def host_id_of(given: str, kind: str, *, field: str) -> str:
    """A thing of the host's, given by its global id of that kind or as the host itself names it."""
    found, _, inner = _decoded(given).partition(":")
    host_id = inner if found == kind else given
    if not host_id or len(host_id) > 100 or not host_id.isprintable():
        raise LoyaltyError(
            Code.INVALID, N_("This is not the id of a %(kind)s."), field=field, kind=kind
        )
    return host_id


def _decoded(global_id: str) -> str:
    """Empty where it is no base64 text at all."""
    if len(global_id) > _LONGEST:
        return ""
    try:
        return b64decode(global_id, validate=True).decode()
    except (binascii.Error, ValueError):
        return ""
