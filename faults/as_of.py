"""Any sequence of steps: what a view says of any time is what a naive list of states says."""

import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import hypothesis
import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from faults.build import claim, report
from reportedly.ledger import Ledger, View, open_ledger
from reportedly.model import Decision, Finding, Reading

SMALL = st.integers(0, 3)
STEPS = st.one_of(
    st.tuples(st.just("add"), SMALL, SMALL),
    st.tuples(st.just("label"), SMALL, SMALL),
    st.tuples(st.just("propose"), SMALL, SMALL),
    st.tuples(st.just("accept"), SMALL, SMALL),
    st.tuples(st.just("weigh"), SMALL, SMALL),
    st.tuples(st.just("erase"), SMALL, SMALL),
)
State = dict[str, Any]


def seen(view: View) -> State:
    """What a view shows."""
    return {
        "reports": [r.id for r in view.reports(current=False)],
        "current": [r.id for r in view.reports()],
        "claims": sorted((t.ref, t.claim.event, t.claim.incident) for t in view.claims(current=False)),
        "findings": sorted(f.explanation for f in view.findings_across().values()),
        "proposals": sorted((report, version) for _, report, version in view.proposals()),
        "words": sorted(hit.told.ref for hit in view.search("version1", limit=1000)),
    }


class Naive:
    """The ledger as plain lists; each step changes a copy of the state before."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.chains: dict[int, list[str]] = {}
        self.claims: dict[str, list[tuple[str, str, str | None]]] = {}
        self.texts: dict[str, str] = {}
        self.order: list[str] = []
        self.ever: dict[str, set[str]] = {}
        self.findings: dict[str, set[str]] = {}
        self.waiting: dict[int, tuple[str, str, list[tuple[str, str, str | None]]]] = {}
        self.states: list[tuple[int, State]] = []

    def step(self, kind: str, a: int, b: int) -> None:
        getattr(self, kind)(a, b)
        size = self.ledger.status()["entries"]
        assert isinstance(size, int)
        self.states.append((size, self.state()))

    def state(self) -> State:
        newest = {chain[-1] for chain in self.chains.values() if chain}
        return {
            "reports": list(self.order),
            "current": [name for name in self.order if name in newest],
            "claims": sorted((f"{n}#{c}", event, label) for n in self.order for c, event, label in self.claims[n]),
            "findings": sorted(self.findings),
            "proposals": sorted((name, version) for name, version, _ in self.waiting.values()),
            "words": sorted(
                f"{name}#{c}" for name in self.order if "version1 " in self.texts[name] for c, _, _ in self.claims[name]
            ),
        }

    def add(self, a: int, b: int) -> None:
        text = f"report {a} version{b} and more words to stand on, enough of them"
        added = self.ledger.add(self._incoming(a, text))
        if added.status in ("known", "erased"):
            return
        assert added.id is not None
        self.chains.setdefault(a, []).append(added.id)
        self.order.append(added.id)
        self.texts[added.id] = text
        self.claims[added.id] = [("c1", "strike", None), ("c2", "fire", None)]

    def _incoming(self, a: int, text: str) -> Any:
        made = report(a, text=text, claims=2)
        assert made.reading is not None
        whole = tuple(msgspec.structs.replace(c, start=0, end=len(text)) for c in made.reading.claims)
        return msgspec.structs.replace(made, reading=msgspec.structs.replace(made.reading, claims=whole))

    def label(self, a: int, b: int) -> None:
        names = {f"{chain[-1]}#c1": f"i{b}" for chain in (self.chains.get(a), self.chains.get(b)) if chain}
        self.ledger.label(names)
        for ref, label in names.items():
            name = ref.partition("#")[0]
            self.ever.setdefault(name, set()).add(label)
            self.claims[name] = [(c, e, label if c == "c1" else old) for c, e, old in self.claims[name]]

    def propose(self, a: int, b: int) -> None:
        for name in self.chains.get(a, [])[-1:]:
            kept = self.ledger.report(name)
            assert kept is not None
            length = len(kept.text)
            found = [msgspec.structs.replace(claim(kept, k), start=0, end=length) for k in range(b)]
            seq = self.ledger.propose(Reading(report=kept, claims=tuple(found)), f"v{b}")
            assert seq is not None
            self.waiting[seq] = (name, f"v{b}", [(c.id, c.event, None) for c in found])

    def accept(self, a: int, b: int) -> None:
        for seq in sorted(self.waiting)[:1]:
            name, _, claims = self.waiting.pop(seq)
            made = Decision(id=f"d{seq}", kind="accept", subject=f"reading:{seq}", by="me", at="2025-07-02")
            self.ledger.decide(made, {"reports": [name], "adopts": seq})
            self.claims[name] = claims

    def weigh(self, a: int, b: int) -> None:
        names = sorted({chain[-1] for chain in (self.chains.get(a), self.chains.get(b)) if chain})
        if names:
            told = Finding(
                kind="trend",
                severity="note",
                claims=tuple(f"{name}#c1" for name in names),
                code="x",
                explanation=" ".join(names),
            )
            self.ledger.weigh([told])
            self.findings = {told.explanation: set(names)}

    def erase(self, a: int, b: int) -> None:
        chain = self.chains.pop(a, [])
        if not chain:
            return
        shared = {label for name in chain for label in self.ever.pop(name, set())}
        self.ledger.erase(chain[0], "asked for")
        for name in chain:
            self.order.remove(name)
            del self.claims[name]
        self.claims = {
            n: [(c, e, None if label in shared else label) for c, e, label in some] for n, some in self.claims.items()
        }
        self.ever = {n: labels - shared for n, labels in self.ever.items()}
        self.findings = {said: names for said, names in self.findings.items() if not names & set(chain)}
        self.waiting = {seq: one for seq, one in self.waiting.items() if one[0] not in chain}
        # It is gone from the past too, with the labels that it shared and the linking that used them; what is left of
        # labels before an erasure is not promised, so those states are no longer compared.
        self.states.clear()


@lru_cache(maxsize=1)
def _empty() -> bytes:
    """A ledger that nothing is in yet; to make one anew each time costs more than the steps."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "ledger.db"
        open_ledger(place).close()
        return place.read_bytes()


def compared(steps: list[tuple[str, int, int]]) -> int:
    """Take the steps, then compare every state; how many were compared. Raises ``AssertionError`` where one differs."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "ledger.db"
        place.write_bytes(_empty())
        return _compared(place, steps)


def _compared(place: Path, steps: list[tuple[str, int, int]]) -> int:
    with open_ledger(place) as ledger:
        naive = Naive(ledger)
        for step in steps:
            naive.step(*step)
        for size, state in naive.states:
            view = ledger.after(size)
            assert seen(view) == state
            told = {i.id: (len(i.reports), len(i.claims), i.start, i.end) for i in view.incidents()}
            assert told == {h.label: (h.reports, h.claims, h.start, h.end) for h in view.lists.incidents()}
        assert ledger.verify() == ()
        before = seen(ledger)
        ledger.rebuild()
        assert seen(ledger) == before
        return len(naive.states)


def run(sequences: int, seed: int = 1) -> dict[str, int]:
    """Try ``sequences`` of steps that Hypothesis makes up; states compared, and whether one differed."""
    counts = {"sequences": 0, "states compared": 0, "different": 0}

    @hypothesis.seed(seed)
    @settings(max_examples=sequences, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(STEPS, min_size=1, max_size=9))
    def tried(steps: list[tuple[str, int, int]]) -> None:
        counts["sequences"] += 1
        counts["states compared"] += compared(steps)

    try:
        tried()
    except AssertionError:
        counts["different"] = 1
    return counts
