"""How far two episodes of different reports tell of one happening, and why."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from reportedly.incidents.episodes import Episode
from reportedly.incidents.facets import WORDS, Scale
from reportedly.lineage.geo import closest, fineness, guessed
from reportedly.lineage.names import same_name
from reportedly.lineage.things import thing
from reportedly.lineage.times import Window, gap, published_hour
from reportedly.lineage.values import INF, interval, meet, subset
from reportedly.lineage.voices import side_of
from reportedly.lineage.wording import contained, shared, union
from reportedly.model import Place, Quantity

PLACE = {"same": 2.0, "within": 1.3, "near": -0.5, "unknown": -0.5}
WIDE = {4: 1.0, 5: 0.3, 3: 0.5}
"""The most that a shared region, country or sea gives (by fineness): much happens there at once."""
ENOUGH = 2.0
NEWS_HOURS = 96.0
"""A report without any time of its own is taken to be about the four days before it came out."""
SAME_NEWS_HOURS = 36.0
APART_HOURS = 48.0
NEAR_DEGREES = 0.5
"""More than the 50 km of `lineage.geo.NEAR_KM` on a meridian."""
EVERYWHERE = frozenset({"casualties", "damage", "response", "measure", "other"})
"""Consequences that any happening of a day can have."""
HARM = ("hit", "damaged", "destroyed", "affected")
MOST_BY_WORDS = 1.5
RARE = 10
"""From here on two figures are seldom equal by chance."""


class Part(msgspec.Struct, frozen=True):
    """One reason for or against a link, in points; ``code`` is a key of the wording, ``detail`` what was compared."""

    code: str
    points: float
    detail: str


class Box(NamedTuple):
    """Degrees within which all places of an episode lie."""

    south: float
    north: float
    west: float
    east: float


class Sketch(NamedTuple):
    """What of an episode is compared across reports; ``refs`` are its claims, ``key`` the first of them.

    ``start`` and ``end`` hold all windows. ``box`` holds all places and approaches, where each is a point.
    """

    key: str
    report: str
    refs: tuple[str, ...]
    published: float | None
    scale: Scale | None
    families: frozenset[str]
    topics: frozenset[str]
    arms: frozenset[str]
    events: frozenset[str]
    approach: tuple[Place, ...]
    start: float
    end: float
    box: Box | None
    spots: tuple[Place, ...]
    windows: tuple[Window, ...]
    core: bool
    figures: tuple[Quantity, ...]
    speakers: tuple[str, ...]
    stems: frozenset[str]
    texts: tuple[str, ...]
    guessed: bool
    countries: frozenset[str]
    actors: frozenset[str]


def sketch(key: str, episode: Episode, text: str, published: str | None) -> Sketch:
    """The features of an episode; ``text`` is the whole text of its report."""
    claims = [f.claim for f in episode.facets]
    spots = _towns(episode) or episode.spots or [p for f in episode.facets for p in f.spots] or _carried(episode)
    hour = published_hour(published)
    told = (not episode.topics and episode.core) or episode.windows
    windows = tuple(told or (w._replace(sharp=False) for w in episode.around))  # a carried hour is no hour of its own
    unknown = not windows
    if unknown and hour is not None:
        windows = (Window(hour - NEWS_HOURS, hour + 24.0, False),)
    return Sketch(
        key=key,
        report=episode.report,
        refs=tuple(f.ref for f in episode.facets),
        published=hour,
        scale=episode.scale,
        families=frozenset(episode.families),
        topics=frozenset(episode.topics),
        arms=frozenset(episode.arms),
        events=frozenset(c.event for c in claims) - WORDS,
        approach=tuple(episode.approach),
        start=min((w.start for w in windows), default=-INF),
        end=max((w.end for w in windows), default=INF),
        box=None if episode.topics else _box((*spots, *episode.approach)),
        spots=tuple(spots),
        windows=windows,
        core=bool(episode.core),
        guessed=unknown,
        figures=tuple(q for c in claims for q in c.quantities),
        speakers=tuple(sorted({c.sources[-1].name for c in claims if c.sources})),
        stems=union(f.stems for f in episode.facets),
        texts=tuple(text[c.start : c.end] for c in claims),
        actors=frozenset(
            side
            for c in claims
            if c.actor is not None and c.event == "strike" and (side := c.actor.side or side_of(c.actor.name))
        ),
        countries=frozenset(p.country for f in episode.facets for p in f.held if p.country),
    )


def _towns(episode: Episode) -> list[Place]:
    """The towns of a district struck, where an episode says what they suffered: the strike was there."""
    if episode.scale != "local" or not all(p.kind == "district" for p in episode.spots):
        return []
    towns = (p for f in episode.facets for p in f.spots if p.kind == "settlement")
    return list({p.name: p for p in towns if episode.spots}.values())


def _box(places: Sequence[Place]) -> Box | None:
    """``None`` where a place is wide, guessed or without coordinates, so that its distance says little."""
    if not places or any(fineness(p) > 2 or guessed(p) or p.lat is None or p.lon is None for p in places):
        return None
    lats, lons = [p.lat or 0.0 for p in places], [p.lon or 0.0 for p in places]
    return Box(min(lats), max(lats), min(lons), max(lons))


def far(a: Sketch, b: Sketch) -> bool:
    """Whether two episodes lie too far apart for `compare`, by their first and last hour and their corners alone."""
    hours = max(a.start, b.start) - min(a.end, b.end)
    if hours > (0.0 if a.guessed or b.guessed else APART_HOURS):
        return True
    if a.box is None or b.box is None:
        return False
    north = max(a.box.south, b.box.south) - min(a.box.north, b.box.north)
    if north > NEAR_DEGREES:
        return True
    east = max(a.box.west, b.box.west) - min(a.box.east, b.box.east)
    polar = max(abs(a.box.north), abs(b.box.north), abs(a.box.south), abs(b.box.south))
    return east > NEAR_DEGREES and east * math.cos(math.radians(min(polar, 89.0))) > NEAR_DEGREES and east < 180.0


def _carried(episode: Episode) -> list[Place]:
    """Where the reader takes the claims of an episode to have happened that names no place itself."""
    if episode.scale == "wave":
        return []
    return [p for f in episode.facets if f.claim.event not in WORDS for p in f.hints]


def _place(a: Sketch, b: Sketch) -> Part | None:
    if not a.spots or not b.spots:
        by = a.actors & b.actors
        if a.scale == b.scale == "wave" and by:
            return Part("place.actor", _raid(a, b), ", ".join(sorted(by)))
        return Part("place.open", 0.0, "no place on one side")
    if a.scale == "wave" and b.scale == "wave":
        both = a.countries & b.countries
        if not both and a.countries and b.countries:
            return None
        return Part("place.country", _raid(a, b), ", ".join(sorted(both)))
    best = closest(a.spots, b.spots)
    if best is None or best == "apart":
        crossed = closest(a.spots, b.approach), closest(b.spots, a.approach)
        if not {"same"} & set(crossed):
            return _one_pact(a, b)
        best = "within"
    if best == "near" and all(fineness(p) <= 1 and not guessed(p) for p in (*a.spots, *b.spots)):
        return None
    if best == "near" and any(guessed(p) for p in (*a.spots, *b.spots)):
        return Part("place.region", 0.5, "an object that no register knows, in the same region")
    names = {p.name or p.text for p in a.spots} | {p.name or p.text for p in b.spots}
    return Part(f"place.{best}", min(PLACE[best], _most(a, b)), " / ".join(sorted(names)[:3]))


def _one_pact(a: Sketch, b: Sketch) -> Part | None:
    """A truce or talks have no place of their own: what happened under it in two towns is under one truce."""
    if a.topics & b.topics and (a.countries & b.countries or not (a.countries and b.countries)):
        return Part("place.open", 0.0, "an agreement has no place of its own")
    return None


def _raid(a: Sketch, b: Sketch) -> float:
    """A country and a night say much of a raid; a country without a night little, but for regions in common."""
    if not a.guessed and not b.guessed:
        return 1.3
    one, two = (tuple(p for p in s.spots if p.kind != "country") for s in (a, b))
    return 1.1 if closest(one, two) in ("same", "within") else 0.5


def _most(a: Sketch, b: Sketch) -> float:
    """The most that the finest places of two episodes can give. A disaster is rare enough for a country to say much."""
    if "disaster" in a.families and "disaster" in b.families:
        return 2.0
    coarse = min(max(fineness(p) for p in s.spots) for s in (a, b))
    fine = max(min(fineness(p) for p in s.spots) for s in (a, b))
    return min(WIDE.get(fine, 2.0), WIDE.get(coarse, 2.0)) if fine >= 3 else 2.0


def _time(a: Sketch, b: Sketch) -> Part | None:
    if not a.windows or not b.windows:
        return Part("time.open", 0.0, "no time on one side")
    if a.guessed or b.guessed:
        return _by_publication(a, b)
    one, two = (tuple(w for w in side if w.sharp) for side in (a.windows, b.windows))
    loose = min(gap(x, y) for x in a.windows for y in b.windows)
    hours = min((gap(x, y) for x in one for y in two), default=loose)
    if loose <= 0 < hours:
        return Part("time.loose", 0.3, "the days overlap, the hours given do not")
    if hours > APART_HOURS:
        return None
    sure = a.core and b.core
    if hours <= 0:
        return Part("time.overlap", 1.0 if sure else 0.6, "the times overlap")
    if any(w.sharp for w in one) and any(w.sharp for w in two) and hours > 4.0:
        return Part("time.gap", -0.35 * min(hours, 12.0), f"{hours:.0f} hours apart")
    return Part("time.close", 0.6 - hours / 40.0, f"{hours:.0f} hours apart")


def _by_publication(a: Sketch, b: Sketch) -> Part | None:
    """Where a report gives no time: news of one day may be one; of more days hardly, but for the toll of a disaster."""
    if min(gap(x, y) for x in a.windows for y in b.windows) > 0:
        return None
    if "disaster" in a.families and "disaster" in b.families:
        return Part("time.open", 0.3, "no time on one side")
    if a.published is None or b.published is None:
        return Part("time.open", 0.0, "no time on one side")
    apart = abs(a.published - b.published)
    if apart > NEWS_HOURS:
        return None
    return Part("time.published", 0.4 if apart <= SAME_NEWS_HOURS else -0.6, f"published {apart:.0f} hours apart")


def _kind(a: Sketch, b: Sketch) -> Part | None:
    if a.scale and b.scale and a.scale != b.scale:
        return None
    one, two = a.families, b.families
    if a.topics and b.topics:
        same = a.topics & b.topics
        return Part("kind.topic", 1.3, ", ".join(sorted(same))) if same else None
    if not one and not two:
        return _consequences(a, b)
    if not one or not two:
        return Part("kind.open", 0.0, "consequences only on one side")
    if one & two:
        return Part("kind.same", 0.6, ", ".join(sorted(one & two)))
    if _accident(a) and _sabotage(b) or _accident(b) and _sabotage(a):
        return Part("kind.contested", 0.3, "an accident by one, sabotage by the other")
    return Part("kind.other", -0.8, f"{sorted(one)[0]} / {sorted(two)[0]}")


def _accident(s: Sketch) -> bool:
    return s.families == {"disaster"}


def _sabotage(s: Sketch) -> bool:
    """An explosion laid by somebody and no attack from the air: what another report may take for an accident."""
    return "bombing" in s.events and not s.events & {"strike", "interception"}


def _consequences(a: Sketch, b: Sketch) -> Part:
    """Neither tells of the event itself: the same kinds of consequences speak for one, words alone against it."""
    one, two = a.events, b.events
    if not one or not two:
        return Part("kind.words", -1.5, "words only on one side")
    both = one & two
    telling = both - EVERYWHERE
    return Part("kind.consequences", 0.3 if telling else -0.3 if both else -1.0, ", ".join(sorted(both or one | two)))


def _one_count(x: Quantity, y: Quantity) -> bool:
    """Whether two figures count the same: "41 aircraft hit" and "41 lost or damaged" do."""
    return x.of == y.of or (x.of in HARM and y.of in HARM and thing(x.item) == thing(y.item) is not None)


def _figures(a: Sketch, b: Sketch) -> Part | None:
    """Equal distinctive figures bind; clashing ones do not part (tolls grow, accounts differ)."""
    equal: set[tuple[str, str, float]] = set()
    for x in a.figures:
        for y in b.figures:
            if not _one_count(x, y) or subset(x) != subset(y):
                continue
            r, s = interval(x), interval(y)
            if r and s and meet(r, s) and (x.value is not None or x.low) and (r == s or r.low == s.low):
                equal.add((x.of, (x.place or "") if x.place == y.place else "", r.low))
    if not equal:
        return None
    told = ", ".join(f"{of} {low:g}" for of, _, low in sorted(equal)[:4])
    if sum(bool(place) and low >= RARE for _, place, low in equal) > 1:
        return Part("figures.breakdown", 2.0, told)
    return Part("figures.equal", min(1.2, sum(0.7 if low >= RARE else 0.3 for _, _, low in equal)), told)


def _arms(a: Sketch, b: Sketch) -> Part | None:
    one, two = a.arms, b.arms
    if not one or not two:
        return None
    if one & two:
        return Part("weapons.same", 0.4, ", ".join(sorted(one & two)))
    return Part("weapons.other", -1.0, "different weapons")


def _speakers(a: Sketch, b: Sketch) -> Part | None:
    both = sorted(x for x in a.speakers if any(same_name(x, y) for y in b.speakers))
    return Part("sources.shared", min(0.6, 0.4 * len(both)), ", ".join(both[:3])) if both else None


def _wording(a: Sketch, b: Sketch) -> Part | None:
    copied = max((contained(x, y) for x in a.texts for y in b.texts), default=0.0)
    if copied >= 0.5:
        return Part("text.copied", 1.5, "the same words")
    alike = shared(a.stems, b.stems)
    return Part("text.alike", 1.2 * alike, f"{alike:.0%} of the words") if alike >= 0.15 else None


def compare(a: Sketch, b: Sketch) -> tuple[float, tuple[Part, ...]] | None:
    """Points for one happening and the parts that they come from; ``None`` where the two cannot be one."""
    hard: list[Part] = []
    for measure in (_time, _place, _kind):
        part = measure(a, b)
        if part is None:
            return None
        hard.append(part)
    figures = _figures(a, b)
    if figures is not None and figures.code == "figures.breakdown" and hard[0].points < 0:
        hard[0] = Part("time.slipped", 0.0, f"{hard[0].detail}, but the same breakdown")  # "overnight" of a later day
    parts = [*hard, *(p for p in (figures, _arms(a, b), _speakers(a, b)) if p is not None)]
    score = sum(p.points for p in parts)
    if score >= ENOUGH - MOST_BY_WORDS and (words := _wording(a, b)) is not None:
        parts.append(words)
    if parts[2].code == "kind.consequences" and parts[2].points < 0 and len(parts) > 3:
        parts.append(Part("kind.borne_out", 0.8, "consequences of one sort, borne out by " + parts[-1].code))
    return sum(p.points for p in parts), tuple(parts)
