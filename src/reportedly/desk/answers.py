"""Answers of the API: pages of records with a cursor that holds the ledger still, in JSON by msgspec."""

import base64
import binascii
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from fastapi import Depends, Query
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.desk.desk import TheDesk, TheShelf
from reportedly.desk.queries import Shelf

Item = TypeVar("Item")
View = Annotated[
    Literal["public", "desk"],
    Query(description="`public`: what has passed the gate. `desk`: everything, not for publication."),
]
Limit = Annotated[int, Query(ge=1, le=500)]
_CURSOR = re.compile(r"(\d{1,12})\.(\d{1,18})")


class Place:
    """Where a list goes on, in which state of the ledger: after how many items, or for long lists after which row."""

    def __init__(self, shelf: Shelf, seq: int, offset: int) -> None:
        self.shelf = shelf
        self.seq = seq
        self.offset = offset


def _place(
    desk: TheDesk,
    shelf: TheShelf,
    cursor: Annotated[str, Query(max_length=64, description="`next` of the page before.")] = "",
) -> Place:
    if not cursor:
        return Place(shelf, shelf.seq, 0)
    try:
        plain = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        plain = ""
    found = _CURSOR.fullmatch(plain)
    now = desk.shelf
    if found is None or not 0 < int(found[1]) <= now.seq:
        raise HTTPException(422, "Not understood: cursor.")
    seq = int(found[1])
    return Place(now if seq == now.seq else now.at(seq), seq, int(found[2]))


Start = Annotated[Place, Depends(_place)]


def listed(
    items: Iterable[Any], start: Place, limit: int, show: Callable[[Any], Any] = lambda item: item
) -> Response:
    """One page: ``{"items", "next", "entry"}``; ``next`` is null on the last one. ``show`` makes the records of those
    that are on it."""
    return cut(islice(items, start.offset, start.offset + limit + 1), start, limit, show)


def cut(
    items: Iterable[Any], start: Place, limit: int, show: Callable[[Any], Any] = lambda item: item
) -> Response:
    """One page from items of which the first is that which comes next, and one more than ``limit`` is enough."""
    found = list(items)
    return _page([show(item) for item in found[:limit]], start, start.offset + limit if len(found) > limit else None)


def keyed(items: Iterable[tuple[int, Any]], start: Place, limit: int) -> Response:
    """One page of a long list from items with their rows, of which the first is that which comes next."""
    found = list(islice(items, limit + 1))
    return _page([item for _, item in found[:limit]], start, found[limit - 1][0] if len(found) > limit else None)


def _page(items: list[Any], start: Place, following: int | None) -> Response:
    name = None
    if following is not None:
        name = base64.urlsafe_b64encode(f"{start.seq}.{following}".encode("ascii")).decode("ascii").rstrip("=")
    return answer({"items": items, "next": name, "entry": start.seq})


def answer(value: Any, status: int = 200) -> Response:
    """A record, or anything made of records, as JSON."""
    try:
        body = msgspec.json.encode(value)
    except UnicodeEncodeError:  # half a character, which a text can hold and JSON in UTF-8 cannot
        body = msgspec.json.encode(_whole(msgspec.to_builtins(value)))
    return Response(body + b"\n", status, media_type="application/json")


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_whole(k): _whole(v) for k, v in value.items()}
    return [_whole(v) for v in value] if isinstance(value, (list, tuple)) else value


def described(*records: str) -> dict[int | str, dict[str, Any]]:
    """The answer of a list for the OpenAPI description; several records: the public one, then that of the desk."""
    schemas = [{"$ref": f"#/components/schemas/{name}"} for name in records]
    page = {
        "type": "object",
        "required": ["items", "next", "entry"],
        "properties": {
            "items": {"type": "array", "items": schemas[0] if len(schemas) == 1 else {"anyOf": schemas}},
            "next": {"type": ["string", "null"]},
            "entry": {"type": "integer"},
        },
    }
    return {200: {"content": {"application/json": {"schema": page}}, "description": "One page."}, **FAILURES}


def single(*records: str) -> dict[int | str, dict[str, Any]]:
    """The answer of one record for the OpenAPI description."""
    schemas = [{"$ref": f"#/components/schemas/{name}"} for name in records]
    schema = schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
    return {200: {"content": {"application/json": {"schema": schema}}, "description": "The record."}, **FAILURES}


_ERROR = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}
_FAILURES = {
    401: "Who are you? (Only with log-in.)",
    403: "The role does not reach this. (Only with log-in.)",
    404: "There is none.",
    422: "Not understood.",
}
FAILURES: dict[int | str, dict[str, Any]] = {
    status: {"description": words, "content": {"application/json": {"schema": _ERROR}}}
    for status, words in _FAILURES.items()
}


def components(records: Sequence[type]) -> dict[str, Any]:
    """Schemas of records by name, for the OpenAPI description."""
    _, found = msgspec.json.schema_components(records, ref_template="#/components/schemas/{name}")
    return dict(found)
