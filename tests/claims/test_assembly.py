"""Whole readings of a few sentences: what a claim takes from its words, what it takes over, what it never does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import pipeline
from reportedly.model import Claim, Report


def read(
    text: str, language: str = "en", published: str | None = "2025-06-10T12:00", publisher: str | None = None
) -> list[Claim]:
    return list(pipeline.claims(Report(id="t", text=text, language=language, published=published, publisher=publisher)))


def names(claim: Claim) -> list[str | None]:
    return [p.name for p in claim.places]


def test_a_consequence_takes_over_place_and_time_of_the_strike() -> None:
    strike, hurt = read("Russian missiles struck Odesa overnight. Two people were injured.")
    assert names(hurt) == names(strike) == ["Odesa"]
    assert hurt.time is not None and strike.time is not None and hurt.time.start == strike.time.start


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Channels put the wounded at more than 60, which has not been officially confirmed."),
        ("ru", "По данным каналов, ранены более 60 человек, официального подтверждения этому нет."),
        ("uk", "За даними каналів, поранено понад 60 людей, офіційно цього не підтвердили."),
    ],
)
def test_a_figure_that_nobody_confirms_is_told_and_no_more_than_possible(language: str, text: str) -> None:
    claim = read(text, language)[0]
    assert (claim.polarity, claim.certainty) == ("affirmed", "possible")


@pytest.mark.parametrize(
    ("language", "text", "polarities"),
    [
        ("uk", "У Генштабі підтвердили ураження нафтобази, результати уточнюються.", ["affirmed", "withheld"]),
        ("ru", "Минобороны сообщило о поражении нефтебазы, последствия уточняются.", ["affirmed", "withheld"]),
        ("ru", "Погибших и пострадавших нет, часть нападавших задержана.", ["denied", "affirmed"]),
        ("uk", "Загиблих немає, частину нападників затримано.", ["denied", "affirmed"]),
    ],
)
def test_what_is_being_clarified_or_denied_beside_leaves_the_rest_as_it_is(
    language: str, text: str, polarities: list[str]
) -> None:
    assert [c.polarity for c in read(text, language)] == polarities


def test_regions_joined_before_a_contrast_stay_in_one_clause() -> None:
    text = "The ministry admitted that aircraft caught fire in the Murmansk and Irkutsk regions but saw no losses."
    first = read(text)[0]
    assert names(first) == ["Murmansk Oblast", "Irkutsk Oblast"]


def test_the_state_in_the_name_of_a_service_is_not_where_it_happened() -> None:
    text = "An official in Ukraine's SBU security service said drones hit the plant in Izhevsk and it burnt."
    assert all("Ukraine" not in names(claim) for claim in read(text))


@pytest.mark.parametrize(
    ("language", "text", "doer"),
    [
        ("en", "Ukraine's General Staff said it had struck the fuel depot in Engels.", "Ukraine"),
        ("ru", "Минобороны РФ сообщило о поражении склада в Сумах.", "Russia"),
        ("uk", "Генштаб ЗСУ повідомив про ураження нафтобази в Енгельсі.", "Ukraine"),
        ("en", "The governor of Sumy region said a missile struck a school in Sumy.", None),
        ("uk", "Генштаб ЗСУ повідомив про ураження школи в Сумах.", None),
    ],
)
def test_who_tells_of_its_own_deed_did_it_and_nobody_is_guessed_for_others(
    language: str, text: str, doer: str | None
) -> None:
    claim = next(c for c in read(text, language) if c.event == "strike")
    assert (claim.actor.name if claim.actor else None) == doer


@pytest.mark.parametrize(
    ("language", "text", "target"),
    [
        ("en", "Russia said its forces had captured Chasiv Yar.", "Chasiv Yar"),
        ("ru", "Минобороны сообщило о взятии города Часов Яр.", "Chasiv Yar"),
        ("en", "Two drones hit the Kupol plant in Izhevsk.", "Kupol plant"),
        ("uk", "Безпілотники вразили завод «Купол» в Іжевську.", "Kupol plant"),
    ],
)
def test_what_was_taken_or_hit_has_the_name_of_the_town_or_object(language: str, text: str, target: str) -> None:
    claim = read(text, language)[0]
    assert claim.target is not None and claim.target.name == target


def test_a_rumour_and_its_denial_in_one_sentence_are_two_claims() -> None:
    claims = read("Rumours of an evacuation of Sumy, spread by Telegram channels, were dismissed by the mayor as fake.")
    told = [(c.event, c.polarity, c.certainty, c.sources[-1].name) for c in claims]
    assert told == [
        ("displacement", "affirmed", "possible", "Telegram channels"),
        ("displacement", "denied", "certain", "mayor"),
    ]


def test_a_denial_parted_from_its_rumour_denies_the_same_weapon() -> None:
    told = "Rumours of a drone strike in Sumy, spread by Telegram channels, were dismissed by the mayor as fake."
    rumour, denial = read(told)
    assert (denial.polarity, denial.weapons) == ("denied", rumour.weapons) and denial.weapons[0].type == "drone"


def test_a_voice_without_a_verb_of_its_own_is_a_claim_where_it_names_a_figure() -> None:
    fire = "A fire at the site was put out; the regional emergencies ministry gave its size as 1,200 square metres, "
    claims = read(f"{fire}the Telegram channel Astra as 3,000.")
    told = [(c.sources[-1].name, c.quantities[0].value) for c in claims if c.sources]
    assert told == [("regional emergencies ministry", 1200), ("Astra", 3000)]


def test_an_assessment_takes_only_its_own_words() -> None:
    _, assessment = read("Russian missiles struck Odesa overnight. It was the largest attack of the war.")
    assert assessment.event == "assessment" and assessment.places == () and assessment.time is None


def test_a_nights_tally_does_not_take_the_place_before_it() -> None:
    claims = read("A drone hit a house in Sumy. The air force said it had shot down 120 drones overnight.")
    tally = next(c for c in claims if c.event == "interception")
    assert tally.places == ()


def test_what_a_governor_tells_is_of_his_region_not_of_a_town_outside_it() -> None:
    claims = read("A drone fell in Moscow. Voronezh Region Governor Ivan Petrov said two people were injured.")
    assert names(claims[-1]) == ["Voronezh Oblast"]


def test_nothing_goes_on_in_a_sea_that_something_was_fired_over() -> None:
    claims = read("Missiles hit Odesa. Two were shot down over the Black Sea. Four people were injured.")
    assert names(claims[-1]) == ["Odesa"]


def test_parts_of_a_total_are_one_claim_with_their_places() -> None:
    (claim,) = read(
        "Russia's defence ministry said 60 drones were shot down, 17 of them over Crimea and 16 over Rostov region."
    )
    assert [(q.value, q.place) for q in claim.quantities] == [(60, None), (17, "Crimea"), (16, "Rostov Oblast")]


def test_one_of_those_counted_is_no_claim_of_its_own_whoever_that_was() -> None:
    (claim,) = read("Поранено п'ятьох людей, серед них рятувальник.", "uk")
    assert [(q.value, q.part_of) for q in claim.quantities] == [(5, None), (1, 0)]


def test_killed_and_wounded_of_one_sentence_are_one_claim() -> None:
    (claim,) = read("Three people were killed and 35 wounded, the governor said.")
    assert [(q.of, q.value) for q in claim.quantities] == [("killed", 3), ("injured", 35)]


def test_denied_and_affirmed_stay_apart() -> None:
    claims = read("Раненых двое, погибших нет.", "ru")
    assert [(c.event, c.polarity) for c in claims] == [("casualties", "affirmed"), ("casualties", "denied")]


def test_no_damage_or_casualties_is_two_claims() -> None:
    claims = read("No damage or casualties were reported.")
    assert sorted((c.event, c.polarity) for c in claims) == [("casualties", "not_reported"), ("damage", "not_reported")]


def test_what_is_withheld_has_the_event_of_what_is_withheld() -> None:
    claims = read("A drone attacked a plant in Izhevsk, Alexander Brechalov said. He did not name the plant.")
    assert (claims[-1].event, claims[-1].polarity) == ("strike", "withheld")
    assert [s.name for s in claims[-1].sources] == ["Alexander Brechalov"]


def test_a_bare_refusal_is_a_statement_withheld() -> None:
    claims = read("Missiles struck a depot in Kursk. The Pentagon declined to comment.")
    assert (claims[-1].event, claims[-1].polarity) == ("statement", "withheld")


def test_a_named_attack_is_a_claim_only_where_it_adds_something() -> None:
    events = [c.event for c in read("A drone attack on Belgorod killed a woman. The attack also wounded two men.")]
    assert events.count("strike") == 1


def test_an_unknown_place_stays_unknown_and_keeps_candidates() -> None:
    claim = read("Three drones attacked the village of Izhokov in Udmurtia.")[0]
    unknown = [p for p in claim.places if p.name is None]
    assert [p.text for p in unknown] == ["Izhokov"] and unknown[0].lat is None


def test_without_a_date_no_year_is_guessed() -> None:
    claims = read("A drone struck a bus on June 5.", published=None)
    assert all(c.time is None or not c.time.start[:4].isdigit() for c in claims)


def test_a_headlines_figure_is_told_once() -> None:
    claims = read("Five people killed in Sumy strike\n\nFive people were killed by a missile in Sumy, the mayor said.")
    killed = [c for c in claims if any(q.of == "killed" for q in c.quantities)]
    assert len(killed) == 1 and killed[0].sources


def test_markdown_moves_no_offset() -> None:
    text = "Губернатор [сообщил](https://t.me/x/1), что **двое погибли** в Шебекине."
    claim = next(c for c in read(text, "ru") if c.event == "casualties")
    assert "погибли" in text[claim.start : claim.end]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "После атаки без света остались жители трёх районов. Бригады работают. Воду подвозят. Связь есть."),
        ("uk", "Після атаки знеструмлені мешканці трьох районів. Бригади працюють. Воду підвозять. Зв'язок є."),
    ],
)
def test_a_power_cut_after_an_attack_is_told_though_nobody_was_hurt(language: str, text: str) -> None:
    assert "disruption" in [c.event for c in read(text, language)]


def test_industrial_blasts_are_accidents_where_no_attack_is_told() -> None:
    claims = read("An explosion at a chemical plant in Gaomi killed five workers. The cause is unknown.")
    assert "disaster" in {c.event for c in claims} and "explosion" not in {c.event for c in claims}


WORDS = (
    "drone killed 3 in Kursk said the governor overnight . , ; no casualties were reported Москва сбиты 12 дронов"
    " ранены двое « » — сообщил SHOT 5 червня загинули у Харкові : \n\n 17:05 - ( ) [x](http://y) ** 😀 \u202e \u0301 ’"
).split(" ")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from(["en", "ru", "uk"]))
def test_any_text_is_read_and_every_span_lies_in_it(words: list[str], language: str) -> None:
    text = " ".join(words)
    for c in pipeline.claims(Report(id="t", text=text, language=language, published="2025-06-10")):
        assert 0 <= c.start < c.end <= len(text) and text[c.start : c.end].strip() == text[c.start : c.end]
        for thing in (*c.sources, *c.places, *c.quantities, *c.weapons):
            if thing.span is not None:
                assert 0 <= thing.span[0] < thing.span[1] <= len(text)


def test_a_clause_with_where_takes_the_place_before_it() -> None:
    claims = read("Medics are at work in Sumy, where a strike on Monday damaged a hotel. A shell hit Kherson.")
    assert next(names(c) for c in claims if c.event == "damage") == ["Sumy"]


def test_a_region_that_the_sentence_names_goes_before_a_town_of_the_sentence_before() -> None:
    claims = read("Shells hit Kherson. Troops also fired at four villages in the Kherson region, killing a farmer.")
    assert names(claims[-1]) == ["Kherson Oblast"]


def test_every_claim_of_a_sentence_has_all_regions_of_its_list() -> None:
    claims = read("Two bridges collapsed in Bryansk and Kursk regions, killing seven people. Trains were delayed.")
    assert names(next(c for c in claims if c.event == "casualties")) == ["Bryansk Oblast", "Kursk Oblast"]


def test_a_dispatch_that_names_no_other_town_tells_of_the_town_that_it_is_dated_from() -> None:
    body = "A missile hit a residential district on Friday. The death toll rose to 18, the governor said."
    assert {n for c in read(f"KRYVYI RIH, Ukraine, April 5 (Northwire) - {body}") for n in names(c)} == {"Kryvyi Rih"}
    assert {n for c in read(f"KYIV, Ukraine, April 5 (Northwire) - {body}") for n in names(c)} == set()
    elsewhere = "A missile hit a house in Sumy. Two people were killed."
    assert {n for c in read(f"KRYVYI RIH, Ukraine, April 5 (Northwire) - {elsewhere}") for n in names(c)} == {"Sumy"}


def test_the_region_of_an_office_is_the_place_where_no_other_is_named() -> None:
    (claim,) = read("The governor of the Kherson region reported one fatality and six injuries.")
    assert names(claim) == ["Kherson Oblast"]


def test_what_came_days_before_sets_no_scene() -> None:
    claims = read("A depot burned in Bryansk. It came a day after a raid killed four in Orsk. Nobody was hurt.")
    assert names(claims[-1]) == ["Bryansk"]


def test_a_denial_of_involvement_denies_the_attack() -> None:
    claims = read("A missile hit a mall in Kursk, killing ten people. Kyiv denied any involvement.")
    assert (claims[-1].event, claims[-1].polarity) == ("strike", "denied")


def test_prisoners_are_exchanged_without_a_weapon() -> None:
    claims = read(
        "Russia and Ukraine exchanged 103 prisoners. The swap was mediated by the UAE. In August they exchanged 115 "
        "prisoners of war. It was the eighth such deal."
    )
    assert sum(c.event == "agreement" for c in claims) >= 2


def test_who_speaks_is_not_counted() -> None:
    (claim,) = read("Three people were killed in Nikopol on Monday, a senior police officer told reporters.")
    assert [(q.of, q.value) for q in claim.quantities] == [("killed", 3)]


def test_what_is_called_untrue_is_the_event_told_before() -> None:
    _, denied = read('Moscow said its troops had captured Chasiv Yar. "Of course it is untrue," said the spokesman.')
    assert (denied.event, denied.polarity) == ("capture", "denied")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A channel says that rebels captured Bago. The claim is false."),
        ("ru", "Каналы пишут, что боевики захватили Баго. Это фейк."),
        ("uk", "Канали пишуть, що бойовики захопили Баго. Це неправда."),
    ],
)
def test_a_verdict_of_the_publisher_denies_the_event_told_before(language: str, text: str) -> None:
    rumour, verdict = read(text, language)
    assert (rumour.event, verdict.event, verdict.polarity, verdict.sources) == ("capture", "capture", "denied", ())


def test_another_number_counts_what_was_hurt_not_those_who_were_there() -> None:
    _, other = read("More than 20 of the roughly 500 passengers were hurt; local media put the number at 29.")
    assert [(q.of, q.value) for q in other.quantities] == [("injured", 29)]


def test_what_somebody_says_happened_is_no_mere_statement() -> None:
    (claim,) = read("Норвегия построила новый учебный лагерь в Арктике, пишет газета Barents Observer.", "ru")
    assert claim.event == "other"
    (claim,) = read("Мы никому не дадим возможности устроить в стране переворот, заявил министр внутренних дел.", "ru")
    assert claim.event == "statement"


def test_what_a_region_named_in_the_sentence_holds_is_listed_with_the_town() -> None:
    strike, killed = read("A missile hit a bus in Kherson in Kherson Oblast, killing two people.")
    assert names(killed) == names(strike) == ["Kherson", "Kherson Oblast"]


def test_a_closed_airport_does_not_move_the_scene_and_more_closures_stay_there() -> None:
    *_, closed, reopened, hurt = read(
        "A drone hit a house in Tula. Vnukovo Airport was closed. Flights were resumed later. Two people were injured."
    )
    assert names(closed) == names(reopened) != names(hurt) == ["Tula"]


def test_a_total_does_not_take_the_first_region_of_its_breakdown() -> None:
    total, _ = read("Air defences shot down 40 drones. Ten were downed over Kursk Oblast and 30 over Bryansk Oblast.")
    assert total.places == ()


def test_what_follows_a_strike_of_last_week_is_not_of_the_night_before_it() -> None:
    claims = read("Drones hit Odesa overnight. Last week, houses were hit in Sumy. The strike left ten people injured.")
    assert claims[-1].time is None


def test_a_time_before_the_speaker_is_of_telling_where_another_follows() -> None:
    (claim,) = read("Earlier on Tuesday, the ministry reported that 30 drones had been intercepted overnight.")
    assert claim.time is not None and claim.time.text == "overnight"


def test_the_time_since_when_is_not_that_of_the_event() -> None:
    raid = read("Troops repelled the ninth assault on Goma since the siege began in May 2024.")[0]
    assert raid.time is None


def test_officials_in_a_town_tell_of_that_town() -> None:
    claims = read("A drone hit a mill in Sumy. Officials in Lviv reported no damage.")
    assert names(claims[-1]) == ["Lviv"]


def test_a_state_that_tells_of_the_country_means_its_own() -> None:
    (claim,) = read("Ukraine's military said that Russia attacked the country overnight with 23 drones.")
    assert names(claim) == ["Ukraine"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "More than 9,000 residents of Sumy region were left without power."),
        ("ru", "Более 9 тысяч жителей Сумской области остались без света."),
        ("uk", "Понад 9 тисяч мешканців Сумської області залишилися без світла."),
    ],
)
def test_the_region_whose_people_have_no_power_is_the_scene(language: str, text: str) -> None:
    (cut,) = read(text, language)
    assert (cut.event, names(cut)) == ("disruption", ["Sumy Oblast"])


def test_a_verdict_on_what_is_denied_already_is_no_claim() -> None:
    (denied,) = read("Канали поширюють фейк про удар по центру в Полтаві. Це неправда.", "uk")
    assert denied.polarity == "denied"


def test_where_a_victim_lived_is_no_scene() -> None:
    claims = read("A bomb exploded in Manbij. John Smith, 36, of Austin, Texas, was killed in the blast.")
    assert names(claims[-1]) == ["Manbij"]


def test_the_country_of_a_dateline_is_not_the_country_spoken_of() -> None:
    claims = read("SYDNEY, Australia - New Zealand's toll rose to 75 after the country's worst quake.")
    assert all("Australia" not in names(c) for c in claims)


def test_all_that_a_governor_tells_in_a_sentence_is_of_his_region() -> None:
    claims = read("The governor of the Mykolaiv region said six drones were shot down, with debris damaging a mill.")
    assert [names(c) for c in claims] == [["Mykolaiv Oblast"]] * 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A woman born in 1957 was killed in Sumy on Tuesday."),
        ("ru", "Во вторник в Сумах погибла женщина 1957 года рождения."),
        ("uk", "У вівторок у Сумах загинула жінка 1957 року народження."),
    ],
)
def test_when_somebody_was_born_is_no_time_of_the_event(language: str, text: str) -> None:
    (claim,) = read(text, language)
    assert claim.time is not None and claim.time.start == "2025-06-10"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The General Staff denied that Toretsk had been captured: fighting is under way in the centre."),
        ("ru", "В Генштабе опровергли захват Торецка: бои идут в центре города."),
        ("uk", "У Генштабі спростували захоплення Торецька: бої тривають у центрі міста."),
    ],
)
def test_what_a_denial_goes_on_with_behind_a_colon_is_not_denied(language: str, text: str) -> None:
    assert [(c.event, c.polarity) for c in read(text, language)] == [("capture", "denied"), ("clash", "affirmed")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The governor confirmed a fire at a plant and did not say which one."),
        ("ru", "Губернатор до этого говорил о пожаре на предприятии и не уточнял, на каком."),
        ("uk", "Губернатор до цього повідомив про пожежу на підприємстві і не уточнив, на якому."),
    ],
)
def test_what_is_told_stays_told_where_the_same_speaker_leaves_something_open(language: str, text: str) -> None:
    claims = read(text, language)
    assert [(c.event, c.polarity) for c in claims] == [("fire", "affirmed"), ("fire", "withheld")]
    assert len({c.sources[-1].name for c in claims}) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Israeli military said it was looking into reports of civilian casualties."),
        ("ru", "Минобороны России об ударе по Крыму не сообщало."),
        ("uk", "Генштаб ЗСУ про удар по Криму не повідомляв."),
    ],
)
def test_who_does_not_tell_of_something_affirms_nothing(language: str, text: str) -> None:
    (claim,) = read(text, language)
    assert claim.polarity == "withheld" and claim.sources


def test_a_model_with_a_figure_ends_a_sentence() -> None:
    (claim,) = read("У Криму знищено вертоліт Мі-8. Незалежного підтвердження немає.", "uk")
    assert claim.polarity == "affirmed"


def test_what_is_joined_to_a_part_is_a_part_of_the_same_total_and_the_total_is_taken_up() -> None:
    text = "Поранено 23 людини, серед них троє поліцейських та один рятувальник. Раніше мер писав про 17."
    first, earlier = read(text, "uk")
    assert [(q.value, q.item, q.part_of) for q in first.quantities] == [
        (23, None, None), (3, "police officers", 0), (1, "rescuers", 0),
    ]  # fmt: skip
    assert [(q.value, q.item) for q in earlier.quantities] == [(17, None)]


def test_what_is_spoken_of_is_no_part_of_the_speaker() -> None:
    (claim,) = read("«Это фейк», — прокомментировал пресс-секретарь мэрии сообщения об эвакуации.", "ru")
    assert (claim.polarity, claim.sources[-1].name) == ("denied", "пресс-секретарь мэрии")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A missile hit a school where nobody was at the time, the mayor said."),
        ("ru", "Мэр заявил, что ракета попала в школу, где никого не было."),
        ("uk", "Мер заявив, що ракета влучила у школу, де нікого не було."),
    ],
)
def test_that_nobody_was_there_does_not_deny_that_it_was_hit(language: str, text: str) -> None:
    assert ("strike", "affirmed") in [(c.event, c.polarity) for c in read(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor said a shop had burned in Sumy. On Monday, he said, two people had died."),
        ("ru", "В понедельник, сказал мэр, погибли двое."),
        ("uk", "У понеділок, каже мер, загинули двоє."),
    ],
)
def test_an_attribution_inside_a_sentence_covers_what_follows_it(language: str, text: str) -> None:
    claim = read(text, language)[-1]
    assert claim.event == "casualties" and claim.sources


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Хуситы сообщили о запуске ракеты по Израилю.", ["strike"]),
        ("Учения в Средиземном море завершились пуском ракеты.", []),
        ("Запорожская АЭС потеряла последнюю линию питания.", []),
        ("Губернатор Олег Кожемяко подтвердил смерть генерала.", ["casualties"]),
    ],
)
def test_events_told_by_nouns_and_things_lost(text: str, events: list[str]) -> None:
    assert [c.event for c in read(text, "ru") if c.event in ("strike", "casualties")] == events


def test_of_what_somebody_is_accused_is_a_claim_of_who_accuses() -> None:
    strike, silent = read("Iran accused Israel of striking a hospital in Tehran; the White House declined to comment.")
    assert (strike.event, strike.polarity, strike.sources[-1].name) == ("strike", "affirmed", "Iran")
    assert (silent.polarity, silent.sources[-1].name) == ("withheld", "White House")


def test_people_who_are_described_speak_as_described() -> None:
    (claim,) = read("A drone hit Sumy, according to people familiar with the matter.")
    assert claim.sources[-1].name == "people familiar with the matter"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Five people were hurt, three are in hospital."),
        ("ru", "Ранены пятеро, трое в больнице."),
        ("uk", "П'ятеро людей травмовані, троє у лікарні."),
    ],
)
def test_those_of_the_injured_who_are_worse_are_a_part_of_them(language: str, text: str) -> None:
    (claim,) = read(text, language)
    assert [(q.of, q.value, q.part_of) for q in claim.quantities] == [("injured", 5, None), ("injured", 3, 0)]


def test_a_date_may_stand_between_speaker_and_verb() -> None:
    (claim,) = read("В Минобороны РФ 20 ноября объявляли о взятии Купянска.", "ru")
    assert claim.sources[-1].name == "Russian Ministry of Defence"


@pytest.mark.parametrize(
    "text",
    [
        "A missile hit a shop in Odesa. On 3 June, drones struck Sumy.",
        "Kyiv said it held Kupiansk. The Russian defence ministry said on 3 June that it had captured Kupiansk.",
    ],
)
def test_a_time_told_later_is_not_that_of_another_town_or_of_another_speakers_account(text: str) -> None:
    first = read(text)[0]
    assert first.time is None


def test_what_one_reports_and_another_denies_are_two_claims_across_a_semicolon() -> None:
    claims = read("Cambodia accused Thailand of using cluster munitions in Sisaket; Bangkok rejected the charge.")
    assert [(c.event, c.polarity, c.sources[-1].name) for c in claims] == [
        ("strike", "affirmed", "Cambodia"), ("strike", "denied", "Thailand"),
    ]  # fmt: skip
    text = "Военкор пишет о трёх попаданиях под Павлоградом; власти сообщают лишь о двух раненых."
    told = [(c.event, [q.value for q in c.quantities]) for c in read(text, "ru")]
    assert told == [("strike", [3]), ("casualties", [2])]


def test_a_toll_of_one_and_a_death_that_nobody_confirms() -> None:
    assert [q.value for c in read("The president later put the number of dead at one.") for q in c.quantities] == [1]
    claim = read("The IDF said it killed a commander in Gaza City. Hamas did not confirm the commander's death.")[-1]
    assert (claim.event, claim.polarity) == ("casualties", "not_reported")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The army said 25 drones were shot down, and no injuries were reported.",
            [("interception", "affirmed"), ("casualties", "not_reported")],
        ),
        ("Russian forces opened fire on Ukrainian positions.", [("strike", "affirmed")]),
        (
            "Troops killed several bandits in Katsina state, the army said, without giving its own losses.",
            [("casualties", "affirmed"), ("casualties", "withheld")],
        ),
    ],
)
def test_what_is_said_beside_is_a_claim_of_its_own(text: str, told: list[tuple[str, str]]) -> None:
    assert [(c.event, c.polarity) for c in read(text)] == told
