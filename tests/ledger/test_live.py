"""What is taken from its address again and again: a revision where it says something else, else nothing."""

import pytest
from msgspec.structs import replace

from faults.build import report
from reportedly.ledger import Incoming, Ledger

ONE = "One person was hurt in Kharkiv, the mayor said."
TWO = "Two people were hurt in Kharkiv, the mayor said."
URL = "https://example.org/a"


def live(text: str, raw: bytes = b"page", url: str | None = URL, **fields: str) -> Incoming:
    made = report(1, text=text or " ", url=url)
    told = replace(made.report, text=text, **fields)
    return replace(made, report=told, reading=None, raw=raw, live=True, own_id=False)


def statuses(ledger: Ledger, *incoming: Incoming) -> list[str]:
    return [ledger.add(one).status for one in incoming]


@pytest.mark.parametrize(
    ("second", "status"),
    [
        (live(ONE), "known"),
        (live(ONE, raw=b"page with another counter"), "known"),
        (live(ONE, url="https://example.org/a?from=feed"), "known"),
        (live(TWO), "revision"),
        (live(ONE, title="With a headline"), "revision"),
        (live("", raw=b"404"), "revision"),
        (live(ONE, url="https://other.example/a", publisher="Another paper"), "new"),
        (live(ONE, url="https://example.org/b", published="2025-07-02T09:00:00+00:00"), "new"),
    ],
)
def test_the_second_time(ledger: Ledger, second: Incoming, status: str) -> None:
    assert statuses(ledger, live(ONE), second) == ["new", status]


def test_there_and_back_again(ledger: Ledger) -> None:
    gone = live("", raw=b"404")
    found = statuses(ledger, live(ONE), live(TWO), live(ONE), live(ONE), gone, gone, live(ONE), gone)
    assert found == ["new", "revision", "revision", "known", "revision", "known", "revision", "revision"]
    assert [r.text for r in ledger.reports(current=False)] == [ONE, TWO, ONE, "", ONE, ""]
    latest = ledger.latest_at(URL)
    assert latest is not None and latest.text == "" and ledger.latest_at("https://example.org/b") is None
    assert ledger.verify() == ()


def test_what_was_erased_does_not_come_back_with_another_counter(ledger: Ledger) -> None:
    ledger.add(live(ONE))
    ledger.remember("a", "state")
    ledger.erase("r1", "asked for")
    assert ledger.add(live(ONE, raw=b"page with another counter")).status == "erased"
    assert ledger.sources() == {}, "where collecting stands names addresses"


def test_a_source_is_remembered(ledger: Ledger) -> None:
    ledger.remember("a", "1")
    ledger.remember("a", "2")
    assert ledger.sources() == {"a": "2"} and ledger.verify() == ()
