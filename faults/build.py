"""Made-up reports with claims, quick to make: what is tested is the ledger and not the reader."""

from reportedly.ledger import Incoming
from reportedly.model import Claim, Place, Reading, Report, Source, TimeSpan

_PLACES = (("Izhevsk", "RU", 56.85, 53.2), ("Kharkiv", "UA", 49.98, 36.25), ("Sumy", "UA", 50.92, 34.8))
_WORDS = "drone struck plant overnight residents heard blasts governor said fire damage убито завод удар пожежа".split()


def report(number: int, *, text: str | None = None, url: str | None = None, claims: int = 3) -> Incoming:
    """Report ``number`` with some claims; the same number always gives the same report."""
    words = [_WORDS[(number * 7 + k * 5) % len(_WORDS)] for k in range(40)]
    text = text or f"Report {number}. " + " ".join(words)
    made = Report(
        id=f"r{number}", text=text, publisher="The paper", published="2025-07-01T09:00:00+00:00", language="en", url=url
    )
    found = tuple(claim(made, k, number) for k in range(claims))
    return Incoming(
        report=made, raw=text.encode(), reading=Reading(report=made, claims=found), version="1", own_id=True
    )


def claim(report: Report, k: int, number: int = 0) -> Claim:
    """Claim ``k`` (from 0) of a report."""
    name, country, lat, lon = _PLACES[(number + k) % 3]
    start = min(10 * k, len(report.text) - 1)
    day = f"2025-07-{1 + (number + k) % 28:02d}"
    return Claim(
        id=f"c{k + 1}",
        start=start,
        end=min(start + 40, len(report.text)),
        polarity="affirmed",
        certainty="certain",
        event=("strike", "fire", "damage")[k % 3],
        sources=(Source(name="the governor", kind="official", named="role"),),
        places=(Place(text=name, name=name, country=country, lat=lat, lon=lon, kind="settlement", role="at"),),
        time=TimeSpan(text="that day", start=day, end=day, precision="day"),
    )
