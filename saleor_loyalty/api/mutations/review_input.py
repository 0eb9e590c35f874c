"""What a member says of something they bought, as it is given."""

import graphene


class LoyaltyReviewInput(graphene.InputObjectType):
    """What is left out is empty: a change gives all of it again."""

    rating = graphene.Int(required=True, description="1 to 5 stars.")
    title = graphene.String(description="At most 200 characters.")
    text = graphene.String(description="Plain text, at most 5,000 characters.")
    language_code = graphene.String(description="Of title and text. Without it: the member's.")
    author = graphene.String(
        description="As the member wants to be called, at most 100 characters. Without it nobody "
        "reads who wrote it."
    )
    picture_ids = graphene.List(
        graphene.NonNull(graphene.ID),
        description="Of pictures that the member has uploaded, in the order they are shown.",
    )
