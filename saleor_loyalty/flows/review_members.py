"""One person's two accounts: what they said under both is theirs."""

from ..features.reviews.models import Review, ReviewPicture


def move(from_member: int, to_member: int) -> None:
    """Reviews, and pictures that wait for one. Inside a transaction."""
    Review.objects.filter(member=from_member).update(member=to_member)
    ReviewPicture.objects.filter(member=from_member).update(member=to_member)
