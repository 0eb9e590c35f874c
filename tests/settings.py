"""Settings for the suite that needs no Saleor: our app on a bare Django and a real Postgres."""

import os

from psycopg.conninfo import conninfo_to_dict

from sandbox.postgres import postgres

SECRET_KEY = "tests"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "saleor_loyalty",
    "sandbox.shop",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_server = conninfo_to_dict(postgres().url)
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("SALEOR_LOYALTY_TEST_DATABASE", "saleor_loyalty"),
        "USER": _server.get("user", ""),
        "PASSWORD": _server.get("password", ""),
        "HOST": _server.get("host", ""),
        "PORT": _server.get("port", ""),
        # The ledger refuses TRUNCATE; tests that commit must empty their database all the same.
        "OPTIONS": {"options": "-c saleor_loyalty.allow_truncate=on"},
    }
}
SALEOR_LOYALTY_HOST = "tests.shop.the_shop"
# Pictures of reviews are gone with the run.
STORAGES = {"default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
