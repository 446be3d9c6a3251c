"""Whether a text was seen before."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.desk.answers import answer
from reportedly.desk.desk import TheShelf
from reportedly.desk.seen import seen

router = APIRouter(prefix="/api/v1")
_BODY: dict[str, Any] = {
    "requestBody": {"required": True, "content": {"text/plain": {"schema": {"type": "string"}}}},
    "responses": {
        "200": {
            "description": "Reports that have words of the text, those that have most of it first.",
            "content": {
                "application/json": {
                    "schema": {
                        "type": "object",
                        "required": ["items"],
                        "properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/Seen"}}},
                    }
                }
            },
        }
    },
}


@router.post("/seen", openapi_extra=_BODY)
async def look(request: Request, shelf: TheShelf) -> Response:
    """Whether a text (the body, UTF-8) was seen before, as it is or in part; for the desk. Nothing of it is kept."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "text/plain":
        raise HTTPException(415, "Not understood: the body is a text (Content-Type: text/plain).")
    text = (await request.body()).decode("utf-8", "replace")
    return answer({"items": await run_in_threadpool(seen, shelf, text)})
