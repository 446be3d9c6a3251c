"""Addresses of pages. Ids come from outside, so each becomes one segment of harmless letters, and back again."""

import base64
import binascii
import re
from urllib.parse import quote, urlencode, urlsplit

_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")


def slug(id: str) -> str:
    """An id as one segment of a path: itself where it is plain, else ``~`` and base64url of its UTF-8."""
    if _PLAIN.fullmatch(id):
        return id
    packed = base64.urlsafe_b64encode(id.encode("utf-8", "surrogatepass"))
    return "~" + packed.decode("ascii").rstrip("=")


def unslug(segment: str) -> str | None:
    """The id of a segment; ``None`` for what `slug` never gives."""
    if not segment.startswith("~"):
        return segment if _PLAIN.fullmatch(segment) else None
    packed = segment[1:]
    try:
        id = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        found = id.decode("utf-8", "surrogatepass")
    except (binascii.Error, ValueError):
        return None
    return found if slug(found) == segment else None


def report(id: str) -> str:
    """The page of a report."""
    return f"/reports/{slug(id)}"


def incident(id: str) -> str:
    """The page of an incident."""
    return f"/incidents/{slug(id)}"


def source(name: str) -> str:
    """The page of a source or publisher."""
    return f"/sources/{slug(name)}"


def grade(name: str) -> str:
    """The page on which a source is graded."""
    return f"/grades/{slug(name)}"


def decide(ref: str) -> str:
    """The page on which a claim (``report#claim``) is decided."""
    report, _, claim = ref.rpartition("#")
    return f"/review/claims/{slug(report)}/{slug(claim)}"


def finding(signature: str) -> str:
    """The page on which a finding is decided."""
    return f"/review/findings/{slug(signature)}"


def search(**conditions: str | None) -> str:
    """The search page with conditions filled in."""
    given = {name: value for name, value in conditions.items() if value}
    return f"/search?{urlencode(given, errors='surrogatepass')}" if given else "/search"


def inner(path: str) -> str | None:
    """A path of the desk that a form or address names, quoted anew; ``None`` for anything that leads elsewhere."""
    parts = urlsplit(path)
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and not parts.netloc and path.isprintable()
    return quote(path, safe="/?&=%#~.-_", errors="replace") if plain else None
