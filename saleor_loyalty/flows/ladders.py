"""The ladder as staff shape it: a draft is edited freely, an activated version never changes.

Older versions stay for the moments they were in force: what a member reached under one of them is
worked out under it, however late a fact becomes known.
"""

from datetime import datetime
from typing import Any

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..features.tiers import service
from ..features.tiers.models import LadderVersion
from .ladder_terms import LadderDocument
from .locks import lock_subjects

_EMPTY: dict[str, Any] = {"tiers": []}


@transaction.atomic
def open_draft(config: Any = None) -> LadderVersion:
    """A draft that says `config`, or else what the newest activated version says.

    Raises INVALID naming each place at fault.
    """
    _lock()
    if config is None:
        newest = service.newest_activated()
        config = newest.config if newest is not None else _EMPTY
    return service.add_draft(LadderDocument.parse(config).to_json())


@transaction.atomic
def edit_draft(number: int, *, config: Any, revision: str) -> LadderVersion:
    """Replaces what the draft says. Raises INVALID naming each place, CHANGED_MEANWHILE."""
    document = LadderDocument.parse(config).to_json()
    _lock()
    draft = service.known_draft(number, revision)
    draft.config = document
    draft.save(update_fields=["config"])
    return draft


@transaction.atomic
def delete_draft(number: int, *, revision: str) -> None:
    """With what was tried of it."""
    _lock()
    service.known_draft(number, revision).delete()


@transaction.atomic
def activate_draft(number: int, *, revision: str, now: datetime) -> LadderVersion:
    """From now on it is the ladder. Members are placed in it by `tier_review.review_new_ladder`.

    Raises INVALID for a ladder of no tiers, CHANGED_MEANWHILE where a newer version has come into
    force: the draft knows nothing of it.
    """
    _lock()
    draft = service.known_draft(number, revision)
    newest = service.newest_activated()
    if newest is not None and newest.number > number:
        raise LoyaltyError(
            Code.CHANGED_MEANWHILE,
            N_(
                "Version %(number)s has come into force since this draft was opened. "
                "Open a new draft."
            ),
            field="id",
            number=newest.number,
        )
    # What was written by an older release of ours may not be understood any more.
    document = LadderDocument.parse(draft.config)
    if not document.tiers:
        raise LoyaltyError(Code.INVALID, N_("A ladder has one tier at least."), field="id")
    service.put_in_force(draft, document.tiers, valid_from=now)
    return draft


def known_version(number: int, *, field: str = "id") -> LadderVersion:
    """Raises NOT_FOUND."""
    version = LadderVersion.objects.filter(number=number).first()
    if version is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such version."), field=field)
    return version


def _lock() -> None:
    lock_subjects(["ladder"])
