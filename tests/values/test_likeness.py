"""What is the same address, phone or e-mail, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_loyalty.values.likeness import plain_address, plain_email, plain_phone, trace_of


@pytest.mark.parametrize(
    ("email", "plain"),
    [
        ("ada@example.com", "ada@example.com"),
        (" Ada@EXAMPLE.com ", "ada@example.com"),
        ("ada+shop@example.com", "ada@example.com"),
        ("a.d.a@example.com", "a.d.a@example.com"),
        ("a.d.a@gmail.com", "ada@gmail.com"),
        ("A.Da+x+y@googlemail.com", "ada@gmail.com"),
        ("ada@pm.me", "ada@proton.me"),
        ("ada@mac.com", "ada@icloud.com"),
        ("+tag@example.com", ""),
        ("ada", ""),
        ("@example.com", ""),
        ("", ""),
    ],
)
def test_emails(email: str, plain: str) -> None:
    assert plain_email(email) == plain


@pytest.mark.parametrize(
    ("phone", "plain"),
    [
        ("+48 501 234 567", "501234567"),
        ("0048501234567", "501234567"),
        ("501-234-567", "501234567"),
        ("+49 (0)151 1234567", "511234567"),
        ("0151/1234567", "511234567"),
        ("+1 212 555 0123", "125550123"),
        ("٠٥٠١٢٣٤٥٦٧", "501234567"),
        ("112", ""),
        ("", ""),
        ("no phone", ""),
    ],
)
def test_phones(phone: str, plain: str) -> None:
    assert plain_phone(phone) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("PL", "53-601", "Wrocław", "Tęczowa 7"), ("pl", "53601", "WROCLAW", "teczowa  7")),
        (("PL", "53-601", "Wrocław", "Łączna 7/2"), ("PL", "53-601", "", "laczna 7", "2")),
        (("US", "10001", "New York", "10 Main Street"), ("US", "10001", "NYC", "Main St. 10")),
        (("DE", "10115", "Berlin", "Hauptstraße 4"), ("DE", "10115", "Berlin", "hauptstrasse 4")),
        (("DE", "10115", "Berlin", "Haupt-Straße 4"), ("DE", "10115", "", "Haupt Str. 4")),
        (("HK", "", "Hong Kong", "1 Queen's Road"), ("HK", "", "hong  kong", "Queen s Rd 1")),
        (("JP", "１００", "東京", "丸の内１"), ("JP", "100", "東京", "丸の内1")),
    ],
)
def test_the_same_address(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert plain_address(*one) == plain_address(*other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("PL", "53-601", "Wrocław", "Tęczowa 7"), ("PL", "53-601", "Wrocław", "Tęczowa 9")),
        (("PL", "53-601", "Wrocław", "Tęczowa 7"), ("PL", "53-602", "Wrocław", "Tęczowa 7")),
        (("PL", "1000", "", "Rynek 1"), ("SI", "1000", "", "Rynek 1")),
        (("HK", "", "Hong Kong", "1 Road"), ("HK", "", "Kowloon", "1 Road")),
        (("PL", "53-601", "", "Rynek 1 m. 2"), ("PL", "53-601", "", "Rynek 1 m. 3")),
    ],
)
def test_another_address(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert plain_address(*one) != plain_address(*other)


def test_no_street_is_no_address() -> None:
    assert plain_address("PL", "53-601", "Wrocław", "", " - ") == ""


@given(st.text(), st.text(), st.text(), st.text())
def test_whatever_is_written_is_read(code: str, city: str, street: str, more: str) -> None:
    plain = plain_address("PL", code, city, street, more)
    assert plain == plain_address("PL", code, city, more, street)
    assert plain_phone(street).isascii()
    assert plain_email(street) == plain_email(plain_email(street)) or not plain_email(street)


def test_a_trace_says_nothing_without_the_key() -> None:
    traces = {
        trace_of(kind, text, key)
        for kind in ("address", "phone")
        for text in ("7", "8")
        for key in (b"one", b"another")
    }
    assert len(traces) == 8
    assert trace_of("phone", "7", b"one") == trace_of("phone", "7", b"one")
