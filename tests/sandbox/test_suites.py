"""The last line of `make test` says what happened, whatever happened."""

import pytest

from sandbox.saleor_found import saleor_found
from sandbox.suites import Count, count_of

REPORT = """<testsuites><testsuite name="pytest" tests="{tests}" failures="{failures}"
 errors="{errors}" skipped="{skipped}"/></testsuites>"""


@pytest.fixture
def report(tmp_path):
    def write(tests, failures=0, errors=0, skipped=0):
        file = tmp_path / "report.xml"
        numbers = {"tests": tests, "failures": failures, "errors": errors, "skipped": skipped}
        file.write_text(REPORT.format(**numbers))
        return file

    return write


def test_all_passed(report):
    assert str(count_of(report(7), 0)) == "7 passed, 0 failed"


def test_an_error_in_a_fixture_is_a_failure(report):
    assert str(count_of(report(7, failures=1, errors=2), 1)) == "4 passed, 3 failed"


def test_skipped_ones_are_named(report):
    assert str(count_of(report(7, skipped=2), 0)) == "5 passed, 0 failed, 2 skipped"


def test_a_run_that_broke_without_a_report_is_a_failure(tmp_path):
    assert count_of(tmp_path / "none.xml", 3) == Count(failed=1)


def test_a_run_that_broke_after_its_tests_is_a_failure(report):
    assert count_of(report(7), 2) == Count(passed=7, failed=1)


def test_a_run_without_a_single_test_is_a_failure(report):
    assert count_of(report(0), 5).failed == 1


def test_counts_of_suites_add_up():
    assert Count(2, 1, 0) + Count(3, 0, 4) == Count(5, 1, 4)


def test_no_saleor_is_told_with_its_place(monkeypatch, tmp_path):
    monkeypatch.setenv("SALEOR_PATH", str(tmp_path))
    found = saleor_found()
    assert found.path is None
    assert str(tmp_path) in found.why_not


def test_a_saleor_without_its_packages_is_told_too(monkeypatch, tmp_path):
    (tmp_path / "manage.py").touch()
    monkeypatch.setenv("SALEOR_PATH", str(tmp_path))
    assert "uv sync" in saleor_found().why_not


def test_a_saleor_that_can_run_is_found(monkeypatch, tmp_path):
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch()
    (tmp_path / "manage.py").touch()
    monkeypatch.setenv("SALEOR_PATH", str(tmp_path))
    assert saleor_found().path == tmp_path.resolve()
