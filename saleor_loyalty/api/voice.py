"""The voice of every answer."""

from ..values.voice import Voice, voice_of

__all__ = ["Voice", "voice_of"]
