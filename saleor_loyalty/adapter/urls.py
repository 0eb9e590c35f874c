"""Saleor's addresses, with our fields in Saleor's own endpoint. In the merchant's settings:

ROOT_URLCONF = "saleor_loyalty.adapter.urls"
"""

from django.conf import settings
from django.urls import re_path
from django.views.decorators.csrf import csrf_exempt
from saleor.graphql.api import backend
from saleor.urls import urlpatterns as saleor_urlpatterns

from .joined import JoinedView, joined_schema

# Saleor keeps its answers about the schema for a day, named by the question alone.
settings.GRAPHQL_CACHE_SUFFIX = f"{getattr(settings, 'GRAPHQL_CACHE_SUFFIX', '')}loyalty"

urlpatterns = [
    re_path(
        r"^graphql/$",
        csrf_exempt(JoinedView.as_view(backend=backend, schema=joined_schema())),
        name="api",
    ),
    *saleor_urlpatterns,
]
