"""What a merchant gets by installing the package: all it needs, and nothing else."""

import subprocess
import sys
import zipfile
from email.parser import Parser

import pytest

from sandbox.environment import TREE


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        check=True,
        cwd=TREE,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    (file,) = folder.glob("*.whl")
    with zipfile.ZipFile(file) as opened:
        yield opened


def _names(wheel, ending):
    return {name for name in wheel.namelist() if name.endswith(ending)}


def test_everything_a_merchant_needs_is_inside(wheel):
    for ending in (".py", ".sql", ".po", ".mo", ".json", ".html"):
        in_tree = {
            str(file.relative_to(TREE)) for file in (TREE / "saleor_loyalty").rglob(f"*{ending}")
        }
        assert _names(wheel, ending) == in_tree, ending


def test_nothing_else_is(wheel):
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"saleor_loyalty"}


def test_saleor_finds_the_plugin_by_its_entry_point(wheel):
    (name,) = _names(wheel, "entry_points.txt")
    assert wheel.read(name).decode().split("\n")[:2] == [
        "[saleor.plugins]",
        "saleor_loyalty = saleor_loyalty.adapter.plugin:LoyaltyPlugin",
    ]


def test_its_description_is_whole(wheel):
    (name,) = _names(wheel, "METADATA")
    metadata = Parser().parsestr(wheel.read(name).decode())
    assert metadata["Name"] == "saleor-loyalty"
    assert metadata["License-Expression"] == "BSD-3-Clause"
    assert metadata.get_payload().strip()
    assert any(name.endswith("LICENSE") for name in wheel.namelist())


def test_german_comes_compiled(wheel):
    assert "saleor_loyalty/locale/de/LC_MESSAGES/django.mo" in wheel.namelist()
