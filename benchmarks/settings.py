"""Django as a shop has it, on the database that `SALEOR_LOYALTY_BENCH_URL` names."""

import os

from psycopg.conninfo import conninfo_to_dict

SECRET_KEY = "benchmarks"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "saleor_loyalty",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SALEOR_LOYALTY_HOST = "benchmarks.shop.BenchShop"

_database = conninfo_to_dict(os.environ["SALEOR_LOYALTY_BENCH_URL"])
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _database["dbname"],
        "USER": _database.get("user", ""),
        "PASSWORD": _database.get("password", ""),
        "HOST": _database.get("host", ""),
        "PORT": _database.get("port", ""),
    }
}
