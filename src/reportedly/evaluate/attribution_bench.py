"""How well attributions fit the gold: `python -m reportedly.evaluate.attribution_bench GOLD_DIR [--misses]`.

For every gold claim the chain is that of the attribution whose scope covers most of its evidence (the narrowest of
equals), else empty. Source and chain agree as in the gold's scorer; polarity and certainty are read on gold evidence.
"""

import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from reportedly.claims import modality
from reportedly.claims.attribution import Attribution, attribute
from reportedly.mentions.sentences import split
from reportedly.model import Report

_MEASURES = ("source", "chain", "polarity", "certainty")


def norm(name: str | None) -> str:
    """A name as the gold's scorer compares it."""
    s = unicodedata.normalize("NFKD", name or "").casefold()
    s = "".join(ch for ch in s if not unicodedata.combining(ch))
    s = re.sub(r"[\"'`´’‘“”«»„‚‹›]", "", s)
    s = re.sub(r"[^\w]+", " ", s).replace("_", " ")
    return re.sub(r"^the ", "", re.sub(r"\s+", " ", s).strip())


def same(gold: dict[str, Any], name: str) -> bool:
    """Whether a name is that of the gold source or one of its aliases."""
    return norm(name) in {norm(gold["name"])} | {norm(a) for a in gold.get("aliases") or []}


def covering(found: tuple[Attribution, ...], start: int, end: int) -> Attribution | None:
    """The attribution that covers most of a stretch, at least half; of equals the narrowest."""
    best, key = None, (0, 0)
    for a in found:
        cover = min(end, a.scope[1]) - max(start, a.scope[0])
        if (
            2 * cover >= end - start
            and (cover, a.scope[0] - a.scope[1]) > key
            or cover > 0
            and best is None
            and 2 * cover >= end - start
        ):
            best, key = a, (cover, a.scope[0] - a.scope[1])
    return best


def judge(report: Report, claims: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, bool], str]]:
    """For each claim which measures agree, and what was read."""
    text, language = report.text, report.language or "en"
    found = attribute(text, split(text, language), language, report)
    out = []
    for c in claims:
        a = covering(found, c["start"], c["end"])
        names = [s.name for s in a.chain] if a else []
        polarity = modality.polarity(text, c["start"], c["end"], language)[0]
        certainty = modality.certainty(text, c["start"], c["end"], language)
        if a and a.polarity:
            polarity = a.polarity
        if a and a.certainty:
            certainty = modality.weakest(certainty, a.certainty)
        chains = [c["sources"]] + ([c["sources_alt"]] if "sources_alt" in c else [])
        ok = {
            "source": any(same(g[-1], names[-1]) if g and names else not g and not names for g in chains),
            "chain": any(
                len(g) == len(names) and all(same(x, y) for x, y in zip(g, names, strict=True)) for g in chains
            ),
            "polarity": polarity == c["polarity"],
            "certainty": certainty == c["certainty"],
        }
        out.append((c, ok, f"{names} {polarity} {certainty}"))
    return out


def main(argv: list[str]) -> int:
    """Prints accuracy per language and measure, with ``--misses`` each disagreement."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[str] = Counter()
    for path in sorted(Path(argv[0]).glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if "claims" not in gold:
            continue
        report = Report(**{k: v for k, v in gold["report"].items() if k in Report.__struct_fields__})
        for c, ok, got in judge(report, gold["claims"]):
            language = report.language or "?"
            total[language] += 1
            right.update((language, m) for m in _MEASURES if ok[m])
            if "--misses" in argv and not all(ok.values()):
                wrong = ",".join(m for m in _MEASURES if not ok[m])
                want = [s["name"] for s in c["sources"]]
                words = report.text[c["start"] : c["end"]]
                print(f"{report.id} {c['id']} {wrong}: {want} {c['polarity']} {c['certainty']} | {got} | {words!r}")
    for language in sorted(total):
        print(language, total[language], " ".join(f"{m} {right[language, m] / total[language]:.3f}" for m in _MEASURES))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
