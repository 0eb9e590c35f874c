"""What a line of a list shows beside its own row: looked up once for the whole page."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber

from ..features.benefits.models import CodeList
from ..features.campaigns.models import Campaign
from ..features.lottery.models import LotteryWin, WinState
from ..features.programme.models import ProgrammeVersion
from ..flows.campaigns import BudgetUse, budgets_used
from ..flows.partner_codes import Stock, stocks_of
from ..flows.terms import Catalogue
from .loaders import Loader

FirstOf = tuple[int, int]
"""Of which row, and how many."""


class BudgetOfCampaign(Loader):
    def find(self, keys: list[Campaign]) -> dict[Campaign, list[BudgetUse]]:
        return budgets_used(keys)


class StockOfCodeList(Loader):
    def find(self, keys: list[CodeList]) -> dict[CodeList, Stock]:
        return stocks_of(keys, now=self.now)


class ZonesOfProgrammes(Loader):
    """The programmes' terms without their campaigns: all that a line says of them is a clock."""

    def find(self, keys: list[str]) -> dict[str, Catalogue]:
        return dict.fromkeys(keys, Catalogue.without_campaigns())


class NewestVersions(Loader):
    """By programme and number: the newest so many of it."""

    def find(self, keys: list[FirstOf]) -> dict[FirstOf, list[ProgrammeVersion]]:
        found = ProgrammeVersion.objects.select_related("programme")
        place = Window(RowNumber(), partition_by="programme", order_by=F("number").desc())
        return _first_of(keys, found, "programme_id", place, lambda one: -one.number)


class DueWins(Loader):
    """By lottery and number: the first so many that are not with their winners yet."""

    def find(self, keys: list[FirstOf]) -> dict[FirstOf, list[LotteryWin]]:
        found = LotteryWin.objects.filter(state=WinState.DUE)
        place = Window(RowNumber(), partition_by="lottery", order_by=F("pk").asc())
        joined = found.select_related("ticket__member__tier")
        return _first_of(keys, joined, "lottery_id", place, lambda one: one.pk)


def _first_of(
    keys: Iterable[FirstOf],
    found: "QuerySet[Any]",
    whose: str,
    place: Window,
    order: Callable[[Any], int],
) -> dict[FirstOf, list[Any]]:
    """In one statement, which numbers the rows of each."""
    wanted = list(keys)
    rows = found.filter(**{f"{whose}__in": {of for of, _ in wanted}}).annotate(place=place)
    mine: dict[int, list[Any]] = {}
    for row in sorted(rows.filter(place__lte=max(size for _, size in wanted)), key=order):
        mine.setdefault(getattr(row, whose), []).append(row)
    return {(of, size): mine.get(of, [])[:size] for of, size in wanted}
