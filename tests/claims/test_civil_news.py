"""Events of news that is not of war: crime, courts, accidents, disasters, protest. One case a line."""

import pytest

import reportedly

EN = [
    ("Two men opened fire outside a bar in Toledo.", ["other"]),
    ("Militants opened fire on a checkpoint near Kirkuk.", ["clash"]),
    ("Gunfire erupted again on the east side of Toledo.", ["other"]),
    ("Shots were fired at the car of a shopkeeper.", ["other"]),
    ("A teenager was shot in the arm.", ["casualties"]),
    ("Two jets were shot down.", ["interception"]),
    ("A lorry ploughed into a bus queue.", ["other"]),
    ("A van crashed into a shop front.", ["disaster"]),
    ("A train struck a stalled truck.", ["disaster"]),
    ("Firefighters were fighting two apartment fires.", ["response"]),
    ("A man was charged with arson.", ["response"]),
    ("A jury convicted him on Friday.", ["response"]),
    ("No arrests have been made.", ["detention"]),
    ("She turned herself in on Monday.", ["detention"]),
    ("Deputies responded to the house.", ["response"]),
    ("Officers cordoned off the street.", ["response"]),
    ("The walkers' bodies were found on a beach.", ["casualties"]),
    ("Three people died in a stampede.", ["casualties", "disaster"]),
    ("Teachers went on strike.", ["protest"]),
    ("The school was placed on lockdown.", ["measure"]),
    ("Police raided homes in the suburb.", ["response"]),
    ("The death toll was expected to rise.", ["assessment"]),
    ("The festival was held in March.", ["other"]),
    ("The bus drove off on May 5.", ["other"]),
    ("Detectives searched a barn where the guns are believed to have been hidden.", ["response", "assessment"]),
]
RU = [
    ("В кафе открыли стрельбу, посетители разбежались.", "other"),
    ("Боевики открыли стрельбу по колонне.", "clash"),
    ("Мужчине предъявили обвинение.", "response"),
    ("Жители перекрыли дорогу.", "protest"),
]
UK = [
    ("У кафе почалася стрілянина.", "other"),
    ("Чоловікові оголосили підозру.", "response"),
    ("Мешканці перекрили дорогу.", "protest"),
]


@pytest.mark.parametrize(("text", "events"), EN)
def test_english_events(text: str, events: list[str]) -> None:
    assert [c.event for c in reportedly.read(text, language="en").claims] == events


@pytest.mark.parametrize(("text", "event"), RU)
def test_russian_events(text: str, event: str) -> None:
    assert reportedly.read(text, language="ru").claims[0].event == event


@pytest.mark.parametrize(("text", "event"), UK)
def test_ukrainian_events(text: str, event: str) -> None:
    assert reportedly.read(text, language="uk").claims[0].event == event
