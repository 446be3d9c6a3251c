"""What the tests of the intake share: two sound texts, and a way to load one file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.model import Report
from reportedly.reports import InputProblem, Limits, Overrides, load

Loader = Callable[..., tuple[list[Report], list[InputProblem]]]

EN = "Two drones struck a plant in Izhevsk overnight, the governor said. Nobody was hurt in the attack."
RU = "Два беспилотника атаковали завод в Ижевске, сообщил губернатор. Пострадавших нет, на месте работают спасатели."
UK = "Уночі росіяни атакували Харків безпілотниками. Внаслідок удару поранено двох людей, повідомив мер міста."


@pytest.fixture
def loaded(tmp_path: Path) -> Loader:
    """Writes bytes to a file of that name and loads it: the reports, and the problems."""

    def one(
        name: str, data: bytes | str, defaults: Overrides | None = None, limits: Limits | None = None
    ) -> tuple[list[Report], list[InputProblem]]:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        items = list(load([str(path)], defaults=defaults, limits=limits))
        return [i for i in items if isinstance(i, Report)], [i for i in items if isinstance(i, InputProblem)]

    return one
