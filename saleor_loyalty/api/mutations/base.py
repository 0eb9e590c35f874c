"""What every mutation has in common."""

from collections.abc import Callable
from typing import Any, ClassVar, Self

import graphene
from django.db import transaction

from ...errors import LoyaltyError
from ..audit import note_staff_action
from ..context import request_of, viewer_of
from ..errors import LoyaltyErrorType, denied, payload_error
from ..refused import PermissionDenied
from ..viewer import Permission, Viewer, require, require_user


class LoyaltyMutation(graphene.Mutation):
    """Answers what it did, or `errors` and has changed nothing.

    `permission` None: for a logged-in customer, about what is their own.
    """

    class Meta:
        abstract = True

    permission: ClassVar[Permission | None] = None
    # With which staff may do it too, where it is for customers: then it is theirs to answer for.
    staff_permission: ClassVar[Permission | None] = None
    # A class method that takes what the client gave, and whose refusals are LoyaltyErrors.
    perform: ClassVar[Callable[..., Any]]

    errors = graphene.List(
        graphene.NonNull(LoyaltyErrorType),
        required=True,
        description="Why it was refused. Empty where it was done.",
    )

    @classmethod
    def mutate(cls, _root: None, info: Any, **given: Any) -> Self:
        try:
            cls.authorise(viewer_of(info))
        except PermissionDenied as error:
            raise denied(error, info) from error
        # What an earlier change of the same request has looked up may be different now.
        request_of(info).loaders.clear()
        try:
            # All or nothing, also within a transaction of the host's around the request.
            with transaction.atomic():
                answer: Self = cls.perform(info, **given)
                needed = cls.permission or cls.staff_permission
                if needed is not None and viewer_of(info).may(needed) and not answer.errors:
                    note_staff_action(info, answer, given)
        except LoyaltyError as error:
            return cls(errors=[payload_error(error, info)])
        return answer

    @classmethod
    def authorise(cls, viewer: Viewer) -> None:
        """Raises PermissionDenied."""
        if cls.permission is None:
            require_user(viewer)
        else:
            require(viewer, cls.permission)
