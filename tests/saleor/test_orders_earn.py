"""From a real order to its points and back, through Saleor's own mutations."""


def test_an_order_earns_a_point_a_dollar_without_shipping(shop, customer_user):
    shop.buy({shop.variant("19.99"): 1, shop.variant("5.00"): 2}, customer_user)
    assert shop.points(customer_user).available == 29
