"""The rules: patterns over token classes, in order of precedence. Names in a pattern are classes of the calendar.

The first rule that matches at a place wins, so longer constructions stand first. ``times_builders`` says what each
rule means, under the same name.
"""

import re
from functools import lru_cache

from reportedly.entities.times_lexer import JUNK, load

_MACROS = {
    "DAY": "(d|od|ow)",
    "MON": "(month|mcap)",
    "WD": "(wday|wamb)",
    "YEAR": "(comma? of? (y|od) yearw|comma? of? y)",
    "NUM": "((d|w) andhalf|d|n|few|half art?|w (dash? w)?|art w?)",
    "UNIT": "(unit|dayw|hourw|minw)",
    "PART": "(part|partx|night|nightx)",
    "DAYPART": "(part|partx|night|dayw)",
    "GMT": "(lp (n|clock|hampm|dm|d ampm?) zone rp)",
    "REL": "(last|this|next|current)",
    "PREP": "(on|at|about|by|since|to|from|asof|between|and|over|of|early|earlierin|into)",
    "OFTHE": "(of? the?)",
    "RANGE": "(dash|to|and|into|slash)",
}

RULES = (
    ("nightdom", "(night|nightx) into (od|d) (?! (MON|of|hourw|DAYPART))"),
    ("nightpair", "the? (night|nightx) (of|since|from|on|into|comma)* DAY RANGE DAY of? MON YEAR?"),
    ("nightpair", "the? (night|nightx) (of|since|from)? (d|od) MON? (to|into) DAY MON YEAR?"),
    (
        "nightpair",
        "on? the? (night|nightx) (of|since|from|on|into|comma)* MON (d|od) (to|dash|into|and) MON? (d|od) (comma? y)?",
    ),
    ("nightwdays", "the? (night|nightx) (of|since|from)? WD (into|to|dash) WD"),
    ("nightmod", "lastnight | on? the? (last|this|same|next) (night|nightx) | tonight"),
    ("partmod", "on? the? (last|this|same|next) (part|partx)"),
    ("iso", "iso"),
    ("numeric", "dmy"),
    ("dotclock", "dm (ampm|hourw? DAYPART) zone? | dm zone"),
    ("dotclock", "(?<=CLOCKCHARS) dm zone? (?! measure)"),
    (
        "dotted",
        "(?<=ATCHARS) dm (?! measure) | dm (?= (dash dm|comma? clock)) | (?<= dm dash) dm | (?<= lp) dm (?= rp)",
    ),
    ("dayrange", "(DAY (dash|to|into|(comma DAY){0,5} and)) DAY of? MON YEAR?"),
    ("mdayrange", "MON (d|od) (dash|to|and) (d|od) (?! (ampm|hourw|colon|MON)) (comma? y)?"),
    ("mdayrange", "MON (d|od) (comma (d|od)){0,5} and (d|od) (?! (ampm|hourw|colon|MON)) (comma? y)?"),
    ("dmyrel", "(d|od|ow) of? MON of? (last|this) (yearw|uY) | MON the? (d|od) (last|this) uY"),
    ("dmy2", "d (month|mcap) n (?= (lp|comma|dash dash))"),
    ("dmy", "d dot (month|mcap) y"),
    ("dmy", "the? (d|od|ow|n) of? (mab dot (y yearw?)?|MON YEAR?)"),
    ("mdy", "(MON|mab dot) the? (d|od) (?! (unit|ampm|hourw)) (comma? y)?"),
    ("monthyear", "((early|REL) dash? OFTHE)? MON comma? of? (REL|same)? (y yearw?|yearw (?! y))"),
    ("weekofmonth", "the? (last|ow) uW of? MON YEAR?"),
    (
        "earlierin",
        "earlierin (of|the|last|this)* (UNIT|yearw|MON (?! (d|od))|MON YEAR|y yearw?|od yearw|season|WD|night|part)",
    ),
    ("laterin", "laterin (of|the)* (WD|rel|unit|MON)"),
    ("month", "(early dash? OFTHE|REL dash? of?)? (REL? month|REL mcap|(?<=PREPCHARS) mcap|(?<= the) mcap)"),
    ("month", "early of? mcap"),
    ("weekdayrel", "(last|this|next|the)? WD (on|of)? (last|this|next) uW"),
    (
        "weekday",
        "(last|this|next|same|the)* wday | (?<=PREPCHARS) wamb | (last|this|next) wamb",
    ),
    ("weekday", "wamb (?= (comma|lp) (DAY|iso|dmy))"),
    ("weekday", "early on? WD (?! PART)"),
    ("set", "wdayset"),
    ("weekdayabbr", "wabbr dot? (?= comma? (d|od|clock|MON|iso|dmy))"),
    ("hrange", "(clock|dm|d|w) (ampm|hourw)? RANGE (d|w|od|clock|dm) (ampm|hourw DAYPART?|DAYPART) zone?"),
    ("hrange", "hampm (dash|to|and) hampm zone?"),
    ("hrange", "(?<=FROMCHARS) (d|w|od|ow|clock) (to|and) (d|w|od|ow) hourw DAYPART? zone?"),
    ("hrange", "clock RANGE clock (ampm|DAYPART)? zone?"),
    ("hrange", "(?<=FROMCHARS) (d|w|od|ow) (to|and) (d|w|od|ow) (hourw|ampm|DAYPART) zone?"),
    ("clock", "clock (ampm|hourw|DAYPART|on the part)? zone? GMT?"),
    ("dotclock", "(?<=ATCHARS) dm (ampm|hourw|DAYPART)? zone? (?! measure)"),
    ("ampm", "(hampm|(d|w) ampm) (on the (part|night))? zone? GMT?"),
    ("hour", "(d|w) hourw (d minw)? DAYPART zone?"),
    ("halfhour", "(halfto (ow|od)|halfpast (d|w)) hourw? DAYPART?"),
    ("hour", "(d|w) hourw? (part|partx|night) zone?"),
    ("hour", "(od|ow) hourw (part|partx|night) zone? | (?<=OCHARS) (od|ow) (part|partx|night) zone?"),
    ("hour", "(d|w) hourw d minw zone?"),
    ("hour", "(d|w) on the part zone? | (?<=ATCHARS) (d|w) (?= this part)"),
    ("hour", "(?<=HOURCHARS) (d|w|od) hourw zone?"),
    ("hour", "(?<=HCHARS) (od|ow) hourw? zone? (?! (UNIT|night|nightx|straight))"),
    ("hour", "n zone"),
    ("noon", "noon zone?"),
    ("set", "every NUM? (UNIT|WD|part|night|MON) | set"),
    ("era", "era"),
    ("ago", "NUM? UNIT (and art half)? ago | halfunit ago | NUM yearw ago"),
    ("fraction", "fraction"),
    ("yearago", "(the|this|art)? uY dash (ago|earlier) ((ow|od) dash? uQ|uQ|period)?"),
    ("prevdayto", "prevdayto"),
    ("prevday", "prevday"),
    ("nextday", "nextday"),
    ("earlierday", "earlierday"),
    ("ordday", "art? (ow|od) straight? (uD|dayw)"),
    ("ordnight", "art? (ow|od) straight? (night|uN)"),
    ("whole", "whole"),
    ("nightadj", "nightadj"),
    ("dom", "(d|od) domw"),
    ("quarter", "the? (ow|od|d) dash? uQ (of? the? (y yearw?|REL (unit|yearw)))?"),
    ("quarter", "(the? y|REL (uY|yearw)) (ow|od) dash? uQ"),
    ("thequarter", "(the? y|REL (uY|yearw)) (uQ|period) | (the|same) uQ | the? last period"),
    ("lastn", "(over|on|the)* (last|next|this) NUM dash? (UNIT|yearw) (?! ago)"),
    ("later", "(laterpre NUM? UNIT | laterpre UNIT w | NUM UNIT later | UNIT later)"),
    ("earlier", "NUM? UNIT earlier"),
    ("before", "(NUM UNIT prior | over NUM? UNIT to)"),
    ("afterev", "NUM UNIT after"),
    ("weekend", "(over|on|the|last|this|next)* uWE"),
    ("lastunit", "(over|early|the|of)* (last|this|next|same|current) (UNIT|yearw)"),
    ("lastseason", "(early|the|of)* (last|this|next) (season|fall) (of? y yearw?)?"),
    ("season", "(early|the|on)* (season|fall) of? (y yearw?|REL yearw)"),
    ("season", "(?<=PREPCHARS) the? season | seasonx"),
    ("yearx", "yearx"),
    ("yearend", "the? yearend"),
    ("fiscalyear", "the fiscal? uY (?= ending) | fiscal y | (the|REL|of)* fiscal (uY|yearw) | the full uY"),
    ("century", "the? (od|ow) dash? uCE"),
    ("earlyunit", "early (of|the)* UNIT"),
    ("overunit", "over UNIT"),
    ("years", "(y|od) RANGE (y|od) yearw"),
    ("year", "early? (of|the)* (y|od) yearw (?! (comma|dash) y)"),
    ("year", "early dash y (?! dash)"),
    ("year", "early (of|the)* y | (?<=PREPCHARS) the? y | (?<= lp) y (?= rp) | (the|art) y | yword"),
    ("year", "y (?= dash y) | (?<= y dash) y"),
    ("ownyear", "(?<=OWNCHARS) y (?! comma y)"),
    ("decade", "(early dash?|the|of)* decade | (early dash?|the) of? the? shortdecade"),
    ("rel", "rel"),
    ("part", "early? (the? (part|partx)) | partx"),
    ("night", "the? (night|nightx)"),
    ("durin", "over (on|the|about)* NUM hourw"),
    ("durin", "(over|on) (over|on|the|about)* NUM dash? (uD|dayw|uW|uM|uTH|uN) (?! dash? old)"),
    ("durin", "over (over|on|the|about)* NUM dash? (uY|yearw) (?! dash? old)"),
    ("duration", "(the? NUM dash? (UNIT|yearw) (and NUM UNIT)? | halfunit) (?! dash? old)"),
    ("vague", "on plural"),
    ("holiday", "holiday"),
    ("old", "NUM dash? UNIT dash? old"),
    ("pastref", "on the? pastw (?! (NUM|UNIT|yearw|PART|WD|MON|season))"),
    ("ref", "ref | current (?! (UNIT|yearw))"),
)
_CLASSES_BEFORE = {
    "PREPCHARS": "on at about by since to from asof between and over of into prior after earlierin early",
    "BETWEENCHARS": "between",
    "OWNCHARS": "owned same",
    "ATCHARS": "at on about by since to asof from",
    "FROMCHARS": "from since between",
    "HOURCHARS": "on at by about since to from asof",
    "HCHARS": "at near",
    "CLOCKCHARS": "at",
    "OCHARS": "at about by since to from asof",
}
_GLUE = frozenset(
    "d n w few half art on at of the about comma dot dash lp rp slash colon mark nl over by from to and between"
    " since into last this next same fut old old early plural tantum after prior laterpre asof every measure".split()
)
"""Classes that make no time by themselves."""
_NAME = re.compile(r"[A-Za-z]+")


def _expand(pattern: str) -> str:
    for _ in range(3):
        pattern = _NAME.sub(lambda m: _MACROS.get(m.group(), m.group()), pattern)
    return pattern


@lru_cache(maxsize=8)
def rules(language: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """All rules as one pattern over class strings, and the name of the rule of each group ``r0, r1 ...``."""
    chars = load(language).chars
    nothing = "[^\\s\\S]"

    def charset(names: str) -> str:
        found = "".join(dict.fromkeys("".join(chars.get(n, "") for n in names.split())))
        return f"[{found}]" if found else nothing

    def name(m: re.Match[str]) -> str:
        return charset(_CLASSES_BEFORE.get(m.group(), m.group()))

    parts = []
    for i, (_, pattern) in enumerate(RULES):
        body = _NAME.sub(name, _expand(pattern)).replace(" ", "").replace("(", "(?:").replace("(?:?", "(?")
        parts.append(f"(?P<r{i}>{body})")
    core = "".join(sorted(set("".join(v for k, v in chars.items() if k not in _GLUE))))
    glue = "".join(sorted(set("".join(chars.get(k, "") for k in _GLUE)) - set(core)))
    # Nothing begins where only small words and numbers stand before the next word outside the calendar.
    return re.compile(f"(?=[{glue}]{{0,8}}[{core}])(?:" + "|".join(parts) + ")"), tuple(n for n, _ in RULES)


def matches(classes: str, language: str) -> list[tuple[str, int, int]]:
    """Rule name and token range of every match, left to right, without overlaps."""
    pattern, names = rules(language)
    return [(names[int(str(m.lastgroup)[1:])], *m.span()) for m in pattern.finditer(classes) if m.end() > m.start()]


def chars_of(language: str, names: str) -> str:
    """The characters of some classes, for look-ups in a class string."""
    held = load(language).chars
    return "".join(held.get(n, "") for n in names.split())


__all__ = ["JUNK", "RULES", "chars_of", "matches", "rules"]
