"""Attribution by layout: a line "Source: X" over a report, and quotations that go on after their speaker."""

from collections.abc import Sequence

from reportedly.claims.attribution.naming import Naming
from reportedly.claims.attribution.records import Draft, Speaker, Stretch
from reportedly.claims.attribution.tokens import Tokens
from reportedly.claims.attribution.words import Words
from reportedly.model import Span


def headed(text: str, parsed: Sequence[Tokens], naming: Naming, w: Words) -> list[tuple[Span, Speaker]]:
    """As in "Source: the General Staff" on a line of its own: what it vouches for, up to the background, and the party.

    News in blocks ("Source:", "Quote:", "Details:", "Background:") gives its source once, below the lead.
    """
    m = w.patterns["SOURCE_LINE"].search(text)
    if m is None:
        return []
    s = next((x for x in parsed if len(x) and x.first <= m.end() < x.last), None)
    if s is None:
        return []
    first = s.index(m.end())
    found = [f for f in s.named if f.first >= first and f.party.kind not in ("media", "channel")]
    party = next((f for f in found if f.party.person), found[0] if found else None)
    if party is not None:
        speaker: Speaker | None = naming.party(party.party, (s.start[party.first], s.end[party.last - 1]), None)
    else:
        stop = next((k for k in range(first + 1, len(s)) if not s.is_word(k) or w.is_(s.low[k], "p")), len(s))
        speaker = naming.name(s, first, stop)
    if speaker is None:
        return []
    end = w.patterns["BACKGROUND"].search(text, m.end())
    return [((0, end.start() if end else len(text)), speaker)]


def goes_on(sentences: Sequence[Stretch], quotations: Sequence[Span], settled: list[list[Draft]]) -> None:
    """As in "A," X said. "B.": a quotation without a speaker is that of the speaker right before it."""
    for n in range(1, len(settled)):
        here, before = sentences[n], settled[n - 1]
        if settled[n] or not before or before[-1].speaker is None or before[-1].act == "declines":
            continue
        last = before[-1]
        quotation = next((q for q in quotations if abs(q[0] - here.start) <= 1 and here.end <= q[1] + 1), None)
        if quotation is None or last.scope[1] < sentences[n - 1].end - 2:
            continue
        within = (k for k in range(n, len(settled)) if sentences[k].start <= quotation[1])
        if any(settled[k] for k in within):
            continue
        settled[n].append(
            Draft(
                left=here.start, right=here.start, cue=last.cue, mode="forward", speaker=last.speaker,
                outer=last.outer, inner=last.inner, act="says", scope=(here.start, quotation[1]), anaphoric=True,
            )
        )  # fmt: skip
