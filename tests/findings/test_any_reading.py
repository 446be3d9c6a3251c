"""Whatever a reading holds, checking ends, names only its own claims, and gives the same answer twice."""

from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.findings import References, check, coverage_notes
from reportedly.model import (
    Claim,
    Comparison,
    Place,
    Quantity,
    Reading,
    Report,
    Source,
    Target,
    TimeSpan,
    Weapon,
    terms,
)
from reportedly.packs import records

TEXT = (
    "UPD 12:30. Two were killed, the governor said; earlier reports put the toll at 11, none of the drones hit. "
    "Falling debris caused a fire near the Kazakh capital, on the border with Ukraine, 20 km from Kyiv. "
    "Тогда глава опроверг сообщения, погибли 300 мирных жителей, всего сбито 60 БПЛА, из них 17 над Крымом."
)
REFERENCES = References(series=records.load())


def one(words: Any) -> Any:
    return st.sampled_from(get_args(words))


names = st.sampled_from(["Crimea", "Kyiv", "Moscow", "Izhokov", "Governor", "Russian Ministry of Defence", "", "Ё"])
numbers = st.one_of(st.none(), st.integers(0, 10**9), st.floats(0, 1e9, allow_nan=False))
spans = st.one_of(st.none(), st.tuples(st.integers(0, 400), st.integers(0, 400)))
dates = st.one_of(st.dates().map(str), st.datetimes().map(lambda d: d.isoformat()[:16]), st.just("nonsense"))
places = st.builds(
    Place,
    text=names,
    name=st.one_of(st.none(), names),
    country=st.sampled_from([None, "UA", "RU"]),
    kind=st.one_of(st.none(), one(terms.PlaceKind)),
    role=st.one_of(st.none(), one(terms.PlaceRole)),
    lat=st.one_of(st.none(), st.floats(-90, 90)),
    lon=st.one_of(st.none(), st.floats(-180, 180)),
)
quantities = st.builds(
    Quantity,
    of=one(terms.QuantityOf),
    item=st.one_of(st.none(), names, st.sampled_from(["drones", "children", "Tu-95"])),
    value=numbers,
    low=numbers,
    high=numbers,
    place=st.one_of(st.none(), names),
    text=names,
    bound=st.one_of(st.none(), one(terms.Bound)),
    part_of=st.one_of(st.none(), st.integers(0, 9)),
    span=spans,
)
comparisons = st.builds(
    Comparison,
    kind=one(terms.ComparisonKind),
    scope=st.sampled_from(
        [
            "the highest number of drones in a night",
            "deepest",
            "one of the few attacks",
            "growing drone attacks",
            "the second attack since february",
            "the third night of strikes in a row",
            "the deadliest attack this year",
            "half of the drones were shot down",
            "a third of all missiles this month",
        ]
    ),
)


@st.composite
def claims(draw: Any, number: int) -> Claim:
    start = draw(st.integers(0, len(TEXT)))
    return Claim(
        id=f"c{number}",
        start=start,
        end=draw(st.integers(start, len(TEXT))),
        sources=tuple(
            draw(st.lists(st.builds(Source, name=names, kind=st.one_of(st.none(), one(terms.SourceKind))), max_size=2))
        ),
        polarity=draw(one(terms.Polarity)),
        certainty=draw(one(terms.Certainty)),
        event=draw(one(terms.EventType)),
        target=draw(st.one_of(st.none(), st.builds(Target, name=names, kind=one(terms.TargetKind)))),
        weapons=tuple(
            draw(
                st.lists(
                    st.builds(Weapon, type=one(terms.WeaponType), count=st.one_of(st.none(), st.integers(0, 9))),
                    max_size=2,
                )
            )
        ),
        places=tuple(draw(st.lists(places, max_size=3))),
        time=draw(
            st.one_of(
                st.none(), st.builds(TimeSpan, text=names, start=dates, end=dates, precision=one(terms.Precision))
            )
        ),
        quantities=tuple(draw(st.lists(quantities, max_size=4))),
        comparison=draw(st.one_of(st.none(), comparisons)),
    )


@st.composite
def readings(draw: Any) -> Reading:
    report = Report(
        id="r",
        text=TEXT,
        language=draw(st.sampled_from(["en", "ru", "uk", "xx", None])),
        published=draw(st.one_of(st.none(), dates)),
    )
    return Reading(report=report, claims=tuple(draw(claims(n)) for n in range(draw(st.integers(0, 6)))))


@settings(max_examples=60, deadline=None)
@given(readings())
def test_checking_never_fails(read: Reading) -> None:
    found = check(read, REFERENCES)
    own = {f"r#{c.id}" for c in read.claims}
    for f in found:
        assert f.claims and set(f.claims) <= own and len(set(f.claims)) == len(f.claims)
        assert f.kind == f.code.partition(".")[0]
        assert "{" not in f.explanation
    assert check(read, REFERENCES) == found
    assert all(isinstance(n, str) for n in coverage_notes(read, REFERENCES))
