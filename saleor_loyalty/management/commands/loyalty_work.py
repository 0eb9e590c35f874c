"""`manage.py loyalty_work`: acts on facts, effects, batches and ladders now, without a worker."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ...events.host import host
from ...flows import event_batches, ladder_trials, tier_review
from ...flows.inbox import dead_facts, work_inbox
from ...flows.outbox import dead_effects, work_outbox


class Command(BaseCommand):
    help = (
        "Acts on all facts, delivers all effects, does all batches of events and reviews of ladders"
    )

    def handle(self, **options: Any) -> None:
        facts = effects = 0
        with host().writing():
            while looked_at := work_inbox(now=timezone.now()):
                facts += looked_at
            while delivered := work_outbox(now=timezone.now()):
                effects += delivered
            while event_batches.work(now=timezone.now()):
                pass
            tier_review.review_new_ladder(now=timezone.now())
            while ladder_trials.work():
                pass
        self.stdout.write(f"{facts} facts, {effects} effects")
        if dead := dead_facts().count() + dead_effects().count():
            self.stderr.write(f"{dead} dead letters need to be looked at")
