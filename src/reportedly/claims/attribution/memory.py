"""The speakers of a text so far, and which of them a pronoun or a definite noun takes up."""

from msgspec.structs import replace

from reportedly.claims.attribution.records import Speaker
from reportedly.languages.stems import stem

_BODY = frozenset(
    (
        "body",
        "ministry",
        "official",
        "military",
        "media",
        "channel",
        "ngo",
        "organisation",
        "company",
        "witness",
        "country",
    )
)
_MANY = frozenset(("many", "witness", "anonymous", "body", "military", "official"))


class Memory:
    """Speakers in the order in which they spoke, and persons by the role that they were named with."""

    def __init__(self) -> None:
        self._said: list[Speaker] = []
        self._roles: dict[str, Speaker] = {}
        self.mentioned: list[Speaker] = []
        self.persons: list[Speaker] = []
        self.turn = 0
        self._turn = -9
        self.outer: tuple[Speaker, ...] = ()
        self.inner: tuple[Speaker, ...] = ()

    def remember(self, speaker: Speaker, outer: tuple[Speaker, ...] | None = ()) -> None:
        """``speaker`` spoke last, through ``outer`` (``None``: the outer links stay as they are)."""
        if outer is not None:
            self.outer, self.inner = outer, ()
        self._said.append(replace(speaker, known=True))
        self._turn = self.turn
        if speaker.role and "person" in speaker.classes and speaker.known:
            self._roles[speaker.role] = speaker

    def introduce(self, speaker: Speaker) -> None:
        """A person was named with a role, without speaking yet."""
        if speaker.role and "person" in speaker.classes and speaker.known:
            self._roles.setdefault(speaker.role, speaker)

    def last(self) -> Speaker | None:
        """Who spoke last."""
        return self._said[-1] if self._said else None

    def recent(self) -> Speaker | None:
        """Who spoke last, if in this sentence or the one before (``turn`` counts sentences)."""
        return self._said[-1] if self._said and self.turn - self._turn <= 1 else None

    def role(self, lemma: str) -> Speaker | None:
        """The person who was named with this role word."""
        return self._roles.get(lemma)

    def called(self, noun: str) -> Speaker | None:
        """The last speaker whose name ends in this noun: "the rescue group", then "the group"."""
        ends = (x for x in reversed(self._said) if " " in x.source.name)
        return next((x for x in ends if x.source.name.casefold().endswith(f" {noun}")), None)

    def surname(self, word: str) -> Speaker | None:
        """An earlier speaker whose full name ends in this word."""
        return next(
            (
                x
                for x in reversed(self._said)
                if " " in x.source.name and stem(x.source.name.rsplit(" ", 1)[1]) == stem(word)
            ),
            None,
        )

    def take_up(self, wanted: str) -> Speaker | None:
        """The last speaker of one of the classes (space-separated; ``any``, ``last``) that could be meant."""
        if wanted in ("any", "last"):
            return self.last()
        classes = frozenset(wanted.split())
        if "body" in classes:
            classes |= _BODY
        if "many" in classes:
            classes |= _MANY
        pool = self.mentioned if "ngo" in wanted.split() else self._said
        for speaker in reversed(pool):
            if speaker.classes & classes:
                return speaker
        return self.persons[-1] if wanted == "person" and self.persons else None
