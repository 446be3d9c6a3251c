"""Whether a speaker is the publisher itself, which is never a link of its own chain (rule 6)."""

import re

from reportedly.claims.attribution.naming import OWN
from reportedly.claims.attribution.records import Speaker
from reportedly.model import Span
from reportedly.packs.sources import Party


class OwnName:
    """The name of the publisher of one text; ``party`` is its entry in the directory."""

    def __init__(self, publisher: str | None, party: Party | None, text: str) -> None:
        self.publisher = publisher or ""
        self.plain = self.publisher.removeprefix("telegram:").casefold()
        self.party = party
        self.named = _named(self.plain, text)

    def speaks(self, speaker: Speaker) -> bool:
        """Whether the speaker is the publisher, by its entry, its name, or where the text writes its name."""
        name, span = speaker.source.name, speaker.source.span
        if name == OWN:
            return True
        if not self.plain:
            return False
        if self.party is not None and self.party.name == name:
            return True
        if span and any(a <= span[0] and span[1] <= b for a, b in self.named):
            return True
        if name.casefold() == self.plain or self.plain.startswith(name.casefold() + " "):
            return True
        if not self.plain.isascii() or "person" not in speaker.classes:
            return False
        parts = [p for p in re.split(r"[_\W]+", self.plain) if len(p) > 3]
        return self.publisher.startswith("telegram:") and any(p in name.casefold().split() for p in parts)


def _named(name: str, text: str) -> list[Span]:
    """Where a text writes two words or more that are a name, in whatever case: "told Sahel Monitor"."""
    words = _WORD.findall(name)
    if len(words) < 2:
        return []
    stems = (re.escape(w[: max(3, len(w) - 2)]) + r"\w{0,4}" for w in words)
    return [m.span() for m in re.finditer(r"(?<!\w)" + r"\W+".join(stems), text, re.IGNORECASE)]


_WORD = re.compile(r"\w+")
