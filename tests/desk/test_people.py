"""People: who gets in, what a role reaches, and that every change has a name."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from reportedly import pipeline
from reportedly.cli.app import run
from reportedly.desk import application
from reportedly.desk.addresses import slug
from reportedly.desk.people import ROLES, Person, Refused, Store
from reportedly.desk.people import accounts as users
from reportedly.desk.people.changes import changes
from reportedly.desk.people.roles import allowed, deciding, needed
from reportedly.desk.people.sessions import IDLE, LONGEST, OF_A_PAIR, OF_AN_ADDRESS, WINDOW, TooMany, log_in, person_of
from reportedly.desk.people.tokens import bearer, grant, revoke, tokens
from reportedly.desk.session import fill, passing_ledger
from reportedly.ledger import Ledger
from reportedly.model import Reading
from reportedly.publish.reviewed import published

from .conftest import BASE, IZHEVSK

SECRET = "correct horse battery"


class Clock:
    now = 1_750_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed in a moment here."""
    cheap = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(users, "hasher", lambda: cheap)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Store:
    found = Store(tmp_path / "desk.db", clock)
    for role in ROLES:
        users.add(found, role, role, SECRET)
    return found


@pytest.fixture(scope="module")
def whole(readings: tuple[Reading, ...]) -> Iterator[Ledger]:
    with passing_ledger() as found:
        fill(found, readings, pipeline.references())
        yield found


@pytest.fixture
def desk(whole: Ledger, store: Store) -> TestClient:
    app = application(whole, pipeline.references(), store=store, log_in=True)
    return TestClient(app, base_url=BASE, follow_redirects=False)


def token(desk: TestClient, page: str = "/login") -> str:
    return desk.get(page).text.partition('name="token" value="')[2].partition('"')[0]


def enter(desk: TestClient, name: str, password: str = SECRET, **fields: str) -> httpx.Response:
    return desk.post("/login", data={"token": token(desk), "name": name, "password": password, **fields})


# Getting in


def test_passwords_are_hashed_slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    hasher = users.hasher()
    assert (hasher.type.name, hasher.memory_cost, hasher.time_cost) == ("ID", 65_536, 3), "RFC 9106, low memory"


def test_the_file_is_readable_by_its_owner_only_and_holds_no_password(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "desk.db"
    assert file.stat().st_mode & 0o077 == 0
    key = log_in(store, "editor", SECRET, "10.0.0.1")
    made = grant(store, "editor", "desk")
    kept = file.read_bytes()
    assert b"$argon2id$" in kept
    assert SECRET.encode() not in kept and key.encode() not in kept and made.rpartition("_")[2].encode() not in kept


@pytest.mark.parametrize("path", ["/", "/incidents", "/public", "/review", "/people", "/account", "/nope"])
def test_nobody_sees_anything_before_logging_in(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == 303 and answer.headers["location"].startswith("/login")


@pytest.mark.parametrize("path", ["claims", "openapi.json", "changes", "nope"])
def test_a_program_without_a_token_is_told_so(desk: TestClient, path: str) -> None:
    answer = desk.get(f"/api/v1/{path}")
    assert answer.status_code == 401 and answer.headers["www-authenticate"] == "Bearer"


def test_one_who_logs_in_is_led_to_where_they_wanted_to_go(desk: TestClient) -> None:
    answer = enter(desk, "editor", next="/incidents?page=1")
    assert answer.status_code == 303 and answer.headers["location"] == "/incidents?page=1"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie
    assert desk.get("/incidents").status_code == 200


@pytest.mark.parametrize("goal", ["https://evil.example/", "//evil.example", "/\\evil.example", "", "x\r\ny"])
def test_a_log_in_leads_nowhere_else(desk: TestClient, goal: str) -> None:
    assert enter(desk, "editor", next=goal).headers["location"] == "/"


@pytest.mark.parametrize(("name", "password"), [("editor", "wrong"), ("nobody", SECRET), ("", ""), ("editor", "")])
def test_a_wrong_pair_is_refused_in_the_same_words(desk: TestClient, name: str, password: str) -> None:
    answer = enter(desk, name, password)
    assert answer.status_code == 403 and "name or password is wrong" in answer.text


def test_a_forged_log_in_is_refused(desk: TestClient) -> None:
    data = {"token": token(desk), "name": "editor", "password": SECRET}
    assert desk.post("/login", data=data, headers={"Origin": "http://evil.example"}).status_code == 403
    assert desk.post("/login", data={**data, "token": "guess"}).status_code == 403


def test_attempts_are_limited_by_name_and_address_and_the_wait_ends(store: Store, clock: Clock) -> None:
    for _ in range(OF_A_PAIR):
        with pytest.raises(Refused, match="wrong"):
            log_in(store, "editor", "guess", "10.0.0.1")
    with pytest.raises(TooMany) as wait:
        log_in(store, "editor", SECRET, "10.0.0.1")
    assert 0 < wait.value.seconds <= WINDOW
    assert log_in(store, "editor", SECRET, "10.0.0.2"), "nobody shuts somebody else out"
    clock.now += wait.value.seconds
    assert log_in(store, "editor", SECRET, "10.0.0.1")


def test_attempts_on_many_names_are_limited_by_address(store: Store) -> None:
    for number in range(OF_AN_ADDRESS):
        with pytest.raises(Refused, match="wrong"):
            log_in(store, f"name{number}", "guess", "10.0.0.1")
    with pytest.raises(TooMany):
        log_in(store, "editor", SECRET, "10.0.0.1")


def test_a_page_says_that_one_must_wait(desk: TestClient) -> None:
    for _ in range(OF_A_PAIR):
        assert enter(desk, "editor", "guess").status_code == 403
    answer = enter(desk, "editor")
    assert answer.status_code == 429 and int(answer.headers["retry-after"]) > 0


def test_a_session_ends_by_idling_by_age_by_leaving_and_with_its_user(store: Store, clock: Clock) -> None:
    key = log_in(store, "editor", SECRET, "a")
    assert person_of(store, key) is not None
    clock.now += IDLE + 1
    assert person_of(store, key) is None
    key = log_in(store, "editor", SECRET, "a")
    for _ in range(LONGEST // (IDLE - 1)):
        clock.now += IDLE - 1
        assert person_of(store, key) is not None
    clock.now += IDLE - 1
    assert person_of(store, key) is None
    for end in (users.disable, lambda s, n: users.set_password(s, n, SECRET)):
        key = log_in(store, "reviewer", SECRET, "a")
        end(store, "reviewer")
        assert person_of(store, key) is None
        users.enable(store, "reviewer")


def test_leaving_ends_the_session_in_the_file_too(desk: TestClient) -> None:
    enter(desk, "editor")
    kept = desk.cookies.get("session") or ""
    assert desk.post("/logout", data={"token": token(desk, "/account")}).status_code == 303
    assert desk.get("/account", headers={"Cookie": f"session={kept}"}).status_code == 303


def test_a_form_of_another_session_is_refused(desk: TestClient) -> None:
    enter(desk, "reviewer")
    foreign = token(desk, "/account")
    enter(desk, "editor")
    answer = desk.post("/account/tokens", data={"token": foreign, "scope": "public", "days": "1"})
    assert answer.status_code == 403


# What a role reaches


@pytest.mark.parametrize(
    ("path", "least"),
    [
        ("/public", "reader"), ("/account", "reader"), ("/api/v1/claims", "reader"), ("/api/v1/incidents/x", "reader"),
        ("/", "reviewer"), ("/incidents", "reviewer"), ("/reports/wire", "reviewer"), ("/api/v1/reports/a", "reviewer"),
        ("/api/v1/changes", "reviewer"), ("/gate", "reviewer"), ("/whatever-comes", "reviewer"), ("/people", "admin"),
    ],
)  # fmt: skip
def test_what_is_not_named_is_shut_to_readers(path: str, least: str) -> None:
    assert needed("GET", path) == least


def test_the_desks_view_of_the_api_is_shut_to_readers() -> None:
    for views in (("desk",), ("public", "desk"), ("",)):
        assert needed("GET", "/api/v1/claims", views) == "reviewer"
    assert needed("GET", "/api/v1/claims", ("public",)) == "reader"


@pytest.mark.parametrize(
    ("kind", "subject", "fields", "least"),
    [
        ("accept", "wire#c1", (), "reviewer"), ("correct", "wire#c1", ("certainty",), "reviewer"),
        ("correct", "wire#c1", ("target",), "editor"), ("correct", "wire#c1", ("polarity", "time"), "editor"),
        ("hide", "wire#c1", (), "editor"), ("merge", "incident:a", (), "editor"),
        ("accept", "person:A", (), "editor"), ("accept", "finding:0", (), "editor"),
        ("reject", "finding:0", (), "editor"), ("note", "finding:0", (), "reviewer"),
        ("accept", "reading:7", (), "editor"), ("note", "report:a", (), "reviewer"),
    ],
)  # fmt: skip
def test_what_lets_something_out_is_for_an_editor(kind: str, subject: str, fields: tuple[str, ...], least: str) -> None:
    assert deciding(kind, subject, fields) == least


def test_a_reader_sees_only_what_has_passed_the_gate(desk: TestClient, whole: Ledger) -> None:
    enter(desk, "reader")
    assert desk.get("/").headers["location"] == "/public"
    gated = published(whole)
    for path in ("/incidents", IZHEVSK, "/reports/wire", "/review", "/review/findings/a",
                 "/search?q=a", "/map", "/sources", "/gate",
                 "/map/list", "/map/incidents?bbox=0,0,1,1&zoom=1", "/map/ground?bbox=0,0,1,1&zoom=1", "/people",
                 "/api/v1/reports/wire", "/api/v1/changes", "/api/v1/claims?view=desk"):  # fmt: skip
        assert desk.get(path).status_code == 403, path
    page = desk.get("/public").text
    sign = next(p.incident for p in gated.passed if p.incident)
    assert f"/public/incidents/{sign}" in page
    rows = desk.get(f"/public/incidents/{sign}").text
    assert rows.count("<tr>") == 1 + sum(p.incident == sign for p in gated.passed)
    texts = [line for r in whole.reports() for line in r.text.split(". ") if len(line) > 40]
    assert not [t for t in texts if t in page or t in rows]
    assert desk.get("/public/incidents/000000000000").status_code == 404
    assert {i["ref"] for i in desk.get("/api/v1/claims?limit=500").json()["items"]} == {p.ref for p in gated.passed}


def test_decisions_bear_the_name_of_who_logged_in_and_changes_are_on_record(
    desk: TestClient, whole: Ledger, store: Store
) -> None:
    enter(desk, "reviewer")
    subject = next(f"{r.report.id}#{c.id}" for r in whole.readings() for c in r.claims)
    form = {"token": token(desk, "/review"), "subject": slug(subject), "reason": "seen"}
    assert desk.post("/review/decide", data={**form, "kind": "accept", "by": "admin"}).status_code == 303
    made = whole.decisions()[-1][0]
    assert made.by == "reviewer"
    latest = changes(store)[0]
    assert (latest.who, latest.what, latest.entry) == ("reviewer", f"accept {subject}", whole.latest().seq)  # type: ignore[union-attr]
    assert desk.post("/review/decide", data={**form, "kind": "hide"}).status_code == 403
    enter(desk, "editor")
    form["token"] = token(desk, "/review")
    assert desk.post("/review/decide", data={**form, "kind": "hide"}).status_code == 303
    enter(desk, "reviewer")
    form["token"] = token(desk, "/review")
    assert desk.post("/review/decide", data={**form, "kind": "accept"}).status_code == 403, "hidden by an editor"
    foreign = slug(f"decision:{whole.decisions()[-1][0].id}")
    assert desk.post("/review/decide", data={**form, "kind": "undo", "subject": foreign}).status_code == 403
    enter(desk, "admin")
    page = desk.get("/people").text
    assert f"accept {subject}" in page and "log-in" in page
    form["token"] = token(desk, "/review")
    for kept, _ in reversed(whole.decisions()):
        desk.post("/review/decide", data={**form, "kind": "undo", "subject": slug(f"decision:{kept.id}")})


# Tokens


def test_a_token_reads_the_api_within_its_scope_and_nothing_else(desk: TestClient, store: Store) -> None:
    public, everything = grant(store, "editor", "public"), grant(store, "editor", "desk")

    def status(path: str, made: str) -> int:
        return desk.get(path, headers={"Authorization": f"Bearer {made}"}).status_code

    assert status("/api/v1/claims", public) == 200 and status("/api/v1/claims?view=desk", public) == 403
    assert status("/api/v1/claims?view=desk", everything) == 200 and status("/api/v1/changes", everything) == 200
    for path in ("/", "/public", "/account", "/people", "/review"):
        assert status(path, everything) == 403, path
    for wrong in ("", "rp_x_y", public[:-1], public[:-1] + ("a" if public[-1] != "a" else "b"), "x" * 5000):
        assert status("/api/v1/claims", wrong) == 401, wrong
    bearing = {"Authorization": f"Bearer {everything}"}
    assert desk.post("/review/decide", headers=bearing, data={"kind": "accept"}).status_code == 403


def test_a_token_ends_by_time_by_revoking_and_with_its_user(store: Store, clock: Clock) -> None:
    made = grant(store, "editor", "desk", days=1)
    assert bearer(store, made) is not None
    clock.now += 86_400
    assert bearer(store, made) is None
    made = grant(store, "editor", "desk")
    revoke(store, made.split("_")[1], "editor")
    assert bearer(store, made) is None and tokens(store, "editor")[0].revoked
    with pytest.raises(Refused):
        revoke(store, grant(store, "editor", "desk").split("_")[1], "reviewer")
    made = grant(store, "reviewer", "desk")
    users.set_role(store, "reviewer", "reader")
    held = bearer(store, made)
    assert held is not None
    assert not allowed(held, "GET", "/api/v1/claims", ("desk",)), "a token is no more than its user"
    users.disable(store, "reviewer")
    assert bearer(store, made) is None
    with pytest.raises(Refused, match="gate"):
        grant(store, "reader", "desk")


def test_an_account_page_makes_shows_and_revokes_tokens_and_changes_the_password(desk: TestClient) -> None:
    enter(desk, "editor")
    form = {"token": token(desk, "/account")}
    page = desk.post("/account/tokens", data={**form, "scope": "desk", "days": "7"}).text
    made = page.partition('class="copyable">')[2].partition("<")[0]
    assert made.startswith("rp_") and made not in desk.get("/account").text
    assert desk.post("/account/revoke", data={**form, "id": made.split("_")[1]}).status_code == 303
    assert desk.post("/account/password", data={**form, "old": "x", "new": SECRET * 2}).status_code == 400
    assert desk.post("/account/password", data={**form, "old": SECRET, "new": "short"}).status_code == 400
    assert desk.post("/account/password", data={**form, "old": SECRET, "new": SECRET * 2}).status_code == 303
    assert enter(desk, "editor").status_code == 403 and enter(desk, "editor", SECRET * 2).status_code == 303


# The command line


@pytest.mark.parametrize(
    ("name", "role", "password"),
    [("a b", "reader", SECRET), ("", "reader", SECRET), ("a", "king", SECRET), ("a", "reader", "x")],
)
def test_a_user_that_makes_no_sense_is_refused(store: Store, name: str, role: str, password: str) -> None:
    with pytest.raises(Refused):
        users.add(store, name, role, password)


def test_the_last_admin_stays(store: Store) -> None:
    for change in (lambda: users.disable(store, "admin"), lambda: users.set_role(store, "admin", "editor")):
        with pytest.raises(Refused, match="only admin"):
            change()
    users.set_role(store, "editor", "admin")
    users.disable(store, "admin")
    assert [u.name for u in users.users(store) if u.role == "admin" and u.disabled is None] == ["editor"]


def test_users_are_managed_from_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import io

    monkeypatch.setenv("REPORTEDLY_HOME", str(tmp_path))

    def said(*arguments: str, line: str = "") -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(line))
        code = run(["users", *arguments])
        out = capsys.readouterr()
        return code, out.out + out.err

    assert said("add", "olga", "--role", "admin", line=SECRET + "\n") == (0, "user olga added as admin\n")
    assert said("add", "olga", line=SECRET)[0] == 2
    assert said("add", "petro", line="short")[0] == 2
    assert said("add", "petro", line=SECRET)[0] == 0
    assert said("role", "petro", "editor") == (0, "user petro is editor\n")
    code, made = said("token", "petro", "--scope", "desk", "--days", "3")
    assert code == 0 and bearer(Store(tmp_path / "desk.db"), made.strip()) == Person(
        name="petro", role="editor", key=made.split("_")[1], scope="desk"
    )
    assert said("revoke", made.strip())[0] == 0 and said("revoke", made.strip())[0] == 2
    assert said("password", "petro", line=SECRET * 2)[0] == 0
    assert said("disable", "petro")[0] == 0 and "petro\teditor\tdisabled" in said("list")[1]
    assert said("enable", "petro")[0] == 0 and said("disable", "nobody")[0] == 2
    assert {c.address for c in changes(Store(tmp_path / "desk.db"))} == {"command line"}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--log-in"], "there are no users"),
        (["--host", "0.0.0.0"], "by HTTPS"),
        (["--host", "example.org"], "not an address"),
        (["--certificate", __file__], "go together"),
        (["--log-in", "x.txt"], "reports at hand"),
    ],
)  # fmt: skip
def test_a_desk_that_would_be_open_to_others_is_refused(
    options: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REPORTEDLY_HOME", str(tmp_path))
    assert run(["init"]) == 0
    assert run(["desk", "--port", "18321", *options]) == 2
    assert words in capfd.readouterr().err


def test_another_host_name_is_answered_by_https_only(whole: Ledger, store: Store) -> None:
    app = application(whole, pipeline.references(), store=store, names=["desk.example.org"])
    outside = TestClient(app, base_url="https://desk.example.org", follow_redirects=False)
    answer = outside.post(
        "/login",
        data={"token": token(outside), "name": "editor", "password": SECRET},
        headers={"Origin": "https://desk.example.org"},
    )
    assert answer.status_code == 303 and "Secure" in answer.headers["set-cookie"]
    assert answer.headers["set-cookie"].startswith("__Host-session=") and "strict-transport-security" in answer.headers
    assert outside.get("/incidents").status_code == 200
    forged = outside.post("/logout", data={}, headers={"Origin": "http://desk.example.org"})
    assert forged.status_code == 403, "nor does a page that came without HTTPS change anything"
    assert TestClient(app, base_url="https://other.example.org").get("/login").status_code == 421
    with pytest.raises(ValueError, match="no log-in"):
        application(whole, pipeline.references(), names=["desk.example.org"])
