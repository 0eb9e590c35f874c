"""Names of time zones."""

from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ..errors import N_, FaultError

# Files that lie beside those of the zones, and mean another time on another machine, or none.
_NOWHERE = frozenset({"localtime", "Factory"})


def known_zone(name: str) -> str:
    """The name as given. Raises FaultError for one that is none."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise FaultError(N_("%(zone)s is not a time zone."), zone=name) from error
    return name


def is_place(name: str) -> bool:
    """Whether it is a name of the database of zones, exactly as that writes it."""
    return name in _places()


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return frozenset(available_timezones()) - _NOWHERE
