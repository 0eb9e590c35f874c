"""The name of a write: the same write always has the same name, so it can only happen once."""

import hashlib
import json
from typing import Any
from uuid import UUID

MAX_LENGTH = 200


def key_of(source: str) -> UUID:
    """The index form of a source text: 128 bits of its SHA-256.

    A uuid column costs the index a third of what a text column costs, and the text stays beside
    it for people.
    """
    return UUID(bytes=hashlib.sha256(source.encode()).digest()[:16])


def digest_of(data: dict[str, Any]) -> int:
    """A signed 64-bit fingerprint of what a write asks for.

    The same key with another digest is a caller's mistake, never a retry.
    """
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), default=str)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big", signed=True)
