"""The forms that texts of configurations have, and what each is called for people."""

from collections.abc import Mapping

from ..errors import N_, Marked

SLUG = r"^[-a-zA-Z0-9_]{1,50}$"
NAME_OF_HOST = r"^[-a-zA-Z0-9_]+$"
SMALL_SLUG = r"^[-a-z0-9_]+$"
PAGE_OR_NONE = r"^(https?://\S+)?$"
# Without a sign that could end the attribute it is written into.
SAFE_ADDRESS = r"^https:" r"//[^\s\"'<>\\]+$"
YEARS = r"^[1-9][0-9]?$"

FORMS: Mapping[str, Marked] = {
    SLUG: N_("1 to 50 letters (a to z), digits, - and _."),
    NAME_OF_HOST: N_("Letters (a to z), digits, - and _ only."),
    SMALL_SLUG: N_("Small letters (a to z), digits, - and _ only."),
    PAGE_OR_NONE: N_("An address that begins with https or http."),
    SAFE_ADDRESS: N_("An address that begins with https."),
    YEARS: N_("A number of years from 1 to 99."),
}
