"""Points as money: held, spent, given back, refunded; two tabs at once."""

from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread
from uuid import UUID, uuid4

import pytest
from django.db import connection

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.spending.models import PaymentStatus, PointsPayment
from saleor_loyalty.flows import points_at_checkout as flow
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.flows.quote import quote_checkout
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.ledger import post
from saleor_loyalty.ledger.accounts import account_id
from saleor_loyalty.ledger.models import Entry, Lot
from saleor_loyalty.values.money import Money
from saleor_loyalty.values.points import Unit
from tests.conftest import PROGRAMME
from tests.flows.balances import sums
from tests.shop import NOON, Shop, line, open_checkout, paid_order

TOKEN = UUID(int=7)


@pytest.fixture
def rich(ada: Member) -> Member:
    """ada with 1,000 points."""
    adjust_points(ada, 1000, reason="welcome", source="welcome", actor="staff", now=NOON)
    return ada


def hold(member: Member, cents: int, *, token: UUID = TOKEN, checkout_id: str = "c1") -> object:
    checkout = open_checkout(3000, checkout_id=checkout_id, user_id=member.user_id)
    return flow.hold(checkout, Money(cents, "USD"), token=token, now=NOON)


def spending(**changes: object) -> None:
    config = {**PROGRAMME["config"]}
    config["spending"] = {**config["spending"], **changes}
    set_up({"programmes": [{**PROGRAMME, "config": config}]}, now=NOON)


def test_held_then_spent_by_the_order(rich: Member) -> None:
    hold(rich, 400)
    assert sums(rich) == (600, 0, 400, 0)
    order = paid_order(line("a", 3000), user_id=rich.user_id, checkout_id="c1", paid_by_points=400)
    act_on([order, order], now=NOON)
    act_on([order], now=NOON)
    assert sums(rich) == (600, 26, 0, 0)
    payment = PointsPayment.objects.get()
    assert (payment.status, payment.order_id) == (PaymentStatus.CAPTURED, "o1")


def test_the_same_payment_again_is_the_same_answer(rich: Member) -> None:
    assert hold(rich, 400) == hold(rich, 400)
    assert sums(rich) == (600, 0, 400, 0)
    with pytest.raises(LoyaltyError) as refusal:
        hold(rich, 500)
    assert refusal.value.code is Code.SOURCE_KEY_CONFLICT
    assert sums(rich) == (600, 0, 400, 0)


def test_fault_11_points_come_back_when_the_shopper_leaves(rich: Member, shop: Shop) -> None:
    hold(rich, 400)
    assert flow.release_due(now=NOON + timedelta(minutes=59), limit=10) == 0
    assert flow.release_due(now=NOON + timedelta(minutes=60), limit=10) == 1
    assert sums(rich) == (1000, 0, 0, 0)
    assert shop.released == [(str(TOKEN), "time limit")]
    assert flow.release_due(now=NOON + timedelta(minutes=61), limit=10) == 0


def test_a_hold_whose_order_is_made_is_spent_at_its_time_limit(rich: Member, shop: Shop) -> None:
    hold(rich, 400)
    shop.ordered_payments.add(str(TOKEN))
    assert flow.release_due(now=NOON + timedelta(hours=2), limit=10) == 1
    assert sums(rich) == (600, 0, 0, 0)
    assert not flow.release(TOKEN, "too late", now=NOON)


def test_the_shopper_takes_points_off_again(rich: Member) -> None:
    hold(rich, 400)
    hold(rich, 100, token=uuid4())
    assert flow.release_checkout("c1", "removed", now=NOON) == 500
    assert flow.release_checkout("c1", "removed", now=NOON) == 0
    assert sums(rich) == (1000, 0, 0, 0)


@pytest.mark.parametrize(
    "change", [{"total_gross": 2900}, {"user_id": None}, {"currency": "EUR"}, None]
)
def test_points_come_back_when_the_checkout_is_another(
    rich: Member, shop: Shop, change: dict[str, object] | None
) -> None:
    checkout = open_checkout(3000, user_id=rich.user_id)
    hold(rich, 400)
    shop.checkouts["c1"] = checkout
    flow.review_checkout("c1", now=NOON)
    assert sums(rich) == (600, 0, 400, 0)
    if change is None:
        del shop.checkouts["c1"]
    else:
        shop.checkouts["c1"] = replace(checkout, **change)
    flow.review_checkout("c1", now=NOON)
    assert sums(rich) == (1000, 0, 0, 0)


def test_refunds_put_points_back_into_their_lots_with_their_old_expiry(ada: Member) -> None:
    account = account_id(ada.pk, Unit.POINTS)
    for number, days in enumerate((10, 20)):
        credit = post.Credit(
            account_id=account,
            points=300,
            source=f"lot{number}",
            occurred_at=NOON,
            expires_at=NOON + timedelta(days=days),
        )
        post.credit(credit, now=NOON)
    hold(ada, 400)
    flow.capture(TOKEN, order_id="o1", now=NOON)
    assert remaining(account) == [0, 200]
    flow.refund(TOKEN, 150, reference="r1", now=NOON)
    flow.refund(TOKEN, 150, reference="r1", now=NOON)
    assert remaining(account) == [50, 300]
    flow.refund(TOKEN, 250, reference="r2", now=NOON)
    assert remaining(account) == [300, 300]
    assert sums(ada) == (600, 0, 0, 0)
    with pytest.raises(LoyaltyError) as refusal:
        flow.refund(TOKEN, 1, reference="r3", now=NOON)
    assert refusal.value.code is Code.INVALID
    assert sums(ada) == (600, 0, 0, 0)


def test_fault_10_points_are_never_paid_back_as_cash(rich: Member, shop: Shop) -> None:
    """Of 30 dollars 4 were paid by points: 26 can go back as money, and 4 as points only."""
    hold(rich, 400)
    order = paid_order(
        line("a", 3000),
        user_id=rich.user_id,
        checkout_id="c1",
        paid_by_points=400,
        fulfilled_at=NOON,
    )
    act_on([order], now=NOON)
    assert sums(rich) == (626, 0, 0, 0)
    act_on([replace(order, refunded_total=2600, refunded_by_amount=2600)], now=NOON)
    assert sums(rich) == (600, 0, 0, 0)
    flow.refund(TOKEN, 400, reference="r1", now=NOON)
    assert sums(rich) == (1000, 0, 0, 0)
    assert shop.refunded == [(str(TOKEN), 400, "r1")]
    with pytest.raises(LoyaltyError):
        flow.refund(TOKEN, 2600, reference="r2", now=NOON)
    assert sums(rich) == (1000, 0, 0, 0)


def remaining(account: int) -> list[int]:
    lots = Lot.objects.filter(account_id=account).order_by("seq")
    return list(lots.values_list("remaining", flat=True))


@pytest.mark.parametrize(("policy", "left"), [("extend", 400), ("forfeit", 0)])
def test_a_refund_after_expiry_goes_as_the_programme_says(
    ada: Member, policy: str, left: int
) -> None:
    spending(after_expiry=policy, extend_days=5)
    account = account_id(ada.pk, Unit.POINTS)
    credit = post.Credit(
        account_id=account,
        points=400,
        source="lot",
        occurred_at=NOON,
        expires_at=NOON + timedelta(days=1),
    )
    post.credit(credit, now=NOON)
    hold(ada, 400)
    flow.capture(TOKEN, order_id="o1", now=NOON)
    later = NOON + timedelta(days=3)
    flow.refund(TOKEN, 400, reference="r1", now=later)
    assert sums(ada)[0] == left
    says = Entry.objects.filter(account_id=account).order_by("-seq").first()
    assert says is not None
    assert says.get_kind_display() == ("extend" if policy == "extend" else "expire")
    post.settle_due(now=later + timedelta(days=5), limit=10)
    assert sums(ada)[0] == 0


def test_refunds_of_points_worth_a_fraction_add_up_to_all(ada: Member) -> None:
    spending(rates={"USD": {"points": 3, "minor": 7}})
    adjust_points(ada, 300, reason="welcome", source="w", actor="staff", now=NOON)
    hold(ada, 100)
    assert sums(ada) == (257, 0, 43, 0)
    flow.capture(TOKEN, order_id="o1", now=NOON)
    back = []
    for number in range(4):
        flow.refund(TOKEN, 25, reference=f"r{number}", now=NOON)
        back.append(sums(ada)[0] - 257)
    assert back == [10, 21, 32, 43]


@pytest.mark.parametrize(
    ("cents", "code"),
    [
        (0, Code.INVALID),
        (-5, Code.INVALID),
        (1001, Code.NOT_ENOUGH_POINTS),
        (10**15, Code.NOT_ENOUGH_POINTS),
        (50, Code.BELOW_MINIMUM),
        (150, Code.NOT_A_MULTIPLE),
        (1000, Code.LIMIT_EXCEEDED),
    ],
)
def test_what_cannot_be_paid_is_refused_and_nothing_changes(
    rich: Member, cents: int, code: Code
) -> None:
    spending(minimum=100, multiple=100, max_share=3000)
    before = list(Entry.objects.order_by("seq").values())
    with pytest.raises(LoyaltyError) as refusal:
        hold(rich, cents)
    assert refusal.value.code is code
    assert list(Entry.objects.order_by("seq").values()) == before
    assert not PointsPayment.objects.exists()


def test_the_limit_is_for_all_payments_of_a_checkout_together(rich: Member) -> None:
    spending(max_share=2000)
    hold(rich, 400)
    with pytest.raises(LoyaltyError) as refusal:
        hold(rich, 201, token=uuid4())
    assert refusal.value.code is Code.LIMIT_EXCEEDED
    hold(rich, 200, token=uuid4())
    assert sums(rich) == (400, 0, 600, 0)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"currency": "EUR"}, Code.CURRENCY_NOT_SUPPORTED),
        ({"user_id": None}, Code.FORBIDDEN),
        ({"user_id": 999_999}, Code.FORBIDDEN),
    ],
)
def test_a_checkout_that_cannot_use_points(
    rich: Member, change: dict[str, object], code: Code
) -> None:
    checkout = replace(open_checkout(3000, user_id=rich.user_id), **change)
    with pytest.raises(LoyaltyError) as refusal:
        flow.hold(checkout, Money(100, "USD"), token=TOKEN, now=NOON)
    assert refusal.value.code is code
    assert sums(rich) == (1000, 0, 0, 0)


def test_a_quote_says_what_may_be_used_and_what_will_be_earned(rich: Member) -> None:
    spending(minimum=100, multiple=50, max_share=3000)
    checkout = open_checkout(2990, user_id=rich.user_id)
    quote = quote_checkout(checkout, now=NOON)
    assert (quote.limits.minimum, quote.limits.maximum, quote.limits.step) == (100, 850, 50)
    assert (quote.available, quote.earn_points, quote.earn_growth) == (1000, 29, 29)
    flow.hold(checkout, Money(800, "USD"), token=TOKEN, now=NOON)
    quote = quote_checkout(checkout, now=NOON)
    assert (quote.held_points, quote.limits.maximum) == (800, 0)
    assert quote.earn_points == 21
    assert quote.limits.refusal is Code.LIMIT_EXCEEDED


def test_points_are_not_offered_for_what_a_gift_card_pays(rich: Member) -> None:
    checkout = open_checkout(900, user_id=rich.user_id, paid_by_gift_card=700)
    assert quote_checkout(checkout, now=NOON).limits.maximum == 200
    with pytest.raises(LoyaltyError) as refusal:
        flow.hold(checkout, Money(201, "USD"), token=TOKEN, now=NOON)
    assert refusal.value.code is Code.LIMIT_EXCEEDED
    assert sums(rich) == (1000, 0, 0, 0)


def test_a_guest_is_told_what_would_be_earned(shop: Shop, programme: None) -> None:
    quote = quote_checkout(open_checkout(2990, user_id=None), now=NOON)
    assert (quote.earn_points, quote.available, quote.limits.maximum) == (29, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_fault_5_two_checkouts_race_for_the_same_points(rich: Member) -> None:
    start = Barrier(2)
    answers: list[object] = []

    def pay(number: int) -> None:
        start.wait()
        try:
            answers.append(hold(rich, 800, token=UUID(int=number), checkout_id=f"c{number}"))
        except LoyaltyError as error:
            answers.append(error.code)
        finally:
            connection.close()

    tabs = [Thread(target=pay, args=(number,)) for number in (1, 2)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()
    assert Code.NOT_ENOUGH_POINTS in answers
    assert PointsPayment.objects.count() == 1
    assert sums(rich) == (200, 0, 800, 0)


@pytest.mark.django_db(transaction=True)
def test_release_against_capture_one_of_them_wins(rich: Member) -> None:
    hold(rich, 400)
    order = paid_order(line("a", 3000), user_id=rich.user_id, checkout_id="c1")
    start = Barrier(2)

    def run(step: object) -> None:
        start.wait()
        try:
            step()  # type: ignore[operator]
        finally:
            connection.close()

    steps = [
        lambda: flow.release(TOKEN, "removed", now=NOON),
        lambda: flow.capture_for_orders([order], now=NOON),
    ]
    threads = [Thread(target=run, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    status = PointsPayment.objects.get().status
    spent = 400 if status == PaymentStatus.CAPTURED else 0
    assert sums(rich) == (1000 - spent, 0, 0, 0)
