from datetime import UTC, datetime, timedelta

import pytest

from saleor_loyalty.ledger import post
from saleor_loyalty.models import Account, Lot, Member

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.django_db
def test_all():
    m = Member.objects.create(email="a@b.c", guest=True, joined_at=NOW)
    a = Account.objects.create(member=m, unit=1)
    b = Account.objects.create(member=Member.objects.create(email='b@b.c', guest=True, joined_at=NOW), unit=1)
    c = post.Credit(account_id=a.pk, points=100, source="o:1", occurred_at=NOW, expires_at=NOW + timedelta(days=10))
    p = post.credit(c, now=NOW)
    assert post.credit(c, now=NOW) == p
    assert post.credit_many([c, post.Credit(account_id=a.pk, points=50, source="o:2", occurred_at=NOW, pending=True, data={"x": 1})], now=NOW) == 1
    h = post.hold(a.pk, 30, source="h1", subject="c:1", expires_at=NOW, now=NOW)
    h = post.capture(h.id, 20, source="h1:c", now=NOW)
    assert h.capture_seq
    s = post.spend(a.pk, 10, source="s1", now=NOW)
    post.restore(a.pk, h.capture_seq, 20, source="r1", now=NOW)
    post.claw_back(a.pk, c.key, 95, source="cb", now=NOW, allow_debt=True)
    a.refresh_from_db()
    assert (a.available, a.pending, a.held, a.debt) == (0, 50, 0, 5)
    post.restore(a.pk, s.seq, 10, source="r2", now=NOW + timedelta(days=11), extend_until=NOW + timedelta(days=30))
    a.refresh_from_db()
    assert (a.available, a.pending, a.held, a.debt) == (5, 50, 0, 0)
    assert post.mature(a.pk, post.key_of("o:2"), at=NOW, now=NOW) == 1
    assert post.settle_due(now=NOW + timedelta(days=31), limit=100) == 1
    post.merge(a.pk, b.pk, source="m", now=NOW)
    b.refresh_from_db()
    assert b.available == 50
    assert Lot.objects.count() == 4
