"""Every command and every option is in the reference, and nothing else is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from reportedly.cli.app import build
from reportedly.reports.formats import TABLE

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def _commands(command: Any, name: str = "") -> Iterator[tuple[str, list[Any]]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name, command.params
    for key, value in (inner or {}).items():
        yield from _commands(value, f"{name} {key}".strip())


def _sections() -> dict[str, str]:
    parts = re.split(r"^## `reportedly ([^`]+?)`$", (REFERENCE / "cli.md").read_text("utf-8"), flags=re.MULTILINE)
    return {re.split(r" [A-Z\[<-]", head)[0]: body for head, body in zip(parts[1::2], parts[2::2], strict=True)}


def test_every_command_has_a_section_and_every_option_a_line() -> None:
    sections = _sections()
    known = dict(_commands(typer.main.get_command(build())))
    assert set(sections) == set(known)
    for name, parameters in known.items():
        for parameter in parameters:
            for option in (o for o in parameter.opts if o.startswith("--") and o != "--help"):
                assert f"`{option}" in sections[name], f"docs/reference/cli.md: {name} lacks {option}"


def test_every_format_is_documented() -> None:
    text = (REFERENCE / "inputs.md").read_text("utf-8")
    for entry in TABLE:
        for suffix in entry.suffixes:
            assert f"`{suffix}`" in text, f"docs/reference/inputs.md lacks {suffix}"
