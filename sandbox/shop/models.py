"""What this shop keeps. Made new at every start, so there are no migrations. Money in cents."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models


class Checkout(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    user_id = models.BigIntegerField()
    # Names of products, each with how many.
    lines: models.JSONField[Any, Any] = models.JSONField()
    # By mark: [product, how many, price of one].
    rewards: models.JSONField[Any, Any] = models.JSONField(default=dict)
    # Empty until it is an order.
    order_id = models.CharField(max_length=36, default="")
    created_at = models.DateTimeField(auto_now_add=True)


class Payment(models.Model):
    """Points that pay for a checkout, as this shop sees them: an amount of money."""

    token = models.UUIDField(primary_key=True)
    checkout = models.ForeignKey(Checkout, on_delete=models.CASCADE, related_name="payments")
    amount = models.BigIntegerField()
    refunded = models.BigIntegerField(default=0)
    void = models.BooleanField(default=False)


class Order(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    user_id = models.BigIntegerField()
    # The order as the plugin is told of it: `events.facts.OrderFact` as text.
    fact: models.JSONField[Any, Any] = models.JSONField()
    updated_at = models.DateTimeField(auto_now=True)


class Coupon(models.Model):
    """So much off one order of the customer."""

    code = models.CharField(max_length=32, unique=True)
    source = models.CharField(max_length=200, unique=True)
    user_id = models.BigIntegerField()
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    valid_until = models.DateTimeField(null=True)
    # `events.host.Coupon` as text, where it is more than an amount.
    terms: models.JSONField[Any, Any] = models.JSONField(default=dict)
    used = models.BooleanField(default=False)
    active = models.BooleanField(default=True)


class GiftCard(models.Model):
    code = models.CharField(max_length=32, unique=True)
    source = models.CharField(max_length=200, unique=True)
    user_id = models.BigIntegerField()
    amount = models.BigIntegerField()
    balance = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    valid_until = models.DateTimeField(null=True)
