"""Lists by cursor, in the manner of Relay, with names that cannot meet the host's."""

from typing import Any

import graphene

from ..pagination import Slice, cursor_of


class LoyaltyPageInfo(graphene.ObjectType):
    """Where this page is in its list."""

    has_next_page = graphene.Boolean(required=True, description="Whether more come after it.")
    has_previous_page = graphene.Boolean(
        required=True, description="Whether there are some before it."
    )
    start_cursor = graphene.String(description="The cursor of its first item.")
    end_cursor = graphene.String(description="The cursor of its last item.")


def connection_of(node: Any) -> Any:
    """The connection type of a node type: `edges { cursor node }` and `pageInfo`."""
    name = node._meta.name
    edge = type(
        f"{name}Edge",
        (graphene.ObjectType,),
        {
            "__doc__": "One item of a page.",
            "cursor": graphene.String(required=True, description="Where the item is."),
            "node": graphene.Field(node, required=True, description="The item."),
        },
    )
    return type(
        f"{name}Connection",
        (graphene.ObjectType,),
        {
            "__doc__": "A page of a list.",
            "edges": graphene.List(graphene.NonNull(edge), required=True),
            "page_info": graphene.Field(LoyaltyPageInfo, required=True),
            "resolve_edges": _edges,
            "resolve_page_info": _page_info,
        },
    )


def _edges(page: Slice[Any], _info: Any) -> list[dict[str, Any]]:
    return [{"cursor": cursor_of(page.key_of(item)), "node": item} for item in page.items]


def _page_info(page: Slice[Any], _info: Any) -> LoyaltyPageInfo:
    keys = [page.key_of(item) for item in page.items]
    return LoyaltyPageInfo(
        has_next_page=page.has_next,
        has_previous_page=page.has_previous,
        start_cursor=cursor_of(keys[0]) if keys else None,
        end_cursor=cursor_of(keys[-1]) if keys else None,
    )
