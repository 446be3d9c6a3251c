"""Fuzz the parsers of foreign input: ``python -m faults.fuzz [TARGET]... [--minutes N] [--corpus FOLDER]``.

Minutes are of processor time, each target's own, counted from its first input. With a folder outside the repository
what was found worth keeping stays there, and the next run goes on from it. `make fuzz` installs the fuzzer first. What
a target fails on is put under ``faults/fuzz/cases/TARGET``, where the build tries it ever after. One JSON object a
target is printed; ``python -m faults.record`` adds it up.
"""

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CASES = Path(__file__).parent / "cases"
_PACKAGES = ["reportedly", "feedparser", "warcio", "htmldate"]
_SECONDS_EACH, _MEGABYTES = 20, 3_000
_USED = "processor seconds used:"


def main() -> None:
    """Run the targets one after another; exit with 1 where one failed."""
    if sys.argv[1:2] == ["--inside"]:
        _inside(sys.argv[2], int(sys.argv[3]), sys.argv[4:])
        return
    from faults.fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(prog="python -m faults.fuzz", description=__doc__)
    parser.add_argument("target", nargs="*", help=", ".join(TARGETS))
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--corpus", type=Path, help="where inputs worth keeping stay between runs")
    chosen = parser.parse_args()
    unknown = set(chosen.target) - set(TARGETS)
    if unknown:
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as thrown_away:
        corpus = chosen.corpus or Path(thrown_away)
        held = [_run(name, chosen.minutes, corpus / name) for name in chosen.target or TARGETS]
    sys.exit(not all(held))


def _run(name: str, minutes: float, corpus: Path) -> bool:
    """One target for a time; whether it held."""
    from faults.fuzz import seeds

    (CASES / name).mkdir(parents=True, exist_ok=True)
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds.of(name)):
        (corpus / f"seed{number}").write_bytes(seed)
    command = [sys.executable, "-m", "faults.fuzz", "--inside", name, str(round(minutes * 60)), "-print_final_stats=1"]
    limits = [f"-timeout={_SECONDS_EACH}", f"-rss_limit_mb={_MEGABYTES}", f"-artifact_prefix={CASES / name}/"]
    done = subprocess.run([*command, *limits, "-max_len=8192", str(corpus)], capture_output=True)
    said = done.stderr.decode("utf-8", "replace")
    found = {
        "target": name,
        "minutes": round(float(_last(rf"^{_USED} (\S+)", said)) / 60, 2),
        "tried": int(_last(r"^#(\d+)|^stat::number_of_executed_units: (\d+)", said)),
        "edges": int(_last(r"cov: (\d+)", said)),
        "held": done.returncode == 0,
    }
    print(json.dumps(found), flush=True)
    if done.returncode:
        print(done.stdout.decode("utf-8", "replace")[-2_000:], said[-500:], file=sys.stderr)
    return done.returncode == 0


def _last(pattern: str, said: str) -> str:
    """The number that was said last."""
    found = [match[match.lastindex or 0] for match in re.finditer(pattern, said, re.M)]
    return found[-1] if found else "0"


def _inside(name: str, seconds: int, arguments: list[str]) -> None:
    """The fuzzer itself; it never returns. All that it should see the branches of is imported under its eyes."""
    import logging

    import atheris  # type: ignore[import-not-found,unused-ignore]

    logging.disable()  # what foreign parsers complain of is not asked for here
    with atheris.instrument_imports(include=_PACKAGES):
        from faults.fuzz import seeds, targets

        for seed in seeds.of(name):  # imports what is imported late
            targets.TARGETS[name](seed)
    atheris.Setup([sys.argv[0], *arguments], targets.TARGETS[name])
    _count(seconds)
    atheris.Fuzz()


def _count(seconds: int) -> None:
    """Say every second how much processor time was used, and ask the fuzzer to end when it is enough."""
    began = time.process_time()

    def passed(number: int, frame: object) -> None:
        used = time.process_time() - began
        os.write(2, f"{_USED} {used:.1f}\n".encode())
        if used >= seconds:
            os.kill(os.getpid(), signal.SIGUSR1)  # libFuzzer ends after the input at hand

    signal.signal(signal.SIGPROF, passed)
    signal.setitimer(signal.ITIMER_PROF, 1, 1)


if __name__ == "__main__":
    main()
