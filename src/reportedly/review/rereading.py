"""A newer version reads reports again: it proposes, people decide. Nothing that people decided is overwritten."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from reportedly.ledger import Ledger, LedgerError, View
from reportedly.model import Claim, Reading, Report
from reportedly.review.anchors import Anchor, anchor, find, plain
from reportedly.review.decisions import anchors, decide, in_force


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """What another reading of a report would change: numbers of claims, and decisions that would lose their claim.

    ``entry`` is the entry of the proposal; ``None`` where the report had no reading and got its first.
    """

    report: str
    entry: int | None
    added: int
    gone: int
    changed: int
    same: int
    lost: tuple[str, ...] = ()
    frozen: bool = False

    @property
    def harmless(self) -> bool:
        """Whether every decision about the report would find its claim again."""
        return not self.lost and not self.frozen


def reread(
    ledger: Ledger,
    read: Callable[[Report], Reading],
    version: str,
    reports: Iterable[str] | None = None,
    failed: Callable[[str, Exception], None] | None = None,
) -> Iterator[Proposal]:
    """Read reports again and put on record what would change; a reading that says the same proposes nothing.

    A report that is frozen is left alone, unless it has no reading yet. One that cannot be read is told to ``failed``,
    without which the error is raised. Raises ``LedgerError`` for a report that is not there.
    """
    wanted = None if reports is None else set(reports)
    waiting = {report: seq for seq, report, _ in ledger.proposals()}
    decided = _decided(ledger)
    counting = in_force([made for made, _ in ledger.decisions()])
    frozen = {
        made.subject.removeprefix("report:")
        for made, _ in ledger.decisions()
        if made.kind == "freeze" and made.id in counting
    }
    present = list(ledger.readings(wanted, current=False, unread=True))
    missing = sorted((wanted or set()) - {before.report.id for before in present})
    if missing:
        raise LedgerError(f"{missing[0]}: no such report")
    for before in present:
        name = before.report.id
        if name in frozen and before.claims:
            continue
        try:
            after = read(before.report)
        except Exception as error:  # one report must not keep the others from being read
            if failed is None:
                raise
            failed(name, error)
            continue
        proposal = _compared(before, after, decided.get(name, ()))
        if not (proposal.added or proposal.gone or proposal.changed):
            continue
        if name in waiting and _same_as(ledger, waiting[name], after):
            yield msgspec.structs.replace(proposal, entry=waiting[name])
            continue
        entry = ledger.propose(msgspec.structs.replace(after, report=before.report), version)
        yield msgspec.structs.replace(proposal, entry=entry)


def take(ledger: Ledger, proposal: Proposal, *, by: str) -> bool:
    """Take a proposal if no decision loses its claim by it; says whether it was taken."""
    if proposal.entry is None or not proposal.harmless:
        return False
    decide(ledger, "accept", f"reading:{proposal.entry}", by=by, reason="rereading; no decision loses its claim")
    return True


def _decided(view: View) -> dict[str, tuple[tuple[str, Anchor], ...]]:
    found: dict[str, list[tuple[str, Anchor]]] = {}
    made = view.decisions()
    counting = in_force([decision for decision, _ in made])
    for decision, kept in made:
        for one in anchors(kept) if decision.id in counting else ():
            found.setdefault(one.report, []).append((decision.id, one))
    return {report: tuple(some) for report, some in found.items()}


def _compared(before: Reading, after: Reading, decided: Iterable[tuple[str, Anchor]]) -> Proposal:
    unmatched = list(after.claims)
    gone = changed = same = 0
    for claim in before.claims:
        match = find(anchor(before.report.id, claim), unmatched)
        if match is None:
            gone += 1
            continue
        unmatched.remove(match)
        if plain(match) == plain(claim):
            same += 1
        else:
            changed += 1
    lost = sorted({name for name, one in decided if find(one, after.claims) is None})
    return Proposal(
        report=before.report.id,
        entry=None,
        added=len(unmatched),
        gone=gone,
        changed=changed,
        same=same,
        lost=tuple(lost),
    )


def _same_as(ledger: View, seq: int, after: Reading) -> bool:
    """Whether a proposal that waits already says this."""
    content = ledger.content(seq)
    if content is None:
        return False
    waiting = msgspec.convert(content["claims"], tuple[Claim, ...])
    return [plain(claim) for claim in waiting] == [plain(claim) for claim in after.claims]
