"""The command line: one file a command under `commands`, found by its name; nothing heavy before it is needed."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code (2 bad input or usage, 1 strict, else 0)."""
    from reportedly.cli.app import run

    sys.exit(run(sys.argv[1:]))
