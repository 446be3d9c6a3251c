"""Who did it where nobody is named: one case a line; the last field is None where the text names no doer."""

import pytest

import reportedly

CASES = [
    ("en", "Police arrested a baker in Leeds.", "police"),
    ("en", "Three masked men robbed a bank in Leeds on Friday.", "Three masked men"),
    ("en", "The gunmen later opened fire on a convoy of troops.", "gunmen"),
    ("en", "Rescuers searched the lake.", "Rescuers"),
    ("en", "A driver was arrested by police.", "police"),
    ("en", "Two officers were arrested on Friday.", None),
    ("en", "Two residents were killed.", None),
    ("ru", "Полицейские задержали курьера в Твери.", "Полицейские"),
    ("ru", "Неизвестные обстреляли грузовик под Тверью.", "Неизвестные"),
    ("uk", "Рятувальники ліквідували пожежу у Львові.", "Рятувальники"),
]


@pytest.mark.parametrize(("language", "text", "doer"), CASES)
def test_doer(language: str, text: str, doer: str | None) -> None:
    claim = reportedly.read(text, language=language).claims[-1]
    assert (claim.actor.name.casefold() if claim.actor else None) == (doer.casefold() if doer else None)
