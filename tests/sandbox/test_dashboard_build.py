"""The pages are built once, with npm; without it everything else goes on."""

import gzip
import json
import shutil
import sys

import pytest

from sandbox import dashboard_files

NPM = """#!{python}
import pathlib, sys
here = pathlib.Path.cwd()
with (here.parent / "calls").open("a") as calls:
    calls.write(" ".join(sys.argv[1:3]) + "\\n")
if sys.argv[1] == "ci":
    (here / "node_modules").mkdir()
    wanted = (here / "package-lock.json").read_text()
    (here / "node_modules" / ".package-lock.json").write_text(wanted)
else:
    built = here.parent / "saleor_loyalty" / "dashboard"
    (built / "assets").mkdir(parents=True, exist_ok=True)
    (built / "index.html").write_text((here / "index.html").read_text())
    (built / "assets" / "app.js").write_text("points;" * 500)
    (built / "assets" / "small.js").write_text("1")
"""


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    source = tmp_path / "dashboard-extension"
    (source / "src").mkdir(parents=True)
    (source / "index.html").write_text("a page")
    packages = {"": {"name": "ours"}, "node_modules/react": {"version": "18.3.1"}}
    (source / "package-lock.json").write_text(json.dumps({"packages": packages}))
    (tmp_path / "saleor_loyalty").mkdir()
    for name, place in {
        "TREE": tmp_path,
        "SOURCE": source,
        "BUILT": tmp_path / "saleor_loyalty" / "dashboard",
    }.items():
        monkeypatch.setattr(dashboard_files, name, place)
    return source


@pytest.fixture
def npm(checkout, tmp_path, monkeypatch):
    """A program of that name; answers with what it was asked."""
    program = tmp_path / "bin" / "npm"
    program.parent.mkdir()
    program.write_text(NPM.format(python=sys.executable))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))

    def asked():
        calls = tmp_path / "calls"
        text = calls.read_text() if calls.exists() else ""
        calls.unlink(missing_ok=True)
        return text.splitlines()

    return asked


def test_it_is_built_once_until_a_source_is_another(npm, checkout):
    assert dashboard_files.build_dashboard()
    assert npm() == ["ci --no-audit", "run --silent"]
    assert dashboard_files.is_built()
    assert dashboard_files.build_dashboard()
    assert npm() == []
    (checkout / "src" / "main.ts").write_text("more")
    assert dashboard_files.build_dashboard()
    assert npm() == ["run --silent"]


def test_a_page_that_somebody_else_has_built_is_built_anew(npm):
    dashboard_files.build_dashboard()
    (dashboard_files.BUILT / "index.html").write_text("another page")
    npm()
    assert dashboard_files.build_dashboard()
    assert npm() == ["run --silent"]


def test_packages_that_are_not_what_is_asked_for_are_installed(npm, checkout):
    dashboard_files.build_dashboard()
    npm()
    lock_file = checkout / "package-lock.json"
    lock_file.write_text(lock_file.read_text().replace("18.3.1", "18.3.2"))
    shutil.move(checkout / "node_modules", checkout / "old")
    noted = checkout / "node_modules"
    assert dashboard_files.build_dashboard()
    assert npm() == ["ci --no-audit", "run --silent"]
    assert "18.3.2" in (noted / ".package-lock.json").read_text()


def test_what_is_for_other_machines_need_not_be_there(npm, checkout):
    dashboard_files.build_dashboard()
    lock_file = checkout / "package-lock.json"
    packages = json.loads(lock_file.read_text())["packages"]
    packages["node_modules/for-windows"] = {"version": "1.0.0", "optional": True}
    lock_file.write_text(json.dumps({"packages": packages}))
    npm()
    assert dashboard_files.build_dashboard()
    assert npm() == ["run --silent"]


def test_without_npm_it_says_so(checkout, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not dashboard_files.build_dashboard()
    assert dashboard_files.main([]) == 1
    assert dashboard_files.main(["--optional"]) == 0
    assert capsys.readouterr().out.count("npm is not at hand") == 2


def test_files_that_gain_by_it_are_packed_the_same_each_time(npm):
    dashboard_files.build_dashboard()
    assets = dashboard_files.BUILT / "assets"
    packed = (assets / "app.js.gz").read_bytes()
    assert gzip.decompress(packed) == b"points;" * 500
    assert {file.name for file in assets.iterdir()} == {"app.js", "app.js.gz", "small.js"}
    dashboard_files.pack(dashboard_files.BUILT)
    assert (assets / "app.js.gz").read_bytes() == packed
