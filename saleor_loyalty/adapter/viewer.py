"""Who is calling, as Saleor knows them: a customer or staff by JWT, an app by its token, staff in
the Dashboard by the JWT that Saleor makes for one page of ours."""

from typing import Any

from jwt.exceptions import InvalidTokenError
from saleor.account.models import User
from saleor.core.auth import get_token_from_request
from saleor.core.jwt import JWT_THIRDPARTY_ACCESS_TYPE, is_saleor_token, jwt_decode
from saleor.graphql.app.dataloaders.utils import get_app_promise
from saleor.graphql.context import get_user
from saleor.permission.enums import AccountPermissions, DiscountPermissions, OrderPermissions

from ..api.viewer import ANONYMOUS, Permission, Viewer
from .app import app_row
from .ids import pk_of

# The one place where Saleor's permissions become ours: staff can be given Saleor's only.
_NEEDED = {
    Permission.MANAGE_MEMBERS: AccountPermissions.MANAGE_USERS,
    Permission.MANAGE_POINTS: AccountPermissions.MANAGE_USERS,
    Permission.MANAGE_PROGRAMMES: DiscountPermissions.MANAGE_DISCOUNTS,
    Permission.MANAGE_ORDERS: OrderPermissions.MANAGE_ORDERS,
}


def viewer_of_request(request: Any) -> Viewer:
    """Raises jwt's PyJWTError for a token that is not valid (any more)."""
    if not hasattr(request, "dataloaders"):
        request.dataloaders = {}
    request.allow_replica = getattr(request, "allow_replica", False)
    app = get_app_promise(request).get()
    if app is not None:
        return Viewer(app_id=app.pk, permissions=_granted(app))
    claims = _claims(request)
    if claims.get("type") == JWT_THIRDPARTY_ACCESS_TYPE:
        return _on_our_page(claims)
    user = get_user(request)
    if user is None:
        return ANONYMOUS
    permissions = _granted(user) if user.is_staff else frozenset[Permission]()
    return Viewer(user_id=user.pk, is_staff=user.is_staff, permissions=permissions)


def _granted(requestor: Any) -> frozenset[Permission]:
    return frozenset(mine for mine, theirs in _NEEDED.items() if requestor.has_perm(theirs))


def _claims(request: Any) -> dict[str, Any]:
    """What Saleor says in a JWT of its own that is good."""
    token = get_token_from_request(request)
    return dict(jwt_decode(token)) if token and is_saleor_token(token) else {}


def _on_our_page(claims: dict[str, Any]) -> Viewer:
    """What the page was opened with, as far as the app and the person may still do it.

    Saleor's own way would take the token's word for who is staff, and would leave a superuser on a
    page that may do nothing with every permission.
    """
    app = app_row()
    if app is None or not app.is_active or pk_of("App", str(claims.get("app"))) != app.pk:
        raise InvalidTokenError("The token was not made for our pages.")
    user = User.objects.filter(email=claims.get("email"), is_active=True, is_staff=True).first()
    # Another key: since the token was made, every session of theirs was ended.
    if user is None or user.jwt_token_key != claims.get("token"):
        raise InvalidTokenError("The token is not of a member of staff, or not any more.")
    said = claims.get("permissions") or ()
    opened_with = frozenset(mine for mine, theirs in _NEEDED.items() if theirs.name in said)
    permissions = opened_with & _granted(app) & _granted(user)
    return Viewer(user_id=user.pk, is_staff=True, permissions=permissions)
