"""Settings of the sandbox without a Saleor: the plugin's app, and a small shop as its host.

`SALEOR_LOYALTY_SANDBOX_DATABASE` names the database on the sandbox's Postgres, and
`SALEOR_LOYALTY_SANDBOX_KEY` is what its logins are signed with; whoever starts the sandbox makes
both anew.
"""

import os
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from sandbox.cache import cache_folder
from sandbox.postgres import postgres

_HERE = Path(__file__).resolve().parent

SECRET_KEY = os.environ.get("SALEOR_LOYALTY_SANDBOX_KEY", "sandbox")
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
ROOT_URLCONF = "sandbox.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "saleor_loyalty",
    "sandbox.shop",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "sandbox.viewer.OutdatedTokens",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_HERE / "templates"],
        "OPTIONS": {"builtins": ["sandbox.page.formats"]},
    }
]

# Pictures of reviews.
MEDIA_ROOT = str(cache_folder("media"))
MEDIA_URL = "/media/"
SALEOR_LOYALTY_HOST = "sandbox.host.SandboxHost"
# A worker of the sandbox looks for facts itself; messages to one are nobody's.
CELERY_BROKER_URL = "memory://"

_server = conninfo_to_dict(postgres().url)
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("SALEOR_LOYALTY_SANDBOX_DATABASE", "loyalty_sandbox"),
        "USER": _server.get("user", ""),
        "PASSWORD": _server.get("password", ""),
        "HOST": _server.get("host", ""),
        "PORT": _server.get("port", ""),
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
