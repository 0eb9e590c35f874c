from django.apps import AppConfig


class LoyaltyConfig(AppConfig):
    name = "saleor_loyalty"
    label = "saleor_loyalty"
    verbose_name = "Saleor Loyalty"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.conf import settings

        from . import checks  # noqa: F401 - importing registers the system checks
        from .schedule import add_to

        add_to(settings)
