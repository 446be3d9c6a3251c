"""New reports are put to incidents that are known."""

from collections.abc import Set

import pytest

from reportedly.incidents import extend, link
from reportedly.model import Reading
from tests.incidents.build import claim, labels, report

NIGHT = "2025-06-06..2025-06-07"
KNOWN = link(
    (
        report("a", "2025-06-07T08:00", claim("strike", at="Kharkiv", on=NIGHT, arms="drone")),
        report("b", "2025-06-07T09:00", claim("strike", at="Kharkiv", on=NIGHT, arms="drone")),
    )
)
HERE = labels(KNOWN)["a#c1"]
LATE = report("c", "2025-06-07T10:00", claim("strike", at="Kharkiv", on=NIGHT, arms="drone"))
ELSEWHERE = report("c", "2025-06-07T10:00", claim("strike", at="Sumy", on=NIGHT, arms="drone"))
SINCE = "2022-02-24..2025-06-07"
BACKGROUND = report("c", "2025-06-07T10:00", claim("strike", at="Ukraine", on=SINCE, launched="9000"))


def nothing(_: Set[str]) -> tuple[tuple[Reading, ...], set[str]]:
    return (), set()


def rest(incidents: Set[str]) -> tuple[tuple[Reading, ...], Set[str]]:
    return KNOWN[1:], incidents


def test_it_goes_where_it_belongs_and_the_others_are_asked_for() -> None:
    assert extend(KNOWN[:1], [LATE], rest, lambda _: True) == {"a#c1": HERE, "b#c1": HERE, "c#c1": HERE}


def test_an_incident_that_is_not_complete_keeps_its_label() -> None:
    assert extend(KNOWN[:1], [LATE], nothing, lambda _: True) == {"a#c1": HERE, "c#c1": HERE}


def test_what_is_tied_to_nothing_is_not_asked_for() -> None:
    asked: list[Set[str]] = []
    found = extend(KNOWN, [ELSEWHERE], lambda some: (asked.append(some), nothing(some))[1], lambda _: False)
    assert found == {"c#c1": "sumy-2025-06-06"} and not any(asked)


def test_general_background_is_about_no_incident() -> None:
    assert extend(KNOWN, [BACKGROUND], nothing, lambda _: False) == {"c#c1": None}


@pytest.mark.parametrize("namesakes", [0, 1, 2, 3, 8, 1000])
def test_a_new_label_is_one_that_nobody_has(namesakes: int) -> None:
    there = {"sumy-2025-06-06"} if namesakes else set()
    there |= {f"sumy-2025-06-06-{n}" for n in range(2, namesakes + 1)}
    asked: list[str] = []
    (found,) = extend((), [ELSEWHERE], nothing, lambda name: bool(asked.append(name)) or name in there).values()
    assert found not in there
    assert len(asked) <= 22
