"""The shop over HTTP, in JSON: what a shopper does and what its staff do.

Refusals are 400 with {"error": {"code", "message"}}; money in US cents.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from saleor_loyalty.errors import LoyaltyError
from saleor_loyalty.flows import daily
from sandbox.shop import till
from sandbox.shop.models import Checkout, Order
from sandbox.shop.products import PRODUCTS
from sandbox.shop.till import TillError
from sandbox.viewer import user_of

Answer = dict[str, Any]


class _ForbiddenError(Exception):
    pass


def _action(view: Callable[..., Answer]) -> Callable[..., JsonResponse]:
    """A POST with a JSON object, whose refusals are answers."""

    @csrf_exempt
    @require_POST
    @wraps(view)
    def answer(request: HttpRequest, **named: UUID) -> JsonResponse:
        try:
            return JsonResponse(view(request, _body(request), **named))
        except TillError as error:
            return _refusal("INVALID", str(error), 400)
        except LoyaltyError as error:
            return _refusal(error.code.value, error.message, 400)
        except _ForbiddenError as error:
            return _refusal("FORBIDDEN", str(error), 403)

    return answer


@require_GET
def products(_request: HttpRequest) -> JsonResponse:
    listed = [
        {"slug": product.slug, "name": product.name, "price": product.price}
        for product in PRODUCTS.values()
    ]
    return JsonResponse({"products": listed})


@_action
def open_checkout(request: HttpRequest, body: Answer) -> Answer:
    """{"lines": {"night-bus": 1}}"""
    checkout = till.open_checkout(_shopper(request), _quantities(body))
    return {"checkout": str(checkout.pk), "total": till.as_host_checkout(checkout).total_gross}


@_action
def pay_with_points(request: HttpRequest, body: Answer, checkout_id: UUID) -> Answer:
    """{"amount": 500}, and a "token" to be able to ask again."""
    _own(Checkout.objects.filter(pk=checkout_id).first(), _shopper(request))
    try:
        token = UUID(body["token"]) if "token" in body else uuid4()
    except (TypeError, ValueError, AttributeError) as error:
        raise TillError("The token is not a UUID.") from error
    payment = till.pay_with_points(
        checkout_id, _cents(body, "amount"), token=token, now=timezone.now()
    )
    return {"token": str(token), "points": payment.points, "amount": payment.amount}


@_action
def complete(request: HttpRequest, _body: Answer, checkout_id: UUID) -> Answer:
    _own(Checkout.objects.filter(pk=checkout_id).first(), _shopper(request))
    return _told(till.complete(checkout_id, now=timezone.now()))


@_action
def order_at_once(request: HttpRequest, body: Answer) -> Answer:
    """{"lines": {"night-bus": 1}}, paid by card."""
    checkout = till.open_checkout(_shopper(request), _quantities(body))
    return _told(till.complete(checkout.pk, now=timezone.now()))


@_action
def fulfil(request: HttpRequest, _body: Answer, order_id: UUID) -> Answer:
    _staff(request)
    till.fulfil(order_id, now=timezone.now())
    return {"order": str(order_id)}


@_action
def refund(request: HttpRequest, body: Answer, order_id: UUID) -> Answer:
    """{"lines": {"night-bus": 1}, "to_points": 500}: the rest goes back by card."""
    _staff(request)
    fact = till.refund(
        order_id,
        _quantities(body),
        to_points=_cents(body, "to_points"),
        reference=str(body.get("reference") or uuid4()),
        now=timezone.now(),
    )
    return {"order": str(order_id), "refunded": fact.refunded_total}


@_action
def let_time_pass(request: HttpRequest, body: Answer) -> Answer:
    """{"days": 400}: what those days bring by themselves happens now."""
    _staff(request)
    days = _cents(body, "days")
    if days > 5_000:
        raise TillError("At most 5,000 days at once.")
    report = daily.run(now=timezone.now() + timedelta(days=days))
    return {"accounts_settled": report.accounts_settled, "holds_ended": report.holds_ended}


def _told(order: Order) -> Answer:
    return {
        "order": str(order.pk),
        "number": order.fact["number"],
        "total": order.fact["total_gross"],
        "paid_by_points": order.fact["paid_by_points"],
    }


def _body(request: HttpRequest) -> Answer:
    try:
        body = json.loads(request.body or b"{}")
    except ValueError as error:
        raise TillError("The request is not JSON.") from error
    if not isinstance(body, dict):
        raise TillError("The request is not a JSON object.")
    return body


def _quantities(body: Answer) -> dict[str, int]:
    lines = body.get("lines")
    if not isinstance(lines, dict) or not all(type(pieces) is int for pieces in lines.values()):
        raise TillError('Lines are written as {"product": how many}.')
    return lines


def _cents(body: Answer, name: str) -> int:
    value = body.get(name, 0)
    if type(value) is not int or value < 0:
        raise TillError(f"{name} is a whole number, not negative.")
    return value


def _shopper(request: HttpRequest) -> User:
    user = user_of(request)
    if user is None or user.is_staff:
        raise _ForbiddenError("This needs the token of a shopper.")
    return user


def _staff(request: HttpRequest) -> None:
    user = user_of(request)
    if user is None or not user.is_staff:
        raise _ForbiddenError("This needs the token of the shop's staff.")


def _own(checkout: Checkout | None, user: User) -> None:
    if checkout is None or checkout.user_id != user.pk:
        raise TillError("There is no such checkout.")


def _refusal(code: str, message: str, status: int) -> JsonResponse:
    return JsonResponse({"error": {"code": code, "message": message}}, status=status)
