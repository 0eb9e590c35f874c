"""However a checkout came to be what it is, it costs what a new one in that state would cost."""

import random
from dataclasses import dataclass, field

import pytest
from shopping import gid

SHIPPING_METHODS = "query($id: ID!) { checkout(id: $id) { shippingMethods { id name } } }"
MOVES = 6
ROUNDS = 2


@dataclass
class State:
    signed_in: bool = False
    voucher: bool = False
    method: int = 0
    quantities: dict[str, int] = field(default_factory=dict)


class Walk:
    """One checkout that is changed again and again, and what it should be by now."""

    def __init__(self, shop, user, code, variants):
        self.shop, self.user, self.code, self.variants = shop, user, code, variants
        self.state = State(quantities={variants[0]: 1})
        self.checkout = self._new(self.state)

    def _new(self, state):
        user = self.user if state.signed_in else None
        lines = {variant: number for variant, number in state.quantities.items() if number}
        checkout = self.shop.checkout(lines, user, email="somebody@example.com")["id"]
        self._ship(checkout, state.method)
        if state.voucher:
            self._promo("checkoutAddPromoCode", checkout)
        return checkout

    def _ship(self, checkout, method):
        found = self.shop._post(SHIPPING_METHODS, id=checkout)["checkout"]["shippingMethods"]
        chosen = sorted(found, key=lambda one: one["name"])[method]["id"]
        return self.shop.change(
            "checkoutDeliveryMethodUpdate", id=checkout, deliveryMethodId=chosen
        )

    def _promo(self, mutation, checkout):
        return self.shop.change(mutation, self.user, id=checkout, promoCode=self.code)

    def change(self, chance):
        return chance.choice([self._customer, self._voucher, self._method, self._lines])(chance)

    def _customer(self, _chance):
        if self.state.signed_in:
            answer = self.shop.change("checkoutCustomerDetach", self.user, id=self.checkout)
        else:
            customer = gid("User", self.user.pk)
            answer = self.shop.change(
                "checkoutCustomerAttach", self.user, id=self.checkout, customerId=customer
            )
        self.state.signed_in = not self.state.signed_in
        return answer

    def _voucher(self, _chance):
        mutation = "checkoutRemovePromoCode" if self.state.voucher else "checkoutAddPromoCode"
        self.state.voucher = not self.state.voucher
        return self._promo(mutation, self.checkout)

    def _method(self, _chance):
        self.state.method = 1 - self.state.method
        return self._ship(self.checkout, self.state.method)

    def _lines(self, chance):
        variant = chance.choice(self.variants)
        least = 1 if variant == self.variants[0] else 0
        number = chance.randint(least, 5)
        self.state.quantities[variant] = number
        return self.shop.update(self.checkout, {variant: number}, self.user)

    def anew(self):
        return self.shop._post(
            """query($id: ID!) { checkout(id: $id) {
                 totalPrice { gross { amount } } shippingPrice { gross { amount } }
                 subtotalPrice { gross { amount } } } }""",
            id=self._new(self.state),
        )["checkout"]


@pytest.mark.parametrize("seed", range(4))
def test_a_checkout_costs_what_a_new_one_would(
    shop, customer_user, voucher_percentage, other_shipping_method, seed
):
    free = {"kind": "free_shipping", "minimum": {"USD": 2500}}
    shop.give_tier(customer_user, 1500, "best_of", free)
    variants = [shop.variant("9.99"), shop.variant("8.00", sale="6.00"), shop.variant("3.33")]
    chance = random.Random(seed)
    walk = Walk(shop, customer_user, voucher_percentage.code, variants)
    for _ in range(ROUNDS):
        answers = [walk.change(chance) for _ in range(MOVES)]
        anew = walk.anew()
        assert answers[-1]["totalPrice"] == anew["totalPrice"], walk.state
        assert answers[-1]["subtotalPrice"] == anew["subtotalPrice"], walk.state
