"""Identifiers that may be shown to the world."""

import os
import time
from uuid import UUID


def new_public_id() -> UUID:
    """A UUID of version 7 (RFC 9562): in order of time, so that the index grows at one end."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    value = milliseconds << 80 | 0x7 << 76 | (random >> 68 & 0xFFF) << 64
    return UUID(int=value | 0b10 << 62 | random & ((1 << 62) - 1))
