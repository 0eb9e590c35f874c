"""Functions of Saleor's that have to be wrapped, because Saleor asks nobody at that place."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

logger = logging.getLogger(__name__)

Function = Callable[..., Any]


def wrap(module: Any, name: str, wrapper: Callable[[Function], Function], without: str) -> None:
    """Once for each of our modules. Where this Saleor has no such function any more, the log says
    what is `without` it."""
    original = getattr(module, name, None)
    if original is None:
        logger.error("this Saleor has no %s: %s", name, without)
    elif not is_wrapped(module, name, wrapper.__module__):
        wrapped = wraps(original)(wrapper(original))
        wrapped.saleor_loyalty = (*_wrappers(original), wrapper.__module__)  # type: ignore[attr-defined]
        setattr(module, name, wrapped)


def is_wrapped(module: Any, name: str, by: str) -> bool:
    """Whether our module `by` has wrapped it."""
    return by in _wrappers(getattr(module, name, None))


def _wrappers(function: Any) -> tuple[str, ...]:
    return getattr(function, "saleor_loyalty", ())
