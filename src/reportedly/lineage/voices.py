"""Whose word a claim is: the last link of its chain, or the publisher; one key per speaker over all reports."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from reportedly.languages import codes, fold, lexicon
from reportedly.languages.sides import side_by_words
from reportedly.lineage.names import parts, same_name, vague
from reportedly.lineage.offices import Offices
from reportedly.model import Claim, Reading, Source
from reportedly.packs import sources

PUBLISHER = "publisher"
SOURCE_IN = "a source in "
"""Before the name of a body: an unnamed person who is said to be of it."""
OUTLETS = ("media", "channel")
CROWD = 40
"""A word that so many names share tells nobody apart."""
_WORDS = re.compile(r"(?:\w\.){2,}|\w+(?:[-'’ʼ.+]\w+)*\+?")


class Voice(NamedTuple):
    """Who vouches for a claim. ``named``: somebody who can be told from others; ``own``: no source is given.

    Unnamed people have a key of their own in each report, but for one source in a named body ("a source in the SBU").
    """

    key: str
    name: str
    side: str | None
    named: bool
    own: bool
    state: bool
    kind: str | None


@lru_cache(maxsize=16384)
def _party(name: str) -> sources.Party | None:
    directory = sources.load()
    if ":" in name:
        return directory.by_handle(name)
    words = _WORDS.findall(name)
    found = directory.find(words)
    return found[0].party if len(found) == 1 and 2 * (found[0].last - found[0].first) >= len(words) else None


def side_of(name: str) -> str | None:
    """The side of a conflict that a name speaks for: by pack, else by the state's name in its words."""
    party = _party(name)
    if party is not None:
        return party.side
    found = sources.load().find(_WORDS.findall(name))
    known = {f.party.side for f in found if f.party.side}
    if len(known) == 1:
        return known.pop()
    return side_by_words(name)


class Voices:
    """The speakers of a set of readings. ``side`` and ``own`` are look-ups that go before the packs."""

    def __init__(
        self,
        readings: Sequence[Reading],
        side: Callable[[str], str | None] | None = None,
        own: Callable[[str], str | None] | None = None,
    ) -> None:
        self._side, self._own = side, own
        self._offices = Offices(readings)
        names = {s.name for r in readings for c in r.claims for s in c.sources}
        publishers = {r.report.publisher for r in readings if r.report.publisher}
        self._canonical: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self._rooms: dict[str, list[str]] = {}
        self.meet(names | publishers)
        for reading in readings:
            for claim in reading.claims:
                for source in claim.sources:
                    if source.kind:
                        self._kinds.setdefault(self._canonical[source.name], source.kind)

    def meet(self, names: Iterable[str]) -> None:
        """Learn more names; who was met before keeps the name under which they go."""
        new = {name for name in names if name not in self._canonical}
        for name in sorted(new, key=lambda n: (_party(n) is None, ":" in n, -len(n), n)):
            self._canonical[name] = self._settle(name, self._rooms)

    def namesakes(self, name: str) -> set[str]:
        """All names of the speaker who goes under a name, itself among them."""
        within = name.removeprefix(SOURCE_IN) if name.startswith(SOURCE_IN) else None
        told = {other for other in self._canonical if within is not None and body_of(other) == within}
        return {other for other, given in self._canonical.items() if given == name} | told | {name}

    def _settle(self, name: str, rooms: dict[str, list[str]]) -> str:
        """The name under which a speaker goes: the pack's, or that of the first namesake."""
        party = _party(name)
        given = party.name if party is not None else None
        if given is None and ":" in name and self._own is not None:
            given = self._own(name)
        best = given or name
        pieces = parts(best)
        if given is None and not vague(name):
            handle = ":" in name
            for piece in (*pieces, *(p[:3] for p in pieces)):
                for other in rooms.get(piece, ()):
                    if same_name(best, other) or (handle and len(piece) >= 5 and piece == parts(other)[-1]):
                        return other
        for piece in {*pieces, *(p[:3] for p in pieces if len(p) >= 7)}:
            room = rooms.setdefault(piece, [])
            if len(room) < CROWD:
                room.append(best)
        return best

    def of(self, reading: Reading, claim: Claim) -> Voice:
        """The voice behind a claim; a class of people ("residents") is another voice in each report."""
        if claim.sources:
            last = self._speaker(claim)
            name = self._holder(reading, claim, last) or self._canonical.get(last.name, last.name)
            party = _party(name)
            several = (
                vague(last.name)
                and last.kind not in ("ngo", "organisation")
                and (party is None or party.kind in ("channel", "media", "anonymous"))
            )
            nobody = last.kind == "anonymous" or last.named == "anonymous" or several
            body = body_of(last.name) if nobody or last.named == "role" else None
            shared = not nobody or (body is not None and not _plural(name))
            return Voice(
                key=f"{SOURCE_IN}{body}" if body else name if shared else f"{name}@{reading.report.id}",
                name=f"{SOURCE_IN}{body}" if body else name,
                side=last.side or self.side(name),
                named=shared,
                own=False,
                state=_is_state(name),
                kind="anonymous" if body else last.kind or (party.kind if party else None),
            )
        publisher = reading.report.publisher or f"report {reading.report.id}"
        name = self._canonical.get(publisher, publisher)
        party = _party(name)
        kind = party.kind if party else self._kinds.get(name, PUBLISHER)
        hearsay = claim.certainty == "possible"
        return Voice(
            key=f"{name}@{reading.report.id}#{claim.id}" if hearsay else name,
            name=name,
            side=self.side(name),
            named=not hearsay,
            own=kind in (PUBLISHER, "media", "channel"),
            state=False,
            kind=kind,
        )

    def _holder(self, reading: Reading, claim: Claim, source: Source) -> str | None:
        """The one person who holds the office by which a source is called, where the reports say so."""
        if _party(source.name) is not None:
            return None
        names = {self.canonical(name) for name in self._offices.holders(reading, claim, source)}
        return names.pop() if len(names) == 1 else None

    def _speaker(self, claim: Claim) -> Source:
        """The last link; an unnamed one is known only through whoever quotes it, so the link before it."""
        last = claim.sources[-1]
        unnamed = last.kind == "anonymous" or last.named == "anonymous" or vague(last.name)
        if unnamed and len(claim.sources) > 1 and side_of(last.name) is None:
            return claim.sources[-2]
        return last

    def side(self, name: str) -> str | None:
        given = self._side(name) if self._side is not None else None
        return given or side_of(name)

    def canonical(self, name: str) -> str:
        return self._canonical.get(name, name)


@lru_cache(maxsize=16384)
def body_of(name: str) -> str | None:
    """The one body that an unnamed person is said to be of ("an official in the SBU"); ``None`` for classes."""
    if _plural(name.split()[-1]) and vague(name):
        return None
    found = sources.load().find(_WORDS.findall(name))
    found = [f for f in found if not f.party.state and not f.party.person and f.party.kind not in OUTLETS]
    whole = any(2 * (f.last - f.first) > len(name.split()) and len(name.split()) < 3 for f in found)
    return found[0].party.name if len(found) == 1 and not whole and _party(name) is None else None


def _plural(name: str) -> bool:
    return fold(name).endswith(("s", "ы", "и", "і", "ї"))


def _is_state(name: str) -> bool:
    party = _party(name)
    if party is not None and party.state:
        return True
    return fold(name).endswith((" authorities", " officials", " government"))


def bare_state(name: str) -> bool:
    """A state or capital that "says" something: it speaks through its ministries. Not "Russian officials"."""
    party = _party(name)
    return party is not None and party.state and " " not in name


@lru_cache(maxsize=1)
def _both() -> re.Pattern[str]:
    return re.compile("|".join(lexicon(code, "episodes").BOTH_SIDES for code in codes()))


def both_sides(name: str) -> bool:
    """A source that stands on both sides of a conflict: "officials on both sides"."""
    return bool(_both().search(fold(name)))
