"""First names and name endings. English has no cases, so nothing here changes a name."""

MALE = ""
FEMALE = ""
SURNAME: dict[str, tuple[tuple[str, str], ...]] = {"m": (), "f": ()}
FORENAME: dict[str, tuple[tuple[str, str], ...]] = {"m": (), "f": ()}
ADJECTIVE: dict[str, tuple[tuple[str, str], ...]] = {"m": (), "f": (), "n": (), "p": ()}
