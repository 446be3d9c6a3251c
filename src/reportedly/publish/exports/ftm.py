"""FollowTheMoney: reports as Article, incidents as Event, public bodies as LegalEntity, who is named where as Mention;
and each value of each event as a Statement that says which claim it comes from.

Written without the library; where it is installed (``reportedly[ftm]``) every entity is checked by it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha1
from typing import Any, TypeAlias

import msgspec

from reportedly.publish.exports.acled import notes
from reportedly.publish.gate import Published
from reportedly.publish.incidents import PublishedIncident
from reportedly.publish.outgoing import Cited, Outgoing
from reportedly.publish.persons import in_a_pack

_Properties: TypeAlias = Mapping[str, Sequence[str | None]]


def write(out: Outgoing) -> Iterator[bytes]:
    """Entities, one a line."""
    for entity in checked(entities(out)):
        yield msgspec.json.encode(entity) + b"\n"


def write_statements(out: Outgoing) -> Iterator[bytes]:
    """Statements, one a line: who says what of which event, denials left out.

    ``origin`` is the claim, ``dataset`` its publisher.
    """
    seen = out.now.date().isoformat()
    for incident in out.incidents:
        for ref in incident.claims:
            claim = out.by_ref[ref]
            for statement in _statements(incident, claim, seen) if claim.polarity == "affirmed" else ():
                yield msgspec.json.encode(statement) + b"\n"


def entities(out: Outgoing) -> Iterator[dict[str, Any]]:
    """Articles, then public bodies, then events, then mentions."""
    yield from (_article(cited) for cited in out.reports)
    bodies = dict.fromkeys(name for claim in out.claims for name in _named(claim))
    yield from (_entity("body", name, "LegalEntity", {"name": [name]}) for name in bodies)
    yield from (_event(incident) for incident in out.incidents if incident.affirmed)
    seen = dict.fromkeys((_report(claim), name) for claim in out.claims for name in _named(claim))
    for report, name in seen:
        yield _entity(
            "mention",
            f"{report}\x1f{name}",
            "Mention",
            {"document": [_id("report", report)], "resolved": [_id("body", name)], "name": [name]},
        )


def checked(found: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The entities, each checked by the library where it is there. Raises its ``InvalidData`` for one that is wrong."""
    try:
        from followthemoney import model
    except ImportError:
        yield from found
        return
    for entity in found:
        schema = model.get(entity["schema"])
        if schema is None or set(entity["properties"]) - set(schema.properties):
            raise ValueError(f"{entity['schema']}: not in this version of FollowTheMoney")
        schema.validate(entity)
        yield entity


def _article(cited: Cited) -> dict[str, Any]:
    properties: _Properties = {
        "name": [f"{cited.publisher or 'publisher unknown'}, {(cited.published or 'undated')[:10]}"],
        "publisher": [cited.publisher],
        "sourceUrl": [cited.url if (cited.url or "").startswith(("https://", "http://")) else None],
        "publishedAt": [_date(cited.published)],
        "retrievedAt": [_date(cited.captured)],
        "notes": [f"SHA-256 of the bytes: {cited.sha256}" if cited.sha256 else None],
    }
    return _entity("report", cited.id, "Article", properties)


def _event(incident: PublishedIncident) -> dict[str, Any]:
    place = incident.place
    properties: _Properties = {
        "name": [incident.title],
        "startDate": [incident.start],
        "endDate": [incident.end],
        "location": [place.name if place else None],
        "country": [place.country.lower() if place and place.country else None],
        "keywords": [incident.event],
        "recordId": [incident.id],
        "summary": [notes(incident)],
        "publisher": list(incident.publishers),
        "involved": [_id("body", name) for name in incident.actors if in_a_pack(name)],
        "proof": [_id("report", report) for report in incident.reports],
    }
    return _entity("event", incident.id, "Event", properties)


def _entity(kind: str, key: str, schema: str, properties: _Properties) -> dict[str, Any]:
    kept = {name: [v for v in values if v] for name, values in properties.items()}
    return {"id": _id(kind, key), "schema": schema, "properties": {name: v for name, v in kept.items() if v}}


def _statements(incident: PublishedIncident, claim: Published, seen: str) -> Iterator[dict[str, Any]]:
    values: _Properties = {
        "name": [incident.title],
        "startDate": [_date(claim.start)],
        "endDate": [_date(claim.end)],
        "location": [place.name for place in claim.places],
        "country": [place.country.lower() for place in claim.places if place.country],
        "keywords": [claim.event],
        "involved": [_id("body", claim.actor)] if claim.actor and in_a_pack(claim.actor) else [],
        "proof": [_id("report", _report(claim))],
    }
    event, dataset = _id("event", incident.id), _dataset(claim.publisher)
    for prop, some in values.items():
        for value in dict.fromkeys(v for v in some if v):
            yield {
                "canonical_id": event,
                "entity_id": event,
                "prop": prop,
                "schema": "Event",
                "value": value,
                "dataset": dataset,
                "lang": None,
                "original_value": None,
                "first_seen": _date(claim.published) or seen,
                "last_seen": seen,
                "external": False,
                "origin": claim.ref,
                "id": _hash(f"{dataset}.{event}.{prop}.{value}"),
            }


def _named(claim: Published) -> Iterator[str]:
    """The bodies and office holders that a claim names, as far as a pack knows them."""
    yield from (name for name in (*claim.sources, claim.actor) if name and in_a_pack(name))


def _report(claim: Published) -> str:
    return claim.ref.rpartition("#")[0]


def _date(value: str | None) -> str | None:
    return value[:10] if value else None


def _dataset(publisher: str | None) -> str:
    """A name that the library takes: small letters, digits, underscores."""
    return f"reportedly_{_hash(publisher or '')[:10]}"


def _id(kind: str, key: str) -> str:
    return f"reportedly-{kind}-{_hash(key)[:20]}"


def _hash(key: str) -> str:
    return sha1(key.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
