"""A fresh clone anywhere: nothing committed names this machine, or where packages come from."""

import json
import re

from .sources import TREE, committed_files

# Addresses that documents and code may name. Packages come by name from wherever the machine's own
# package client is told to look.
HOSTS = re.compile(
    r"localhost|127\.0\.0\.1|[\w.-]*\.?example\.(com|org|net)|[\w.-]+\.example|github\.com"
    # The last: a pattern in the place of a host.
    r"|www\.w3\.org|([\w-]+\.)?saleor\.io|\w*[{<$%*\[][^\s/]*",
)
URL = re.compile(r"https?://([^\s/:\"'`)>\]|]+)")
REGISTRY = re.compile(
    r"\b(pypi|npmjs|yarnpkg|pythonhosted|deb\.debian|crates|unpkg|jsdelivr)\.(org|com|net|io)\b"
)
THIS_MACHINE = re.compile(r"(?<![\w.~-])/(root|work|home/\w+|Users/\w+)/|\.\./shared\b")
HERE = TREE / "tests" / "style"


def _texts():
    for file in committed_files():
        if HERE not in file.parents:
            try:
                yield str(file.relative_to(TREE)), file.read_text()
            except UnicodeDecodeError:
                continue


def _lines(pattern):
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in _texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_package_registry_is_named():
    assert not _lines(REGISTRY)


def test_no_place_of_one_machine_is_named():
    assert not _lines(THIS_MACHINE)


def test_every_address_is_one_that_may_be_named():
    unknown = {
        f"{name}: {host}"
        for name, text in _texts()
        # npm notes there whom to thank for a package; the next test is about those files.
        if not name.endswith("package-lock.json")
        for host in URL.findall(text)
        if not HOSTS.fullmatch(host)
    }
    assert not unknown


def test_locked_packages_carry_no_download_address():
    locks = [file for file in committed_files() if file.name == "package-lock.json"]
    with_address = [str(lock) for lock in locks if '"resolved"' in lock.read_text()]
    assert not with_address
    assert all(json.loads(lock.read_text())["lockfileVersion"] >= 3 for lock in locks)


def test_pinned_requirements_are_names_and_versions_only():
    pin = re.compile(r"[a-z0-9-]+==[\w.]+( ; [\w .<>='!]+)?")
    lines = (TREE / "requirements" / "dev.txt").read_text().splitlines()
    odd = [line for line in lines if not line.startswith("#") and not pin.fullmatch(line)]
    assert lines
    assert not odd
