"""From which word an account stems: the speaker named, or the one whom a relay or a state's voice repeats."""

from collections.abc import Iterable

from reportedly.lineage.board import Account, Board, Case, Figure
from reportedly.lineage.values import INF
from reportedly.lineage.voices import bare_state

VAGUE = ((3.0, 9.0), (24.0, 99.0), (200.0, 999.0))
UMBRELLA = {"United Nations": ("UN ", "OCHA", "OHCHR", "UNHCR", "UNICEF", "WHO", "WFP", "IOM")}
"""A family of bodies: its name alone stands for the member that gives the same figure."""
OFFICIAL = ("official", "military")


def same_value(a: Figure, b: Figure) -> bool:
    """One figure repeated: same topic, part and number ("34" and "at least 34"); vague words repeat nothing."""
    if a.topic.removesuffix(".military") != b.topic.removesuffix(".military") or a.part != b.part:
        return False
    if a.range == b.range:
        return not vaguely(a)
    return a.range.low == b.range.low > 0 and (a.range.high == INF or b.range.high == INF)


def vaguely(figure: Figure) -> bool:
    """Whether a figure only stands for a word: several (3 to 9), dozens (24 to 99), hundreds (200 to 999)."""
    return (figure.range.low, figure.range.high) in VAGUE


def figures_of(case: Case, account: Account) -> tuple[Figure, ...]:
    return case.by_claim.get(account.ref, ())


def _alike(case: Case, a: Account, b: Account) -> bool:
    """Whether ``b`` may be what ``a`` repeats: a figure in common, or, without figures, the same event and polarity."""
    one, two = figures_of(case, a), figures_of(case, b)
    if one and two:
        return any(same_value(x, y) for x in one for y in two)
    bare = bare_state(a.voice.name)
    return bare and not one and a.claim.event == b.claim.event and a.claim.polarity == b.claim.polarity


def origins_of(board: Board, case: Case) -> "Origins":
    """The origins of a case of a board, found once."""
    found = board.origins.get(case.incident)
    if found is None:
        found = board.origins[case.incident] = Origins(board, case)
    return found


class Origins:
    """The origin of each account of a case, by reference; a vague voice stays its own."""

    def __init__(self, board: Board, case: Case) -> None:
        self._case = case
        self._publishers: dict[str, list[Account]] = {}
        for a in case.accounts:
            if a.reading.report.publisher:
                self._publishers.setdefault(board.voices.canonical(a.reading.report.publisher), []).append(a)
        self._key: dict[str, str] = {a.ref: self._resolve(a) for a in case.accounts}

    def __getitem__(self, account: Account) -> str:
        return self._key[account.ref]

    def _resolve(self, account: Account, depth: int = 0) -> str:
        voice = account.voice
        if depth > 3:
            return voice.key
        if account.claim.sources and voice.name in self._publishers:
            source = self._relayed(account, self._publishers[voice.name])
            if source is not None:
                return self._resolve(source, depth + 1)
        if (voice.state and voice.side) or voice.name in UMBRELLA:
            source = self._spoken(account)
            if source is not None:
                return source.voice.key
        return voice.key

    def _relayed(self, account: Account, theirs: Iterable[Account]) -> Account | None:
        """The account in the cited publisher's own report that this one passes on."""
        mine = {q.value for q in account.claim.quantities} | {w.count for w in account.claim.weapons}
        best, score = None, 0
        for a in theirs:
            if a.report == account.report or a.claim.event != account.claim.event:
                continue
            values = {q.value for q in a.claim.quantities} | {w.count for w in a.claim.weapons}
            points = 1 + 2 * len((mine & values) - {None})
            if points > score:
                best, score = a, points
        return best

    def _spoken(self, account: Account) -> Account | None:
        """The official of the same side whose words a state's name ("Moscow says") stands for."""
        for a in self._case.accounts:
            voice = a.voice
            if account.voice.name in UMBRELLA:
                if not voice.name.startswith(UMBRELLA[account.voice.name]):
                    continue
            elif voice.side != account.voice.side or voice.state or not voice.named or voice.kind not in OFFICIAL:
                continue
            if a.report != account.report and _alike(self._case, account, a):
                return a
        return None
