"""Settings a merchant may give, each with a default that works.

All are Django settings named SALEOR_LOYALTY_…; what a merchant changes at run time is data in
the database instead.
"""

import hashlib
import hmac
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string


def host_path() -> str:
    """Dotted path of the class that stands for the shop."""
    return str(getattr(settings, "SALEOR_LOYALTY_HOST", "saleor_loyalty.adapter.host.SaleorHost"))


def hook_lock_timeout_ms() -> int:
    """How long a hook may wait for a lock, in milliseconds, before it leaves it to reconcile."""
    return int(getattr(settings, "SALEOR_LOYALTY_HOOK_LOCK_TIMEOUT_MS", 100))


def hook_statement_timeout_ms() -> int:
    """How long one statement of a hook may take, in milliseconds."""
    return int(getattr(settings, "SALEOR_LOYALTY_HOOK_STATEMENT_TIMEOUT_MS", 500))


def flash_sale_patience_ms() -> int:
    """How long a checkout may wait, in milliseconds, for others who take pieces of the same flash
    sale. After that it has everybody's price until it changes again."""
    return int(getattr(settings, "SALEOR_LOYALTY_FLASH_SALE_PATIENCE_MS", 1_000))


def max_attempts() -> int:
    """How often a fact or an effect is tried before staff must look at it."""
    return int(getattr(settings, "SALEOR_LOYALTY_MAX_ATTEMPTS", 8))


def trace_key() -> bytes:
    """What addresses, phones, devices and e-mails are hashed with for comparing. With another
    SECRET_KEY nothing is like what was seen before."""
    return hmac.digest(settings.SECRET_KEY.encode(), b"saleor_loyalty.traces", hashlib.sha256)


def reconcile_window_days() -> int:
    """How far back, in days, reconcile looks for orders whose hook was lost."""
    return int(getattr(settings, "SALEOR_LOYALTY_RECONCILE_WINDOW_DAYS", 7))


def keep_done_days() -> int:
    """How long, in days, facts and effects are kept after they were acted on."""
    return int(getattr(settings, "SALEOR_LOYALTY_KEEP_DONE_DAYS", 30))


def event_max_age_days() -> int:
    """How old, in days, an event or a till's receipt may be when it is told of."""
    return int(getattr(settings, "SALEOR_LOYALTY_EVENT_MAX_AGE_DAYS", 365))


def review_secrets() -> tuple[str, ...]:
    """What a service that keeps the shop's reviews signs with: one text, or several while it is
    being changed. Without any nobody can tell of reviews from outside."""
    given = getattr(settings, "SALEOR_LOYALTY_REVIEW_SECRETS", ())
    return tuple([given] if isinstance(given, str) else given)


def on_reminder() -> Callable[[Any], None] | None:
    """A merchant's own function, named by its dotted path, that tells a member what will expire
    soon: called with a `flows.expiry_reminders.Reminder`, again if it raised."""
    path = getattr(settings, "SALEOR_LOYALTY_ON_REMINDER", None)
    tell: Callable[[Any], None] | None = import_string(path) if path else None
    return tell


def segments_of(member_id: int) -> frozenset[str]:
    """The segments a member is in, for rules that ask: a merchant's own function of the member's
    id, named by its dotted path. Without one nobody is in any segment."""
    path = getattr(settings, "SALEOR_LOYALTY_SEGMENTS", None)
    return frozenset(import_string(path)(member_id)) if path else frozenset()


def on_renewal_reminder() -> Callable[[Any], None] | None:
    """A merchant's own function, named by its dotted path, that tells a member that a membership
    will end soon: called with a `flows.membership_reminders.RenewalReminder`, as the one above."""
    path = getattr(settings, "SALEOR_LOYALTY_ON_RENEWAL_REMINDER", None)
    tell: Callable[[Any], None] | None = import_string(path) if path else None
    return tell


def on_tier_warning() -> Callable[[Any], None] | None:
    """A merchant's own function, named by its dotted path, that tells a member that a tier will
    end soon: called with a `flows.tier_warnings.Warned`, as those above."""
    path = getattr(settings, "SALEOR_LOYALTY_ON_TIER_WARNING", None)
    tell: Callable[[Any], None] | None = import_string(path) if path else None
    return tell


def dashboard_folder() -> Path:
    """Where the built pages for the Dashboard are; inside this package, if not said."""
    default = Path(__file__).resolve().parent / "dashboard"
    return Path(getattr(settings, "SALEOR_LOYALTY_DASHBOARD_FOLDER", default))


def dashboard_origins() -> tuple[str, ...] | None:
    """Where the shop's Dashboard is, as "https://dashboard.example.com": one text, or several.
    None: not said."""
    given = getattr(settings, "SALEOR_LOYALTY_DASHBOARD_ORIGINS", None)
    return None if given is None else tuple([given] if isinstance(given, str) else given)
