"""The plugin's requests about reviews that are no GraphQL, and the pictures themselves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from saleor_loyalty.api.review_requests import tell
from saleor_loyalty.api.uploads import picture_of
from sandbox.viewer import viewer_of


@csrf_exempt
@require_POST
def picture(request: HttpRequest) -> HttpResponse:
    status, answer = picture_of(request, viewer_of(request), now=timezone.now())
    return JsonResponse(answer, status=status)


@csrf_exempt
@require_POST
def review(request: HttpRequest) -> HttpResponse:
    signature = request.headers.get("Loyalty-Signature", "")
    status, answer = tell(request.body, signature, now=timezone.now())
    return JsonResponse(answer, status=status)
