"""One self-contained page: the text set like an annotated edition, claims and findings in the margin beside it.

Nothing is loaded from outside; the content security policy allows only the page's own style and script, by their
hashes. Foreign text reaches the page as escaped text nodes and nowhere else: ids, classes and languages are ours.
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from reportedly.claims.gloss import label as gloss_label
from reportedly.languages.labels import label_of
from reportedly.model import Finding, Reading
from reportedly.pages import edition, wording
from reportedly.pages.incident import accounts, drawn
from reportedly.pages.templating import environment, saying

if TYPE_CHECKING:
    from jinja2 import Template


def page(
    readings: Sequence[Reading],
    across: Sequence[Finding],
    compared: Mapping[str, Sequence[str]] | None = None,
    language: str = "en",
) -> str:
    """The page as one string.

    ``across`` are the findings that need several of the readings; ``compared`` says, by report id, what was checked
    against what, and what had nothing to compare with; ``language`` is that of explanations, captions and labels.
    """
    sigla = edition.sigla(readings)
    refs = edition.refs_of(readings, sigla)
    template, look, script = _template()
    say = saying(language)
    one = wording.clean(wording.heading(readings[0])) if len(readings) == 1 else None
    editions = [
        edition.edition(i, reading, sigla[i], refs, (compared or {}).get(reading.report.id, ()), language=language)
        for i, reading in enumerate(readings)
    ]
    return template.render(
        _=label_of(language),
        say=say,
        told_label=gloss_label(language),
        lang=language,
        title=one or say("count.reports", n=len(readings)),
        style=look,
        script=script,
        policy=policy(look, script),
        editions=editions,
        several=len(readings) > 1,
        across=[edition.tell(f, f"x{n}", refs, language) for n, f in enumerate(wording.by_severity(tuple(across)), 1)],
        totals=edition.totals([*across, *(f for reading in readings for f in reading.findings)]),
        incidents=[drawn(a, readings, sigla, refs, language) for a in accounts(readings, sigla, language)],
    )


class Picture:
    """A page for a notebook, in a frame of its own, so that neither's style reaches the other; ``html`` is the page."""

    def __init__(self, readings: Sequence[Reading], across: Sequence[Finding] = ()) -> None:
        self.html = page(readings, across)

    def _repr_html_(self) -> str:
        from markupsafe import escape

        return (
            '<iframe sandbox="allow-scripts" width="100%" height="640" '
            f'style="border:1px solid #ccc" srcdoc="{escape(self.html)}"></iframe>'
        )


@lru_cache(maxsize=1)
def _template() -> tuple["Template", str, str]:
    """Template, style and script, read once."""
    script = (files("reportedly.pages") / "templates" / "page.js").read_text("utf-8")
    return environment().get_template("page.html.j2"), style(), script


def style() -> str:
    """The style of all pages that stand alone."""
    return (files("reportedly.pages") / "templates" / "page.css").read_text("utf-8")


def policy(style: str, script: str | None = None) -> str:
    """The content security policy of a page that stands alone: nothing but this style and this script, if any."""
    allowed = f"style-src {_hash(style)}; " + (f"script-src {_hash(script)}; " if script is not None else "")
    return f"default-src 'none'; {allowed}base-uri 'none'; form-action 'none'"


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
