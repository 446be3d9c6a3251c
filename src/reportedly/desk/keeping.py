"""Readings kept in memory and brought up to date by what the log says has changed, not read anew each time."""

from reportedly.ledger import View
from reportedly.model import Reading

_MOST = 4_000
"""Entries, and reports that they are about, up to which it is cheaper to look at them one by one."""


class Keeper:
    """The latest readings of a ledger, oldest first."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._seq = -1
        self._kept: dict[str, Reading] = {}

    def readings(self, seq: int) -> tuple[Reading, ...]:
        """The readings in force after an entry, the last one that the view has."""
        if self._seq < 0 or not self._follow(seq):
            self._kept = {r.report.id: r for r in self._view.readings()}
        self._seq = seq
        return tuple(self._kept.values())

    def _follow(self, seq: int) -> bool:
        """Bring what is kept up to date; ``False`` where too much has changed."""
        entries = [some for some in self._view.entries(self._seq, _MOST) if some[0].seq <= seq]
        changed = dict.fromkeys(name for e, about in entries if e.kind != "finding" for name in about)
        if len(changed) > _MOST or entries and entries[-1][0].seq != seq:
            return False
        if any(e.kind == "erasure" for e, _ in entries):
            return False
        for name in changed:
            self._renew(name)
        return True

    def _renew(self, name: str) -> None:
        ids = self._view.revisions(name)
        for older in ids[:-1]:
            self._kept.pop(older, None)
        if ids and ids[-1] == name:
            reading = self._view.reading(name)
            if reading is not None:
                self._kept[name] = reading
