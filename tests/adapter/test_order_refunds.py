"""Which pieces a refund is about: lines of 20.00 for two pieces and 5.00, shipping 10.00."""

import pytest

from saleor_loyalty.adapter.order_refunds import Claim, Means, Paid, Piece, settle

LINES = {"two": Piece(2, 2000), "one": Piece(1, 500)}
TOTAL = 3500


def _card(kept: int, refunded: int) -> Paid:
    return Paid(Means.MONEY, kept, refunded)


def test_no_refund_is_none() -> None:
    refunds = settle(LINES, TOTAL, [_card(3500, 0)], [])
    assert (refunds.total, refunds.by_amount, refunds.full) == (0, 0, False)


def test_an_amount_that_names_nothing_is_by_amount() -> None:
    assert settle(LINES, TOTAL, [_card(2500, 1000)], []).by_amount == 1000


def test_pieces_and_shipping_explain_their_money() -> None:
    refunds = settle(LINES, TOTAL, [_card(1500, 2000)], [Claim({"two": 1}, 1000, 2000)])
    assert (refunds.pieces, refunds.shipping, refunds.by_amount) == ({"two": 1}, 1000, 0)


def test_what_is_given_beyond_the_pieces_is_by_amount() -> None:
    refunds = settle(LINES, TOTAL, [_card(2000, 1500)], [Claim({"two": 1}, 0, 1500)])
    assert (refunds.pieces, refunds.by_amount) == ({"two": 1}, 500)


def test_pieces_refunded_for_less_are_by_amount() -> None:
    refunds = settle(LINES, TOTAL, [_card(3000, 500)], [Claim({"two": 1}, 0, 500)])
    assert (refunds.pieces, refunds.by_amount) == ({}, 500)


def test_a_piece_may_cost_a_minor_unit_less_than_its_share() -> None:
    lines = {"three": Piece(3, 1000)}
    refunds = settle(lines, 1000, [_card(334, 666)], [Claim({"three": 2}, 0, 665)])
    assert refunds.pieces == {"three": 2}


def test_a_piece_is_refunded_once() -> None:
    claims = [Claim({"one": 1}, 0, 500), Claim({"one": 1}, 0, 500)]
    assert settle(LINES, TOTAL, [_card(2500, 1000)], claims).pieces == {"one": 1}


def test_points_that_went_back_are_no_money() -> None:
    payments = [_card(2500, 0), Paid(Means.POINTS, 0, 1000)]
    refunds = settle(LINES, TOTAL, payments, [])
    assert (refunds.total, refunds.by_amount) == (0, 0)


def test_a_piece_refunded_in_points_leaves_the_money_alone() -> None:
    payments = [_card(1500, 1000), Paid(Means.POINTS, 0, 1000)]
    refunds = settle(LINES, TOTAL, payments, [Claim({"two": 1}, 0, 1000, means=Means.POINTS)])
    assert (refunds.pieces, refunds.by_amount) == ({"two": 1}, 1000)


def test_nothing_kept_is_a_full_refund_whatever_it_is_called() -> None:
    assert settle(LINES, TOTAL, [_card(0, 3500)], []).full
    assert not settle(LINES, TOTAL, [_card(0, 2500), Paid(Means.POINTS, 1000, 0)], []).full


@pytest.mark.parametrize("kept", [3500, 4000])
def test_money_paid_too_much_and_sent_back_is_no_refund(kept: int) -> None:
    refunds = settle(LINES, TOTAL, [_card(kept, 0), _card(0, 3500)], [])
    assert (refunds.total, refunds.by_amount) == (0, 0)


def test_a_refund_promised_counts_as_far_as_money_went_back() -> None:
    promised = Claim({"two": 1}, 0, 1000, done=False)
    assert settle(LINES, TOTAL, [_card(3500, 0)], [promised]).pieces == {}
    kept_promise = settle(LINES, TOTAL, [_card(2500, 1000)], [promised])
    assert (kept_promise.pieces, kept_promise.by_amount) == ({"two": 1}, 0)
    done = Claim({"one": 1}, 500, 1000)
    assert settle(LINES, TOTAL, [_card(2500, 1000)], [promised, done]).pieces == {"one": 1}


def test_lines_that_are_gone_are_passed_over() -> None:
    refunds = settle(LINES, TOTAL, [_card(3000, 500)], [Claim({"gone": 1}, 0, 500)])
    assert (refunds.pieces, refunds.by_amount) == ({}, 500)
