"""What is odd about the days that are kept, and about what all gifts give."""

from collections.abc import Iterator
from datetime import datetime

from ..errors import N_, Marked, Message
from ..features.benefits.held import each
from ..features.benefits.kinds import BirthdayGift
from ..features.engagement.models import Subject
from ..features.occasions.config import OccasionsConfig
from ..features.rewards.models import Reward
from .engagement import KINDS, newest_versions, running
from .findings import Finding, Severity
from .gift_checks import gifts_in
from .perks import Entitlements


def lint_engagements(*, now: datetime) -> list[Finding]:
    """Of what is switched on, for every programme alike."""
    return [*_birthday_twice(), *_rewards(now)]


def _birthday_twice() -> Iterator[Finding]:
    """Both are kept apart: who holds the benefit has two gifts. That may be meant."""
    setting = running(Subject.OCCASIONS, OccasionsConfig)
    if setting is None or setting.config.birthday is None:
        return
    for held, benefit in each(Entitlements.load([]).offered, BirthdayGift):
        text = Message.of(
            N_("%(holder)s gives a birthday gift as well (%(benefit)s): members have both."),
            holder=held.holder,
            benefit=benefit.slug,
        )
        yield Finding(Severity.WARNING, "BIRTHDAY_TWICE", "occasions.birthday", text)


def _rewards(now: datetime) -> Iterator[Finding]:
    """Gifts that would wait, as things stand."""
    for subject, newest in newest_versions().items():
        if newest is None or not newest.enabled or subject not in KINDS:
            continue
        gifts = gifts_in(KINDS[subject].of_document(newest.config))
        slugs = {gift.reward for gift in gifts if gift.reward is not None}
        for reward in Reward.objects.filter(slug__in=slugs).order_by("slug"):
            why = _why_not(reward, now)
            if why is not None:
                text = Message.of(why, reward=reward.slug)
                yield Finding(Severity.WARNING, "GIFT_WAITS", f"{subject.value}", text)


def _why_not(reward: Reward, now: datetime) -> Marked | None:
    if not reward.active:
        return N_("The reward %(reward)s is not active: whoever is given it has to wait.")
    if reward.starts_at is not None and reward.starts_at > now:
        return N_("The reward %(reward)s is not offered yet: whoever is given it has to wait.")
    if reward.ends_at is not None and reward.ends_at <= now:
        return N_("The reward %(reward)s is over: whoever is given it has to wait.")
    if reward.stock is not None and reward.taken >= reward.stock:
        return N_("The reward %(reward)s is sold out: whoever is given it has to wait.")
    return None
