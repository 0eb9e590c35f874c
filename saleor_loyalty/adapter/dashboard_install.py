"""Saleor's rows of our pages, as this version wants them: run again, it changes what is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from saleor.app.models import App, AppExtension
from saleor.permission.enums import get_permissions
from saleor.permission.models import Permission

from .dashboard_address import PAGES
from .dashboard_places import PERMISSIONS, Entry, entries
from .ids import IDENTIFIER

_OURS = f"/{IDENTIFIER}/{PAGES}"
_COLUMNS = frozenset(column.name for column in AppExtension._meta.get_fields())


@dataclass(slots=True)
class Changes:
    """Labels, in each list once for each place."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def told(self) -> list[str]:
        """A line for each that is not empty."""
        named = {
            "added": self.added,
            "changed": self.changed,
            "removed": self.removed,
            "unchanged": self.kept,
        }
        return [f"{name}: {', '.join(labels)}" for name, labels in named.items() if labels]


def write_entries(app: App, address: str, wanted: Iterable[Entry] | None = None) -> Changes:
    """Brings the app's rows up to what is wanted (None: all that this Saleor knows), inside the
    caller's transaction. Rows of places that stay keep their keys; those that a merchant added
    with addresses of their own are left alone."""
    known = get_permissions([permission.value for permission in PERMISSIONS])
    allowed = {permission.codename: permission for permission in known}
    app.permissions.set(allowed.values())
    there = AppExtension.objects.filter(app=app).prefetch_related("permissions").order_by("pk")
    rows = [row for row in there if _is_ours(row)]
    changes = Changes()
    for entry in entries() if wanted is None else wanted:
        permission = allowed[entry.permission.codename]
        row = _take(rows, entry)
        if row is None:
            _write(AppExtension(app=app), entry, address, permission)
            changes.added.append(entry.label)
        else:
            changed = _write(row, entry, address, permission)
            (changes.changed if changed else changes.kept).append(entry.label)
    for row in rows:
        changes.removed.append(row.label)
        row.delete()
    return changes


def _write(row: AppExtension, entry: Entry, address: str, permission: Permission) -> bool:
    """Whether anything was not so yet."""
    values = _values(entry, address)
    new = row.pk is None
    changed = new or any(getattr(row, name) != is_ for name, is_ in values.items())
    if changed:
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
    if new or list(row.permissions.all()) != [permission]:
        row.permissions.set([permission])
        changed = True
    return changed


def _values(entry: Entry, address: str) -> dict[str, Any]:
    """What is written of it, of the columns that this Saleor has."""
    # Pages are named from where the app is; everything else by its whole address.
    url = f"/{entry.path}" if entry.target == "APP_PAGE" else f"{address}{entry.path}"
    values = {
        "label": entry.label,
        "url": url,
        "mount": entry.mount.lower(),
        "target": entry.target.lower(),
        "http_target_method": entry.method,
        "settings": {name: dict(said) for name, said in entry.settings.items()},
        "identifier": f"loyalty-{entry.name}",
    }
    return {name: value for name, value in values.items() if name in _COLUMNS}


def _take(rows: list[AppExtension], entry: Entry) -> AppExtension | None:
    """The row of this place, out of `rows`: by its name, or written before rows had names."""
    name = f"loyalty-{entry.name}"
    place = (entry.mount.lower(), entry.target.lower(), entry.path)
    named = [row for row in rows if getattr(row, "identifier", None) == name]
    there = [row for row in rows if (row.mount, row.target, _path(row)) == place]
    found = next(iter((*named, *there)), None)
    if found is not None:
        rows.remove(found)
    return found


def _is_ours(row: AppExtension) -> bool:
    return row.url.startswith("/") or _OURS in row.url


def _path(row: AppExtension) -> str:
    path: str = urlsplit(row.url).path
    return (path.partition(_OURS)[2] if _OURS in path else path).strip("/")
