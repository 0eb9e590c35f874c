"""Whether two addresses, phones or e-mails are the same one, differently written. Pure.

What is compared is a keyed hash of the plain form: without the key nobody finds the address by it.
"""

import hashlib
import hmac
import re
import unicodedata
from uuid import UUID

_SHORTEST_PHONE = 7
# Without the country and the zero that some write before it.
_PHONE_DIGITS = 9
_WORDS = re.compile(r"[^\W_]+")
_SHORT = {
    "street": "st",
    "strasse": "str",
    "avenue": "ave",
    "road": "rd",
    "boulevard": "blvd",
    "drive": "dr",
    "lane": "ln",
    "square": "sq",
    "place": "pl",
    "apartment": "apt",
    "number": "no",
}
# Mailboxes of one provider that are one.
_DOMAINS = {
    "googlemail.com": "gmail.com",
    "protonmail.com": "proton.me",
    "protonmail.ch": "proton.me",
    "pm.me": "proton.me",
    "me.com": "icloud.com",
    "mac.com": "icloud.com",
    "ya.ru": "yandex.ru",
    "yandex.com": "yandex.ru",
}
# Letters that are not made of another and an accent.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
_WITHOUT_DOTS = frozenset({"gmail.com"})


def plain_email(email: str) -> str:
    """ "A.da+shop@GoogleMail.com" is "ada@gmail.com". Empty for what is no e-mail."""
    name, at, domain = email.strip().casefold().rpartition("@")
    name = name.partition("+")[0]
    domain = _DOMAINS.get(domain.rstrip("."), domain.rstrip("."))
    if domain in _WITHOUT_DOTS:
        name = name.replace(".", "")
    return f"{name}@{domain}" if at and name and domain else ""


def plain_phone(phone: str) -> str:
    """The last nine digits. Empty for fewer than seven."""
    digits = "".join(str(unicodedata.digit(one)) for one in phone if one.isdigit()).lstrip("0")
    return digits[-_PHONE_DIGITS:] if len(digits) >= _SHORTEST_PHONE else ""


def plain_address(country: str, postal_code: str, city: str, *lines: str) -> str:
    """Words of the street in any order, without accents; of the place the postal code, where there
    is one. Empty without a street.
    """
    street = sorted(word for line in lines for word in _words(line))
    where = "".join(_words(postal_code)) or " ".join(_words(city))
    return "|".join((country.upper(), where, " ".join(street))) if street else ""


def trace_of(kind: str, plain: str, key: bytes) -> UUID:
    """128 bits of an HMAC-SHA256: the same for the same, and for nothing else."""
    return UUID(bytes=hmac.digest(key, f"{kind}:{plain}".encode(), hashlib.sha256)[:16])


def _words(text: str) -> list[str]:
    spelled = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in spelled if not unicodedata.combining(one))
    return [_SHORT.get(word, word) for word in _WORDS.findall(bare.translate(_LETTERS))]
