"""Who is calling. The host's own way of logging in is the adapter's business."""

from dataclasses import dataclass
from enum import StrEnum

from ..errors import N_, Message
from .refused import PermissionDenied


class Permission(StrEnum):
    """What staff and apps may be allowed. The adapter maps the host's own names onto these."""

    MANAGE_MEMBERS = "MANAGE_MEMBERS"
    MANAGE_POINTS = "MANAGE_POINTS"
    MANAGE_PROGRAMMES = "MANAGE_PROGRAMMES"
    MANAGE_ORDERS = "MANAGE_ORDERS"


@dataclass(frozen=True, slots=True)
class Viewer:
    """A customer, a staff member, an app, or nobody.

    `user_id` is the host's own number of the user; `permissions` counts only for staff and apps.
    """

    user_id: int | None = None
    is_staff: bool = False
    app_id: str | int | None = None
    permissions: frozenset[Permission] = frozenset()

    @property
    def actor(self) -> str:
        """For the records: who did it, without a name."""
        if self.app_id is not None:
            return f"app:{self.app_id}"
        return f"user:{self.user_id}" if self.user_id is not None else "anonymous"

    def may(self, permission: Permission) -> bool:
        trusted = self.app_id is not None or (self.is_staff and self.user_id is not None)
        return trusted and permission in self.permissions


ANONYMOUS = Viewer()


def require(viewer: Viewer, permission: Permission) -> None:
    """Raises PermissionDenied unless staff or app with that permission is calling."""
    if not viewer.may(permission):
        raise PermissionDenied(
            Message.of(N_("This needs the permission %(permission)s."), permission=permission)
        )


def is_staff(viewer: Viewer) -> bool:
    """Whether staff or an app with any permission of ours is calling."""
    return any(viewer.may(permission) for permission in Permission)


def require_staff(viewer: Viewer) -> None:
    """Raises PermissionDenied unless staff or app with any permission of ours is calling."""
    if not is_staff(viewer):
        raise PermissionDenied(Message(N_("This is for the shop's staff.")))


def require_user(viewer: Viewer) -> int:
    """The host's number of the user who is calling. Raises PermissionDenied for anybody else."""
    if viewer.user_id is None:
        raise PermissionDenied(Message(N_("This needs a logged-in customer.")))
    return viewer.user_id
