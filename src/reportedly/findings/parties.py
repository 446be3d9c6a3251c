"""Who is who, from the packs: sides, own channels, office holders under garbled names."""

from functools import lru_cache

from rapidfuzz.fuzz import ratio

from reportedly.packs import sources

_ALIKE = 80


def side_of(name: str) -> str | None:
    """The side of a body, outlet or person by its canonical name."""
    return _sides().get(name)


def own_voice(publisher: str) -> str | None:
    """The official or military body, or office holder, whose own channel a publisher is."""
    directory = sources.load()
    party = directory.by_handle(publisher) or _by_name().get(publisher)
    return party.name if party and party.kind in ("official", "military") else None


def office_holder(name: str) -> str | None:
    """The office holder of this name, or the only one whose given name and surname both resemble it."""
    people = _people()
    if name in people:
        return name
    given, _, surname = name.rpartition(" ")
    near = [
        p
        for p in people
        if p[0] == name[0]
        and ratio(p.rpartition(" ")[2].lower(), surname.lower()) >= _ALIKE
        and ratio(p.rpartition(" ")[0].lower(), given.lower()) >= _ALIKE
    ]
    return near[0] if len(near) == 1 else None


@lru_cache(maxsize=1)
def _sides() -> dict[str, str]:
    return {p.name: p.side for p in sources.load().parties if p.side}


@lru_cache(maxsize=1)
def _by_name() -> dict[str, sources.Party]:
    return {p.name: p for p in sources.load().parties}


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    return frozenset(p.name for p in sources.load().parties if p.person)
