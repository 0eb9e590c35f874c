"""What the merchant promises for friends: now, and when a friend was brought."""

from ..features.engagement.models import EngagementVersion, Subject
from ..features.referrals.config import ReferralsConfig
from . import engagement
from .engagement import Setting


def running() -> Setting[ReferralsConfig] | None:
    return engagement.running(Subject.REFERRALS, ReferralsConfig)


def must_run() -> Setting[ReferralsConfig]:
    """Raises LoyaltyError(NOT_FOUND) where it is switched off."""
    return engagement.must_run(Subject.REFERRALS, ReferralsConfig)


def newest() -> ReferralsConfig | None:
    """Also of a setting that was switched off; None where there never was one."""
    version = engagement.newest_version(Subject.REFERRALS)
    return ReferralsConfig.of_document(version.config) if version is not None else None


def promised(number: int) -> ReferralsConfig:
    """What a version said: friends on their way are kept to it, also once it is switched off."""
    version = EngagementVersion.objects.get(subject=Subject.REFERRALS, number=number)
    return ReferralsConfig.of_document(version.config)
