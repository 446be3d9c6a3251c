"""Findings on perfect readings: gold claims in, our findings out, so that rules are measured without the reader.

``python -m reportedly.evaluate.findings_bench GOLD_DIR OUT.jsonl`` writes one ``{report, claims, findings}`` a line
and prints the score.
"""

import sys
from pathlib import Path

from reportedly import pipeline
from reportedly.evaluate.finding_scores import finding_table, score_findings
from reportedly.evaluate.gold import read_gold, read_system, reading
from reportedly.model import encode


def main(arguments: list[str]) -> int:
    """Run over a gold folder; returns the exit code."""
    if len(arguments) != 2:
        print("usage: findings_bench GOLD_DIR OUT.jsonl", file=sys.stderr)
        return 2
    gold = read_gold(Path(arguments[0]))
    out = Path(arguments[1])
    with out.open("wb") as lines:
        for item in gold.values():
            lines.write(encode(pipeline.check(reading(item))) + b"\n")
    print(finding_table("findings on gold claims", score_findings(gold, read_system(out))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
