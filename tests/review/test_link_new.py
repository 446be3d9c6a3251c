"""What comes in is linked with what lies near it, as if everything were linked anew."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

from reportedly.evaluate.generated import planted
from reportedly.ledger import Incoming, Ledger, open_ledger
from reportedly.model import Reading
from reportedly.review import link_new, relink

FAR = 10**9
"""So many entries that a ledger of fewer is linked as a whole."""


def put(ledger: Ledger, readings: Iterable[Reading]) -> None:
    ledger.add_all([Incoming(report=r.report, raw=r.report.text.encode(), reading=r, own_id=True) for r in readings])


def incidents(ledger: Ledger) -> set[frozenset[str]]:
    """The claims that go together, whatever the label."""
    groups = defaultdict(set)
    for ref, label in ledger.labels().items():
        groups[label].add(ref)
    return {frozenset(group) for group in groups.values()}


def findings(ledger: Ledger) -> set[tuple[str, tuple[str, ...]]]:
    return {(f.kind, f.claims) for f in ledger.findings_across().values()}


@pytest.mark.parametrize("last", range(1, 7))
def test_the_last_report_as_if_all_came_at_once(tmp_path: Path, last: int) -> None:
    readings, _ = planted(400)
    late = readings[-last]
    others = [r for r in readings if r is not late]
    with open_ledger(tmp_path / "by-and-by.db") as ledger, open_ledger(tmp_path / "at-once.db") as whole:
        put(ledger, others)
        relink(ledger)
        put(ledger, [late])
        link_new(ledger, few=0)
        put(whole, [*others, late])
        relink(whole)
        assert incidents(ledger) == incidents(whole)
        assert findings(ledger) == findings(whole)
        assert ledger.verify() == ()


def test_what_lies_far_is_not_looked_at(tmp_path: Path) -> None:
    readings, _ = planted(400)
    with open_ledger(tmp_path / "ledger.db") as ledger:
        put(ledger, readings[:-1])
        relink(ledger)
        near = ledger.linking.near(readings[-1])
        assert 0 < len(near) < len(incidents(ledger)) / 4


def test_nothing_new_changes_nothing(tmp_path: Path) -> None:
    readings, _ = planted(60)
    with open_ledger(tmp_path / "ledger.db") as ledger:
        put(ledger, readings)
        relink(ledger)
        before = ledger.latest()
        assert link_new(ledger, few=0).labels == 0 and ledger.latest() == before


@pytest.mark.parametrize("few", [0, FAR])
def test_a_revision_or_an_erasure_links_everything_anew(tmp_path: Path, few: int) -> None:
    readings, _ = planted(60)
    with open_ledger(tmp_path / "ledger.db") as ledger:
        put(ledger, readings)
        relink(ledger)
        gone = readings[0].report
        ledger.erase(gone.id, "asked for")
        assert ledger.linking.since() is None
        link_new(ledger, few=few)
        assert not any(ref.startswith(f"{gone.id}#") for ref in ledger.labels())
        changed = msgspec.structs.replace(readings[1].report, text=readings[1].report.text + " More.")
        put(ledger, [msgspec.structs.replace(readings[1], report=changed)])
        assert ledger.linking.since() is None
        link_new(ledger, few=few)
        assert ledger.linking.since() == ()
