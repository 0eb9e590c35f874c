"""What a review may say, and what many of them come to. Pure."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from ...errors import N_, NN_, Code, LoyaltyError
from ...values.language import known_locale
from ...values.source_key import digest_of
from .config import LONGEST_TEXT, ReviewConfig

STARS = (1, 2, 3, 4, 5)
LONGEST_TITLE = 200
LONGEST_AUTHOR = 100
LONGEST_REASON = 500
LONGEST_LANGUAGE = 35
# They turn what stands around them: a page could be made to read otherwise than it is.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a member says. `pictures` are those uploaded before, in their order; `elsewhere` counts
    those of a review that another service keeps.
    """

    rating: int
    title: str = ""
    text: str = ""
    language_code: str = ""
    author: str = ""
    pictures: tuple[UUID, ...] = ()
    elsewhere: int = 0

    @property
    def pictures_count(self) -> int:
        return len(self.pictures) + self.elsewhere

    @property
    def digest(self) -> int:
        return digest_of(
            {
                "rating": self.rating,
                "texts": [self.title, self.text, self.language_code, self.author],
                "pictures": [str(picture) for picture in self.pictures],
                "elsewhere": self.elsewhere,
            }
        )


def revision_of(digest: int) -> str:
    """Another text for every other content: who decides says which content they have read."""
    return f"{digest & (2**64 - 1):016x}"


def checked(
    *,
    rating: int,
    title: str,
    text: str,
    language_code: str,
    author: str,
    pictures: tuple[UUID, ...] = (),
    elsewhere: int = 0,
    config: ReviewConfig,
) -> Content:
    """As it is kept. Raises LoyaltyError INVALID or LIMIT_EXCEEDED naming the place."""
    if rating not in STARS:
        raise LoyaltyError(Code.INVALID, N_("Give 1 to 5 stars."), field="rating")
    content = Content(
        rating=rating,
        title=plain(title, field="title", longest=LONGEST_TITLE),
        text=plain(text, field="text", longest=LONGEST_TEXT, lines=True),
        language_code=_language(language_code),
        author=plain(author, field="author", longest=LONGEST_AUTHOR),
        pictures=pictures,
        elsewhere=elsewhere,
    )
    if len(content.text) < config.shortest_text:
        raise LoyaltyError(
            Code.INVALID,
            NN_("Write at least %(count)s character.", "Write at least %(count)s characters."),
            field="text",
            count=config.shortest_text,
        )
    _check_pictures(pictures, config)
    return content


def plain(value: str, *, field: str, longest: int, lines: bool = False) -> str:
    """Without the white space around it; `lines`: it may have several. `longest` in characters.

    Raises LoyaltyError(INVALID).
    """
    # Before anything else looks at a text of any length.
    if len(value) > longest:
        raise LoyaltyError(
            Code.INVALID,
            NN_(
                "This has more than %(count)s character.",
                "This has more than %(count)s characters.",
            ),
            field=field,
            count=longest,
        )
    found = unicodedata.normalize("NFC", value.replace("\r\n", "\n")).strip()
    if len(found) > longest or any(_unfit(sign, lines) for sign in found):
        raise LoyaltyError(
            Code.INVALID, N_("This has characters that cannot be printed."), field=field
        )
    return found


def average(stars: Mapping[int, int]) -> Decimal | None:
    """By number of stars how many: two digits, half up. None where there are none."""
    count = sum(stars.values())
    if not count:
        return None
    total = sum(rating * number for rating, number in stars.items())
    # Half a hundredth more, and the rest cut off.
    return Decimal((200 * total + count) // (2 * count)).scaleb(-2)


def _unfit(sign: str, lines: bool) -> bool:
    if sign == "\n" and lines:
        return False
    return sign in _TURNING or unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")


def _language(code: str) -> str:
    if code and (len(code) > LONGEST_LANGUAGE or known_locale(code) is None):
        unknown = N_("This is not a language code such as en or pt-br.")
        raise LoyaltyError(Code.INVALID, unknown, field="languageCode")
    return code.replace("_", "-").lower()


def _check_pictures(pictures: tuple[UUID, ...], config: ReviewConfig) -> None:
    if len(set(pictures)) < len(pictures):
        raise LoyaltyError(Code.INVALID, N_("Give each picture once."), field="pictureIds")
    if len(pictures) > config.pictures.most:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED,
            NN_("At most %(count)s picture.", "At most %(count)s pictures."),
            field="pictureIds",
            count=config.pictures.most,
        )
