"""Saleor's schema and ours as one."""

from contextlib import nullcontext
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from saleor.core.db.connection import allow_writer
from saleor.graphql import api
from saleor.graphql.core.federation.schema import build_federated_schema
from saleor.graphql.views import GraphQLView

from ..api.schema import LoyaltyMutations, LoyaltyQueries
from .viewer import viewer_of_request


class Query(api.Query, LoyaltyQueries):
    pass


class Mutation(api.Mutation, LoyaltyMutations):
    pass


def joined_schema() -> Any:
    """Federation, directives and all that Saleor's own schema has, with our fields beside it."""
    return build_federated_schema(
        Query,
        mutation=Mutation,
        types=api.schema.types,
        subscription=api.Subscription,
        directives=api.schema.get_directives(),
    )


class JoinedView(GraphQLView):
    """Saleor's view, whose context also tells our resolvers who is asking."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        request.viewer = SimpleLazyObject(lambda: viewer_of_request(request))
        # Saleor guards its writer database while a query is executed; we have no other.
        with allow_writer() if _is_about_us(request) else nullcontext():
            response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response


def _is_about_us(request: HttpRequest) -> bool:
    # The body of an upload is read piece by piece: to look at it would be to keep it in memory.
    if request.method != "POST" or request.content_type != "application/json":
        return False
    try:
        return b"loyalty" in request.body
    except RequestDataTooBig:
        return False
