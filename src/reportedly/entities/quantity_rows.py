"""Tables of losses as general staffs print them, a row a thing: "tanks – 10 980 (+1)", «особового складу – близько
1 021 890 (+1 070) осіб». The first figure counts from the beginning of the war, the one in brackets the last day."""

import re
from collections.abc import Iterator

from reportedly.entities.quantity_tools import Found, Tools
from reportedly.entities.quantity_words import Noun, words
from reportedly.languages.counting import Number
from reportedly.model import Quantity, Span
from reportedly.model.terms import Bound, QuantityOf, Scope

_FIGURE = r"\d{1,3}(?:[ \u00a0\u202f.,]?\d{3})*"
ROW = re.compile(
    rf"(?P<thing>[^\W\d_][^\n\d–—‒:;()]{{2,70}}?)\s*[–—‒:-]\s*(?P<bound>[^\W\d_]+ )?(?P<total>{_FIGURE})"
    rf"\s*\(\+\s?(?P<day>{_FIGURE})\)"
)


def rows(text: str, folded: str, numbers: tuple[Number, ...], t: Tools) -> Iterator[tuple[Span, list[Found]]]:
    """The span of each row, and its two figures; ``numbers`` are those of the text: is the first "about"?"""
    for row in ROW.finditer(folded):
        noun = _thing(folded, row.span("thing"), t)
        of: QuantityOf = "other" if noun is None or noun.kind in ("people", "combatant") else "destroyed"
        about = any(n.bound == "about" and n.text_start <= row.start("total") < n.text_end for n in numbers)
        bound: Bound = "about" if about else "exact"
        found = []
        figures: tuple[tuple[str, Bound, Scope], ...] = (("total", bound, "cumulative"), ("day", "exact", "day"))
        for name, kind, scope in figures:
            start, end = row.span(name)
            start = row.start("bound") if kind != "exact" and row["bound"] else start
            figure = Quantity(
                of=of, item=noun.item if noun else None, value=int(re.sub(r"\D", "", row[name])), text=text[start:end],
                bound=kind, scope=scope, span=(start, end), confidence=0.9 if noun else 0.7,
            )  # fmt: skip
            found.append(Found(figure, noun.kind if noun else "bare", noun))
        yield row.span(), found


def _thing(folded: str, span: Span, t: Tools) -> Noun | None:
    """What a row counts: its first known noun."""
    return next((w.noun for w in words(folded, *span, (), t.table) if w.noun is not None), None)
