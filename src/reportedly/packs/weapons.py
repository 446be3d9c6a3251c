"""Weapon models by any of their names. `weapons.yaml` is what people edit."""

from functools import lru_cache
from importlib.resources import files
from typing import get_args

from msgspec import Struct

from reportedly.model.terms import WeaponType


class Model(Struct, frozen=True, kw_only=True):
    """A weapon model; what the fields mean is said at the head of the pack."""

    name: str
    type: WeaponType
    also: tuple[str, ...] = ()
    word: tuple[str, ...] = ()
    garbled: tuple[str, ...] = ()
    near: bool = False


@lru_cache(maxsize=1)
def models() -> tuple[Model, ...]:
    """All models of the pack.

    Raises ``ValueError`` where two models share a name or a type is none of the schema's.
    """
    import msgspec
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows = yaml.load(files(__package__).joinpath("weapons.yaml").read_text(encoding="utf-8"), Loader=loader)
    found = msgspec.convert(rows, type=tuple[Model, ...])
    seen: dict[str, str] = {}
    for model in found:
        if model.type not in get_args(WeaponType):
            raise ValueError(f"weapons.yaml: {model.name}: no such type: {model.type}")
        for name in {n.casefold() for n in (*model.also, *model.word, *model.garbled)}:
            if seen.setdefault(name, model.name) != model.name:
                raise ValueError(f"weapons.yaml: {name} stands for {seen[name]} and for {model.name}")
    return found
