"""What the story asks of Saleor's API, as a storefront and a dashboard would."""

from sandbox.shop_world import QUOTE, STANDING

__all__ = ["QUOTE", "STANDING"]

# Where the plugin's own endpoint is.
LOYALTY_PATH = "/plugins/saleor.loyalty/graphql/"
PAGES_PATH = "/plugins/saleor.loyalty/dashboard/"
CHANNEL = "default-channel"

ADDRESS = {
    "firstName": "Ada",
    "lastName": "Lamp",
    "streetAddress1": "1 Example Street",
    "city": "New York",
    "postalCode": "10001",
    "country": "US",
    "countryArea": "NY",
}

PRODUCTS = """
query Products($channel: String!) {
  products(channel: $channel, first: 100) {
    edges { node {
      isAvailable
      productType { isShippingRequired kind }
      variants {
        id quantityAvailable
        pricing { onSale price { currency gross { amount } } }
      }
    } }
  }
  warehouses(first: 20) { edges { node { id } } }
}
"""

CHANNEL_BY_SLUG = "query Channel($slug: String!) { channel(slug: $slug) { id } }"
CHARGE_AT_ONCE = """
mutation ChargeAtOnce($id: ID!) {
  result: channelUpdate(
    id: $id, input: { paymentSettings: { defaultTransactionFlowStrategy: CHARGE } }
  ) { errors { field message code } }
}
"""

MUTATIONS = "{ __schema { mutationType { fields { name } } } }"
REFUND_WITHOUT_REFERENCE = """
mutation { result: refundReasonReferenceClear { errors { field message code } } }
"""

_BASKET = """
  id
  shippingMethods { id }
  shippingPrice { gross { amount } }
  totalPrice { gross { amount } }
  lines { quantity undiscountedUnitPrice { amount } totalPrice { gross { amount } } }
"""
CREATE = f"""
mutation Create($input: CheckoutCreateInput!) {{
  result: checkoutCreate(input: $input) {{
    checkout {{ {_BASKET} }} errors {{ field message code }}
  }}
}}
"""
CHOOSE_SHIPPING = f"""
mutation ChooseShipping($id: ID!, $method: ID!) {{
  result: checkoutDeliveryMethodUpdate(id: $id, deliveryMethodId: $method) {{
    checkout {{ {_BASKET} }} errors {{ field message code }}
  }}
}}
"""
PAY_WITH_POINTS = """
mutation PayWithPoints($id: ID!, $amount: PositiveDecimal!) {
  result: transactionInitialize(
    id: $id, amount: $amount, paymentGateway: { id: "saleor.loyalty" }
  ) {
    transaction { id }
    transactionEvent { type message }
    errors { field message code }
  }
}
"""
# As the payment app of the card would report it.
PAY_BY_CARD = """
mutation PayByCard($id: ID!, $transaction: TransactionCreateInput!) {
  result: transactionCreate(id: $id, transaction: $transaction) {
    transaction { id } errors { field message code }
  }
}
"""
COMPLETE = """
mutation Complete($id: ID!) {
  result: checkoutComplete(id: $id) {
    order { id number } errors { field message code }
  }
}
"""
ORDER = """
query Order($id: ID!) {
  order(id: $id) {
    number
    lines { id quantity variant { stocks { warehouse { id } quantity } } }
    transactions { id name chargedAmount { amount } }
  }
}
"""
FULFIL = """
mutation Fulfil($order: ID!, $input: OrderFulfillInput!) {
  result: orderFulfill(order: $order, input: $input) { errors { field message code } }
}
"""
GRANT = """
mutation Grant($order: ID!, $input: OrderGrantRefundCreateInput!) {
  result: orderGrantRefundCreate(id: $order, input: $input) { errors { field message code } }
}
"""
REFUND_POINTS = """
mutation RefundPoints($id: ID!, $amount: PositiveDecimal!) {
  result: transactionRequestAction(id: $id, actionType: REFUND, amount: $amount) {
    errors { field message code }
  }
}
"""
REPORT_REFUND = """
mutation ReportRefund($id: ID!, $amount: PositiveDecimal!, $reference: String!) {
  result: transactionEventReport(
    id: $id, type: REFUND_SUCCESS, amount: $amount, pspReference: $reference
  ) { errors { field message code } }
}
"""
