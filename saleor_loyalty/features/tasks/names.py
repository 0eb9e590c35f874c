"""The name that a member chooses for leaderboards. Pure."""

import re
import unicodedata

from ...errors import N_, NN_, Code, LoyaltyError

SHORTEST, LONGEST = 2, 30

# What leads to the person: e-mail addresses, links, telephone numbers.
_TELLS = re.compile(r"@|://|www\.|\d[\d ./-]{4,}\d", re.IGNORECASE)


def checked_name(given: str, *, field: str = "name") -> str:
    """As it is shown. Raises LoyaltyError(INVALID) for what leads to a person or nobody can read.

    Letters that look the same to the reader are made the same: nobody is taken for another.
    """
    if len(given) > 10 * LONGEST:
        raise _too_long(field)
    name = " ".join(unicodedata.normalize("NFKC", given).split())
    if len(name) > LONGEST:
        raise _too_long(field)
    letters = [one for one in name if unicodedata.category(one)[0] in "LN"]
    if len(name) < SHORTEST or not letters or not name.isprintable():
        raise LoyaltyError(Code.INVALID, N_("Choose a name with letters or digits."), field=field)
    if _TELLS.search(name):
        raise LoyaltyError(
            Code.INVALID,
            N_("Choose a name without an address, a link or a telephone number."),
            field=field,
        )
    return name


def _too_long(field: str) -> LoyaltyError:
    text = NN_(
        "This has more than %(count)s character.", "This has more than %(count)s characters."
    )
    return LoyaltyError(Code.INVALID, text, field=field, count=LONGEST)
