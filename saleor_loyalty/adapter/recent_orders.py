"""The newest orders, for staff to choose one from."""

from django.db.models import Q, QuerySet
from saleor.order import OrderStatus
from saleor.order.models import Order

from ..events.facts import OrderFact
from .orders import read_orders

_NOT_PLACED = (OrderStatus.DRAFT, OrderStatus.UNCONFIRMED)


def newest(search: str, first: int) -> list[OrderFact]:
    """With `search`, those of that number or e-mail address."""
    found: QuerySet[Order] = Order.objects.exclude(status__in=_NOT_PLACED)
    if search:
        wanted = Q(user_email__iexact=search)
        number = search.removeprefix("#")
        # Saleor's numbers are of 32 bits.
        if number.isdecimal() and len(number) < 10:
            wanted |= Q(number=int(number))
        found = found.filter(wanted)
    ids = list(found.order_by("-created_at", "-pk").values_list("pk", flat=True)[:first])
    read = read_orders(ids)
    return [read[pk] for pk in ids if pk in read]
