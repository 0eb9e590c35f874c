"""Saleor's own sample shop, and a customer in it with whom one can log in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sandbox.saleor_checkout import SaleorCheckout
from sandbox.saleor_database import filled


@dataclass(frozen=True)
class Login:
    email: str
    password: str


ADMIN = Login("admin@example.com", "admin")
CUSTOMER = Login("customer@example.com", "password")

# One of the sample customers, who come with addresses; without orders, to start from nothing.
_NAME_THE_CUSTOMER = f"""
from saleor.account.models import User
user = User.objects.filter(is_staff=False, orders=None).order_by("pk").first()
user.email, user.is_confirmed = "{CUSTOMER.email}", True
user.set_password("{CUSTOMER.password}")
user.save()
"""


def sample_shop(checkout: SaleorCheckout) -> str:
    """The name of a database with the sample shop, to be copied."""

    def fill(url: str) -> None:
        environment = checkout.environment(url)
        # Images would be written into the checkout.
        checkout.manage(
            "populatedb",
            "--withoutimages",
            "--createsuperuser",
            f"--superuser_password={ADMIN.password}",
            environment=environment,
        )
        checkout.manage("shell", "-c", _NAME_THE_CUSTOMER, environment=environment)

    recipe = hashlib.sha256(_NAME_THE_CUSTOMER.encode()).hexdigest()[:4]
    return filled(checkout, f"sample_{recipe}", fill)
