"""The whole sandbox, started as a person starts it: the story comes out to the point."""

import re
import subprocess
import sys

from sandbox.environment import TREE


def test_a_shoppers_story_in_the_sandbox():
    command = [sys.executable, "-m", "sandbox.demo_check", "--sandbox", "--orders=40"]
    finished = subprocess.run(
        command,
        check=False,
        cwd=TREE,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    counted = re.search(r"(\d+) figures checked in .*, 0 wrong", finished.stdout)
    assert counted is not None
    assert int(counted[1]) >= 30
