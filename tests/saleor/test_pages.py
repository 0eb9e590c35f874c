"""What pages for staff show of a Saleor: channels, people, catalogue, newest orders."""

from saleor.product.models import Category
from shopping import gid

from saleor_loyalty.events.host import host
from saleor_loyalty.events.host_shown import CatalogueKind, HostPerson


def test_channels_and_version(channel_USD, channel_PLN):
    found = {channel.slug: channel for channel in host().channels()}
    assert found["main"].currency == "USD"
    assert found["c-pln"].country == "PL"
    assert [one.name for one in host().channels()] == sorted(one.name for one in found.values())
    assert host().version().startswith("Saleor 3.")


def test_people(staff_user, customer_user):
    staff_user.first_name, staff_user.last_name = "Ada", "Min"
    staff_user.save()
    found = host().people([staff_user.pk, customer_user.pk, 0])
    assert set(found) == {staff_user.pk, customer_user.pk}
    assert found[staff_user.pk] == HostPerson(staff_user.pk, staff_user.email, "Ada Min")


def asked(kind, search="", ids=(), first=20):
    return host().catalogue(kind, search=search, ids=ids, first=first)


def test_products_and_variants(product_with_image, variant, category):
    product = product_with_image
    (item,) = asked(CatalogueKind.PRODUCT, ids=[gid("Product", product.pk)])
    assert (item.id, item.name) == (gid("Product", product.pk), product.name)
    assert item.detail == product.category.name
    assert item.picture.startswith("http")
    assert "/thumbnail/" in item.picture
    found = asked(CatalogueKind.PRODUCT, search=product.name[2:6].upper())
    assert item in found
    assert asked(CatalogueKind.PRODUCT, search="no such thing") == []
    (item,) = asked(CatalogueKind.VARIANT, search=variant.sku.lower(), first=1)
    assert (item.id, item.detail) == (gid("ProductVariant", variant.pk), variant.sku)
    assert item.name.startswith(variant.product.name)


def test_categories_and_collections(category_with_image, category, collection):
    (item,) = asked(CatalogueKind.CATEGORY, ids=[gid("Category", category_with_image.pk)])
    assert "/thumbnail/" in item.picture
    child = Category.objects.create(name="Running shoes", slug="running", parent=category)
    (item,) = asked(CatalogueKind.CATEGORY, ids=[gid("Category", child.pk), "rubbish"])
    assert (item.name, item.detail) == ("Running shoes", category.name)
    (item,) = asked(CatalogueKind.COLLECTION, search=collection.name)
    assert (item.id, item.picture) == (gid("Collection", collection.pk), "")


def test_newest_orders(order_with_lines):
    order = order_with_lines
    (found,) = host().recent_orders(search="", first=5)
    assert (found.order_id, found.number) == (str(order.pk), str(order.number))
    for search in (f"#{order.number}", order.user_email.upper()):
        assert [one.order_id for one in host().recent_orders(search=search, first=1)] == [
            str(order.pk)
        ]
    assert host().recent_orders(search="9" * 30, first=5) == []


def test_what_staff_are_still_writing_is_no_order(draft_order):
    assert host().recent_orders(search="", first=5) == []


def test_so_many_statements_for_any_number(product_list, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        assert len(asked(CatalogueKind.PRODUCT)) == len(product_list)
