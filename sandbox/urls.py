from django.conf import settings
from django.urls import path
from django.views.static import serve

from sandbox import dashboard_pages, graphql_endpoint, review_endpoints
from sandbox.page import views as page
from sandbox.shop import views as shop

urlpatterns = [
    path("", page.figures, name="figures"),
    path("members/", page.members, name="members"),
    path("members/<uuid:public_id>/", page.member, name="member"),
    path("style.css", page.style, name="style"),
    path("graphql/", graphql_endpoint.graphql, name="graphql"),
    path("reviews/", review_endpoints.review, name="reviews"),
    path("review-pictures/", review_endpoints.picture, name="review-pictures"),
    path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}, name="media"),
    path("ide/<str:name>", graphql_endpoint.ide_file, name="ide-file"),
    path("dashboard", dashboard_pages.page),
    path("dashboard/", dashboard_pages.page, name="dashboard"),
    path("dashboard/<path:path>", dashboard_pages.page),
    path("login/", dashboard_pages.log_in, name="login"),
    path("shop/products/", shop.products, name="products"),
    path("shop/checkouts/", shop.open_checkout, name="checkouts"),
    path("shop/checkouts/<uuid:checkout_id>/points/", shop.pay_with_points, name="pay-with-points"),
    path("shop/checkouts/<uuid:checkout_id>/complete/", shop.complete, name="complete"),
    path("shop/orders/", shop.order_at_once, name="orders"),
    path("shop/orders/<uuid:order_id>/fulfil/", shop.fulfil, name="fulfil"),
    path("shop/orders/<uuid:order_id>/refund/", shop.refund, name="refund"),
    path("shop/time/", shop.let_time_pass, name="time"),
]
