"""An editor's day: eight reports pasted, one incident, a figure corrected, an own claim, a rereading, the gate."""

import json
import re
from pathlib import Path

from fastapi.testclient import TestClient

from reportedly import pipeline
from reportedly.desk.session import passing_ledger
from reportedly.review import reread, take

from .conftest import EXAMPLE, client
from .test_review import post, token


def paste(desk: TestClient, **fields: str) -> str:
    answer = desk.post("/reports", data={"token": token(desk), **fields})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def test_an_editors_day() -> None:
    with passing_ledger() as ledger:
        desk = client(ledger)
        assert "Nothing yet" in desk.get("/").text
        pages = []
        for path in EXAMPLE:
            report = json.loads(Path(path).read_text("utf-8"))["report"]
            fields = {name: report[name] for name in ("text", "publisher", "published", "url") if report.get(name)}
            pages.append(paste(desk, **fields))
        assert len(set(pages)) == len(EXAMPLE)

        today = desk.get("/").text
        assert "count conflict" in today
        incident = max(
            set(re.findall(r'href="(/incidents/[^"#?]+)"', today)),
            key=lambda i: desk.get(i).text.count('class="siglum"'),
        )
        page = desk.get(incident).text
        assert page.count('class="siglum"') >= 7 and page.count("<svg") == 2, "one incident, its toll and its stemma"
        assert 'id="withheld"' in page and 'id="contradictions"' in page

        ref = next(
            f"{r.report.id}#{c.id}"
            for r in ledger.readings()
            for c in r.claims
            if c.quantities and c.quantities[0].of == "injured" and c.quantities[0].value == 45
        )
        note = "the hospital says 46"
        assert post(desk, kind="correct", subject=ref, figure0="46", reason=note).status_code == 303
        assert ">46</a>" in desk.get(incident).text

        own = {"token": token(desk), "source": "source-7", "protected": "1", "quote": "I counted four ambulances."}
        assert desk.post("/review/state", data={**own, "event": "response"}).status_code == 303

        for proposal in reread(ledger, pipeline.read, "next"):
            take(ledger, proposal, by="editor")
        assert ">46</a>" in desk.get(incident).text, "the correction stands"

        gate = desk.get("/gate").text
        held = re.search(r'class="held">(\d+) ', gate)
        assert held and int(held[1]) > 0
        exported = desk.get("/api/v1/claims.csv").text
        assert note not in exported and "ambulances" not in exported


def test_the_same_text_is_stored_once_and_a_bad_one_is_refused() -> None:
    with passing_ledger() as ledger:
        desk = client(ledger)
        text = "Three people were killed in a strike on Kharkiv on 3 May 2025, the mayor said."
        first = paste(desk, text=text, published="2025-05-03", language="en")
        assert paste(desk, text=text, published="2025-05-03", language="en") == first
        assert len(list(ledger.reports())) == 1
        for fields in ({"text": ""}, {"text": "x", "published": "soon"}, {"text": "x", "language": "xx"}):
            answer = desk.post("/reports", data={"token": token(desk), **fields})
            assert answer.status_code == 400, fields
        ledger.erase(next(iter(ledger.reports())).id, "asked for")
        again = desk.post(
            "/reports", data={"token": token(desk), "text": text, "published": "2025-05-03", "language": "en"}
        )
        assert again.status_code == 400 and "erased" in again.text
