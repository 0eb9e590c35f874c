"""Who is calling, as Saleor knows them: a customer or staff by JWT, an app by its token."""

from typing import Any

from saleor.graphql.app.dataloaders.utils import get_app_promise
from saleor.graphql.context import get_user
from saleor.permission.enums import AccountPermissions, DiscountPermissions, OrderPermissions

from ..api.viewer import ANONYMOUS, Permission, Viewer

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
    user = get_user(request)
    if user is None:
        return ANONYMOUS
    permissions = _granted(user) if user.is_staff else frozenset[Permission]()
    return Viewer(user_id=user.pk, is_staff=user.is_staff, permissions=permissions)


def _granted(requestor: Any) -> frozenset[Permission]:
    return frozenset(mine for mine, theirs in _NEEDED.items() if requestor.has_perm(theirs))
