from saleor_loyalty.values.identity import new_public_id


def test_public_ids_are_of_version_seven_and_differ() -> None:
    ids = [new_public_id() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert {(one.version, one.variant) for one in ids} == {(7, "specified in RFC 4122")}
