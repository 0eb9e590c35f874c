"""Saleor's addresses, with our fields in Saleor's own endpoint. In the merchant's settings:

ROOT_URLCONF = "saleor_loyalty.adapter.urls"
"""

from django.urls import re_path
from django.views.decorators.csrf import csrf_exempt
from saleor.graphql.api import backend
from saleor.urls import urlpatterns as saleor_urlpatterns

from .joined import JoinedView, joined_schema
from .joined_limits import LimitedBackend

urlpatterns = [
    re_path(
        r"^graphql/$",
        csrf_exempt(JoinedView.as_view(backend=LimitedBackend(backend), schema=joined_schema())),
        name="api",
    ),
    *saleor_urlpatterns,
]
