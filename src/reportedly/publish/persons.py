"""Whose name may be shown: bodies, office holders in a pack, and people whom an editor released with a reason."""

from collections.abc import Callable, Set
from functools import lru_cache

from reportedly.model import Actor, Source, Target

MASK = "a person"
_BODIES = ("media", "channel", "ngo", "organisation", "company", "document")


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    from reportedly.packs import sources

    return frozenset(party.name.casefold() for party in sources.load().parties)


def in_a_pack(name: str) -> bool:
    """Whether a pack has it: a body, an outlet, or somebody who holds or held an office."""
    return name.casefold() in _known()


class Masks:
    """Masks names that are not known to be public. ``public`` says of a name whether it is."""

    def __init__(self, released: Set[str] = frozenset(), public: Callable[[str], bool] = in_a_pack) -> None:
        self._released = {name.casefold() for name in released}
        self._public = public

    def _open(self, name: str, public: bool | None) -> bool:
        if public is False:
            return name.casefold() in self._released
        return public is True or name.casefold() in self._released or self._public(name)

    def source(self, source: Source) -> str:
        """The name of a source: roles of officials stay, witnesses and named experts become what they are."""
        if self._open(source.name, source.public):
            return source.name
        if source.public is not False and source.kind in _BODIES:
            return source.name if source.named != "anonymous" else str(source.kind)
        if source.public is not False and source.kind in ("official", "military") and source.named == "role":
            return source.name
        if source.kind is None:
            return MASK
        return f"{MASK} ({source.kind})" if source.named == "name" else source.kind

    def actor(self, actor: Actor | None) -> str | None:
        """The name of an actor; forces and states are in the packs, common nouns name nobody."""
        if actor is None or self._open(actor.name, actor.public) or _common(actor.name):
            return None if actor is None else actor.name
        return MASK

    def target(self, target: Target | None) -> str | None:
        """The name of a target, masked where it is a person with a name."""
        if target is None or target.kind != "person" or self._open(target.name, target.public):
            return None if target is None else target.name
        return target.name if _common(target.name) else MASK


def _common(name: str) -> bool:
    """Whether a name is made of common nouns only ("residents", "drone crew")."""
    return name == name.lower()
