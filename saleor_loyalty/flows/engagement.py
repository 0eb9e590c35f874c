"""How members earn beside orders: settings with versions, off until switched on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..features.check_ins.config import CheckInConfig
from ..features.engagement.models import EngagementVersion, Subject
from ..features.occasions.config import OccasionsConfig
from ..features.referrals.config import ReferralsConfig
from ..features.reviews.config import ReviewConfig
from ..features.shares.config import ShareConfig
from ..values.config import Config
from .gift_checks import check_gifts
from .locks import lock_subjects

C = TypeVar("C", bound=Config)

# A new subject is one line here.
KINDS: Mapping[Subject, type[Config]] = {
    Subject.CHECK_INS: CheckInConfig,
    Subject.SHARES: ShareConfig,
    Subject.OCCASIONS: OccasionsConfig,
    Subject.REVIEWS: ReviewConfig,
    Subject.REFERRALS: ReferralsConfig,
}


@dataclass(frozen=True, slots=True)
class Setting(Generic[C]):
    """One version, as the flows use it."""

    number: int
    enabled: bool
    config: C


@transaction.atomic
def save(
    subject: Subject, config: Any, *, enabled: bool, actor: str, now: datetime
) -> EngagementVersion:
    """A new version, or the newest again where nothing is different.

    Raises LoyaltyError(INVALID) naming each place at fault.
    """
    parsed = KINDS[subject].parse(config)
    check_gifts(parsed)
    document = parsed.to_json()
    lock_subjects([f"engagement:{subject}"])
    newest = newest_version(subject)
    if newest is not None and (newest.config, newest.enabled) == (document, enabled):
        return newest
    return EngagementVersion.objects.create(
        subject=subject,
        number=newest.number + 1 if newest is not None else 1,
        enabled=enabled,
        config=document,
        actor=actor,
        created_at=now,
    )


def newest_version(subject: Subject) -> EngagementVersion | None:
    return EngagementVersion.objects.filter(subject=subject).order_by("-number").first()


def newest_versions() -> dict[Subject, EngagementVersion | None]:
    """Of every subject, in the order they are written down."""
    found = EngagementVersion.objects.order_by("subject", "-number").distinct("subject")
    newest = {version.subject: version for version in found}
    return {subject: newest.get(subject) for subject in Subject}


def running(subject: Subject, kind: type[C]) -> Setting[C] | None:
    """What counts now; None where it is switched off or was never set up."""
    newest = newest_version(subject)
    if newest is None or not newest.enabled:
        return None
    return Setting(newest.number, newest.enabled, kind.of_document(newest.config))


def must_run(subject: Subject, kind: type[C]) -> Setting[C]:
    """Raises LoyaltyError(NOT_FOUND) where it is switched off."""
    found = running(subject, kind)
    if found is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("The shop does not offer this."))
    return found
