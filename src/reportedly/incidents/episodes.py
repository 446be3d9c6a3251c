"""One report falls into episodes: each claim goes with the happening that it tells of or follows.

Within a report order speaks: a claim without place and time of its own goes with the one before; consequences and
words go with the attack; another town, another hour or another kind of happening opens a new episode.
"""

from dataclasses import dataclass, field
from itertools import combinations

from reportedly.incidents.facets import WORDS, Facet, Scale, facets
from reportedly.lineage.geo import closest, fineness, guessed, km
from reportedly.lineage.times import Window, gap
from reportedly.model import Place, Reading

PLACE_SCORE = {"same": 3.0, "within": 2.0, "near": 0.3, "unknown": 0.0}
FLIGHT_KM = 150.0
"""A drone shot down so far from a strike may have been bound for the same target."""
SHARP_HOURS = 3.0
CORE_HOURS = 24.0
AFTERMATH_HOURS = 24.0 * 14
ENOUGH = 1.0
AFTER_RAID = ("fire", "damage", "explosion", "casualties", "clash")
"""What a raid did in several places at once; a strike on several is a raid by itself."""
STAYS = 1.2
"""How much speaks for the happening spoken of last."""


@dataclass(slots=True)
class Episode:
    """Claims of one report about one happening; ``fixed`` facts come from its first event claim."""

    report: str
    facets: list[Facet] = field(default_factory=list)
    spots: list[Place] = field(default_factory=list)
    approach: list[Place] = field(default_factory=list)
    core: list[Window] = field(default_factory=list)
    windows: list[Window] = field(default_factory=list)
    around: list[Window] = field(default_factory=list)
    families: list[str] = field(default_factory=list)
    topics: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    arms: set[str] = field(default_factory=set)
    scale: Scale | None = None
    passing: bool = True
    """Whether its places are only those that weapons passed over or fell on when shot down."""

    def add(self, facet: Facet) -> None:
        self.facets.append(facet)
        words = facet.claim.event in WORDS
        if not words:
            if facet.spots and self.passing and facet.family and facet.claim.event != "interception":
                self.spots, self.passing = [], False
            elif facet.spots and not facet.family and not self.families:
                self.passing = False
            if facet.family and not self.families:
                self.spots = []  # the event itself says where it was; what came before only hinted
            if facet.family or not self.families or (not self.spots and "agreement" not in self.families):
                coarse = any(fineness(p) <= 2 for p in self.spots)
                self.spots.extend(p for p in facet.spots if p not in self.spots and not (coarse and fineness(p) > 2))
            self.approach.extend(facet.approach)
        if facet.window is not None and not words:
            self.windows.append(facet.window)
            if facet.family:
                self.core.append(facet.window)
        elif facet.around is not None and not words:
            self.around.append(facet.around)
        rumour = facet.claim.certainty == "possible" and bool(self.families)
        if facet.family and facet.claim.polarity in ("affirmed", "withheld") and not rumour:
            self.families.append(facet.family)
            self.arms.update(facet.arms)
            if facet.topic:
                self.topics.add(facet.topic)
            target = own_target(facet)
            if target:
                self.targets.add(target)
        elif not words and not self.families:
            self.arms.update(facet.arms)
        if (facet.family or facet.spots) and not words and self.scale is None:
            self.scale = facet.scale


def own_target(facet: Facet) -> str | None:
    """The target of an event where it is a thing, not the town itself."""
    target = facet.claim.target
    if target is None or target.kind in ("settlement", "area") or facet.claim.polarity != "affirmed":
        return None
    return target.name.lower()


def _place_score(facet: Facet, episode: Episode, current: bool) -> float | None:
    """``None``: elsewhere. 0: nothing to compare."""
    if not facet.spots:
        return 1.5 if closest(facet.approach, episode.spots) in ("same", "within") else 0.0
    if not episode.spots:
        return 0.5
    best = closest(facet.spots, episode.spots)
    if best == "near" and fineness(facet.spots[0]) <= 2 and all(fineness(p) <= 2 for p in episode.spots):
        best = "apart"
    if episode.scale == "wave" and fineness(facet.spots[0]) <= 2 and facet.claim.event not in ("interception", *WORDS):
        best = "same" if best == "same" else "apart"  # a raid's tally is one happening, what it did in a town another
    if best == "within" and episode.scale == "local" and _second_town(facet, episode):
        return None
    score = PLACE_SCORE.get(best or "apart")
    lands = {p.country for p in episode.spots}
    if score is None and episode.scale == "wave" and facet.family is None and fineness(facet.spots[0]) > 2:
        return 0.5 if all(p.country in lands for p in facet.spots) else None
    if score is None and current and all(guessed(p) for p in facet.spots):
        return 1.5
    if score is None and episode.passing and episode.scale == "local" and _within_flight(facet, episode):
        return 1.5
    if facet.claim.event == "interception" and (score is None or score < 1.5):
        for one, other in ((facet.approach, episode.spots), (facet.spots, episode.approach)):
            if closest(one, other) in ("same", "within"):
                return 1.5
    return score


def _second_town(facet: Facet, episode: Episode) -> bool:
    """Whether a claim is of another town of the district struck than those before it: what each suffered is its own."""
    towns = [p for f in episode.facets for p in f.spots if p.kind == "settlement"]
    wide = bool(episode.spots) and all(p.kind == "district" for p in episode.spots)
    return wide and bool(towns) and closest(facet.spots, towns) in ("near", "apart")


def _within_flight(facet: Facet, episode: Episode) -> bool:
    return any((km(p, q) or FLIGHT_KM) < FLIGHT_KM for p in facet.spots for q in episode.spots)


def _time_score(facet: Facet, episode: Episode) -> float | None:
    if facet.window is None:
        return 0.0
    have = episode.core or episode.windows or episode.around
    if not have:
        return 0.2
    if facet.window.sharp and any(w.sharp for w in have):
        have = [w for w in have if w.sharp]
    nearest = min((gap(facet.window, w), w) for w in have)
    hours, other = nearest
    if hours <= 0:
        return 1.0
    if facet.family is None:
        later = facet.window.start >= other.start or not episode.core
        return (0.3 if hours <= CORE_HOURS else 0.0) if later and hours <= AFTERMATH_HOURS else None
    if facet.window.sharp and other.sharp:
        return 0.5 if hours <= SHARP_HOURS else None
    return 0.3 if hours <= CORE_HOURS / 2 else None


def _other_arms(facet: Facet, episode: Episode) -> bool:
    """Whether "also" or "later" goes with other weapons than the episode's: a second attack."""
    if facet.claim.event not in ("strike", "casualties"):
        return False
    return bool(facet.arms and episode.arms) and not facet.arms & episode.arms


def _districts(facet: Facet, episode: Episode) -> bool:
    """Two quarters of a city, or a quarter and a town."""
    grades = [fineness(p) for p in (*facet.spots, *episode.spots)]
    return bool(facet.spots) and 2 in grades and max(grades) == 2


def _firm(facet: Facet) -> bool:
    return facet.claim.polarity == "affirmed" and facet.claim.certainty != "possible" and bool(facet.spots)


def _kind_score(facet: Facet, episode: Episode) -> float | None:
    if facet.again and facet.spots and _other_arms(facet, episode):
        return None
    if facet.family is None or not episode.families:
        return 0.0
    if facet.topic and episode.topics and facet.topic not in episode.topics:
        return None
    if facet.family in episode.families:
        return None if facet.again and _other_arms(facet, episode) else 0.5
    if "disaster" in (facet.family, *episode.families) and _firm(facet):
        return -0.5 if closest(facet.spots, episode.spots) == "same" else None
    if "agreement" in (facet.family, episode.families[0]) and (facet.spots or facet.topic in ("exchange", "talks")):
        return None
    if facet.family == "air" and "ground" in episode.families and not facet.spots and facet.window is not None:
        return None
    return 0.0 if facet.spots or facet.window else -0.5


def fits(facet: Facet, episode: Episode, current: bool) -> float | None:
    """How well a claim goes with an episode of its report; ``None`` if it cannot."""
    parts = (_place_score(facet, episode, current), _time_score(facet, episode), _kind_score(facet, episode))
    place, hours, kind = parts
    if place is None or hours is None or kind is None:
        return None
    counts = facet.family == "air" or facet.scale == "tally"
    told_apart = episode.scale is not None and facet.scale != episode.scale
    if counts and (facet.spots or facet.scale == "wave") and told_apart:
        return None
    score = place + hours + kind + (1.0 if current else 0.0)
    if facet.family is None and facet.spots and episode.topics & {"exchange", "talks"}:
        return None
    if episode.scale == "wave" and facet.spots and facet.claim.quantities and facet.claim.event == "casualties":
        return None  # a raid's tally counts weapons; who was hurt belongs to a place
    target = own_target(facet) if facet.family else None
    if target and place < 3.0 and episode.targets and target not in episode.targets and _districts(facet, episode):
        return None
    if facet.family and facet.spots and episode.spots and place < 1.5:
        return None
    return score


def _speaks_in(facet: Facet, episode: Episode) -> bool:
    names = {s.name for s in facet.claim.sources}
    return any(s.name in names for f in episode.facets for s in f.claim.sources)


def _hinted(facet: Facet, episodes: list[Episode], current: Episode) -> Episode:
    """A claim without words of its own stays where it is, but for an aside or a raid's tally, from which the place and
    the time that the reader carried over it lead back."""
    if facet.claim.event == "interception" and current.scale != "local":
        return current

    def points(e: Episode) -> float:
        total = STAYS if e is current and (e.scale != "wave" or not facet.hints) else 0.0
        there = closest(facet.hints, e.spots)
        if there == "apart" and all(guessed(p) for p in facet.hints):
            there = None
        if there is not None and (e.scale == "local" or there == "same"):
            total += 1.0 if there in ("same", "within") else 0.0 if there == "near" else -1.0
        spans = e.core or e.windows or e.around
        if facet.around is not None and spans:
            apart = min(gap(facet.around, w) for w in spans)
            total += 0.5 if apart <= 0 else 0.0 if apart <= CORE_HOURS else -1.0
        return total

    return max(reversed(episodes), key=points)


def _toll(facet: Facet) -> bool:
    """Whether a claim without a place counts the dead and hurt: a tally of weapons shot down hurts nobody."""
    return not facet.spots and facet.claim.event == "casualties" and bool(facet.claim.quantities)


def _operation(facet: Facet, episodes: list[Episode]) -> Episode | None:
    """The operation against several places that a claim is of: it names places far apart, or adds up what was told of
    several. What one of its places suffered stays with that place.
    """
    raids = [e for e in episodes if e.scale == "wave" and _time_score(facet, e) is not None]
    if facet.spread and facet.claim.event in AFTER_RAID:
        lands = {p.country for p in facet.spots}
        return next((e for e in reversed(raids) if lands & {p.country for p in e.spots}), None)
    if not facet.sums or facet.spots or facet.family == "agreement":
        return None
    struck = [e for e in episodes if e.scale == "local" and e.spots and not e.topics]
    if raids and struck:
        return raids[-1]
    if any(closest(a.spots, b.spots) == "apart" for a, b in combinations(struck, 2)):
        return Episode(report=struck[0].report, scale="wave")
    return None


def _choose(facet: Facet, episodes: list[Episode], current: Episode | None) -> Episode | None:
    if current is not None and current.scale == "wave" and _toll(facet):
        struck = [e for e in episodes if e.scale == "local" and "air" in e.families]
        if struck and _time_score(facet, struck[-1]) is not None:
            return struck[-1]
        if not struck and facet.hints:
            return None  # whom a raid hurt it hurt somewhere
    wide = _operation(facet, episodes)
    if wide is not None:
        return wide
    tallies = [e for e in episodes if e.scale == "tally"]
    if tallies and not facet.spots and (facet.scale == "tally" or (facet.scale == "wave" and current is tallies[-1])):
        return tallies[-1]  # "in all, one killed and nine hurt": the day's sum, whichever town was named last
    free = not facet.spots and facet.window is None and not facet.approach
    if current is not None and free and not (facet.family and facet.topic) and facet.scale != "wave":
        moved = facet.paragraph != current.facets[-1].paragraph and not facet.takes_up
        main = max(episodes, key=lambda e: len(e.facets))
        if moved and _long_before(current, main):
            return main  # a look back ends with its paragraph
        if moved and facet.claim.event in WORDS and not _speaks_in(facet, current):
            return main  # a new paragraph comments on the main matter
        return _hinted(facet, episodes, current)
    scored = [(s, i) for i, e in enumerate(episodes) if (s := fits(facet, e, e is current)) is not None]
    if scored:
        score, index = max(scored)
        if score >= ENOUGH:
            return episodes[index]
    return current if facet.claim.event in WORDS else None


def _long_before(episode: Episode, main: Episode) -> bool:
    """Whether an episode is an older matter that the report looks back to."""
    then, now = episode.core or episode.windows, main.core or main.windows
    return bool(then and now) and max(w.end for w in then) < min(w.start for w in now) - AFTERMATH_HOURS


def _events_first(all_facets: tuple[Facet, ...]) -> list[Facet]:
    """Text order, but the attack named inside a sentence about its victims comes before them."""
    out: list[Facet] = []
    group: list[Facet] = []
    end = -1
    for facet in all_facets:
        if facet.claim.start >= end:
            out.extend(sorted(group, key=lambda f: (f.family is None, f.order)))
            group = []
        group.append(facet)
        end = max(end, facet.claim.end)
    out.extend(sorted(group, key=lambda f: (f.family is None, f.order)))
    return out


_HORIZON = 40
"""How many happenings back a claim is tied to: a report has a few, a digest of a megabyte hundreds that are over."""


def episodes_of(reading: Reading) -> list[Episode]:
    """The episodes of one report; claims of general background are in none."""
    out: list[Episode] = []
    waiting: list[Facet] = []
    current: Episode | None = None
    for facet in _events_first(facets(reading)):
        if facet.general:
            continue
        anchored = bool(facet.spots or facet.window or facet.family)
        if current is None and not anchored:
            waiting.append(facet)
            continue
        chosen = _choose(facet, out[-_HORIZON:], current)
        if chosen is None:
            chosen = Episode(report=reading.report.id)
        if not any(chosen is e for e in out[-_HORIZON:]):
            out.append(chosen)
        for early in waiting:
            chosen.add(early)
        waiting = []
        chosen.add(facet)
        current = chosen
    if waiting:
        rest = Episode(report=reading.report.id)
        for early in waiting:
            rest.add(early)
        out.append(rest)
    return out
