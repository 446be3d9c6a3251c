"""The pages of the site, drawn by the same code and style as those of the reader's page."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from msgspec import convert

from reportedly.incidents.figures import Estimate, FigureHistory
from reportedly.model import Claim, Quantity, Reading, Report, TimeSpan
from reportedly.pages import wording
from reportedly.pages.edition import Ref, refs_of, sigla
from reportedly.pages.figures import rank
from reportedly.pages.html import policy, style
from reportedly.pages.incident import account, drawn
from reportedly.pages.templating import environment
from reportedly.publish.exports import atom, claims, geojson
from reportedly.publish.gate import Figure, Published
from reportedly.publish.incidents import Dossier
from reportedly.publish.outgoing import Cited, Outgoing, Verdict

_RULES = {
    "ucdp.low": ("low", "UCDP: the lowest of each speaker's last figure"),
    "ucdp.best": ("best", "UCDP: the last count of a body that counts for itself, else of an authority"),
    "ucdp.high": ("high", "UCDP: the highest figure that somebody named stands behind"),
    "acled.conservative": ("most conservative", "ACLED: the most conservative estimate"),
}


def files(out: Outgoing, *, title: str, contact: str | None = None) -> dict[str, bytes]:
    """The site by path: an index, a page an incident, a feed, the claims as CSV and GeoJSON, and digests of all.

    ``contact``: where corrections are sent to; shown on every page.
    """
    templates, look = environment("reportedly.publish"), style()
    shared = {
        "site": wording.clean(title),
        "contact": wording.clean(contact) if contact else None,
        "style": look,
        "policy": policy(look),
        "made": wording.day(out.now.date().isoformat()),
    }
    dossiers = sorted(out.dossiers, key=lambda d: (d.record.start or "", d.record.id), reverse=True)
    shown = [_incident(out, dossier) for dossier in dossiers]
    page = templates.get_template("site_incident.html.j2")
    made = {f"incidents/{i['id']}.html": page.render(**shared, **i).encode("utf-8", "replace") for i in shown}
    index = templates.get_template("site.html.j2").render(**shared, incidents=shown).encode("utf-8", "replace")
    entries = [_entry(out, dossier) for dossier in dossiers]
    made |= {
        "index.html": index,
        "feed.atom": atom.feed(entries, key=f"site:{title}", title=title, now=out.now),
        "claims.csv": b"".join(claims.write_csv(out)),
        "claims.geojson": b"".join(geojson.write(out)),
    }
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(made.items()))
    return {**made, "SHA256SUMS": sums.encode()}


def _incident(out: Outgoing, dossier: Dossier) -> dict[str, Any]:
    """One incident for its template."""
    record, wanted = dossier.record, set(dossier.record.reports)
    cited = sorted((c for c in out.reports if c.id in wanted), key=lambda c: (_told(c), c.id))
    readings = [_reading(c, [out.by_ref[r] for r in record.claims if r.rpartition("#")[0] == c.id]) for c in cited]
    signs = [letter or "A" for letter in sigla(readings)]
    refs = refs_of(readings, signs)
    whole = account(dossier.summary, readings, signs)
    place = record.place
    return {
        "id": record.id,
        "title": wording.clean(record.title),
        "meta": whole.meta,
        "country": place.country if place else None,
        "disputed": bool(dossier.summary.place and dossier.summary.place.disputed),
        "days": " – ".join(wording.day(d) for d in dict.fromkeys((record.start, record.end)) if d) or "undated",
        "counts": (len(record.claims), len(cited)),
        "publishers": [wording.clean(name) for name in record.publishers],
        "signed": _signed(out, dossier.label),
        "drawn": drawn(whole, readings, signs, refs),
        "figures": [f for h in sorted(dossier.summary.figures, key=_order) if (f := _figure(h, refs))],
        "witnesses": [_witness(c, s, r, out, refs) for c, s, r in zip(cited, signs, readings, strict=True)],
        "verdicts": [_verdict(v, refs) for v in out.verdicts if all(c.ref in refs for c in v.claims)],
    }


def _told(cited: Cited) -> datetime:
    return atom.moment(cited.published) or datetime.max.replace(tzinfo=UTC)


def _reading(cited: Cited, told: Sequence[Published]) -> Reading:
    """A reading with nothing in it that has not passed: no words, no spans."""
    report = Report(
        id=cited.id, text="", publisher=cited.publisher, published=cited.published, url=cited.url,
        captured=cited.captured, sha256=cited.sha256,
    )  # fmt: skip
    known = ("event", "polarity", "certainty")
    fields = ({"id": p.ref.rpartition("#")[2], "start": 0, "end": 0, **{n: getattr(p, n) for n in known}} for p in told)
    return Reading(report=report, claims=tuple(convert(claim, Claim) for claim in fields))


def _witness(cited: Cited, siglum: str, reading: Reading, out: Outgoing, refs: dict[str, Ref]) -> dict[str, Any]:
    """A report with its claims, to be cited."""
    passed = [out.by_ref[f"{cited.id}#{claim.id}"] for claim in reading.claims]
    return {
        "siglum": siglum,
        "anchor": f"w{siglum}",
        "publisher": wording.clean(cited.publisher or "publisher unknown"),
        "published": wording.day(cited.published) or "undated",
        "url": wording.clean(cited.url) if cited.url else None,
        "href": link(cited.url),
        "captured": cited.captured,
        "sha256": cited.sha256,
        "claims": [
            {
                "ref": refs[claim.ref],
                "event": claim.event,
                "polarity": claim.polarity,
                "certainty": claim.certainty,
                "chain": [(wording.clean(name), None) for name in claim.sources],
                "slots": slots(claim),
            }
            for claim in passed
        ],
    }


def slots(claim: Published) -> list[wording.Slot]:
    """The filled fields of a claim in words."""
    found = [wording.Slot("actor", claim.actor)] if claim.actor else []
    found += [wording.Slot("weapon", weapon) for weapon in claim.weapons]
    if claim.target:
        found.append(wording.Slot("target", claim.target, claim.target_kind))
    for place in claim.places:
        label = place.role if place.role and place.role != "at" else "place"
        found.append(wording.Slot(label, place.name, place.country))
    time = TimeSpan(text="", start=claim.start, end=claim.end, precision=claim.precision)  # type: ignore[arg-type]
    found.append(wording.Slot("time", wording.when(time)))
    found += [_quantity(figure) for figure in claim.figures]
    return [wording.Slot(s.label, wording.clean(s.words), wording.clean(s.remark) if s.remark else None) for s in found]


def _quantity(figure: Figure) -> wording.Slot:
    size = Quantity(of="other", text="", value=figure.value, low=figure.low, high=figure.high, bound=figure.bound)  # type: ignore[arg-type]
    remark = ", ".join(x for x in (figure.item, figure.place) if x)
    return wording.Slot(figure.of.replace("_", " "), wording.figure(size), remark or None)


def _order(history: FigureHistory) -> tuple[object, ...]:
    return (rank(history.topic), history.topic, history.part or "", history.place or "")


def _figure(history: FigureHistory, refs: dict[str, Ref]) -> dict[str, Any] | None:
    """A figure with what each rule makes of it; ``None`` where nobody named gave one."""
    known = [e for e in history.estimates if e.rule in _RULES]
    if not known:
        return None
    parts = (history.topic.replace(".", " ").replace("_", " "), history.part, history.place)
    return {
        "topic": wording.clean(", ".join(part for part in parts if part)),
        "estimates": [_estimate(e, refs) for e in known],
    }


def _estimate(estimate: Estimate, refs: dict[str, Ref]) -> dict[str, Any]:
    name, rule = _RULES[estimate.rule]
    number, by = wording.plain_number(estimate.value), wording.clean(estimate.by)
    return {"name": name, "rule": rule, "value": number, "by": by, "ref": refs.get(estimate.claim)}


def _verdict(verdict: Verdict, refs: dict[str, Ref]) -> dict[str, Any]:
    made = verdict.decision
    return {
        "refs": [] if verdict.incident else [refs[c.ref] for c in verdict.claims],
        "claim": wording.clean(made.value["claim"]),
        "rating": made.value["rating"],
        "reason": wording.clean(made.reason or ""),
        "by": wording.clean(made.by),
        "day": wording.day(made.at[:10]),
        "href": link(made.value.get("url")),
    }


def _signed(out: Outgoing, label: str) -> str | None:
    """The day of the last sign-off."""
    at = [d.at for d in out.found.decisions if d.kind == "sign_off" and d.subject == f"incident:{label}"]
    return wording.day(max(at)[:10]) if at else None


def _entry(out: Outgoing, dossier: Dossier) -> atom.Entry:
    record = dossier.record
    told = [m for ref in record.claims if (m := atom.moment(out.by_ref[ref].published)) is not None]
    reports = f"{len(record.claims)} claims in {len(record.reports)} reports: {', '.join(record.publishers)}"
    return atom.Entry(
        key=f"incident:{record.id}",
        title=record.title,
        summary=f"{record.start or 'undated'}. {reports}",
        updated=max(told, default=out.now),
        link=f"incidents/{record.id}.html",
    )


def link(url: str | None) -> str | None:
    """An address of the web put together anew from its parts; ``None`` for anything else."""
    try:
        parts = urlsplit(url or "")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    if not re.fullmatch(r"[A-Za-z0-9.-]+", parts.hostname):
        return None
    host = parts.hostname
    safe = "/%:@!$&'()*+,;=~-._"
    path, query = (quote(part, safe=safe + "?", errors="replace") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host + port, path, query, ""))
