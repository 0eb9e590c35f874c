"""What docs/dashboard.md promises, against what is there."""

import re

from sandbox.environment import TREE

TEXT = (TREE / "docs" / "dashboard.md").read_text()
PLACES = (TREE / "saleor_loyalty" / "adapter" / "dashboard_places.py").read_text()


def test_every_setting_it_names_is_read():
    read = (TREE / "saleor_loyalty" / "conf.py").read_text()
    named = set(re.findall(r"SALEOR_LOYALTY_\w+", TEXT))
    assert named == {"SALEOR_LOYALTY_DASHBOARD_ORIGINS", "SALEOR_LOYALTY_DASHBOARD_FOLDER"}
    assert all(f'"{name}"' in read for name in named)


def test_every_place_is_in_its_table():
    labels = re.findall(r'Entry\(\s*"[\w-]+",\s*"([^"]+)"', PLACES)
    assert len(labels) == 11
    rows = [line for line in TEXT.splitlines() if line.startswith("|")]
    assert {label for label in labels if not any(label in row for row in rows)} == set()


def test_every_command_and_target_it_names_is_there():
    commands = TREE / "saleor_loyalty" / "management" / "commands"
    for name in set(re.findall(r"`?(loyalty_\w+)", TEXT)):
        assert (commands / f"{name}.py").is_file(), name
    makefile = (TREE / "Makefile").read_text()
    assert all(f"\n{name}:" in makefile for name in re.findall(r"`make (\w+)`", TEXT))
