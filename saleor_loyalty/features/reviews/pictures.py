"""A picture that a stranger sent, made anew from its pixels alone. Pure: bytes in, bytes out.

What else was in the file, where it was taken for example, is not in what comes out.
"""

import io
import struct
from dataclasses import dataclass
from typing import Final

from PIL import ExifTags, Image

from ...errors import N_, NN_, Code, LoyaltyError
from .config import Pictures

# Four bytes each once decoded: some 160 MB for a moment.
_MOST_PIXELS = 40_000_000
_TYPES: Final = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
# Telephones put a second, smaller picture or a gain map into the same file.
_SEVERAL_IN_ONE = "MPO"
_ENDINGS: Final = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
_QUALITY = 85
# By what a camera says of how it was held.
_UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# What Pillow raises for files that are broken or lie about themselves.
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    KeyError,
    OverflowError,
    TypeError,
    struct.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """`width` and `height` in pixels."""

    content: bytes
    content_type: str
    width: int
    height: int

    @property
    def ending(self) -> str:
        return _ENDINGS[self.content_type]


def clean(content: bytes, terms: Pictures) -> CleanPicture:
    """Raises LoyaltyError INVALID or LIMIT_EXCEEDED."""
    if len(content) > terms.largest:
        raise too_large(terms)
    try:
        return _clean(content, terms)
    except _BROKEN as error:
        raise LoyaltyError(
            Code.INVALID, N_("This is not a picture that can be shown."), field="picture"
        ) from error


def too_large(terms: Pictures) -> LoyaltyError:
    text = NN_(
        "A picture has at most %(count)s kilobyte.", "A picture has at most %(count)s kilobytes."
    )
    kilobytes = terms.largest // 1_000
    return LoyaltyError(Code.LIMIT_EXCEEDED, text, field="picture", count=kilobytes)


def _clean(content: bytes, terms: Pictures) -> CleanPicture:
    # Only these decoders are asked: whatever else Pillow can read is nobody's review.
    with Image.open(io.BytesIO(content), formats=list(_TYPES)) as found:
        form = "JPEG" if found.format == _SEVERAL_IN_ONE else str(found.format)
        kind = _TYPES[form]
        if kind not in terms.types:
            raise LoyaltyError(
                Code.INVALID, N_("Pictures of this type are not taken."), field="picture"
            )
        if found.format != _SEVERAL_IN_ONE and getattr(found, "is_animated", False):
            raise LoyaltyError(Code.INVALID, N_("Pictures must not move."), field="picture")
        # The head of the file tells, before anything is decoded.
        if found.width * found.height > _MOST_PIXELS:
            raise LoyaltyError(
                Code.LIMIT_EXCEEDED, N_("This picture has too many pixels."), field="picture"
            )
        if form == "JPEG":
            # Decodes a large one at a half, a quarter or an eighth right away.
            found.draft("RGB", (terms.longest_side, terms.longest_side))
        pixels = _pixels(found, form, terms.longest_side)
    out = io.BytesIO()
    pixels.save(out, form, **({} if form == "PNG" else {"quality": _QUALITY}))
    return CleanPicture(out.getvalue(), kind, pixels.width, pixels.height)


def _pixels(found: Image.Image, form: str, longest_side: int) -> Image.Image:
    """Upright, no larger than wanted, and without anything that was said about them."""
    turn = _UPRIGHT.get(found.getexif().get(ExifTags.Base.Orientation, 1))
    has_alpha = found.mode in ("RGBA", "LA", "PA") or "transparency" in found.info
    mode = "RGBA" if has_alpha and form != "JPEG" else "RGB"
    plain = found if found.mode == mode else found.convert(mode)
    plain.thumbnail((longest_side, longest_side))
    if turn is not None:
        plain = plain.transpose(turn)
    bare = Image.new(mode, plain.size)
    bare.paste(plain)
    return bare
