"""What one document says otherwise than another, place by place. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


class _Missing:
    """Not there at all, which is another thing than null."""


MISSING = _Missing()


@dataclass(frozen=True, slots=True)
class Difference:
    """`place` as refusals name it; things of a list by their slug, where they have one."""

    place: str
    before: Any
    after: Any


def differences(before: Any, after: Any, place: str = "") -> Iterator[Difference]:
    """In the order of the documents, what is new last."""
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _of_objects(before, after, place)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _of_lists(before, after, place)
    elif type(before) is not type(after) or before != after:
        yield Difference(place, before, after)


def _of_objects(before: dict[str, Any], after: dict[str, Any], place: str) -> Iterator[Difference]:
    for key in {**before, **after}:
        inner = f"{place}.{key}" if place else key
        yield from differences(before.get(key, MISSING), after.get(key, MISSING), inner)


def _of_lists(before: list[Any], after: list[Any], place: str) -> Iterator[Difference]:
    """Things with slugs by these; other lists are one thing that changed."""
    if not (_have_slugs(before) and _have_slugs(after)):
        if before != after:
            yield Difference(place, before, after)
        return
    then, now = ({one["slug"]: one for one in given} for given in (before, after))
    yield from _of_objects(then, now, place)
    kept = [slug for slug in now if slug in then]
    if kept != [slug for slug in then if slug in now]:
        yield Difference(place, list(then), list(now))


def _have_slugs(found: list[Any]) -> bool:
    slugs = [one.get("slug") for one in found if isinstance(one, dict)]
    named = all(isinstance(slug, str) for slug in slugs)
    return len(slugs) == len(found) and named and len(set(slugs)) == len(slugs)
