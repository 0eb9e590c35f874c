"""Pictures that strangers send: looked at by decoding, made anew from their pixels."""

import io
import struct
import zlib

import pytest
from PIL import ExifTags, Image

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.reviews.config import Pictures
from saleor_loyalty.features.reviews.pictures import clean
from tests.flows.reviews import picture

HOME = b"GPS 48.2082 16.3738"


def refusal_of(content: bytes, **terms: object) -> tuple[Code, str]:
    with pytest.raises(LoyaltyError) as refusal:
        clean(content, Pictures(**terms))
    assert refusal.value.field == "picture"
    return refusal.value.code, refusal.value.message


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize(
    ("kind", "content_type", "ending"),
    [("JPEG", "image/jpeg", "jpg"), ("PNG", "image/png", "png"), ("WEBP", "image/webp", "webp")],
)
def test_what_is_taken(kind: str, content_type: str, ending: str) -> None:
    found = clean(picture(kind), Pictures())
    assert (found.content_type, found.ending, found.width, found.height) == (
        content_type,
        ending,
        40,
        30,
    )
    again = opened(found.content)
    assert (again.format, again.size) == (kind, (40, 30))
    red, green, blue = again.convert("RGB").getpixel((20, 15))
    assert max(abs(red - 200), abs(green - 80), abs(blue - 20)) < 8


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_was_said_about_it_stays(kind: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = HOME.decode()
    content = picture(kind, exif=exif, icc_profile=HOME * 9)
    assert HOME in content
    found = clean(content, Pictures())
    assert HOME not in found.content
    assert (dict(opened(found.content).getexif()), "icc_profile" in opened(found.content).info) == (
        {},
        False,
    )


def test_a_comment_of_a_png_goes_too() -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Comment", HOME.decode())
    content = picture("PNG", pnginfo=info)
    assert HOME in content
    assert HOME not in clean(content, Pictures()).content


# How a camera was held, and where the red corner of the upright picture is.
@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_stands_upright(orientation: int) -> None:
    upright = Image.new("RGB", (16, 8), "white")
    upright.paste("red", (0, 0, 4, 4))
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    held = upright.transpose(undo[orientation]) if orientation in undo else upright
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    out = io.BytesIO()
    held.save(out, "PNG", exif=exif)
    found = opened(clean(out.getvalue(), Pictures()).content).convert("RGB")
    assert found.size == (16, 8)
    assert (found.getpixel((1, 1)), found.getpixel((14, 6))) == ((255, 0, 0), (255, 255, 255))


def test_large_ones_are_made_smaller() -> None:
    found = clean(picture("JPEG", (1_600, 800)), Pictures(longest_side=400))
    assert (found.width, found.height) == (400, 200)


def test_what_is_seen_through_stays_so() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (1, 2, 3, 0)).save(out, "PNG")
    assert opened(clean(out.getvalue(), Pictures()).content).mode == "RGBA"
    palette = io.BytesIO()
    few = Image.new("RGB", (20, 20), "red").quantize(4)
    few.save(palette, "PNG", transparency=few.getpixel((0, 0)))
    assert opened(clean(palette.getvalue(), Pictures()).content).getpixel((0, 0))[3] == 0


def test_two_pictures_in_one_file_of_a_telephone_are_the_first() -> None:
    out = io.BytesIO()
    first, second = Image.new("RGB", (40, 30), "red"), Image.new("RGB", (20, 15), "blue")
    first.save(out, "MPO", save_all=True, append_images=[second])
    assert opened(out.getvalue()).format == "MPO"
    found = clean(out.getvalue(), Pictures())
    assert (found.content_type, found.width) == ("image/jpeg", 40)
    assert opened(found.content).format == "JPEG"


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_moves_is_refused(kind: str) -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    frames[0].save(out, kind, save_all=True, append_images=frames[1:], duration=100)
    assert refusal_of(out.getvalue()) == (Code.INVALID, "Pictures must not move.")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b"GIF89a" + bytes(100),
        picture("BMP"),
        picture("TIFF"),
        picture("JPEG")[:200],
        picture("PNG")[:60],
        picture("WEBP")[:40],
        picture("PNG")[:-20] + b"garbage",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"RIFF\x00\x00\x00\x00WEBP" + bytes(50),
    ],
)
def test_what_is_no_picture_to_show(content: bytes) -> None:
    assert refusal_of(content) == (Code.INVALID, "This is not a picture that can be shown.")


def test_types_that_the_shop_does_not_take() -> None:
    told = refusal_of(picture("PNG"), types=frozenset(["image/jpeg"]))
    assert told == (Code.INVALID, "Pictures of this type are not taken.")


def test_the_size_of_the_file() -> None:
    content = picture("JPEG") + bytes(20_000)
    assert refusal_of(content, largest=20_000) == (
        Code.LIMIT_EXCEEDED,
        "A picture has at most 20 kilobytes.",
    )


def _png(width: int, height: int) -> bytes:
    """One whose head promises more than is in it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data))
            + name
            + data
            + struct.pack(">I", zlib.crc32(name + data) & 0xFFFFFFFF)
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def test_a_bomb_is_not_decoded() -> None:
    assert refusal_of(_png(8_000, 6_000)) == (
        Code.LIMIT_EXCEEDED,
        "This picture has too many pixels.",
    )
    # Pillow has a limit of its own.
    assert refusal_of(_png(60_000, 60_000))[0] is Code.INVALID


def test_a_text_of_a_png_that_swells_is_refused() -> None:
    swelling = zlib.compress(bytes(100_000_000), 9)
    text = b"Comment\x00\x00" + swelling
    chunk = struct.pack(">I", len(text)) + b"zTXt" + text
    chunk += struct.pack(">I", zlib.crc32(b"zTXt" + text) & 0xFFFFFFFF)
    plain = picture("PNG")
    # After the head, which is 33 bytes.
    assert refusal_of(plain[:33] + chunk + plain[33:])[0] is Code.INVALID
