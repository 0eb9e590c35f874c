"""Figures, search, history. Anybody on this machine may look: it is a sandbox."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from saleor_loyalty.models import Member
from sandbox.page import chart
from sandbox.page.numbers import figures as read_figures
from sandbox.page.person import person, search
from sandbox.viewer import demo_logins

_STYLE = Path(__file__).resolve().parent.parent / "static" / "style.css"


@require_GET
def figures(request: HttpRequest) -> HttpResponse:
    found = read_figures(now=timezone.now())
    context = {
        "figures": found,
        "columns": chart.columns(found.months),
        "chart": {"width": max(len(found.months), 1) * chart.STEP, "height": chart.HEIGHT},
        "bar_width": chart.WIDTH_OF_BAR,
        "logins": demo_logins(),
        "address": request.build_absolute_uri("/"),
    }
    return render(request, "sandbox/figures.html", context)


@require_GET
def members(request: HttpRequest) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:254]
    return render(
        request, "sandbox/members.html", {"text": text, "members": search(text, now=timezone.now())}
    )


@require_GET
def member(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = get_object_or_404(Member.objects.select_related("tier"), public_id=public_id)
    before = request.GET.get("before")
    if before is not None and not (before.isascii() and before.isdigit() and len(before) < 19):
        raise Http404
    seen = person(found, before=int(before) if before else None, now=timezone.now())
    return render(request, "sandbox/member.html", {"person": seen, "before": before})


@require_GET
def style(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(_STYLE.read_bytes(), content_type="text/css; charset=utf-8")
