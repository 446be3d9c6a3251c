"""Generated requests: those that schemathesis makes of the API's own description, SQL in every condition, and paths
that would climb out. No server error, no row that was not asked for, no file that is not ours."""

from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from reportedly import pipeline
from reportedly.desk import application
from reportedly.ledger import Ledger

from .conftest import BASE

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)


@pytest.fixture(scope="module")
def described(ledger: Ledger) -> Any:
    """The API as it describes itself, over the bundled example."""
    app = application(ledger, pipeline.references())
    description = TestClient(app, base_url=BASE).get("/api/v1/openapi.json").json()
    found = schemathesis.openapi.from_dict(description)
    found.app = app
    found.config.update(base_url=BASE)
    return found


def operations(described: Any) -> list[Any]:
    return [result.ok() for result in described.get_all_operations()]


def test_every_address_of_the_api(described: Any) -> None:
    found = operations(described)
    assert len(found) > 10
    for operation in found:

        @settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def answers(case: Any) -> None:
            case.call_and_validate(checks=CHECKS)

        answers()


SQL = st.lists(
    st.sampled_from(
        [
            "'", '"', "`", ";", "--", "/*", "*/", ")", "(", "\\", "%", "_", "*", ":", "^", "||", "\x00", "\n", "1=1",
            "OR", "AND", "NOT", "NEAR(", "UNION", "SELECT", "FROM", "entries", "sqlite_master", "DROP TABLE",
            "DELETE", "UPDATE", "ATTACH", "load_extension", "pg_sleep(9)", "char(39)", "{", "}", "$1", "?", "ʼ",
        ]
    ),
    min_size=1,
    max_size=8,
).map(" ".join)  # fmt: skip
CONDITIONS = ("place", "source", "q", "event", "country", "from", "cursor", "at", "limit", "kind", "side", "incident")


@pytest.fixture(scope="module")
def before(ledger: Ledger) -> dict[str, Any]:
    return ledger.status()


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(evil=SQL, name=st.sampled_from(CONDITIONS), view=st.sampled_from(["public", "desk"]))
def test_no_condition_is_sql(
    desk: TestClient, ledger: Ledger, before: dict[str, Any], evil: str, name: str, view: str
) -> None:
    for path in ("/api/v1/claims", "/api/v1/findings", "/search", "/exports/csv"):
        answer = desk.get(path, params={name: evil, "view": view})
        assert answer.status_code in (200, 404, 422), path
        asked = name in ("place", "source", "incident") and evil.strip()
        if path == "/api/v1/claims" and answer.status_code == 200 and asked:
            assert answer.json()["items"] == []
    assert ledger.status() == before


PIECES = (
    "..", ".", "%2e%2e", "%2E%2e", "..%2f", "..%5c", "%252e%252e", "..;", "....", "\\", "%00", "etc", "passwd",
    "%2fetc%2fpasswd", "C:", "file:", "~", "~Li4vLi4v", "desk.css", "static", "templates", "app.py", "reportedly.db",
    "%c0%ae%c0%ae", "．．",
)  # fmt: skip
ROOMS = tuple("/static /reports /incidents /sources /exports /records /public/incidents /api/v1/reports".split())


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(room=st.sampled_from(ROOMS), pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6))
def test_no_path_climbs_out(desk: TestClient, room: str, pieces: list[str]) -> None:
    answer = desk.get("/".join([room, *pieces]))
    assert answer.status_code in (200, 303, 307, 404, 405, 422)
    assert "root:" not in answer.text and "import " not in answer.text and b"SQLite format" not in answer.content
    if answer.status_code == 200:
        assert answer.headers["content-type"].startswith(("text/html", "text/css", "application/json"))
