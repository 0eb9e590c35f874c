"""What is sold to members: plans of paid membership and packs of growth, in one statement."""

from dataclasses import dataclass

from django.db import connection

from ..features.growth_packs.config import PackConfig
from .membership_terms import PlanDocument, Plans, PlanTerms
from .pack_terms import Packs, PackTerms

_SOLD = """
    SELECT 'plan', id, slug, active, config::text FROM saleor_loyalty_membershipplan
    UNION ALL
    SELECT 'pack', id, slug, active, config::text FROM saleor_loyalty_growthpack
"""


@dataclass(frozen=True, slots=True)
class OnSale:
    """Few rows, read once for a batch of orders; those that are not on sale any more too."""

    plans: Plans
    packs: Packs

    @classmethod
    def load(cls) -> "OnSale":
        with connection.cursor() as cursor:
            cursor.execute(_SOLD)
            rows = cursor.fetchall()
        return cls(
            Plans(
                PlanTerms(pk, slug, active, PlanDocument.of_text(text))
                for kind, pk, slug, active, text in rows
                if kind == "plan"
            ),
            Packs(
                PackTerms(pk, slug, active, PackConfig.of_text(text))
                for kind, pk, slug, active, text in rows
                if kind == "pack"
            ),
        )
