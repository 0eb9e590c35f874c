"""Telling whether somebody else was faster."""

from .config import Config
from .source_key import digest_of


def revision_of(config: Config) -> str:
    """Another text for every other content: who edits says which content they have seen."""
    return f"{digest_of(config.to_json()) & (2**64 - 1):016x}"
