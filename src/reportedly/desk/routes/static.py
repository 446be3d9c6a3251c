"""Style and script: a fixed set of files of the package. A path never reaches the file system."""

import hashlib
import json
from functools import lru_cache
from importlib.resources import files

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

router = APIRouter(include_in_schema=False)

FILES = {
    "page.css": ("reportedly.pages", "templates", "text/css"),
    "page.js": ("reportedly.pages", "templates", "text/javascript"),
    "desk.css": ("reportedly.desk", "static", "text/css"),
    "desk.js": ("reportedly.desk", "static", "text/javascript"),
    "map.js": ("reportedly.desk", "static", "text/javascript"),
    "map-style.js": ("reportedly.desk", "static", "text/javascript"),
    "icon.svg": ("reportedly.desk", "static", "image/svg+xml"),
}


_KINDS = {".mjs": "text/javascript", ".css": "text/css"}


@lru_cache(maxsize=1)
def library() -> tuple[str, dict[str, tuple[bytes, str]]]:
    """The map library: its address, which names its version, and its files by name with their types."""
    folder = files("reportedly.desk") / "vendor" / "maplibre-gl"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    parts = ((name, _KINDS.get(name[name.rindex(".") :])) for name in manifest["sha256"])
    served = {name: ((folder / name).read_bytes(), kind) for name, kind in parts if kind}
    return f"/static/maplibre-gl/{manifest['version']}/", served


@lru_cache(maxsize=len(FILES))
def _read(name: str) -> tuple[bytes, str]:
    package, folder, _ = FILES[name]
    data = (files(package) / folder / name).read_bytes()
    return data, f'"{hashlib.sha256(data).hexdigest()[:20]}"'


@router.get("/static/{name}")
def static(request: Request, name: str) -> Response:
    """One of the files."""
    if name not in FILES:
        raise HTTPException(404)
    data, tag = _read(name)
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(data, media_type=FILES[name][2], headers=headers)


@router.get("/static/maplibre-gl/{version}/{name}")
def part(request: Request, version: str, name: str) -> Response:
    """A file of the map library: under one address it never changes."""
    address, served = library()
    if request.url.path != f"{address}{name}" or name not in served:
        raise HTTPException(404)
    data, kind = served[name]
    return Response(data, media_type=kind, headers={"Cache-Control": "public, max-age=31536000, immutable"})
