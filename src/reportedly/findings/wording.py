"""Explanations are made from code and parameters, so that findings can be shown in any language that has templates."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from reportedly.findings.speakers import OWN_VOICE
from reportedly.languages.telling import phrase, tell, templates
from reportedly.lineage.voices import SOURCE_IN
from reportedly.model import Coverage, Finding, Position


class Held(NamedTuple):
    """A position before it is worded: ``value`` is a text or a phrase of `languages.telling`."""

    value: Any
    by: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


def named(name: str) -> Any:
    """A speaker for a sentence: the name, or a phrase for the publisher and for an unnamed source in a body."""
    if name == OWN_VOICE:
        return {"code": "voice.own"}
    body = name.removeprefix(SOURCE_IN)
    return name if body == name else {"code": "voice.source_in", "body": body}


def stand(word: str) -> dict[str, str]:
    """A position that is no figure, as a phrase: ``affirmed``, ``denied``, ``one``, ``other`` ..."""
    return {"code": f"held.{word}"}


def explain(code: str, params: Mapping[str, Any], language: str = "en") -> str:
    """One or two sentences for an editor.

    Raises ``LookupError`` for a language or code without wording. A parameter that is not there stays as ``{name}``.
    """
    return tell(code, params, language)


def worded(
    code: str, held: Sequence[Held], params: Mapping[str, Any]
) -> tuple[tuple[Position, ...], dict[str, Any], str]:
    """Positions, parameters and explanation of a new finding, in English. Phrases that positions hold are kept with
    the parameters, so that they too can be put into another language."""
    positions = tuple(Position(value=phrase(h.value), by=h.by, claims=h.claims) for h in held)
    kept = dict(params)
    if any(isinstance(h.value, dict) for h in held):
        kept["held"] = [h.value for h in held]
    return positions, kept, explain(code, kept)


def in_language(finding: Finding, language: str) -> Finding:
    """The finding with its explanation and positions in a language; as it is where that language has no words for it
    (the code of another version)."""
    if language == "en" or finding.code not in templates(language):
        return finding
    held = finding.params.get("held") or [p.value for p in finding.positions]
    positions = tuple(
        replace(p, value=phrase(value, language), by=tuple(phrase(named(name), language) for name in p.by))
        for p, value in zip(finding.positions, held, strict=False)
    )
    return replace(finding, explanation=tell(finding.code, finding.params, language), positions=positions)


def covered(coverage: Coverage, language: str = "en") -> str:
    """What a check was run against, or that there was nothing to compare with."""
    if not coverage.rows:
        return tell("coverage.none", {}, language)
    values = {"rows": coverage.rows, "start": coverage.start, "end": coverage.end}
    return tell("coverage.span" if coverage.start and coverage.end else "coverage.rows", values, language)
