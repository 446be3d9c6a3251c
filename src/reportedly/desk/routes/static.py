"""Style and script: a fixed set of files of the package. A path never reaches the file system."""

import hashlib
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
    "icon.svg": ("reportedly.desk", "static", "image/svg+xml"),
}


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
