"""What the gate holds now: how many claims for which reason, and which.

Numbers and lists come from what the ledger keeps beside each claim; each claim that is shown has been through the gate.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain

from reportedly.desk.queries import Shelf
from reportedly.lineage.embargo import Wait
from reportedly.publish.gate import Held
from reportedly.publish.rules import Rules

WHAT = {
    "target unknown": "An editor says what the target is (Review, correct): then it waits like any other.",
    "time unknown": "An editor says when it was (Review, correct).",
    "hidden or rejected by an editor": "Taking that decision back lets it out.",
    "embargo (military)": "At least 12 hours after the event; only time lets it out.",
    "embargo (civilian)": "At least 3 hours after the event; only time lets it out.",
}
WAITS: tuple[Wait, ...] = ("military", "civilian")
_SOME = 40


def let_out(wait: Wait, rules: Rules | None = None) -> str:
    """The moment (ISO, UTC) by which the event of a claim must be over for the claim to leave now."""
    moment = datetime.now(UTC) - (rules or Rules()).wait(wait)
    return moment.isoformat(timespec="microseconds")


def held(shelf: Shelf) -> Counter[str]:
    """How many claims are held for each reason."""
    found: Counter[str] = Counter()
    for (wait, late), n in shelf.numbers.claims.items():
        if wait is None or late:
            found["target unknown" if wait is None else "time unknown"] += n
    for wait in WAITS:
        found[f"embargo ({wait})"] += shelf.view.lists.embargoed(wait, let_out(wait))
    found.subtract(one.why for one in shelf.gate_as_read(tuple(shelf.decided.before.values())).held)
    found.update(one.why for one in shelf.gate(shelf.decided.after.values()).held)
    return found


def kept_back(shelf: Shelf, why: str = "") -> Iterator[Held]:
    """The claims that are held, for one reason or all of them, those that people touched first."""
    for one in shelf.gate(shelf.decided.after.values()).held:
        if why in ("", one.why):
            yield one
    for reason in [why] if why in WHAT else WHAT:
        yield from _of_the_ledger(shelf, reason)


def _of_the_ledger(shelf: Shelf, why: str) -> Iterator[Held]:
    lists = shelf.view.lists
    if why == "target unknown":
        found = lists.kept_back(None, None)
    elif why == "time unknown":
        found = chain.from_iterable(lists.kept_back(wait, None) for wait in WAITS)
    else:
        wait = next((wait for wait in WAITS if why == f"embargo ({wait})"), None)
        found = lists.kept_back(wait, let_out(wait)) if wait is not None else iter(())
    some: list[str] = []
    for one in found:
        if one.report in shelf.decided.before:
            continue
        some.append(one.ref)
        if len(some) == _SOME:
            yield from _through(shelf, some, why)
            some = []
    yield from _through(shelf, some, why)


def _through(shelf: Shelf, refs: Sequence[str], why: str) -> Iterator[Held]:
    """What the gate says of claims that the ledger has as held."""
    reports = dict.fromkeys(ref.rpartition("#")[0] for ref in refs)
    said = {one.ref: one for one in shelf.gate(shelf.all_left(reports)).held}
    yield from (said[ref] for ref in refs if ref in said and said[ref].why == why)
