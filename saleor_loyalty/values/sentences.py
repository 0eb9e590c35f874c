"""What is said in several places."""

from ..errors import NN_

# With the number of characters as `count`.
TOO_LONG = NN_(
    "This has more than %(count)s character.", "This has more than %(count)s characters."
)
# With how many it may be as `count`.
TOO_MANY = NN_("At most %(count)s entry.", "At most %(count)s entries.")
