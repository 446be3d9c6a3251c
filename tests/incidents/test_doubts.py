"""Where the linker is not sure: what is nearly one, and what barely hangs together."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.evaluate.gold import read_gold, reading
from reportedly.incidents import Doubt, doubts, link
from reportedly.incidents.clusters import bonds, cluster
from reportedly.incidents.linking import sketches_of
from reportedly.languages.telling import templates
from reportedly.model import Reading
from tests.incidents.build import claim, report

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
NIGHT = "2025-06-06..2025-06-07"


def strike(name: str, at: str = "Kharkiv", on: str = NIGHT, **given: str) -> Reading:
    return report(name, "2025-06-07T09:00", claim("strike", at=at, on=on, **given))  # type: ignore[arg-type]


def labelled(*told: tuple[str, Reading]) -> tuple[Reading, ...]:
    """Readings with incidents as somebody put them, whatever a linker would do."""
    return tuple(
        msgspec.structs.replace(r, claims=tuple(msgspec.structs.replace(c, incident=label) for c in r.claims))
        for label, r in told
    )


def found(*told: tuple[str, Reading]) -> list[Doubt]:
    return doubts(labelled(*told), {label for label, _ in told})


def test_two_incidents_that_tell_the_same_are_perhaps_one() -> None:
    (doubt,) = found(("x", strike("a", arms="drone")), ("y", strike("b", arms="drone")))
    assert (doubt.kind, doubt.incident, doubt.other, doubt.doubt) == ("merge", "x", "y", 1.0)
    assert set(doubt.claims) == {"a#c1", "b#c1"}
    assert doubt.score == pytest.approx(sum(p.points for p in doubt.parts)) and {p.code for p in doubt.parts} >= {
        "place.same", "time.overlap", "kind.same", "weapons.same",
    }  # fmt: skip


@pytest.mark.parametrize(
    "other", [strike("b", at="Sumy"), strike("b", on="2025-07-06..2025-07-07")], ids=["another town", "a month later"]
)
def test_what_is_plainly_apart_is_not_asked_about(other: Reading) -> None:
    assert found(("x", strike("a")), ("y", other)) == []


def test_a_report_that_hangs_on_little_is_perhaps_of_another_happening() -> None:
    firm = [("x", strike(name, arms="drone", killed="17")) for name in ("a", "b")]
    loose = report("c", "2025-06-07T21:00", claim("fire", at="Kharkiv", on="2025-06-07T19:10", arms="bomb"))
    (doubt,) = found(*firm, ("x", loose))
    assert (doubt.kind, doubt.incident, doubt.other, doubt.claims) == ("split", "x", None, ("c#c1",))
    assert doubt.score < 2.5 and doubt.doubt > 0.2
    assert found(*firm, ("x", strike("c", arms="drone", killed="17"))) == []


def test_one_report_is_not_split_from_itself() -> None:
    two = report("a", "2025-06-07", claim("strike", at="Kharkiv", on=NIGHT), claim("strike", at="Sumy", on=NIGHT))
    assert found(("x", two)) == []


@pytest.fixture(scope="module")
def linked() -> tuple[Reading, ...]:
    return link(tuple(reading(item) for item in read_gold(GOLD).values()))


def test_what_is_not_wanted_is_not_told(linked: tuple[Reading, ...]) -> None:
    everything = {c.incident for r in linked for c in r.claims if c.incident}
    told = doubts(linked, everything)
    assert told and doubts(linked, ()) == []
    one = told[0].incident
    assert {d.incident for d in doubts(linked, {one})} <= {one}
    assert [d.doubt for d in told] == sorted((d.doubt for d in told), reverse=True)


def test_every_reason_has_words(linked: tuple[Reading, ...]) -> None:
    codes = {p.code for b in bonds(sketches_of(linked)) for p in b.parts}
    assert len(codes) > 15
    assert {code for code in codes if f"link.{code}" not in templates("en")} == set()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["Kharkiv", "Sumy", "Izhevsk"]), min_size=2, max_size=6))
def test_what_the_linker_would_join_by_itself_is_no_doubtful_merge(towns: list[str]) -> None:
    readings = link(tuple(strike(f"r{n}", at=town, arms="drone") for n, town in enumerate(towns)))
    labels = {c.incident for r in readings for c in r.claims if c.incident}
    assert len(labels) == len(cluster(sketches_of(readings), bonds(sketches_of(readings))))
    assert [d for d in doubts(readings, labels) if d.kind == "merge" and d.doubt == 1.0] == []
