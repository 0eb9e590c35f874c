"""What a question costs."""

import json
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_loyalty.api.execute import execute
from saleor_loyalty.api.viewer import Viewer

_QUESTION = """
{
  loyaltyMe {
    points { available pending held debt expiringPoints expiringAt }
    growth { available pending }
    tier { slug name }
    progress { growth percent growthNeeded nextTier { slug name } }
  }
}
"""


def balance_statements() -> dict[str, Any]:
    """SQL statements behind a member's balance, tier and progress."""
    viewer = Viewer(user_id=1)
    body = json.dumps({"query": _QUESTION}).encode()
    with CaptureQueriesContext(connection) as captured:
        status, answer = execute(body, viewer)
    assert status == 200, answer
    assert not answer.get("errors"), answer
    return {
        "statements": len(captured),
        "available": answer["data"]["loyaltyMe"]["points"]["available"],
    }
