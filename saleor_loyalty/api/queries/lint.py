"""What is odd about a programme, for staff."""

from typing import Any

import graphene

from ...errors import N_, Code, LoyaltyError
from ...flows.findings import Finding, Severity
from ...flows.lint import DEFAULT_STACK_PERCENT, lint
from ...values.voice import voice_of
from ..context import request_of, viewer_of
from ..errors import refusing
from ..language import language_of
from ..programmes import known_version
from ..viewer import Permission, require

LoyaltySeverity = graphene.Enum(
    "LoyaltySeverity",
    [(severity.name, severity.value) for severity in Severity],
    description="How bad it is.",
)


class LoyaltyFinding(graphene.ObjectType):
    """Something odd about a programme."""

    severity = LoyaltySeverity(required=True)
    code = graphene.String(required=True, description="For programs: NEVER_APPLIES and the like.")
    place = graphene.String(required=True, description="Where: earning.rules.twice.")
    text = graphene.String(
        required=True, description="For people, in the caller's language where we have it."
    )

    @staticmethod
    def resolve_severity(finding: Finding, _info: object) -> str:
        return finding.severity.value

    @staticmethod
    def resolve_text(finding: Finding, info: Any) -> str:
        return voice_of(language_of(info)).message(finding.said)


class LintQueries(graphene.ObjectType):
    loyalty_programme_lint = graphene.List(
        graphene.NonNull(LoyaltyFinding),
        version_id=graphene.ID(required=True, description="A draft too."),
        most_percent=graphene.Int(
            default_value=DEFAULT_STACK_PERCENT,
            description="What multipliers may come to together, in percent of the base award.",
        ),
        description="What is odd about a version, errors first. Needs MANAGE_PROGRAMMES.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_programme_lint(
        _root: None, info: Any, version_id: str, most_percent: int = DEFAULT_STACK_PERCENT
    ) -> list[Finding]:
        require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
        if most_percent < 100:
            raise LoyaltyError(Code.INVALID, N_("At least %(ge)s."), field="mostPercent", ge=100)
        version = known_version(version_id, field="versionId")
        return lint(version.pk, now=request_of(info).now, most_percent=most_percent)
