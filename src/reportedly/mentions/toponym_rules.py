"""What the judgement of toponyms rests on: words, compiled lexicons, how well known a place is."""

import re
from functools import lru_cache
from types import ModuleType

from msgspec import Struct
from rapidfuzz import fuzz

from reportedly.gazetteer import Entry
from reportedly.gazetteer.keys import fold, is_cyrillic
from reportedly.languages import lexicon

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`‑-](?!s\b)[^\W_]+)*")

_STRONG = {
    "en": frozenset(
        (
            "in at near over across toward towards inside within throughout outside northern southern eastern western"
            " central of from to"
        ).split()
    ),
    "ru": frozenset(
        "в во на над под из изо около возле близ вблизи севернее южнее восточнее западнее недалеко у".split()
    ),
    "uk": frozenset(
        "в у на над під із зі біля коло поблизу неподалік північніше південніше східніше західніше".split()
    ),
}


HOME = frozenset(("RU", "UA", "BY"))

CAPITALS = frozenset(
    int(number)
    for number in (
        "524901 703448 625144 4140963 2643743 1816670 2800866 323786 112931 281184 2988507 2950159 756135 170654"
        " 1176615 1261481 1850147 1835848 360630 3054643 683506 618426 611717 616052 587084 379252 1298824"
    ).split()
)
"""GeoNames ids of capitals whose names stand for governments in the news."""

PLACELIKE = {
    "en": re.compile(
        r"(?:ov|ev|in|yn|sk|ovo|evo|ino|yne|ivka|ovka|evka|nka|nsk|grad|hrad|pil|pol|yar|skoye|skoe|oye|noye|aya|ovka|ivske|ske|ky|khiv|zhin|kov|iv|kiv)$"
    ),
    "ru": re.compile(
        r"(?:ове|еве|ине|ово|ево|ино|овке|овку|овки|евке|инке|янке|ском|ское|ске|цке|граде|поле|полье|овом|евом|иным|ином|ково|ковом|чанске|ском)$"
    ),
    "uk": re.compile(
        r"(?:івці|ївці|овому|ове|еве|єве|ине|іне|ському|ське|ську|ську|цьку|граді|полі|пілля|піллі|ові|івка|ївка|івку|анах|янах|янці)$"
    ),
}


IN_TOWN = re.compile(
    r" (?:(?:market|mall|supermarket|stadium|cinema|hotel|restaurant|shopping cent(?:re|er))\b"
    r"|(?:hospital|school|church|mosque|monastery|building|residential complex) (?:in|of|on) (?:the )?[A-Z])"
)
"""A site in a town, named before it: "the Falcon market in Donetsk"."""
ARTICLED = re.compile(r" (?:al|el|as|az|ad|ar|at|ul|bin|ibn)[- ][A-Z]")
"""What stands between a given name and an Arabic family name."""
IN_REGION = re.compile(r" [А-ЯІЇЄҐ][\w’'-]+(?:ой|ого|ом|ої|ій|ому|ем|ем) (?:област|кра[йяею]|район|округ|обл\.|р-н)")
"""A region after a name: "в Марксе Саратовской области"."""
RIVERSIDE = re.compile(
    r"(?:берег\w{0,3}|русл\w{1,2}|устье|гирл\w|через|вдоль|вздовж) (?:реки |річки |р\. )?$", re.IGNORECASE
)
RIVERS = re.compile(r"дн[еі]пр(?:а|у|ом|ом|е|і)?|дон(?:а|у|ом)?|северск\w+ дон\w+|сіверськ\w+ дон\w+")
"""Rivers that towns or people are named like, and the words before them that tell it is the river."""

_UNQUOTED_SOON = re.compile(r"[^«»\n]{0,40}[»\"”“]")

SURNAME = re.compile(
    r"(?:ов|ев|ёв|ин|ын|ова|ева|ина|ский|ская|цкий|ская|ович|евич|ич|енко|чук|юк|ук|як|ко|ець|єв|їв|ськ[аи]й?|цьк[аи]й?"
    r"|ского|скому|ским|ову|еву|овым|евым|иным|ыным|овой|евой|иной|ову|еву|єва|єву|овим|євим|іним|енка|енку|enko|ov|ev|in|sky|skyi|chuk|uk)$"
)
LAUNCHED_FROM = re.compile(
    r"(?:напрямк\w{1,3}|напрямів|направлени\w{1,2}|район(?:ів|ов)(?: пуск\w{0,3})?)\s*:?\s*$", re.IGNORECASE
)

ADJECTIVE = re.compile(r"(?:ск|цк|ськ|цьк|зьк)(?:ий|ой|ая|ое|ого|ому|им|ом|ую|ие|их|ими|а|е|ої|ій|у|ою|і)$")
WITH_NOUN = re.compile(r"(?:ая|яя|ое|ую|ой|ый|ий|ого|ому|ые|ых|а|е|ої|ій)$")
ARTICLES = frozenset("the a an this that and but while as when after although".split())
INITIAL_AFTER = re.compile(r"\s[^\W\d_]\.")
INITIAL = re.compile(r"\b[^\W\d_]\.\s?$")


class Token(Struct, frozen=True, gc=False):
    """A word of the text; ``capital`` = begins with a capital letter, ``upper`` = is all capitals."""

    start: int
    end: int
    folded: str
    capital: bool
    upper: bool
    digit: bool


def tokens_of(text: str) -> list[Token]:
    """The words of a text in order."""
    return [
        Token(m.start(), m.end(), fold(w), w[0].isupper(), len(w) > 1 and w.isupper(), w[0].isdigit())
        for m in _WORD.finditer(text)
        for w in (m.group(),)
    ]


class Rules(Struct, frozen=True):
    """The compiled word lists of a language; patterns end where the name begins, or begin where it ends."""

    data: ModuleType
    prepositions: frozenset[str]
    strong: frozenset[str]
    class_before: re.Pattern[str]
    settlement_before: re.Pattern[str]
    office_before: re.Pattern[str]
    office_after: frozenset[str]
    org_after: frozenset[str]
    street: re.Pattern[str]
    streets: re.Pattern[str] | None
    street_words: frozenset[str]
    facility_before: re.Pattern[str]
    facility_after: re.Pattern[str]
    territory_before: re.Pattern[str]
    target_before: re.Pattern[str]
    dateline: re.Pattern[str]
    never: frozenset[str]
    first_names: frozenset[str]
    speech_before: re.Pattern[str]


@lru_cache(maxsize=8)
def rules(language: str) -> Rules:
    """The rules of a language that has a folder in `languages`."""
    data = lexicon(language, "toponyms")
    classes = {k: "|".join(v) if isinstance(v, list) else v for k, v in data.CLASS_BEFORE.items()}
    every = "|".join(classes.values())
    facility = getattr(data, "FACILITY_BEFORE", classes["facility"] if language != "en" else "(?!)")
    tail = r"(?: of)?(?: the)?" if language == "en" else ""
    return Rules(
        data=data,
        prepositions=frozenset(data.PREPOSITIONS),
        strong=_STRONG.get(language, frozenset(data.PREPOSITIONS)),
        class_before=re.compile(rf"(?<!\w)(?:{every}){tail}\s+[«\"“]?$", re.IGNORECASE),
        settlement_before=re.compile(rf"(?<!\w)(?:{classes['settlement']}){tail}\s+[«\"“]?$", re.IGNORECASE),
        office_before=re.compile(rf"(?<!\w){data.OFFICE_BEFORE}\s+$", re.IGNORECASE),
        office_after=frozenset(getattr(data, "OFFICE_AFTER", ())),
        org_after=frozenset(getattr(data, "ORG_AFTER", ())),
        street=re.compile(data.STREET),
        streets=re.compile(rf"(?<!\w){data.STREETS}\s+[«\"]?$", re.IGNORECASE)
        if isinstance(data.STREETS, str)
        else None,
        street_words=data.STREETS if isinstance(data.STREETS, frozenset) else frozenset(),
        facility_before=re.compile(rf"(?<!\w){facility}[^.;]{{0,40}}[«\"“]$", re.IGNORECASE),
        facility_after=re.compile(rf"[»\"”]? {data.FACILITY_AFTER}" if language == "en" else "(?!)"),
        territory_before=re.compile(rf"(?<!\w){data.TERRITORY_BEFORE}\s+$", re.IGNORECASE),
        target_before=re.compile(rf"(?<!\w){data.TARGET_BEFORE}\s+$", re.IGNORECASE),
        dateline=re.compile(data.DATELINE),
        speech_before=re.compile(rf"(?<!\w){data.SPEECH_BEFORE}\s+$", re.IGNORECASE),
        first_names=lexicon(language, "forenames").FIRST_NAMES,
        never=getattr(data, "CALENDAR_AND_BODIES", frozenset()),
    )


def weight(entry: Entry, words: str, language: str) -> int:
    """How well known a place is by these (folded) words, 0 to 4.

    4: country, sea, region of the war, city of a million; 3: city of 100,000; 2: town of 15,000; 1: place of 1,000. In
    English a name unlike the canonical one counts 0 for a settlement: the gazetteer knows Casablanca as White House.
    """
    if entry.kind in ("country", "area") or (entry.kind == "region" and entry.country in HOME):
        return 4
    if entry.geonameid < 0 and entry.feature == "PPL":
        return 2 if language == "en" else 1
    if entry.kind == "facility":
        return 3 if entry.feature == "FAC" else 1
    if language == "en" and entry.population < 3_000_000 and not alike(words, fold(entry.name)):
        return 0
    if entry.kind == "region":
        return 2
    steps = sum(entry.population >= limit for limit in (1_000, 15_000, 100_000, 1_000_000))
    return min(4, steps + (entry.country in HOME and entry.population >= 1_000))


@lru_cache(maxsize=4096)
def alike(one: str, two: str) -> bool:
    """Whether two folded names can be spellings of one."""
    if one == two or one in two.split(" "):
        return True
    return min(len(one), len(two)) > 4 and fuzz.ratio(one, two) >= 72


def own(entry: Entry) -> bool:
    """A facility or village of the own tables, or a capital: known enough to stand without a preposition."""
    return entry.feature == "FAC" or entry.geonameid in CAPITALS or (entry.geonameid < 0 and entry.feature == "PPL")


def in_quotes(left: str) -> bool:
    """Whether an opening guillemet or quotation mark is still open."""
    return left.rfind("«") > left.rfind("»") or left.rfind("“") > left.rfind("”") or left.rfind("„") > left.rfind("“")


def in_title(left: str, right: str) -> bool:
    """Whether the words stand inside a short quotation: a title or a nickname, not somebody's speech."""
    if not in_quotes(left):
        return False
    start, close = max(left.rfind("«"), left.rfind("“"), left.rfind("„")), _UNQUOTED_SOON.match(right)
    return close is not None and len((left[start + 1 :] + close.group()).split()) <= 3


@lru_cache(maxsize=16384)
def is_first_name(word: str, names: frozenset[str]) -> bool:
    if word in names:
        return True
    if len(word) < 5 or not is_cyrillic(word):
        return False
    endings = ("", "й", "а", "я", "о", "ь")
    return any(word[:-cut] + ending in names for cut in (1, 2) for ending in endings if len(word) - cut > 2)
