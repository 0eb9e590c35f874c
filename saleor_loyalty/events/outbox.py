"""The way out: what must reach the outside, written with what caused it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .. import rows
from ..values.source_key import key_of
from .models import OutboxEffect


@dataclass(frozen=True, slots=True)
class NewEffect:
    """`source` names what caused it: the same cause has the same effect once."""

    kind: str
    subject: str
    source: str
    payload: dict[str, Any] | None = None


def emit(effects: Iterable[NewEffect]) -> None:
    """Inside the caller's transaction: delivered if it commits, and only then."""
    rows.insert(
        (
            OutboxEffect(
                key=key_of(f"effect:{effect.source}"),
                kind=effect.kind,
                subject=effect.subject,
                payload=effect.payload,
            )
            for effect in effects
        ),
        unique="key",
    )
