"""Joining, and one person's two accounts becoming one."""

from datetime import date, datetime
from typing import Final

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..events.host import HostCustomer, host
from ..features.earning.models import Award
from ..features.member_events.models import MemberEvent
from ..features.members.models import Member
from ..features.members.service import Found, Person, members_of
from ..features.orders.models import OrderRecord
from ..features.rewards.models import Redemption
from ..features.tiers.models import MoveCause
from ..values.zone import is_place
from . import (
    benefit_gifts,
    benefit_uses,
    boosts,
    check_in_members,
    growth_packs,
    memberships,
    occasion_promises,
    play_members,
    referral_members,
    review_members,
    task_members,
    task_notices,
    tiers,
)
from .balances import move_balances
from .task_goes import lock_members


class Unset:
    """Not given, as opposed to given as nothing."""


UNSET: Final = Unset()


def member_of_user(user_id: int) -> Member | None:
    return Member.objects.select_related("tier").filter(user_id=user_id).first()


def has_guest(email: str) -> bool:
    """Whether somebody earned points under this e-mail without an account."""
    return Member.objects.filter(guest=True, email=email.lower()).exists()


@transaction.atomic
def find_or_join(user_id: int, *, now: datetime) -> Member:
    """The member a customer is; joins them if need be, with what they earned as a guest.

    Raises NOT_FOUND where the host has no such customer.
    """
    customer = host().customer(user_id)
    if customer is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such customer."))
    person = Person(user_id, customer.email, now, customer.language_code)
    found = members_of([person])
    member = found.members[person.identity]
    if found.joined:
        tiers.reevaluate_many([member.pk], now=now)
        member.refresh_from_db(fields=["tier"])
        occasion_promises.welcome([member.pk], now=now)
    _follow_email(member, customer)
    if customer.confirmed:
        _take_in_guest(member, now)
    return member


def welcome(found: Found, *, now: datetime) -> dict[str, Member]:
    """Those who joined just now bring what they earned as guests, and are to have their gift."""
    joined = [found.members[one].pk for one in found.joined if one in found.members]
    occasion_promises.welcome(joined, now=now)
    for identity in found.joined:
        member = found.members.get(identity)
        if member is not None and member.user_id is not None and _guest_twin(member) is not None:
            customer = host().customer(member.user_id)
            if customer is not None and customer.confirmed:
                _take_in_guest(member, now)
    return found.members


def update_member(
    member: Member,
    *,
    birthday: date | Unset | None = UNSET,
    language_code: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
    now: datetime,
) -> Member:
    """Changes what is given. Raises INVALID for a birthday in the future or before 1900, and for
    a time zone that is none; an empty one is the programme's.
    """
    if not isinstance(birthday, Unset):
        if birthday is not None and not date(1900, 1, 1) <= birthday <= now.date():
            raise LoyaltyError(
                Code.INVALID, N_("A birthday lies between 1900 and today."), field="birthday"
            )
        member.birthday = birthday
    if not isinstance(language_code, Unset):
        member.language_code = language_code
    if not isinstance(time_zone, Unset):
        if time_zone and not is_place(time_zone):
            raise LoyaltyError(
                Code.INVALID, N_("This is not a time zone such as Europe/Paris."), field="timeZone"
            )
        member.time_zone = time_zone
    member.save(update_fields=["birthday", "language_code", "time_zone"])
    task_notices.profile_changed(member.pk, now=now)
    return member


@transaction.atomic
def merge_members(source: Member, target: Member, *, now: datetime, actor: str) -> None:
    """Everything of one member moves to another; the first is closed and points to the second.

    Raises INVALID for a member merged already or with itself, HOLD_NOT_OPEN while points of the
    first are set aside.
    """
    lock_members([source.pk, target.pk])
    locked = {
        member.pk: member
        for member in Member.objects.filter(pk__in=[source.pk, target.pk])
        .order_by("pk")
        .select_for_update()
    }
    source, target = locked[source.pk], locked[target.pk]
    if source.pk == target.pk or source.merged_into_id or target.merged_into_id:
        raise LoyaltyError(Code.INVALID, N_("These two cannot be made one."), field="memberId")
    move_balances(source.pk, target.pk, now=now, source=f"merge:{source.pk}", actor=actor)
    Award.objects.filter(member=source).update(member=target)
    OrderRecord.objects.filter(member=source).update(member=target)
    MemberEvent.objects.filter(member=source).update(member=target)
    Redemption.objects.filter(member=source).update(member=target)
    tiers.move_grants(source.pk, target.pk)
    benefit_uses.move(source.pk, target.pk)
    benefit_gifts.move(source.pk, target.pk)
    memberships.merge(source.pk, target.pk, now=now)
    growth_packs.merge(source.pk, target.pk)
    play_members.move(source.pk, target.pk)
    referral_members.merge(source.pk, target.pk, now=now)
    review_members.move(source.pk, target.pk)
    boosts.move(source.pk, target.pk)
    check_in_members.move(source.pk, target.pk)
    occasion_promises.move(source.pk, target.pk)
    task_members.move(source.pk, target.pk, now=now)
    source.merged_into = target
    source.guest = False
    source.save(update_fields=["merged_into", "guest"])
    tiers.reevaluate_many([target.pk], now=now, why=tiers.Why(MoveCause.MERGED, actor=actor))


def _follow_email(member: Member, customer: HostCustomer) -> None:
    email = customer.email.lower()
    if member.email != email:
        member.email = email
        member.save(update_fields=["email"])


def _guest_twin(member: Member) -> Member | None:
    return Member.objects.filter(guest=True, email=member.email).first()


def _take_in_guest(member: Member, now: datetime) -> None:
    guest = _guest_twin(member)
    if guest is not None:
        merge_members(guest, member, now=now, actor="confirmed e-mail")
