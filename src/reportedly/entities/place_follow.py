"""Places that other places decide: cities that stand for their regions, unheld facilities, "the city"."""

import re

import msgspec

from reportedly.entities.place_context import Context, Named, joined
from reportedly.entities.place_roles import role_of
from reportedly.entities.place_titles import noun_of, street, title
from reportedly.gazetteer import Entry
from reportedly.gazetteer.keys import is_cyrillic
from reportedly.model import Mention

_CAPITALS = {"RU": 524901, "UA": 703448, "BY": 625144}
_SEVASTOPOL = 694422


def same_name_same_place(named: list[Named]) -> None:
    """A name that the text explains once ("Springfield, Illinois") is that place throughout."""
    known = {one.text: one for one in named if one.settled and one.chosen is not None}
    for one in named:
        told = known.get(one.text)
        if told is not None and one.chosen is not None and not one.settled and one.label == told.label:
            one.chosen, one.confidence, one.ranked = told.chosen, told.confidence, told.ranked


def neighbours(context: Context, named: list[Named]) -> None:
    """Two towns named in one breath: "Shebekino and Murom" is the village next to Shebekino, not the town far away.

    Only a town that is no great city gives way, and only to a bearer of its name in a region that the text speaks of.
    """
    for one, two in zip(named, named[1:], strict=False):
        if not joined(context.text, one.mention, two.mention):
            continue
        for moved, stays in ((two, one), (one, two)):
            here, there = moved.chosen, stays.chosen
            if here is None or there is None or here.kind != "settlement" or there.kind != "settlement":
                continue
            if here.population > _GREAT or not context.apart(here, there) or moved.settled:
                continue
            near = [e for e in moved.entries if e.kind == "settlement" and context.within(e, there, _NEXT_KM)]
            near = [e for e in near if e.admin1_id in context.regions]
            if near and not any(context.within(e, here, _NEXT_KM) for e in stays.entries if e.kind == "settlement"):
                moved.chosen, moved.confidence, moved.settled = near[0], 0.7, True
                break


_NEXT_KM = 40.0
_GREAT = 300_000


def regions_in_lists(context: Context, named: list[Named]) -> None:
    """A city named bare where regions are listed is its region (rule 19 of the claim schema)."""
    for one in named:
        town = (
            one.label in ("name", "variant")
            and one.chosen is not None
            and one.chosen.kind == "settlement"
            and not one.wanted
        )
        if town and context.language == "en" and _stands_for_region(context, one, named):
            oblasts = context.gazetteer.lookup(f"{one.text} Oblast", "en")
            if not oblasts and one.chosen is not None:
                oblasts = context.gazetteer.lookup(f"{one.chosen.name} Oblast", "en")
            one.chosen = next((e for e in oblasts if e.kind == "region"), one.chosen)
    _beside_regions(context, named)


def _stands_for_region(context: Context, one: Named, named: list[Named]) -> bool:
    """ "16 over Rostov" beside "17 over Crimea"; "the Belgorod incident" after "Belgorod Oblast"."""
    assert one.chosen is not None
    start = context.text.rfind(".", 0, one.mention.start) + 1
    end = context.text.find(". ", one.mention.end)
    end = len(context.text) if end < 0 else end
    if _over(context, one, start):
        others = [n for n in named if n is not one and start <= n.mention.start < end and _over(context, n, start)]
        return any(n.chosen is not None and _regional(context, n) for n in others)
    left = context.text[max(0, one.mention.start - 4) : one.mention.start].casefold()
    after = context.text[one.mention.end : one.mention.end + 24]
    if left.endswith("the ") and re.match(r" [a-z]+", after) and not _SITE.match(after):
        return any(
            n.chosen is not None
            and n.chosen.kind == "region"
            and n.chosen.geonameid == one.chosen.admin1_id
            and n.mention.start < one.mention.start
            and n.label == "name"
            for n in named
        )
    return False


_SITE = re.compile(
    r" (?:oil |air |fuel |power |military )?(?:refinery|depot|base|plant|port|station|air\w+|factory|terminal)"
)
"""What is in a town and not about in its region: "the Volgograd refinery"."""


def _regional(context: Context, other: Named) -> bool:
    """Whether a place that drones were downed over is a region, or may be one: Russia's tallies list them."""
    assert other.chosen is not None
    if other.chosen.kind in ("region", "area"):
        return True
    oblasts = context.gazetteer.lookup(f"{other.chosen.name} Oblast", "en")
    return any(e.kind == "region" and e.country == "RU" for e in oblasts)


def _over(context: Context, one: Named, start: int) -> bool:
    """Whether the list that the name stands in began with "over"."""
    left = context.text[start : one.mention.start]
    return re.search(r"\b(?:over|above)(?: the)?(?: \S+){0,4} ?$", left) is not None


def _beside_regions(context: Context, named: list[Named]) -> None:
    """A city named bare among regions is its region (rule 19): "над Курском, Белгородской областью"."""
    for index, one in enumerate(named):
        if one.label != "name" or one.chosen is None or one.chosen.kind != "settlement" or one.wanted:
            continue
        neighbours = [
            n for n in (named[index - 1] if index else None, named[index + 1] if index + 1 < len(named) else None) if n
        ]
        regions = sum(
            n.chosen is not None
            and n.chosen.kind == "region"
            and n.chosen.geonameid != one.chosen.admin1_id  # "Kharkiv, Kharkiv Oblast" is the town
            and joined(context.text, one.mention, n.mention)
            for n in neighbours
        )
        if regions and not is_cyrillic(one.text):
            region = next((e for e in context.gazetteer.lookup(f"{one.text} Oblast", "en") if e.kind == "region"), None)
            if region is not None:
                one.chosen = region


def facilities(context: Context, named: list[Named]) -> None:
    """A facility that no gazetteer holds lies where its sentence is, else where the text was before: low confidence."""
    for one in named:
        if one.label != "facility":
            continue
        if one.entries:
            one.chosen = min(one.entries, key=context.far)
            one.confidence = 0.8
            continue
        around = sorted(
            (n for n in named if n is not one and n.chosen is not None and not _passed(context, n)),
            key=lambda n: (_apart(context, n.mention, one.mention), _gap(n.mention, one.mention)),
        )
        for kinds in (("settlement", "district"), ("region",)):
            home = next(
                (
                    n.chosen
                    for n in around
                    if n.chosen and n.chosen.kind in kinds and n.label in ("name", "head", "variant")
                ),
                None,
            )
            if home is not None:
                called = title(
                    one.text,
                    context.text[max(0, one.mention.start - 40) : one.mention.start],
                    context.text[one.mention.end : one.mention.end + 24],
                    context.language,
                    [n.text for n in named if n.label == "facility"],
                )
                one.chosen = msgspec.structs.replace(home, geonameid=0, name=called, kind="facility", approximate=True)
                one.confidence = 0.4
                break


def streets(context: Context, named: list[Named]) -> None:
    """A street lies in the town named nearest to it, else in the land of the text; nobody knows where exactly."""
    for one in named:
        if one.label != "street":
            continue
        towns = [n for n in named if n.chosen is not None and n.chosen.kind == "settlement" and n.label == "name"]
        near = min(towns, key=lambda n: _gap(n.mention, one.mention), default=None)
        lands = context.lands()
        land = lands[0] if lands else {"uk": "UA", "ru": "RU"}.get(context.language)
        home = near.chosen if near else context.gazetteer.country(land) if land else None
        if home is not None:
            called = street(one.text, context.language)
            one.chosen = msgspec.structs.replace(home, geonameid=0, name=called, kind="area", approximate=True)
            if near is None:
                one.chosen = msgspec.structs.replace(one.chosen, lat=None, lon=None)
            one.confidence = 0.4


def anaphors(context: Context, named: list[Named]) -> None:
    """ "The city", «в регионе», "the plant": the last such place where something happened. Roles come first."""
    seen: list[Entry] = []
    sites: list[Entry] = []
    for one in named:
        if one.label == "anaphor":
            site = one.argument in ("facility", "site")
            one.chosen = _site(context, one, sites) if site else _antecedent(context, one, seen)
            if one.chosen is None and one.argument == "country":
                one.chosen = next((n.chosen for n in named if _speaks(context, n, one)), None)
            one.confidence = (0.4 if site else 0.6) if one.chosen else 0.0
        elif one.chosen is not None and one.chosen.kind == "facility" and one.role != "from":
            sites.append(one.chosen)
        elif one.chosen is not None and one.role in ("at", "over", "near") and one.label != "facility":
            seen.append(one.chosen)


_STATE_SPEAKS = re.compile(r"(?:['’]s)? [a-z]")


def _speaks(context: Context, land: Named, one: Named) -> bool:
    """Whether a state acts or speaks before "the country", and is none of a dateline: the first one tells of itself."""
    if land.label != "metonym" or land.chosen is None or land.mention.start > one.mention.start:
        return False
    return land.chosen.kind == "country" and _STATE_SPEAKS.match(context.text, land.mention.end) is not None


def _site(context: Context, one: Named, sites: list[Entry]) -> Entry | None:
    """The facility that a bare noun takes up: of those called so the one named most, then last; "the site" is any."""
    noun = noun_of(one.text, context.language)
    nouns = _PLANTS if noun in _PLANTS else (noun,)
    called = [e for e in sites if one.argument == "site" or any(n in e.name.casefold() for n in nouns)]
    return max(reversed(called), key=lambda e: sum(other.name == e.name for other in called), default=None)


_PLANTS = ("plant", "factory", "refinery", "works", "mine")
"""Nouns for one kind of site: a refinery is taken up as "the plant"."""


def _antecedent(context: Context, one: Named, seen: list[Entry]) -> Entry | None:
    kind = one.argument
    if kind == "capital":
        land = "RU" if re.search(r"Russian", one.text) else "UA" if "Ukrain" in one.text else None
        lands = [e.country for e in seen if e.country] + [c for c, _ in context.countries.most_common(1)]
        land = land or (lands[-1] if lands else None) or context.home_country
        number = _CAPITALS.get(land or "")
        return context.gazetteer.entry(number) if number else None
    for entry in reversed(seen):
        if entry.kind == kind or (kind == "region" and entry.geonameid == _SEVASTOPOL):
            return entry
    last = seen[-1] if seen else None
    if kind == "region":
        if last is not None and last.admin1_id:
            return context.gazetteer.entry(last.admin1_id)
        return context.home
    if kind == "country" and last is not None and last.country:
        return context.gazetteer.country(last.country)
    return None


def _passed(context: Context, one: Named) -> bool:
    """Whether something only goes to a place or comes from it: nothing lies there on that account."""
    return role_of(context.text, one.mention.start, context.language, one.text) in ("from", "toward")


def _apart(context: Context, one: Mention, two: Mention) -> bool:
    """Whether a full stop or a line end stands between two mentions."""
    left, right = sorted((one, two), key=lambda m: m.start)
    return re.search(r"[.!?…][»”\"']?\s|\n", context.text[left.end : right.start]) is not None


def _gap(one: Mention, two: Mention) -> int:
    """Characters between two mentions; what follows counts double."""
    return two.start - one.end if one.start < two.start else 2 * (one.start - two.end)
