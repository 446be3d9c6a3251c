"""Explanations are made from code and parameters, so that findings can be shown in any language that has a table here."""

import importlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pkgutil import iter_modules
from typing import Any


def explain(code: str, params: Mapping[str, Any], language: str = "en") -> str:
    """One or two sentences for an editor.

    Raises ``LookupError`` for a language or code without wording. A parameter that is not there stays as ``{name}``.
    """
    if language not in languages():
        raise LookupError(f"no wording in {language}")
    shown = dict(params)
    if "tried" in params:
        shown["tried"] = _tried(params["tried"], language)
    return table(language)[code].format_map(_Kept(shown))


def _tried(variants: Sequence[Mapping[str, Any]], language: str) -> str:
    """Which variants of a question to records were tried, and what each gave; nothing where there were none."""
    words = importlib.import_module(f"{__name__}.{language}")
    said = [
        words.TRIED[v["tried"]].format_map(_Kept({**v, "outcome": words.OUTCOMES[v["outcome"]]})) for v in variants
    ]
    return words.TRIED_TOO.format(tried="; ".join(said)) if said else ""


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages that findings can be explained in."""
    return tuple(sorted(m.name for m in iter_modules(__path__) if "_" not in m.name))


def coverage_table(language: str) -> Mapping[str, str]:
    """Note to template, for what was checked against what.

    Raises ``LookupError`` for a language without wording.
    """
    if language not in languages():
        raise LookupError(f"no wording in {language}")
    notes: Mapping[str, str] = importlib.import_module(f"{__name__}.{language}").COVERAGE
    return notes


@lru_cache(maxsize=8)
def table(language: str) -> Mapping[str, str]:
    """Code to template: those of one report (``en.py``) and of several (``across_en.py``)."""
    there = {m.name for m in iter_modules(__path__)}
    modules = [importlib.import_module(f"{__name__}.{n}") for n in (language, f"across_{language}") if n in there]
    return {code: template for module in modules for code, template in module.TEMPLATES.items()}


class _Kept(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
