"""Counters of caps and budgets: locked before a decision looks at them, written after it."""

from collections.abc import Iterable, Mapping

from .caps import Limit
from .models import Counter


def room_under_lock(limits: Iterable[Limit]) -> dict[str, int]:
    """What each limit has left, by key. Held until the transaction ends, so that awards at the
    same time are in turn; taken in the order of keys, so that they cannot deadlock.
    """
    most = {limit.key: limit.most for limit in limits}
    keys = sorted(most)
    if not keys:
        return {}
    Counter.objects.bulk_create((Counter(key=key) for key in keys), ignore_conflicts=True)
    counters = Counter.objects.filter(key__in=keys).order_by("key").select_for_update(no_key=True)
    return {counter.key: most[counter.key] - counter.used for counter in counters}


def room(limits: Iterable[Limit]) -> dict[str, int]:
    """The same for a quote or preview: nothing is locked and nothing promised."""
    most = {limit.key: limit.most for limit in limits}
    if not most:
        return {}
    used = dict(Counter.objects.filter(key__in=list(most)).values_list("key", "used"))
    return {key: limit - used.get(key, 0) for key, limit in most.items()}


def draw(amounts: Mapping[str, int]) -> None:
    """Adds to counters (negative: gives back). The caller holds their locks, or gives back."""
    wanted = {key: amount for key, amount in amounts.items() if amount}
    if not wanted:
        return
    counters = list(
        Counter.objects.filter(key__in=sorted(wanted))
        .order_by("key")
        .select_for_update(no_key=True)
    )
    for counter in counters:
        counter.used = max(counter.used + wanted[counter.key], 0)
    Counter.objects.bulk_update(counters, ["used"])
