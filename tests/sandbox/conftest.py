"""The sandbox's own pages, asked without a server."""

import pytest

from sandbox import settings as sandbox_settings
from sandbox.viewer import make_logins, token_of


@pytest.fixture(autouse=True)
def site(settings):
    settings.ROOT_URLCONF = "sandbox.urls"
    settings.TEMPLATES = sandbox_settings.TEMPLATES
    settings.MIDDLEWARE = sandbox_settings.MIDDLEWARE


@pytest.fixture
def bearer(db):
    """Headers of one of the sandbox's logins."""
    make_logins()
    return lambda email: {"Authorization": f"Bearer {token_of(email)}"}
