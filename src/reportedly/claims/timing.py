"""Which of the times of a sentence is that of the event, which that of speaking (rules 16 and 25)."""

from reportedly.claims.frame import Frame
from reportedly.claims.things import Moment, Voice
from reportedly.model import Comparison, Said, Span, TimeSpan
from reportedly.model.terms import EventType


def of_event(
    moments: list[Moment], voice: Voice | None, clause: Span, event: EventType, compared: Comparison | None
) -> Moment | None:
    """The time of the event: in the clause, else at the head of the sentence; the time of telling comes last."""
    if event == "statement":
        return None
    scope = compared.span if compared and compared.span else (0, 0)
    told = [m for m in moments if m.time is not None and not m.as_of and not m.stamp]
    since = {m.span[1] for m in told if m.loose}
    told = [m for m in told if not (since & {m.span[0] - 1, m.span[0]})]  # "since the start of the war in May": its day
    told = [m for m in told if not (m.loose and scope[0] <= m.span[0] < scope[1])]
    here = [m for m in told if clause[0] <= m.span[0] < clause[1]]
    if event == "assessment":
        return next(iter(sorted(here, key=lambda m: m.loose)), None)
    spoken = [m for m in here if voice is not None and _of_speaking(m, voice)]
    own = [m for m in here if m not in spoken]
    firm = sorted(own, key=lambda m: (m.loose, _before_speaker(m, voice)))
    head = [m for m in told if m.span[0] < clause[0] and not m.loose]
    return next(iter([*firm, *head, *spoken]), None)


def stamp(moments: list[Moment], frame: Frame, event: EventType) -> TimeSpan | None:
    """The clock stamp of a line, for what is news in it; the toll of an event told before keeps its time."""
    if event in ("assessment", "statement") or (event in ("casualties", "damage") and frame.time is not None):
        return None
    return next((m.time for m in moments if m.stamp), None)


def said(moments: list[Moment], voice: Voice | None, start: int, end: int) -> Said | None:
    """When the claim was made, or as of when it holds; never the time of the event."""
    for m in moments:
        if start <= m.span[0] < end and m.time and (m.as_of or (voice is not None and _of_speaking(m, voice))):
            return Said(text=m.time.text, start=m.time.start, end=m.time.end)
    return None


def _before_speaker(moment: Moment, voice: Voice | None) -> bool:
    """Whether a time opens the sentence before its speaker: "Earlier on Friday the ministry said that ..."."""
    return voice is not None and voice.cue is not None and moment.span[1] <= voice.cue[0]


def _of_speaking(moment: Moment, voice: Voice) -> bool:
    """Whether a time stands with the reporting word: right behind it, or between speaker and word."""
    if voice.cue is None:
        return False
    gap = moment.span[0] - voice.cue[1]
    return 0 <= gap <= 12 or (moment.span[1] <= voice.cue[0] and voice.cue[0] - moment.span[1] <= 2)
