"""The rules, found by looking into ``rules/``: a kind is one new file there, and nothing else."""

import importlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from pkgutil import iter_modules

from msgspec import Struct

from reportedly.findings import rules
from reportedly.findings.references import References
from reportedly.model import Finding, Reading


class Rule(Struct, frozen=True):
    """One rule. ``codes`` are the codes it can give; ``yields_to`` the kinds that make it superfluous on their claims;
    ``pairwise`` says that it compares claims with each other, so that its work grows with the square of their number.
    """

    name: str
    kinds: tuple[str, ...]
    codes: tuple[str, ...]
    find: Callable[[Reading, References], Iterable[Finding]]
    yields_to: tuple[str, ...] = ()
    pairwise: bool = False


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by file name."""
    return tuple(_rule(m.name) for m in sorted(iter_modules(rules.__path__), key=lambda m: m.name))


def _rule(name: str) -> Rule:
    module = importlib.import_module(f"{rules.__name__}.{name}")
    codes = tuple(module.CODES)
    kinds = tuple(dict.fromkeys(c.partition(".")[0] for c in codes))
    pairwise = bool(getattr(module, "PAIRWISE", False))
    return Rule(name, kinds, codes, module.find, tuple(getattr(module, "YIELDS_TO", ())), pairwise)
