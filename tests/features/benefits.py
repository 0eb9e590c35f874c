"""Benefits as a merchant writes them, and holders that give them."""

from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from saleor_loyalty.features.benefits.held import Held
from saleor_loyalty.features.benefits.kinds import Benefit, BenefitBase
from saleor_loyalty.values.texts import Texts

_BENEFIT: TypeAdapter[BenefitBase] = TypeAdapter(Benefit)


def benefit(kind: str, **more: Any) -> BenefitBase:
    return _BENEFIT.validate_python({"kind": kind, **more})


def held(holder: str, *benefits: BenefitBase, zone: str = "UTC") -> Held:
    name = holder.partition(":")[2].title()
    return Held(holder, Texts({"en": name}), benefits, ZoneInfo(zone))
