"""Who vouches for what: cues and speakers in each sentence, their scopes, and what carries over between sentences.

Rules 5 to 10, 26 to 28 and 34 of the annotation scheme. A sentence that no attribution reaches is the publisher's own
voice. The engine knows no language; `languages/<code>/reporting.py` does.
"""

from collections.abc import Sequence

from reportedly.claims.attribution.records import Attribution, Stretch
from reportedly.languages import codes
from reportedly.model import Report
from reportedly.packs import sources as directory_pack
from reportedly.packs.sources import Directory

__all__ = ["Attribution", "attribute"]


def attribute(
    text: str, sentences: Sequence[Stretch], language: str, report: Report, packs: Directory | None = None
) -> tuple[Attribution, ...]:
    """The attributions of a text, in order of their scopes; scopes may nest, the narrower one holds.

    ``packs`` is the directory of who is quoted (default: the one that ships). A language without a lexicon gives none.
    """
    if language not in codes() or not sentences:
        return ()
    from reportedly.claims.attribution.discourse import Discourse

    return Discourse(text, sentences, language, report, packs or directory_pack.load()).attributions()
