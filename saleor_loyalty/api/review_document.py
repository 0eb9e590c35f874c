"""The document in which a service tells of a review it keeps."""

from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, Field, ValidationError, model_validator

from ..errors import N_, Code, FaultError, LoyaltyError
from ..features.reviews.config import ReviewConfig
from ..features.reviews.rules import Content, checked
from ..flows.review_decisions import checked_reason
from ..flows.reviews_told import ToldReview
from ..values.config import Config
from ..values.faults import places_of
from .ids import host_id_of
from .told_members import told_member

Name = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[ -~]+$")]
# A review elsewhere is judged there: its length is that service's business.
_TERMS = ReviewConfig()


class ReviewDocument(Config):
    """`removed`: only `source`, `id` and `changed_at` count."""

    source: Annotated[str, Field(pattern=r"^[-a-z0-9_.]{1,50}$")]
    id: Name
    changed_at: AwareDatetime
    written_at: AwareDatetime | None = None
    removed: bool = False
    member_id: Name | None = None
    email: Annotated[str, Field(max_length=254)] | None = None
    order_id: Annotated[str, Field(max_length=200)] = ""
    line_id: Annotated[str, Field(max_length=200)] = ""
    product_id: Annotated[str, Field(max_length=100)] = ""
    rating: Annotated[int, Field(strict=True)] = 0
    title: str = ""
    text: str = ""
    language_code: str = ""
    author: str = ""
    # How many; they stay where they are.
    pictures: Annotated[int, Field(strict=True, ge=0, le=100)] = 0
    state: Literal["approved", "pending", "refused"] = "approved"
    reason: str = ""

    @model_validator(mode="before")
    @classmethod
    def _not_our_own(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("source") == "own":
            raise FaultError(N_("This name is taken."))
        return data

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.removed:
            return self
        if bool(self.order_id) != bool(self.line_id):
            raise FaultError(N_("Give both order_id and line_id."), missing=True)
        if not self.order_id and not self.product_id:
            raise FaultError(N_("Give order_id and line_id, or product_id."), missing=True)
        return self

    @classmethod
    def read(cls, data: Any) -> Self:
        """Raises LoyaltyError(INVALID) naming each place at fault."""
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            raise LoyaltyError(Code.INVALID, places_of(error)) from error

    def told(self) -> ToldReview:
        """Raises NOT_FOUND, MEMBER_CLOSED, REQUIRED or INVALID."""
        return ToldReview(
            source=self.source,
            id=self.id,
            changed_at=self.changed_at,
            written_at=self.written_at or self.changed_at,
            member=told_member(self.member_id, self.email),
            order_id=_host_id(self.order_id, "Order", "order_id"),
            line_id=_host_id(self.line_id, "OrderLine", "line_id"),
            product_id=self.product_id,
            content=self._content(),
            state=self.state,
            reason=checked_reason(self.reason) if self.state == "refused" else "",
        )

    def _content(self) -> Content:
        return checked(
            rating=self.rating,
            title=self.title,
            text=self.text,
            language_code=self.language_code,
            author=self.author,
            elsewhere=self.pictures,
            config=_TERMS,
        )


def _host_id(given: str, kind: str, field: str) -> str:
    return host_id_of(given, kind, field=field) if given else ""
