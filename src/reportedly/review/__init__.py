"""What people say and decide: their own claims, and decisions that no machine run overwrites.

`decide` and `state` put them on record; `reviewed` shows readings as people left them; `reread` lets a newer version
propose; `link_new` links and weighs what came in, `relink` everything anew.
"""

from reportedly.review.decisions import KINDS, decide
from reportedly.review.linking import link_new, relink
from reportedly.review.people import CodeNames, person_readings, reading_of, state
from reportedly.review.rereading import Proposal, reread, take
from reportedly.review.reviewed import Reviewed, reviewed, touched
from reportedly.review.signing import sign_off

__all__ = [
    "KINDS",
    "CodeNames",
    "Proposal",
    "Reviewed",
    "decide",
    "link_new",
    "person_readings",
    "reading_of",
    "relink",
    "reread",
    "reviewed",
    "sign_off",
    "state",
    "take",
    "touched",
]
