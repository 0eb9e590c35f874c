"""What links that members share have brought, all together."""

from dataclasses import dataclass

from django.db.models import Count, F, Q, Sum

from ..features.earning.models import Award
from ..features.shares.models import ShareLink, ShareOrder, ShareOrderState
from ..values.points import Unit


@dataclass(frozen=True, slots=True)
class ShareFigures:
    """`points` is what was given and not taken back."""

    links: int
    members: int
    visits: int
    counted: int
    orders: int
    waiting: int
    rewarded: int
    points: int


def share_figures() -> ShareFigures:
    links = ShareLink.objects.aggregate(
        links=Count("pk"),
        members=Count("member", distinct=True),
        visits=Sum("visits", default=0),
        counted=Sum("counted", default=0),
    )
    orders = ShareOrder.objects.exclude(order_id="").aggregate(
        orders=Count("pk"),
        waiting=Count("pk", filter=Q(state=ShareOrderState.WAITING)),
        rewarded=Count("pk", filter=Q(state=ShareOrderState.REWARDED)),
    )
    return ShareFigures(**links, **orders, points=_points("share_visit") + _points("share_order"))


def _points(origin: str) -> int:
    given = Award.objects.filter(unit=Unit.POINTS, **{f"event__{origin}__isnull": False})
    left: int = given.aggregate(left=Sum(F("points") - F("taken_back"), default=0))["left"]
    return left
