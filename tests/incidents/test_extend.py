"""What came, changed or went is put to incidents that are known."""

from collections.abc import Callable, Collection, Sequence, Set

import pytest
from msgspec.structs import replace

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


def labelled(reading: Reading, label: str) -> Reading:
    """A reading whose claims had an incident before."""
    return replace(reading, claims=tuple(replace(c, incident=label) for c in reading.claims))


class Known:
    """What is known around a report: ``near`` at once, ``rest`` of an incident where it is asked for."""

    def __init__(
        self,
        near: Sequence[Reading] = (),
        rest: Sequence[Reading] | None = (),
        used: Callable[[str], bool] = lambda _: False,
        kept: Collection[str] = (),
    ) -> None:
        self._near, self._rest, self.used, self._kept = near, rest, used, kept
        self.asked: list[str] = []

    def near(self, readings: Sequence[Reading], about: Set[str]) -> Sequence[Reading]:
        return self._near

    def members(self, incidents: Collection[str], most: int) -> dict[str, Sequence[Reading] | None]:
        self.asked += incidents
        return dict.fromkeys(incidents, self._rest)

    def kept(self, labels: Set[str]) -> Set[str]:
        return labels.intersection(self._kept)


def test_it_goes_where_it_belongs_and_the_others_are_asked_for() -> None:
    known = Known(KNOWN[:1], KNOWN, used=lambda _: True)
    assert extend([LATE], known).labels == {"a#c1": HERE, "b#c1": HERE, "c#c1": HERE}
    assert known.asked == [HERE]


def test_an_incident_that_does_not_fit_keeps_its_label() -> None:
    assert extend([LATE], Known(KNOWN[:1], None)) == ({"a#c1": HERE, "c#c1": HERE}, {HERE})


def test_an_edited_report_comes_back_to_an_incident_that_does_not_fit() -> None:
    assert extend([labelled(LATE, HERE)], Known(KNOWN[:1], None), [HERE]).labels == {"a#c1": HERE, "c#c1": HERE}


def test_what_is_tied_to_nothing_is_not_asked_for() -> None:
    known = Known(KNOWN)
    assert extend([ELSEWHERE], known).labels == {"c#c1": "sumy-2025-06-06"}
    assert not known.asked


def test_general_background_is_about_no_incident() -> None:
    assert extend([BACKGROUND], Known(KNOWN)).labels == {"c#c1": None}


def test_what_a_report_left_is_clustered_anew_without_it() -> None:
    assert extend([], Known(rest=KNOWN), [HERE]).labels == {"a#c1": HERE, "b#c1": HERE}


def test_a_report_that_now_tells_of_another_place_leaves_its_incident() -> None:
    corrected = labelled(ELSEWHERE, HERE)
    assert extend([corrected], Known(rest=KNOWN), [HERE]).labels == {
        "a#c1": HERE, "b#c1": HERE, "c#c1": "sumy-2025-06-06"
    }  # fmt: skip


def test_one_that_stood_alone_keeps_its_label_when_it_is_worded_anew() -> None:
    assert extend([labelled(LATE, "the-night")], Known(), ["the-night"]).labels == {"c#c1": "the-night"}


@pytest.mark.parametrize(("kept", "label"), [((), HERE), (("small",), "small")], ids=["most claims", "a decision"])
def test_of_two_that_become_one_the_label_stays_that_people_rest_on(kept: Collection[str], label: str) -> None:
    found = extend([labelled(LATE, "small")], Known(KNOWN, KNOWN, kept=kept), ["small"]).labels
    assert found == dict.fromkeys(("a#c1", "b#c1", "c#c1"), label)


@pytest.mark.parametrize("namesakes", [0, 1, 2, 3, 8, 1000])
def test_a_new_label_is_one_that_nobody_has(namesakes: int) -> None:
    there = {"sumy-2025-06-06"} if namesakes else set()
    there |= {f"sumy-2025-06-06-{n}" for n in range(2, namesakes + 1)}
    asked: list[str] = []
    known = Known(used=lambda name: bool(asked.append(name)) or name in there)
    (found,) = extend([ELSEWHERE], known).labels.values()
    assert found not in there
    assert len(asked) <= 22
