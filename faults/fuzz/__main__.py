"""Fuzz the parsers of foreign input: ``python -m faults.fuzz [TARGET]... [--minutes N]`` (processor time each).

`make fuzz` installs the fuzzer first. Each target runs in a process of its own; what it fails on is put under
``faults/fuzz/cases/TARGET``, where the build tries it ever after. One JSON object a target is printed.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

CASES = Path(__file__).parent / "cases"
_PACKAGES = ["reportedly", "feedparser", "warcio", "htmldate"]
_SECONDS_EACH, _MEGABYTES = 20, 3_000


def main() -> None:
    """Run the targets one after another; exit with 1 where one failed."""
    if sys.argv[1:2] == ["--inside"]:
        _inside(sys.argv[2], sys.argv[3:])
        return
    from faults.fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(prog="python -m faults.fuzz", description=__doc__)
    parser.add_argument("target", nargs="*", help=", ".join(TARGETS))
    parser.add_argument("--minutes", type=float, default=10.0)
    chosen = parser.parse_args()
    unknown = set(chosen.target) - set(TARGETS)
    if unknown:
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    held = [_run(name, chosen.minutes) for name in chosen.target or TARGETS]
    sys.exit(not all(held))


def _run(name: str, minutes: float) -> bool:
    """One target for a time; whether it held."""
    from faults.fuzz import seeds

    (CASES / name).mkdir(parents=True, exist_ok=True)
    before = _processor_seconds()
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds.of(name)):
            (Path(corpus) / f"seed{number}").write_bytes(seed)
        command = [sys.executable, "-m", "faults.fuzz", "--inside", name, f"-max_total_time={round(minutes * 60)}"]
        limits = [f"-timeout={_SECONDS_EACH}", f"-rss_limit_mb={_MEGABYTES}", f"-artifact_prefix={CASES / name}/"]
        done = subprocess.run([*command, *limits, "-max_len=8192", corpus], capture_output=True)
    said = done.stderr.decode("utf-8", "replace")
    found = {
        "target": name,
        "processor minutes": round((_processor_seconds() - before) / 60, 1),
        "tried": int((re.findall(r"^#(\d+)", said, re.M) or ["0"])[-1]),
        "edges": int((re.findall(r"cov: (\d+)", said) or ["0"])[-1]),
        "held": done.returncode == 0,
    }
    print(json.dumps(found), flush=True)
    if done.returncode:
        print(done.stdout.decode("utf-8", "replace")[-2_000:], said[-500:], file=sys.stderr)
    return done.returncode == 0


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _inside(name: str, arguments: list[str]) -> None:
    """The fuzzer itself; it never returns. All that it should see the branches of is imported under its eyes."""
    import logging

    import atheris  # type: ignore[import-not-found,unused-ignore]

    logging.disable()  # what foreign parsers complain of is not asked for here
    with atheris.instrument_imports(include=_PACKAGES):
        from faults.fuzz import seeds, targets

        for seed in seeds.of(name):  # imports what is imported late
            targets.TARGETS[name](seed)
    atheris.Setup([sys.argv[0], *arguments], targets.TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
