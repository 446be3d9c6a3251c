"""Settings: file, then environment; every one is documented."""

import re
from pathlib import Path

import pytest

from reportedly.cli.failure import InputError
from reportedly.cli.settings import ALL, home, limits, settings, tongue

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def test_defaults() -> None:
    assert limits().text_bytes == 5_000_000
    assert settings()["allow_private"] is False


def test_the_environment_wins_over_the_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir()
    (home / "settings.toml").write_text("max_text_mb = 2\njobs = 3\n")
    monkeypatch.setenv("REPORTEDLY_JOBS", "4")
    monkeypatch.setenv("REPORTEDLY_ALLOW_PRIVATE", "yes")
    assert (settings()["max_text_mb"], settings()["jobs"], settings()["allow_private"]) == (2.0, 4, True)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("nonsense = 1", "no such setting: nonsense"),
        ("jobs = 'many'", "is no number"),
        ("jobs = 0", "out of range"),
        ("allow_private = 'perhaps'", "neither true nor false"),
        ("jobs", "settings.toml"),
    ],
)
def test_a_wrong_setting_is_named(home: Path, text: str, what: str) -> None:
    home.mkdir()
    (home / "settings.toml").write_text(text)
    with pytest.raises(InputError, match=re.escape(what)):
        settings()


def test_home_follows_the_desktop_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("REPORTEDLY_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert home("data") == tmp_path / "reportedly"


def test_every_setting_is_documented() -> None:
    text = (REFERENCE / "settings.md").read_text("utf-8")
    for setting in ALL:
        row = f"| `{setting.name}` | `{setting.variable}` | `{_shown(setting.default)}` |"
        assert row in text, f"docs/reference/settings.md lacks: {row} {setting.help} |"


def _shown(default: object) -> str:
    return str(default).lower() if isinstance(default, bool) else str(default) if default != "" else '""'


def test_the_language_of_explanations(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (tongue(), tongue("uk")) == ("en", "uk")
    monkeypatch.setenv("REPORTEDLY_WORDS", "ru")
    assert (tongue(), tongue("uk")) == ("ru", "uk")
    monkeypatch.setenv("REPORTEDLY_WORDS", "latin")
    with pytest.raises(InputError, match="none of en, uk, ru"):
        tongue()
