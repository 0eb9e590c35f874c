"""Sharing a whole number over parts so that nothing is lost."""

from collections.abc import Sequence


def share_out(total: int, weights: Sequence[int]) -> list[int]:
    """`total` shared in proportion to `weights` by the largest remainder; sums to `total`.

    Equal remainders go to the earlier part. All weights zero gives everything to the first part;
    no parts at all takes only a total of zero. Method: Hamilton's largest remainder.
    """
    if not weights:
        if total:
            raise ValueError("nothing to share over")
        return []
    if any(weight < 0 for weight in weights):
        raise ValueError("weights must not be negative")
    weight_sum = sum(weights)
    if weight_sum == 0:
        return [total] + [0] * (len(weights) - 1)
    parts = [total * weight // weight_sum for weight in weights]
    remainders = [total * weight % weight_sum for weight in weights]
    left = total - sum(parts)
    by_remainder = sorted(range(len(weights)), key=lambda index: (-remainders[index], index))
    for index in by_remainder[:left]:
        parts[index] += 1
    return parts
