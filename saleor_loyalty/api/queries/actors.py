"""Who stands behind what records name user:5."""

from typing import Any

import graphene

from ...errors import N_, Code, LoyaltyError
from ...events.host import host
from ..context import viewer_of
from ..errors import refusing
from ..loaders import user_id_of
from ..viewer import require_staff

_MOST = 100


class LoyaltyActor(graphene.ObjectType):
    """Somebody whom records name."""

    actor = graphene.String(required=True, description="As it was asked: user:5.")
    email = graphene.String(required=True)
    name = graphene.String(required=True, description="May be empty.")


class ActorQueries(graphene.ObjectType):
    loyalty_actors = graphene.List(
        graphene.NonNull(LoyaltyActor),
        actors=graphene.List(
            graphene.NonNull(graphene.String), required=True, description="At most 100."
        ),
        description="Those of them who are people with an account. Needs any permission.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_actors(_root: None, info: Any, actors: list[str]) -> list[LoyaltyActor]:
        require_staff(viewer_of(info))
        if len(actors) > _MOST:
            raise LoyaltyError(
                Code.LIMIT_EXCEEDED, N_("Ask for 1 to %(most)s."), field="actors", most=_MOST
            )
        ids = {actor: pk for actor in actors if (pk := user_id_of(actor)) is not None}
        found = host().people(set(ids.values())) if ids else {}
        return [
            LoyaltyActor(actor=actor, email=found[pk].email, name=found[pk].name)
            for actor, pk in ids.items()
            if pk in found
        ]
