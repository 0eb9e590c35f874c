"""What a merchant gets by installing the package: all it needs, and nothing else.

Built from a copy of the tree, with a page of our own in place of those that npm builds: what they
look like is tried elsewhere, and not every machine has npm.
"""

import shutil
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser

import pytest

from hatch_build import PagesHook
from sandbox.environment import TREE

PARTS = ("saleor_loyalty", "graphql", "docs", "pyproject.toml", "hatch_build.py")
PAGES = {
    "index.html": '<script src="./assets/app-1a2b.js"></script>',
    "assets/app-1a2b.js": "1",
    "assets/app-1a2b.js.gz": "packed",
    "assets/inter-1a2b.woff2": "a font",
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tree")
    skipped = shutil.ignore_patterns("__pycache__", "dashboard")
    for name in (*PARTS, ".gitignore", "README.md", "CHANGELOG.md", "LICENSE"):
        if (TREE / name).is_dir():
            shutil.copytree(TREE / name, folder / name, ignore=skipped)
        else:
            shutil.copy(TREE / name, folder / name)
    for name, content in PAGES.items():
        file = folder / "saleor_loyalty" / "dashboard" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return folder


def _build(tree, target, folder):
    return subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", folder],
        check=False,
        cwd=tree,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def wheel(tree, tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    built = _build(tree, "wheel", folder)
    assert built.returncode == 0, built.stderr
    (file,) = folder.glob("*.whl")
    with zipfile.ZipFile(file) as opened:
        yield opened


def _names(wheel, ending):
    return {name for name in wheel.namelist() if name.endswith(ending)}


def test_everything_a_merchant_needs_is_inside(wheel, tree):
    for ending in (".py", ".sql", ".po", ".mo", ".json", ".html", ".png"):
        in_tree = {
            str(file.relative_to(tree)) for file in (tree / "saleor_loyalty").rglob(f"*{ending}")
        }
        assert _names(wheel, ending) == in_tree, ending


def test_the_pages_for_the_dashboard_are_inside(wheel):
    folder = "saleor_loyalty/dashboard/"
    found = {name.removeprefix(folder) for name in wheel.namelist() if name.startswith(folder)}
    assert found == set(PAGES)


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


def test_from_its_sources_one_can_build_the_same(tree, wheel, tmp_path):
    assert _build(tree, "sdist", tmp_path).returncode == 0
    (file,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(file) as opened:
        opened.extractall(tmp_path, filter="data")
    (sources,) = (folder for folder in tmp_path.iterdir() if folder.is_dir())
    again = _build(sources, "wheel", tmp_path / "again")
    assert again.returncode == 0, again.stderr
    (built,) = (tmp_path / "again").glob("*.whl")
    with zipfile.ZipFile(built) as opened:
        assert set(opened.namelist()) == set(wheel.namelist())


@pytest.fixture
def without(tree, tmp_path):
    """Builds a wheel without one of the files of the pages, and puts it back."""
    taken = []

    def build(name):
        file = tree / "saleor_loyalty" / "dashboard" / name
        taken.append((file, file.read_bytes()))
        file.unlink()
        return _build(tree, "wheel", tmp_path / "wheel")

    yield build
    for file, content in taken:
        file.write_bytes(content)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("index.html", "The pages for the Dashboard are not in saleor_loyalty/dashboard"),
        ("assets/app-1a2b.js", "saleor_loyalty/dashboard/assets/app-1a2b.js is missing"),
    ],
)
def test_without_the_pages_there_is_no_wheel(without, tmp_path, name, said):
    built = without(name)
    assert built.returncode != 0
    assert said in built.stderr
    assert "make dashboard" in built.stderr
    assert not list(tmp_path.rglob("*.whl"))


def test_an_editable_checkout_may_do_without_them(tmp_path):
    hook = PagesHook(str(tmp_path), {}, None, None, str(tmp_path), "wheel")
    build = {}
    hook.initialize("editable", build)
    assert build == {}
    with pytest.raises(FileNotFoundError, match="make dashboard"):
        hook.initialize("standard", build)
