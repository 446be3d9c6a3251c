"""Grades of sources. They do not leave the desk."""

from fastapi import APIRouter
from starlette.responses import Response

from reportedly.desk.answers import Limit, Start, described, listed
from reportedly.desk.grades import history

router = APIRouter(prefix="/api/v1")


@router.get("/grades", responses=described("GradeSet"))
def grades(start: Start, limit: Limit = 100) -> Response:
    """Every grade that somebody set, the latest first; a source without one is F. For the desk only."""
    return listed(history(start.shelf), start, limit)
