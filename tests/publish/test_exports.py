"""Every export: its shape by the format's own library or schema, and nothing in it that the gate holds."""

import csv
import io
import json
import os
import re
import zipfile
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import feedparser
import geojson
import jsonschema_rs
import msgspec
import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from reportedly.cli.commands import export
from reportedly.ledger import Ledger
from reportedly.model import Reading
from reportedly.publish.exports import FORMATS, acled, atom, claims, ged, mapping
from reportedly.publish.exports.cells import bare, neutral, to_xlsx
from reportedly.publish.exports.countries import country
from reportedly.publish.outgoing import Outgoing
from reportedly.review import decide, state
from reportedly.review.decisions import RATINGS

from .conftest import READINGS, WORDS, claim, killed, put


def made(out: Outgoing, format: str) -> bytes:
    return b"".join(FORMATS[format].write(out))


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def lines(data: bytes) -> list[Any]:
    return [json.loads(line) for line in data.splitlines()]


def wrong(schema: str, found: Any) -> list[str]:
    """What a schema of ``schemas/`` has to say against it."""
    text = (Path(__file__).parent / "schemas" / f"{schema}.json").read_text("utf-8")
    validator = jsonschema_rs.validator_for(json.loads(text), validate_formats=True)
    return [f"{'.'.join(map(str, error.instance_path))}: {error.message}" for error in validator.iter_errors(found)]


def sheet(data: bytes) -> list[list[Any]]:
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def test_the_command_offers_every_format() -> None:
    assert set(export.Name.__args__) == set(FORMATS)


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_that_is_held_or_masked_is_in_any_export(out: Outgoing, format: str) -> None:
    data = made(out, format)
    if format in ("xlsx", "archive"):
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            data = b"\n".join(file.read(name) for name in file.namelist())
    for secret in (WORDS[:20], "Ivanenko", "Сумах", "50.92161", "wire#c3", "sumy-2025-07-01"):
        assert secret.encode() not in data, secret


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_ledger_makes_an_empty_export(out: Outgoing, format: str) -> None:
    data = made(Outgoing(out.view, only=frozenset()), format)
    assert b"The Wire" not in data and b"wire#c1" not in data


# Tables


def test_csv_and_xlsx_hold_the_same(out: Outgoing) -> None:
    rows = [list(row.values()) for row in table(made(out, "csv"))]
    head, *cells = sheet(made(out, "xlsx"))
    assert tuple(head) == claims.COLUMNS
    assert [[str(int(c) if isinstance(c, float) and c.is_integer() else c) for c in row] for row in cells] == [
        [c.removesuffix(".0") for c in row] for row in rows
    ]


def test_no_cell_is_a_formula(out: Outgoing) -> None:
    for format in ("csv", "acled", "ged"):
        for row in csv.reader(io.StringIO(made(out, format).decode("utf-8-sig"))):
            assert not [cell for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))], format
    with zipfile.ZipFile(io.BytesIO(made(out, "xlsx"))) as file:
        assert b"<f>" not in file.read("xl/worksheets/sheet1.xml")
    assert table(made(out, "csv"))[2]["ref"] == "'=cmd()#c1"


@given(st.text())
def test_a_harmless_cell_is_the_same_when_it_comes_back(cell: str) -> None:
    assert bare(neutral(cell)) == cell or cell.startswith("'")
    assert neutral(neutral(cell)) == neutral(cell)


def test_a_cell_longer_than_a_spreadsheet_holds_is_cut_and_half_a_character_replaced() -> None:
    data = b"".join(to_xlsx(["x"], [["ab\ud800" + "y" * 40_000]], datetime(2025, 7, 1, tzinfo=UTC)))
    assert len(sheet(data)[1][0]) == 32_767 and sheet(data)[1][0].startswith("ab?")


def test_the_same_data_at_the_same_moment_make_the_same_bytes(ledger: Ledger) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for format in FORMATS:
        assert made(Outgoing(ledger, now=now), format) == made(Outgoing(ledger, now=now), format), format


# Other people's shapes


def test_acled_has_its_31_columns_and_leaves_what_is_unknown_empty(out: Outgoing) -> None:
    (row,) = table(made(out, "acled"))
    assert list(row) == acled.COLUMNS and len(acled.COLUMNS) == 31
    said = {
        "event_date": "2025-07-01", "year": "2025", "time_precision": "1", "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike", "actor1": "Russia",
        "iso": "804", "region": "Europe", "country": "Ukraine", "admin1": "Sumy Oblast", "location": "Sumy",
        "geo_precision": "1", "source": "The Wire; @channel",
    }  # fmt: skip
    assert {name: row[name] for name in said} == said
    for unknown in ("actor2", "inter1", "interaction", "civilian_targeting", "admin2", "source_scale"):
        assert row[unknown] == ""


@pytest.mark.parametrize("format", ["acled", "ged"])
def test_every_row_is_of_the_codes_and_formats_of_its_codebook(out: Outgoing, ledger: Ledger, format: str) -> None:
    rows = [*table(made(out, format)), *table(made(Outgoing(ledger), format))]
    assert rows and [what for row in rows for what in wrong(format, row)] == []


@pytest.mark.parametrize(
    ("format", "column", "value"),
    [
        ("acled", "time_precision", "4"),
        ("acled", "event_type", "Strike"),
        ("acled", "fatalities", "about 3"),
        ("ged", "where_prec", "8"),
        ("ged", "high", "0"),
    ],
)
def test_the_schema_sees_a_wrong_cell(out: Outgoing, format: str, column: str, value: str) -> None:
    (row, *_) = table(made(out, format))
    (what,) = wrong(format, {**row, column: value})
    assert what.startswith(f"{column}: ")


def test_fatalities_say_their_rule(out: Outgoing) -> None:
    (row,) = table(made(out, "acled"))
    assert (row["fatalities"], row["tags"]) == ("7", "fatalities=acled.conservative")
    (row,) = table(made(out, "ged"))
    assert (row["low"], row["best"], row["high"], row["deaths_unknown"]) == ("7", "7", "7", "7")


@pytest.mark.parametrize(
    ("text", "said"),
    [("tens", 10), ("dozens", 12), ("hundreds", 100), ("десятки", 10), ("сотень", 100), ("сотни", 100)],
)
def test_acled_counts_vague_words_by_its_codebook_and_nobody_else_does(ledger: Ledger, text: str, said: int) -> None:
    low = 200 if said == 100 else 24
    quantity = killed(None, text=text, low=low, high=999, bound="vague")
    vague = msgspec.structs.replace(READINGS[0].claims[0], quantities=(quantity,), incident="other")
    put(ledger, Reading(report=msgspec.structs.replace(READINGS[0].report, id="vague", text="Other."), claims=(vague,)))
    out = Outgoing(ledger, only=frozenset({"vague#c1"}))
    assert table(made(out, "acled"))[0]["fatalities"] == str(said)
    assert table(made(out, "ged"))[0]["low"] == str(low)


def test_what_is_only_denied_is_no_event(out: Outgoing) -> None:
    assert {incident.affirmed for incident in out.incidents} == {True, False}
    assert len(table(made(out, "acled"))) == 1


def test_ged_has_its_49_columns(out: Outgoing) -> None:
    (row,) = table(made(out, "ged"))
    assert list(row) == ged.COLUMNS and len(ged.COLUMNS) == 49
    assert (row["where_prec"], row["date_prec"], row["event_clarity"]) == ("1", "1", "1")
    assert (row["country_id"], row["region"], row["adm_1"]) == ("369", "Europe", "Sumy Oblast")
    assert re.fullmatch(r"POINT \(34\.\d+ 50\.\d+\)", row["geom_wkt"])
    assert row["type_of_violence"] == row["dyad_new_id"] == row["deaths_civilians"] == ""


def test_a_cell_of_prio_grid() -> None:
    assert ged._cell(-90, -180) == 1 and ged._cell(89.75, 179.75) == 259_200


def test_countries_are_numbered_as_others_do() -> None:
    ukraine = country("UA")
    assert ukraine is not None and (ukraine.numeric, ukraine.gw, ukraine.ucdp_region) == (804, 369, "Europe")
    assert country(None) is None and country("XX") is None


def test_followthemoney_takes_every_entity_and_statement(out: Outgoing) -> None:
    if not os.environ.get("REPORTEDLY_FTM"):  # where it is set (as in CI), a missing library is an error
        pytest.importorskip("followthemoney", reason="the extra 'ftm' is not installed here (it builds PyICU)")
    import followthemoney as ftm
    from followthemoney.statement import Statement

    for entity in lines(made(out, "ftm")):
        proxy = ftm.model.get_proxy(entity)
        assert proxy.to_dict()["properties"] == entity["properties"]
    for line in lines(made(out, "ftm-statements")):
        statement = Statement.from_dict(line)
        assert statement.generate_key() == line["id"]
        prop = ftm.model.get("Event").get(line["prop"])
        assert prop.validate([line["value"]]) is None


def test_entities_refer_to_each_other(out: Outgoing) -> None:
    found = {entity["id"]: entity for entity in lines(made(out, "ftm"))}
    schemas = sorted({entity["schema"] for entity in found.values()})
    assert schemas == ["Article", "Event", "LegalEntity", "Mention"]
    for entity in found.values():
        for name in ("document", "resolved", "proof", "involved"):
            assert set(entity["properties"].get(name, ())) <= set(found)
    assert {line["origin"] for line in lines(made(out, "ftm-statements"))} == {"wire#c1", "wire#c2", "=cmd()#c1"}


VERDICT = {"rating": "mostly true", "claim": "Four people were killed in Sumy.", "url": "https://example.org/check"}


def test_a_claim_review_is_a_persons_and_never_made_of_findings(ledger: Ledger) -> None:
    decide(ledger, "accept", "wire#c1", by="Olena")
    assert json.loads(made(Outgoing(ledger), "claimreview")) == []
    given = decide(ledger, "verdict", "wire#c1", by="Olena", value=VERDICT, reason="two hospitals say so")
    decide(ledger, "verdict", "wire#c3", by="Olena", value=VERDICT, reason="held by the gate")
    (review,) = json.loads(made(Outgoing(ledger), "claimreview"))
    assert review["@context"] == "https://schema.org" and review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == VERDICT["claim"] and review["author"] == {"@type": "Person", "name": "Olena"}
    assert review["reviewRating"] == {
        "@type": "Rating", "alternateName": "mostly true", "ratingValue": 4, "bestRating": 5, "worstRating": 1,
    }  # fmt: skip
    assert review["itemReviewed"]["author"]["name"] == "State Emergency Service of Ukraine"
    assert wrong("claimreview", review) == []
    decide(ledger, "undo", f"decision:{given.id}", by="Olena")
    assert json.loads(made(Outgoing(ledger), "claimreview")) == []


@pytest.mark.parametrize("rating", RATINGS)
def test_every_verdict_is_a_claim_review_by_its_schema(ledger: Ledger, rating: str) -> None:
    value = {"rating": rating, "claim": "Four people were killed in Sumy."}
    decide(ledger, "verdict", "wire#c1", by="Olena", value=value, reason="two hospitals say so")
    (review,) = json.loads(made(Outgoing(ledger), "claimreview"))
    assert wrong("claimreview", review) == []
    assert wrong("claimreview", review | {"reviewRating": {"@type": "Rating"}})
    assert wrong("claimreview", review | {"url": "x"})


def test_a_verdict_on_an_incident_names_all_who_tell_of_it_and_waits_for_the_gate(ledger: Ledger) -> None:
    passed = {c.ref: c.incident for c in Outgoing(ledger).claims}
    labels = {f"{r.report.id}#{c.id}": c.incident for r in ledger.readings() for c in r.claims}
    label = labels["wire#c1"]
    decide(ledger, "verdict", f"incident:{label}", by="Olena", value=VERDICT, reason="been there")
    held = [ref for ref, of in labels.items() if of == label and ref not in passed]
    assert held and json.loads(made(Outgoing(ledger), "claimreview")) == []
    for ref in held:
        decide(ledger, "hide", ref, by="Olena", reason="no part of what is judged")
    (review,) = json.loads(made(Outgoing(ledger), "claimreview"))
    assert wrong("claimreview", review) == [] and review["identifier"] == passed["wire#c1"]
    assert len(review["itemReviewed"]["author"]) >= 1


def test_geojson_is_of_points_whose_radius_is_told(out: Outgoing) -> None:
    found = geojson.loads(made(out, "geojson").decode())
    assert isinstance(found, geojson.FeatureCollection) and found.errors() == []
    assert all(f.is_valid and (f.geometry is None or f.geometry.is_valid) for f in found.features)
    assert set(found) == {"type", "features"} and found["type"] == "FeatureCollection"
    assert len({feature["id"] for feature in found["features"]}) == len(found["features"]) == 4
    for feature in found["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"} and feature["type"] == "Feature"
        lon, lat = feature["geometry"]["coordinates"]
        assert feature["geometry"]["type"] == "Point" and -180 <= lon <= 180 and -90 <= lat <= 90
        assert feature["properties"]["radius_km"] == 6.0


def test_atom_is_read_as_atom(out: Outgoing) -> None:
    found = feedparser.parse(io.BytesIO(made(out, "atom")))
    assert not found.bozo and found.version == "atom10"
    assert found.feed.id.startswith("urn:uuid:") and found.feed.title and found.feed.updated_parsed
    assert [entry.title for entry in found.entries][-1].startswith("strike at Sumy: The Wire ›")
    assert len({entry.id for entry in found.entries}) == len(found.entries) == 4
    assert all(entry.updated_parsed and entry.summary for entry in found.entries)


@given(st.text(), st.text())
def test_any_text_makes_a_feed_that_can_be_parsed(key: str, title: str) -> None:
    now = datetime(2025, 7, 1, tzinfo=UTC)
    data = atom.feed([atom.Entry(key, title, title, now)], key=key, title=title, now=now, address="https://example.org/")
    found = feedparser.parse(io.BytesIO(data))
    assert not found.bozo and len(found.entries) == 1


def test_the_archive_proves_itself(out: Outgoing) -> None:
    with zipfile.ZipFile(io.BytesIO(made(out, "archive"))) as file:
        members = {name: file.read(name) for name in file.namelist()}
    for line in members.pop("SHA256SUMS").decode().splitlines():
        digest, _, name = line.partition("  ")
        assert sha256(members.pop(name)).hexdigest() == digest
    assert members == {}


def test_the_archive_has_hashes_and_history_but_no_words(out: Outgoing) -> None:
    with zipfile.ZipFile(io.BytesIO(made(out, "archive"))) as file:
        reports, history = lines(file.read("reports.jsonl")), lines(file.read("history.jsonl"))
    assert [r["sha256"] for r in reports] == [out.view.raw_of(r["id"]) for r in reports]
    assert {h["kind"] for h in history} >= {"report", "reading"} and all(len(h["hash"]) == 64 for h in history)


@pytest.mark.parametrize("protected", [False, True])
def test_media_are_named_by_their_hashes_unless_that_could_betray_a_source(ledger: Ledger, protected: bool) -> None:
    said = msgspec.to_builtins(claim("c1", incident=None)) | {"end": 3, "sources": []}
    del said["id"]
    made = state(
        ledger, by="Olena", source="Ivan Ivanenko", quote="abc", claim=said, protected=protected, files=(b"a picture",)
    )
    with zipfile.ZipFile(io.BytesIO(made_of(ledger, made.id))) as file:
        (report,) = lines(file.read("reports.jsonl"))
    assert report["media"] == ([] if protected else list(made.attachments)) and report["sha256"] is None


def made_of(ledger: Ledger, id: str) -> bytes:
    return made(Outgoing(ledger, only=frozenset({f"{id}#c1"})), "archive")


# An editor's own columns

OWN = """
rows = "incidents"
[[column]]
name = "Ort"
field = "place"
[[column]]
name = "=Codebuch"
value = "v3"
[[column]]
name = "Tote"
field = "killed_best"
"""


def test_a_mapping_names_and_orders_columns(out: Outgoing) -> None:
    (row, _) = table(b"".join(mapping.write(out, mapping.mapping(OWN), sheet=False)))
    assert list(row.items()) == [("Ort", "Sumy"), ("'=Codebuch", "v3"), ("Tote", "7")]
    assert sheet(b"".join(mapping.write(out, mapping.mapping(OWN), sheet=True)))[1] == ["Sumy", "v3", 7.0]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("rows = ", "not a column mapping"),
        ('rows = "reports"', "not a column mapping"),
        ("column = []", "no column"),
        ('[[column]]\nname = "x"', "field or value"),
        ('[[column]]\nname = "x"\nfield = "killed_best"', "no field killed_best"),
    ],
)
def test_a_wrong_mapping_says_what_is_wrong(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        mapping.mapping(text)


def test_a_sheet_with_too_many_rows_is_refused() -> None:
    rows = ([1] for _ in range(1_048_576))
    with pytest.raises(ValueError, match="take csv"):
        b"".join(to_xlsx(["x"], rows, datetime(2025, 7, 1, tzinfo=UTC)))


def test_a_claim_without_an_incident_is_in_no_table_of_incidents(ledger: Ledger) -> None:
    report = msgspec.structs.replace(READINGS[0].report, id="loose", text="Loose.")
    put(ledger, Reading(report=report, claims=(claim("c1", incident=None),)))
    out = Outgoing(ledger, only=frozenset({"loose#c1"}))
    assert out.claims and not out.incidents and not table(made(out, "acled"))
