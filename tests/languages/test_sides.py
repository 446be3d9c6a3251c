"""Which side a name speaks for, by its words alone."""

import pytest

from reportedly.languages.sides import side_by_words


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Russian Defence Ministry", "RU"),
        ("Moscow-installed authorities", "RU"),
        ("Ukraine's ambassador to Russia", "UA"),
        ("Russian-installed head of Ukraine's Kherson region", "RU"),
        ("Минобороны России", "RU"),
        ("украинские власти", "UA"),
        ("Генштаб ЗСУ", "UA"),
        ("міноборони росії", "RU"),
        ("Міністерство оборони України", "UA"),
        ("residents", None),
        ("Prussian archive", None),
    ],
)
def test_the_state_that_stands_first_tells_the_side(name: str, side: str | None) -> None:
    assert side_by_words(name) == side
