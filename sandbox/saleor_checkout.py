"""The Saleor we run against: a checkout with its own virtual environment.

`SALEOR_PATH` names it (default `~/saleor`). Saleor is not a package one can install, so a checkout
is how merchants have it too. Nothing is ever written into it: byte code, keys and media go to the
cache folder.

    python -m sandbox.saleor_checkout makemigrations --check     any manage.py command, with the
                                                                 plugin, on a database of its own
"""

from __future__ import annotations

import functools
import hashlib
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sandbox.cache import cache_folder

# Saleor reads some hundred variables. Only these pass from the caller's shell, so that a run does
# not depend on whose shell it is.
_PASSED_ON = frozenset(
    ("CI", "COLUMNS", "HOME", "LANG", "LC_ALL", "PATH", "PYTEST_ADDOPTS", "TERM", "TMPDIR", "USER")
)
_PASSED_ON_PREFIX = "SALEOR_LOYALTY_"

_MAKE_KEY = """
from cryptography.hazmat.primitives import serialization as s
from cryptography.hazmat.primitives.asymmetric import rsa
key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
print(key.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption()).decode())
"""


@dataclass(frozen=True)
class SaleorCheckout:
    path: Path
    version: str

    @property
    def python(self) -> Path:
        return self.path / ".venv" / "bin" / "python"

    @property
    def name(self) -> str:
        """Names this state of Saleor's database schema, fit for a database and a file."""
        version = "".join(c if c.isalnum() else "_" for c in self.version)
        return f"saleor_{version}_{_digest(self._migrations())}"

    def environment(self, database_url: str, overlay: Path | None = None) -> dict[str, str]:
        """Everything a process of this Saleor needs to know, and nothing else."""
        on_path = [str(folder) for folder in (overlay, self.path) if folder]
        return {
            **_passed_on(os.environ),
            "ALLOWED_CLIENT_HOSTS": "localhost,127.0.0.1",
            "ALLOWED_HOSTS": "localhost,127.0.0.1",
            "DATABASE_URL": database_url,
            "DJANGO_SETTINGS_MODULE": "saleor.settings",
            "EMAIL_URL": "consolemail://",
            "POPULATE_DEFAULTS": "false",
            "PYTHONPATH": os.pathsep.join(on_path),
            "PYTHONPYCACHEPREFIX": str(cache_folder("bytecode")),
            # Our own tree must not be on the path: the plugin has to come from the overlay.
            "PYTHONSAFEPATH": "1",
            "RSA_PRIVATE_KEY": _signing_key(self.python),
            "SECRET_KEY": "sandbox",
            "SEND_USAGE_TELEMETRY": "false",
        }

    def manage(self, *arguments: str, environment: Mapping[str, str], quiet: bool = False) -> None:
        command = [str(self.python), str(self.path / "manage.py"), *arguments]
        output = subprocess.DEVNULL if quiet else None
        subprocess.run(
            command,
            cwd=self.path,
            env=dict(environment),
            check=True,
            stdout=output,
            stderr=output,
        )

    def _migrations(self) -> list[Path]:
        return sorted(self.path.glob("saleor/**/migrations/*.py"))


def saleor_checkout() -> SaleorCheckout:
    path = Path(os.environ.get("SALEOR_PATH", "~/saleor")).expanduser().resolve()
    found = SaleorCheckout(path, _version(path))
    if not found.python.exists():
        sys.exit(f"{path} has no .venv: run `uv sync --frozen` there")
    return found


def _version(path: Path) -> str:
    description = path / "pyproject.toml"
    if not description.exists():
        sys.exit(f"No Saleor at {path}: check one out there, or set SALEOR_PATH")
    text = tomllib.loads(description.read_text())
    # 3.21 is described for Poetry, later ones in the common way.
    described = text["project"] if "project" in text else text["tool"]["poetry"]
    return str(described["version"])


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:10]


def _passed_on(variables: Mapping[str, str]) -> dict[str, str]:
    return {
        name: value
        for name, value in variables.items()
        if name in _PASSED_ON or name.startswith(_PASSED_ON_PREFIX)
    }


@functools.cache
def _signing_key(python: Path) -> str:
    """Saleor signs its tokens with it, and would otherwise write one into the checkout."""
    file = cache_folder() / "signing-key.pem"
    if not file.exists():
        key = subprocess.run([python, "-c", _MAKE_KEY], check=True, capture_output=True, text=True)
        file.touch(mode=0o600)
        file.write_text(key.stdout)
    return file.read_text()


def main() -> None:
    from sandbox.saleor_database import with_plugin_migrations
    from sandbox.saleor_overlay import editable_overlay

    with with_plugin_migrations(saleor_checkout(), editable_overlay()) as environment:
        saleor_checkout().manage(*sys.argv[1:], environment=environment)


if __name__ == "__main__":
    main()
