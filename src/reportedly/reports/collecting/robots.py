"""robots.txt after RFC 9309: the group of our name, else that of ``*``; the longest rule that fits wins."""

from msgspec import Struct

NAME = "reportedly"
LARGEST = 500 * 1024
"""As much of a robots.txt as the RFC asks to be read, in bytes."""
_MOST_DELAY = 60.0


class Rules(Struct, frozen=True):
    """What a host allows: ``lines`` are (allow, pattern); ``delay`` the seconds that it wants between two requests."""

    lines: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether an address with this path (and query) may be fetched. ``/robots.txt`` always may."""
        fitting = [(len(pattern), allow) for allow, pattern in self.lines if _fits(pattern, path)]
        return max(fitting)[1] if fitting else True  # of two that are as long the one that allows


def parse(text: str) -> Rules:
    """The rules for us in a robots.txt; lines that are none are passed over."""
    groups: dict[str, list[tuple[str, str]]] = {}
    names: list[str] = []
    named = False
    for line in text.splitlines():
        field, mark, value = line.partition("#")[0].partition(":")
        field, value = field.strip().lower(), value.strip()
        if not mark:
            continue
        if field == "user-agent":
            names = [*names, value.lower()] if named else [value.lower()]
            named = True
            groups.setdefault(names[-1], [])
            continue
        named = False
        if field in ("allow", "disallow", "crawl-delay"):
            for name in names:
                groups[name].append((field, value))
    ours = groups.get(NAME, groups.get("*", []))
    lines = tuple((field == "allow", value) for field, value in ours if field != "crawl-delay" and value)
    return Rules(lines, max((_delay(value) for field, value in ours if field == "crawl-delay"), default=0.0))


def _delay(value: str) -> float:
    try:
        return min(max(float(value), 0.0), _MOST_DELAY)
    except ValueError:
        return 0.0


def _fits(pattern: str, path: str) -> bool:
    """``*`` stands for anything, ``$`` at the end for the end. In one pass: no pattern can make it slow."""
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at, last = len(first), others.pop() if others and pattern.endswith("$") else None
    for part in others:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if last is not None:
        return len(path) - len(last) >= at and path.endswith(last)
    return not pattern.endswith("$") or at == len(path)
