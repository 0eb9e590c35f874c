"""Logins of the sandbox: a signed token says who is calling, and until when."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass

import jwt
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, JsonResponse

from saleor_loyalty.api.refused import not_valid
from saleor_loyalty.api.viewer import ANONYMOUS, Permission, Viewer

# A JWT, as Saleor's are: the Dashboard's bridge reads who it is about.
_ALGORITHM = "HS256"
# In seconds; as long as a demo may run.
LIFE = 30 * 24 * 3600

SHOPPER, STAFF, ADMIN = "shopper@example.com", "staff@example.com", "admin@example.com"
# Whom the shopper may bring.
FRIEND = "friend@example.com"
# What Saleor calls "manage users" is what a member of staff needs to look after members.
_PERMISSIONS = {
    STAFF: frozenset({Permission.MANAGE_MEMBERS, Permission.MANAGE_ORDERS}),
    ADMIN: frozenset(Permission),
}


@dataclass(frozen=True, slots=True)
class DemoLogin:
    name: str
    email: str
    token: str


def make_logins() -> None:
    """The people one can be here."""
    for email in (SHOPPER, FRIEND, STAFF, ADMIN):
        User.objects.get_or_create(
            username=email, defaults={"email": email, "is_staff": email in _PERMISSIONS}
        )


def demo_logins() -> list[DemoLogin]:
    return [
        DemoLogin("a shopper", SHOPPER, token_of(SHOPPER)),
        DemoLogin("staff, who may look after members", STAFF, token_of(STAFF)),
        DemoLogin("an admin, who may do everything", ADMIN, token_of(ADMIN)),
    ]


class OutdatedError(Exception):
    """The token was good once."""


def token_of(email: str, *, seconds: int = LIFE) -> str:
    told = {
        "email": email,
        "exp": int(time.time()) + seconds,
        "user_permissions": sorted(_PERMISSIONS.get(email, ())),
    }
    return jwt.encode(told, _key(), algorithm=_ALGORITHM)


def _key() -> bytes:
    """As long as the algorithm wants it, however short the setting is."""
    return hashlib.sha256(settings.SECRET_KEY.encode()).digest()


def user_of(request: HttpRequest) -> User | None:
    """The person whose token the request carries, None for a wrong one as for none.

    Raises OutdatedError.
    """
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() not in ("bearer", "jwt"):
        return None
    try:
        told = jwt.decode(token.strip(), _key(), algorithms=[_ALGORITHM])
    except jwt.ExpiredSignatureError:
        raise OutdatedError from None
    except jwt.InvalidTokenError:
        return None
    return User.objects.filter(email=told.get("email"), is_active=True).first()


def viewer_of(request: HttpRequest) -> Viewer:
    """Raises OutdatedError."""
    user = user_of(request)
    if user is None:
        return ANONYMOUS
    permissions = _PERMISSIONS.get(user.email, frozenset())
    return Viewer(user_id=user.pk, is_staff=user.is_staff, permissions=permissions)


class OutdatedTokens:
    """Answers for every view to whom a token was shown that is over, as Saleor would."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, _request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, OutdatedError):
            return JsonResponse(not_valid("ExpiredSignatureError"), status=401)
        return None
