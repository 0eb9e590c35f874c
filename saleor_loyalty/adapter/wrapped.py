"""Functions of Saleor's that have to be wrapped, because Saleor asks nobody at that place."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

logger = logging.getLogger(__name__)

Function = Callable[..., Any]


def wrap(module: Any, name: str, wrapper: Callable[[Function], Function], without: str) -> None:
    """Once. Where this Saleor has no such function any more, the log says what is `without` it."""
    original = getattr(module, name, None)
    if original is None:
        logger.error("this Saleor has no %s: %s", name, without)
    elif not hasattr(original, "saleor_loyalty"):
        wrapped = wraps(original)(wrapper(original))
        wrapped.saleor_loyalty = True  # type: ignore[attr-defined]
        setattr(module, name, wrapped)
