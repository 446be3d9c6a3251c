"""Telethon's own client and types, answered as its wire is, from bytes: only Telegram itself is left out."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from reportedly.reports.collecting import telegram
from reportedly.reports.collecting.client import Asked
from reportedly.reports.collecting.sources import Source
from reportedly.reports.collecting.standing import Standing, of
from reportedly.reports.collecting.visit import Gone
from reportedly.reports.material import InputProblem, Intake, Limits, Unreadable

from .conftest import EN, RU

telethon = pytest.importorskip("telethon")

from telethon import TelegramClient, errors  # noqa: E402
from telethon.extensions import BinaryReader  # noqa: E402
from telethon.sessions import MemorySession  # noqa: E402
from telethon.tl import functions, types  # noqa: E402

NOW = datetime(2025, 7, 1, 12, tzinfo=UTC)
SHOT = Source(name="SHOT", kind="telegram", addresses=("shot_shot",))


def channel(number: int, title: str, name: str | None) -> Any:
    return types.Channel(number, title, types.ChatPhotoEmpty(), NOW, username=name, access_hash=1, broadcast=True)


def message(number: int, text: str, **more: Any) -> Any:
    return types.Message(number, types.PeerChannel(100), NOW, text, post=True, from_id=types.PeerUser(77), **more)


def forwarded(**more: Any) -> Any:
    return types.MessageFwdHeader(date=NOW, **more)


class Answered(TelegramClient):  # type: ignore[misc]
    """A client whose questions are answered here; what it makes of the answers is Telethon's own."""

    def __init__(self, *messages: Any, error: Exception | None = None) -> None:
        super().__init__(MemorySession(), 1, "x")
        self._answers, self._error = messages, error

    async def __call__(self, request: Any, *_: Any, **__: Any) -> Any:
        return BinaryReader(bytes(self._answer(request))).tgread_object()

    def _answer(self, request: Any) -> Any:
        here = channel(100, "SHOT", "shot_shot")
        if isinstance(request, functions.updates.GetStateRequest):
            return types.updates.State(1, 1, NOW, 1, 0)
        if isinstance(request, functions.contacts.ResolveUsernameRequest):
            return types.contacts.ResolvedPeer(types.PeerChannel(100), [here], [])
        assert isinstance(request, functions.messages.GetHistoryRequest)
        if self._error is not None:
            raise self._error
        people = [types.User(77, first_name="Olena", access_hash=1), types.User(7, first_name="Ihor", access_hash=1)]
        chats = [here, channel(200, "Baza", "baza")]
        return types.messages.ChannelMessages(1, len(self._answers), list(self._answers), [], chats, people)


def read(*messages: Any, error: Exception | None = None) -> list[Any]:
    async def ask() -> list[dict[str, Any]]:
        return await telegram.read(Answered(*messages, error=error), "shot_shot")

    return list(telegram.of(SHOT, asyncio.run(ask()), Limits()))


ALBUM = [message(13, "", grouped_id=5), message(12, EN, grouped_id=5), message(11, "", grouped_id=5)]
CASES = [
    ("plain", [message(3, RU)], [("shot_shot/3", RU, None)]),
    ("formatted", [message(3, RU, entities=[types.MessageEntityBold(0, 3)])], [("shot_shot/3", RU, None)]),
    ("album", ALBUM, [("shot_shot/12", EN, None)]),
    ("reply", [message(3, RU, reply_to=types.MessageReplyHeader(reply_to_msg_id=1))], [("shot_shot/3", RU, None)]),
    ("edited", [message(3, RU, edit_date=NOW)], [("shot_shot/3", RU, None)]),
    (
        "forwarded from a channel",
        [message(3, RU, fwd_from=forwarded(from_id=types.PeerChannel(200), channel_post=9))],
        [("shot_shot/3", RU, "Baza")],
    ),
    ("from a person", [message(3, RU, fwd_from=forwarded(from_id=types.PeerUser(7)))], [("shot_shot/3", RU, None)]),
    ("from one who hides", [message(3, RU, fwd_from=forwarded(from_name="Ihor"))], [("shot_shot/3", RU, None)]),
    (
        "beside a service message and an empty one",
        [
            message(4, RU),
            types.MessageService(3, types.PeerChannel(100), date=NOW, action=types.MessageActionPinMessage()),
            types.MessageEmpty(2, types.PeerChannel(100)),
        ],
        [("shot_shot/4", RU, None)],
    ),
]


@pytest.mark.parametrize(("messages", "known"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_messages_become_reports(messages: list[Any], known: list[tuple[str, str, str | None]]) -> None:
    found = [item for item in read(*messages) if isinstance(item, Intake)]
    assert [(item.report.id, item.report.text, item.report.forwarded_from) for item in found] == known
    assert all(item.report.published == "2025-07-01T12:00:00+00:00" for item in found)
    assert not any(person in item.raw for item in found for person in (b"77", b"Olena", b"Ihor"))


def test_a_number_between_two_others_is_gone() -> None:
    found = read(message(5, EN), message(3, RU))
    assert [item.url for item in found if isinstance(item, Gone)] == ["https://t.me/shot_shot/4"]
    assert [item for item in found if isinstance(item, InputProblem)] == []


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (errors.FloodWaitError(request=None, capture=300), Asked, "A wait of 300 seconds is required"),
        (errors.ChannelPrivateError(request=None), Unreadable, "The channel specified is private"),
        (errors.UsernameNotOccupiedError(request=None), Unreadable, "The username is not in use"),
        (errors.AuthKeyUnregisteredError(request=None), Unreadable, "Telegram: "),
    ],
)
def test_what_telegram_refuses(error: Exception, kind: type[Exception], said: str) -> None:
    with pytest.raises(kind, match=said) as raised:
        read(error=error)
    assert getattr(raised.value, "seconds", 300) == 300


def test_without_messages() -> None:
    with pytest.raises(Unreadable, match="no messages"):
        read()


def test_nobody_is_signed_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    account = telegram.Account(api_id=1, api_hash="x", session=tmp_path / "telegram.session")
    monkeypatch.setattr(TelegramClient, "connect", lambda client: pytest.fail("nothing to connect for"))
    (last,) = telegram.arrivals(SHOT, of(SHOT, {}, NOW), account, Limits())
    assert isinstance(last, Standing) and "nobody is signed in" in str(last.problem)
    assert list(tmp_path.iterdir()) == []


def test_the_session_is_for_its_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    account = telegram.Account(api_id=1, api_hash="x", session=tmp_path / "telegram.session")
    account.session.touch(mode=0o644)

    async def unreachable(client: TelegramClient) -> None:
        raise ConnectionError

    monkeypatch.setattr(TelegramClient, "connect", unreachable)
    (last,) = telegram.arrivals(SHOT, of(SHOT, {}, NOW), account, Limits())
    assert isinstance(last, Standing) and "could not be reached" in str(last.problem)
    assert account.session.stat().st_mode & 0o777 == 0o600
