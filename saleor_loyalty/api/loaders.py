"""What one request looks up for many objects at once, each with one statement."""

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from promise import Promise
from promise.dataloader import DataLoader

from ..events.host import host
from ..features.earning.models import Award
from ..flows.ladder_terms import Ladders
from ..flows.terms import Catalogue
from ..ledger import read
from ..ledger.accounts import account_ids
from ..values.points import Unit
from .context import Request, request_of

L = TypeVar("L", bound="Loader")

# The key of what there is only one of.
ALL = "all"


class Loader(DataLoader):
    """Lives as long as its request and has the request's clock."""

    def __init__(self, request: Request) -> None:
        super().__init__()
        self.now = request.now

    def batch_load_fn(self, keys: Sequence[Any]) -> "Promise[list[Any]]":
        found = self.find(list(keys))
        return Promise.resolve([found.get(key) for key in keys])

    def find(self, keys: list[Any]) -> dict[Any, Any]:
        """What belongs to each key; a key without anything may be left out."""
        return dict.fromkeys(keys)


def loader(info: Any, kind: type[L]) -> L:
    request = request_of(info)
    if kind not in request.loaders:
        request.loaders[kind] = kind(request)
    found: L = request.loaders[kind]
    return found


class BalancesOfMember(Loader):
    """By member id: the balance of each unit."""

    def find(self, keys: list[int]) -> dict[int, dict[Unit, read.Balance]]:
        found = read.balances(keys, self.now)
        return {key: {unit: found[key, unit] for unit in Unit} for key in keys}


class AccountsOfMember(Loader):
    """By member id: the account id of each unit."""

    def find(self, keys: list[int]) -> dict[int, dict[Unit, int]]:
        found = account_ids(keys)
        return {
            key: {unit: found[key, unit] for unit in Unit if (key, unit) in found} for key in keys
        }


class LadderInForce(Loader):
    """The ladder in its versions. There is one, so that nothing waits for a batch of them."""

    _ladders: Ladders | None = None

    def get(self) -> Ladders:
        if self._ladders is None:
            self._ladders = Ladders.load()
        return self._ladders

    def note(self, ladders: Ladders) -> None:
        """Where it came along with something else."""
        self._ladders = ladders


def ladders_of(info: Any) -> Ladders:
    return loader(info, LadderInForce).get()


class TermsInForce(Loader):
    """The programmes' terms."""

    def find(self, keys: list[str]) -> dict[str, Catalogue]:
        return dict.fromkeys(keys, Catalogue.load())


class AwardOfEntry(Loader):
    """By the key of the entry that brought it: the award with its breakdown."""

    def find(self, keys: list[UUID]) -> dict[UUID, Award]:
        return {award.key: award for award in Award.objects.filter(key__in=keys)}


class ActorNames(Loader):
    """By what records name somebody ("user:5"): the name of that account, else its e-mail."""

    def find(self, keys: list[str]) -> dict[str, str]:
        ids = {key: pk for key in keys if (pk := user_id_of(key)) is not None}
        found = host().people(set(ids.values())) if ids else {}
        return {key: found[pk].name or found[pk].email for key, pk in ids.items() if pk in found}


def user_id_of(actor: str) -> int | None:
    kind, _, number = actor.partition(":")
    known = kind == "user" and number.isascii() and number.isdigit() and len(number) <= 18
    return int(number) if known else None
