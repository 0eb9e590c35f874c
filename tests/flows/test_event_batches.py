"""Files of events: looked at, done, killed, gone on with, undone as one."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from typing import Any
from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import connection

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.member_events import read_lines
from saleor_loyalty.features.member_events.models import BatchState, EventBatch, MemberEvent
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import event_batches
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.values.points import Unit
from tests.flows.balances import sums
from tests.flows.events import PICTURES, REVIEW, VISIT, event_rules, everything, used
from tests.flows.test_member_events import at_once
from tests.shop import NOON
from tests.style.sources import TREE

HEADER = "key,email,name,occurred_at,channel,attributes.pictures"


def file_of(*lines: str, header: str = HEADER) -> str:
    return "\n".join([header, *lines])


def review(key: str, who: str = "ada", pictures: str = "") -> str:
    return f"{key},{who}@example.com,review,2026-03-10T12:00:00Z,web,{pictures}"


def check(content: str) -> EventBatch:
    """Looked at; nothing but the batch was written."""
    before = everything()
    batch = event_batches.check(content, name="May", actor="user:9", now=NOON)
    assert everything() == before
    batch.refresh_from_db()
    return batch


def run(batch: EventBatch) -> EventBatch:
    event_batches.start(batch.public_id)
    return work(batch)


def undo(batch: EventBatch) -> EventBatch:
    event_batches.start_undo(batch.public_id)
    return work(batch)


def work(batch: EventBatch, limit: int = 2) -> EventBatch:
    while event_batches.work(now=NOON, limit=limit):
        pass
    batch.refresh_from_db()
    return batch


def told(batch: EventBatch) -> list[tuple[int, int | str]]:
    """Line number, and points or what is wrong."""
    return [
        (line["line"], line["error"]["message"] if line["error"] else line["points"])
        for line in batch.content
    ]


def progress(batch: EventBatch) -> tuple[str, int, int, int]:
    return batch.state, batch.lines, batch.done, batch.refused


def refused(content: str) -> tuple[Code, str]:
    with pytest.raises(LoyaltyError) as refusal:
        event_batches.check(content, name="May", actor="user:9", now=NOON)
    assert refusal.value.field == "content"
    assert not EventBatch.objects.exists()
    return refusal.value.code, refusal.value.message


@pytest.fixture
def rules(programme: None) -> None:
    event_rules({**REVIEW, "caps": [{"period": "month", "points": 70}]}, PICTURES, VISIT)


def test_a_look_lists_what_each_line_would_do(rules: None, ada: Member, bob: Member) -> None:
    batch = check(
        file_of(
            review("a", pictures="2"),
            review("b"),
            review("c"),
            review("d", "bob"),
            review("e", "eve"),
            review("a", "bob"),
            "f,ada@example.com,visit,2026-03-10T12:00:00Z,web,",
            "g,ada@example.com,review,2026-03-11T12:00:00Z,web,",
            "h,ada@example.com,review,10.03.2026,web,",
            ",ada@example.com,review,2026-03-10T12:00:00Z,web,",
        )
    )
    assert progress(batch) == ("checked", 10, 0, 0)
    assert told(batch) == [
        (2, 50),
        (3, 30),
        # The cap of 70 for the rule is used up from line to line.
        (4, 10),
        (5, 30),
        (6, "There is no such member."),
        (7, "The key is that of line 2."),
        (8, 0),
        (9, "This lies in the future."),
        (10, "A time belongs here, like 2026-03-01T12:00:00Z."),
        (11, "This must not be empty."),
    ]
    assert batch.content[6]["growth"] == 120
    assert "example.com" not in json.dumps(batch.content)


def test_run_does_what_the_look_said(rules: None, ada: Member, bob: Member) -> None:
    batch = check(
        file_of(review("a", pictures="2"), review("x", "eve"), review("b"), review("d", "bob"))
    )
    said = told(batch)
    batch = run(batch)
    assert progress(batch) == ("done", 4, 3, 1)
    assert told(batch) == said
    assert [line["state"] for line in batch.content] == ["done", "refused", "done", "done"]
    assert sums(ada) == (80, 0, 0, 0)
    assert sums(bob) == (30, 0, 0, 0)
    sources = [event.source for event in batch.events.order_by("pk")]
    assert sources == [f"batch:{batch.public_id}/{key}" for key in "abd"]
    before = everything()
    assert progress(run(batch)) == ("done", 4, 3, 1)
    assert everything() == before


def test_what_changed_since_the_look_counts(rules: None, ada: Member) -> None:
    batch = check(file_of(review("a"), review("b"), review("c")))
    run(check(file_of(review("z"))))
    batch = run(batch)
    assert told(batch) == [(2, 30), (3, 10), (4, 0)]
    assert sums(ada) == (70, 0, 0, 0)


def test_undo_returns_every_balance_counter_and_tier(rules: None, ada: Member, bob: Member) -> None:
    visit = "v,ada@example.com,visit,2026-03-10T12:00:00Z,web,"
    batch = run(check(file_of(review("a"), visit, review("b", "bob"), review("c"), review("d"))))
    ada.refresh_from_db()
    assert ada.tier is not None
    assert sums(ada) == (70, 0, 0, 0)
    adjust_points(bob, -10, reason="Used", source="s", actor="user:1", now=NOON)

    batch = undo(batch)

    assert batch.state == BatchState.UNDONE
    ada.refresh_from_db()
    assert ada.tier is None
    assert sums(ada) == sums(ada, Unit.GROWTH) == (0, 0, 0, 0)
    assert sums(bob) == (0, 0, 0, 10)
    assert set(used().values()) == {0}
    before = everything()
    assert undo(batch).state == BatchState.UNDONE
    assert everything() == before
    with pytest.raises(LoyaltyError) as refusal:
        event_batches.start(batch.public_id)
    assert refusal.value.code == Code.INVALID


def test_undone_before_it_was_begun(rules: None, ada: Member) -> None:
    before = everything()
    assert undo(check(file_of(review("a")))).state == BatchState.UNDONE
    assert everything() == before


def test_undone_in_the_middle(rules: None, ada: Member) -> None:
    batch = check(file_of(*(review(key) for key in "abcdef")))
    event_batches.start(batch.public_id)
    assert event_batches.step(batch.pk, now=NOON, limit=2)
    assert sums(ada) == (60, 0, 0, 0)
    batch = undo(batch)
    assert (batch.state, batch.events.count()) == (BatchState.UNDONE, 2)
    assert sums(ada) == (0, 0, 0, 0)


def test_there_is_no_such_batch(db: None) -> None:
    for act in (event_batches.start, event_batches.start_undo, event_batches.known):
        with pytest.raises(LoyaltyError) as refusal:
            act(UUID(int=1))
        assert refusal.value.code == Code.NOT_FOUND


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(lambda text: "\ufeff" + text, id="byte order mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="windows"),
        pytest.param(lambda text: text.replace(",", ";"), id="semicolons"),
        pytest.param(lambda text: text.replace(",", "\t"), id="tabs"),
        pytest.param(lambda text: text.replace("key,", "Key ,"), id="header"),
        pytest.param(lambda text: text + "\n\n", id="end"),
        pytest.param(
            lambda text: "\n".join(f"{line},," for line in text.split("\n")), id="empty columns"
        ),
        pytest.param(lambda text: text.replace("review", ' "review" '), id="blanks"),
    ],
)
def test_what_spreadsheets_do_to_a_file(rules: None, ada: Member, content: Any) -> None:
    batch = check(content(file_of(review("a", pictures="2"), review("b"))))
    assert [points for _, points in told(batch)] in ([50, 30], [0, 0])
    assert batch.content[0]["attributes"] == {"pictures": 2}
    assert batch.content[0]["key"] == "a"


def test_empty_lines_keep_the_numbers_of_the_others(rules: None, ada: Member) -> None:
    batch = check(file_of(review("a"), "", ",,,,,", review("b"), "x,y"))
    assert [number for number, _ in told(batch)] == [2, 5, 6]


def test_a_cell_of_several_lines(rules: None, ada: Member) -> None:
    batch = check(file_of('a,"ada@example.com\n",review,2026-03-10T12:00:00Z,web,', review("b")))
    assert told(batch) == [(2, 30), (4, 30)]


def test_attributes_are_what_they_look_like(rules: None, ada: Member) -> None:
    header = "key,email,name,occurred_at,attributes.a,attributes.b,attributes.c,attributes.d"
    line = "k,ada@example.com,review,2026-03-10T12:00:00Z,-5,TRUE,0049,"
    batch = check(file_of(line, header=header))
    assert batch.content[0]["attributes"] == {"a": -5, "b": True, "c": "0049"}


def test_json_lines(rules: None, ada: Member) -> None:
    good: dict[str, Any] = {
        "key": "a",
        "member": str(ada.public_id),
        "name": "review",
        "occurred_at": "2026-03-10T13:00:00+01:00",
        "attributes": {"pictures": 2},
    }
    lines = [
        json.dumps(good),
        "",
        json.dumps({**good, "key": "b", "attributes": {"pictures": 1.5}}),
        json.dumps({**good, "key": "c", "points": 1000}),
        json.dumps({**good, "key": "d", "email": "ada@example.com"}),
        json.dumps({**good, "key": 5}),
        "[1]",
        '{"key": NaN}',
        "{" * 5000,
    ]
    batch = check("\r\n".join(lines))
    errors = told(batch)
    assert errors[0] == (1, 50)
    assert [number for number, _ in errors] == [1, 3, 4, 5, 6, 7, 8, 9]
    assert errors[1][1].startswith("pictures: a text of up to")  # type: ignore[union-attr]
    assert [error for _, error in errors[2:]] == [
        "There is no field points.",
        "Give either a member or an e-mail.",
        "key is not a text of up to 1000 characters.",
        "This must be a JSON object.",
        "This is not JSON.",
        "This is not JSON.",
    ]


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        ("", Code.REQUIRED, "The file has no lines."),
        (HEADER, Code.REQUIRED, "The file has no lines."),
        ("key,email\n", Code.REQUIRED, "These columns are missing: name, occurred_at."),
        (
            file_of("a", header="key,name,occurred_at"),
            Code.REQUIRED,
            "These columns are missing: member/email.",
        ),
        (file_of("a", header=f"{HEADER},key"), Code.INVALID, "key is given twice."),
        (
            file_of("a", header=f"{HEADER},points"),
            Code.INVALID,
            "There is no column points; there are key, member, email, name, occurred_at,"
            " channel, attributes.<name>.",
        ),
        ("x" * 4_000_001, Code.LIMIT_EXCEEDED, "The file has more than 4000000 bytes."),
        ("ü" * 2_000_001, Code.LIMIT_EXCEEDED, "The file has more than 4000000 bytes."),
    ],
)
def test_a_file_that_is_none(db: None, content: str, code: Code, message: str) -> None:
    assert refused(content) == (code, message)


def test_too_many_lines(db: None) -> None:
    lines = [review(str(number)) for number in range(read_lines.MAX_LINES + 1)]
    expected = (Code.LIMIT_EXCEEDED, "The file has more than 10000 lines.")
    assert refused(file_of(*lines)) == expected


def test_what_cannot_be_stored_is_an_error_of_its_line(rules: None, ada: Member) -> None:
    batch = check(file_of(review("a\x00b"), review("\ud800"), review("k" * 101), review("b")))
    assert [isinstance(found, str) for _, found in told(batch)] == [True, True, True, False]


def test_the_report_is_no_formula(rules: None, ada: Member) -> None:
    batch = run(check(file_of(review("=cmd()"), review("+1"), review("x", "eve"), review("@a"))))
    text = event_batches.report(batch)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["key"] for row in rows] == ["'=cmd()", "'+1", "x", "'@a"]
    assert [row["points"] for row in rows] == ["30", "30", "0", "10"]
    assert [row["state"] for row in rows] == ["done", "done", "refused", "done"]
    assert rows[2]["error"] == "There is no such member."


def test_by_command(rules: None, ada: Member, tmp_path: Any) -> None:
    file = tmp_path / "may.csv"
    file.write_text(file_of("a,ada@example.com,nothing,2026-01-01T00:00:00Z,web,", review("b")))
    out, err = io.StringIO(), io.StringIO()
    call_command("loyalty_events", "check", str(file), stdout=out, stderr=err)
    batch = EventBatch.objects.get()
    assert len(out.getvalue().strip().splitlines()) == 3
    assert str(batch.public_id) in err.getvalue()


@pytest.mark.django_db(transaction=True)
def test_eight_workers_at_once_do_each_line_once(rules: None, ada: Member, bob: Member) -> None:
    people = ["ada", "bob"] * 4
    batch = check(file_of(*(review(f"k{n}", who) for n, who in enumerate(people))))
    event_batches.start(batch.public_id)

    def finish(_number: int) -> bool:
        while event_batches.step(batch.pk, now=NOON, limit=3):
            pass
        return True

    at_once(finish)
    batch.refresh_from_db()
    assert progress(batch) == ("done", 8, 8, 0)
    assert sums(ada) == sums(bob) == (70, 0, 0, 0)
    event_batches.start_undo(batch.public_id)
    at_once(finish)
    assert sums(ada) == sums(bob) == (0, 0, 0, 0)
    assert set(used().values()) == {0}


# Says "event" each time one is about to be committed.
_WORKER = """
import sys
from datetime import datetime
import django
django.setup()
from django.db import connection
from saleor_loyalty.flows import event_batches
def say(execute, sql, *rest):
    answer = execute(sql, *rest)
    if sql.startswith(("INSERT", "UPDATE")) and '"saleor_loyalty_memberevent"' in sql:
        print("event", flush=True)
    return answer
with connection.execute_wrapper(say):
    while event_batches.work(now=datetime.fromisoformat(sys.argv[1]), limit=8):
        pass
"""


def killed_after(events: int) -> None:
    """A worker of its own, killed in the middle of that event's transaction or soon after."""
    name = connection.settings_dict["NAME"]
    worker = subprocess.Popen(
        [sys.executable, "-c", _WORKER, NOON.isoformat()],
        cwd=TREE,
        env={
            **os.environ,
            "SALEOR_LOYALTY_TEST_DATABASE": name,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    for _ in range(events):
        assert worker.stdout.readline() == "event\n"
    worker.send_signal(signal.SIGKILL)
    assert worker.wait(timeout=30) == -signal.SIGKILL
    worker.stdout.close()


@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_and_run_again(rules: None, ada: Member, bob: Member) -> None:
    people = ["ada", "bob"] * 20
    lines = [review(f"k{n}", who) for n, who in enumerate(people)]
    batch = check(file_of(*lines, review("x", "eve")))
    said = told(batch)
    event_batches.start(batch.public_id)

    for events in (3, 13):
        killed_after(events)
        batch.refresh_from_db()
        assert batch.state == BatchState.RUNNING
    batch = work(batch)

    assert progress(batch) == ("done", 41, 40, 1)
    assert told(batch) == said
    assert sums(ada) == sums(bob) == (70, 0, 0, 0)
    assert MemberEvent.objects.count() == 40

    event_batches.start_undo(batch.public_id)
    killed_after(5)
    batch = work(batch)
    assert batch.state == BatchState.UNDONE
    assert sums(ada) == sums(bob) == (0, 0, 0, 0)
    assert set(used().values()) == {0}
