"""One word for one sort of thing, whatever a report calls it: planes, warplanes, самолёты are ``aircraft``."""

from functools import lru_cache

from reportedly.languages import codes, fold, lexicon

MUNITIONS = ("drone", "missile", "bomb")


@lru_cache(maxsize=1)
def _stems() -> tuple[tuple[str, tuple[str, ...]], ...]:
    classes: dict[str, list[str]] = {}
    for code in codes():
        for name, stems in lexicon(code, "people").THINGS.items():
            classes.setdefault(name, []).extend(stems.split())
    return tuple((name, tuple(stems)) for name, stems in classes.items())


@lru_cache(maxsize=65536)
def thing(item: str | None) -> str | None:
    """The sort of a counted thing, or the item itself where no list knows it; ``None`` without an item."""
    if not item:
        return None
    folded = fold(item)
    known = next((name for name, stems in _stems() if any(f" {s}" in f" {folded}" for s in stems)), None)
    return known or folded


@lru_cache(maxsize=65536)
def munitions(words: str) -> frozenset[str]:
    """The sorts of munitions that words name."""
    folded = f" {fold(words)}"
    return frozenset(name for name, stems in _stems() if name in MUNITIONS and any(f" {s}" in folded for s in stems))


@lru_cache(maxsize=1)
def known_things() -> frozenset[str]:
    """The sorts of things that the lists know; figures of other things are not set against each other."""
    return frozenset(name for name, _ in _stems())
