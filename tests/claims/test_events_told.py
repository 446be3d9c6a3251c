"""Which events a sentence tells of: one case a line, in each language."""

import pytest

from reportedly import pipeline
from reportedly.model import Report

CASES = {
    "en": [
        ("Russian missiles struck a power station in Odesa overnight.", ["strike"]),
        ("Air defences shot down 14 drones over the Voronezh region.", ["interception"]),
        ("Two people were killed and five wounded, the governor said.", ["casualties"]),
        ("The blast shattered windows in nearby houses.", ["damage"]),
        ("Nobody was hurt, but three garages burned down.", ["casualties", "damage"]),
        ("A drone attack on Belgorod killed a woman on Tuesday.", ["casualties", "strike"]),
        ("Residents heard explosions in Engels.", ["explosion"]),
        ("A fire broke out at an oil depot.", ["fire"]),
        ("Police detained three suspects in Kazan.", ["detention"]),
        ("Some 400 residents were evacuated.", ["displacement"]),
        ("Vnukovo airport suspended flights for two hours.", ["disruption"]),
        ("Rescuers are searching for survivors under the rubble.", ["response"]),
        ("A curfew was imposed in Kherson.", ["measure"]),
        ("Thousands protested in Tbilisi against the law.", ["protest"]),
        ("Ukraine and Russia exchanged prisoners on Friday, 200 from each side.", ["agreement"]),
        ("Ukraine's foreign minister condemned the shelling.", ["statement"]),
        ("It was the second attack on the refinery this month.", ["assessment"]),
        ("No casualties were reported.", ["casualties"]),
        ("Russian troops captured the village of Toretsk, the defence ministry said.", ["capture"]),
        ("A car bomb exploded in Moscow, killing a general.", ["bombing", "casualties"]),
        ("An earthquake of magnitude 7.7 hit Myanmar.", ["disaster"]),
        ("Gunners covered the streets of Nikopol with artillery.", ["strike"]),
        ("A drone set off a blaze at a fuel depot.", ["fire"]),
        ("Defenders repelled 12 attacks and hostilities continued near Lyman.", ["clash"]),
        ("Crews abandoned the vessel after a missile hit.", ["displacement", "strike"]),
        ("The camp for displaced people near Dnipro is large.", []),
        ("Twelve attack drones were destroyed over Sumy by air defence.", ["interception"]),
        ("Camera crews captured the moment at the Ministry of Emergency Situations.", []),
        ("Rebels drove out the garrison and seized the fort.", ["capture"]),
        ("A jet crashed near Aktau on Monday.", ["disaster"]),
        ("Sincere condolences to the families of the victims, the mayor said.", ["statement"]),
        ("A shell hit a school. The mayor reported this on Telegram.", ["strike"]),
        ("Four drones were intercepted and destroyed over Rostov, the ministry said.", ["interception"]),
        ("About ten homes were hit and several fires erupted.", ["fire", "strike"]),
        ("Several people sustained serious injuries.", ["casualties"]),
        ("The mayor confirmed the fire at the depot but assured that there were no casualties.", ["casualties", "fire"]),
        ("A projectile was fired from Lebanon toward Haifa.", ["strike"]),
        ("In a press statement, the hospital said that four people died.", ["casualties"]),
    ],
    "ru": [
        ("Украинский дрон атаковал автомобиль в Шебекине.", ["strike"]),
        ("Ночью над областью сбиты 12 беспилотников.", ["interception"]),
        ("Погибли двое мирных жителей, ещё пятеро ранены.", ["casualties"]),
        ("Повреждены кровля и фасады трёх домов.", ["damage"]),
        ("На нефтебазе начался пожар.", ["fire"]),
        ("Пострадавших нет.", ["casualties"]),
        ("Жители Энгельса услышали взрывы.", ["explosion"]),
        ("В аэропорту Саратова ввели ограничения на приём и выпуск самолётов.", ["disruption"]),
        ("На месте работают экстренные службы.", ["response"]),
        ("В области объявлена ракетная опасность.", ["measure"]),
        ("Задержаны двое подозреваемых.", ["detention"]),
        ("Жителей посёлка эвакуировали в школу.", ["displacement"]),
        ("Подразделения освободили населённый пункт Зелёное Поле.", ["capture"]),
        ("Стороны провели обмен пленными: 200 на 200.", ["agreement"]),
        ("Это уже третья атака на завод с начала года.", ["assessment"]),
        ("Без света остались около 5 тысяч жителей.", ["disruption"]),
        ("Водитель получил минно-взрывные и осколочные ранения.", ["casualties"]),
        ("Ночью ликвидировали 17 беспилотников типа Shahed.", ["interception"]),
        ("Прозвучал взрыв. Об этом сообщил губернатор Вячеслав Гладков у себя в канале.", ["explosion"]),
        ("Район стал целью ракетного удара.", ["strike"]),
        ("Дроны были уничтожены ПВО.", ["interception"]),
        ("Системой ПВО были поражены четыре беспилотника.", ["interception"]),
        ("Друга блогера приговорили к году ограничения свободы.", []),
    ],
    "uk": [
        ("Росіяни вдарили по Харкову керованими авіабомбами.", ["strike"]),
        ("Сили ППО збили 52 дрони.", ["interception"]),
        ("Загинула жінка, четверо людей поранені.", ["casualties"]),
        ("Пошкоджено сім приватних будинків.", ["damage"]),
        ("Внаслідок влучання спалахнула пожежа.", ["fire"]),
        ("Ніхто не постраждав.", ["casualties"]),
        ("У місті пролунали вибухи.", ["explosion"]),
        ("Частина громади залишилася без світла.", ["disruption"]),
        ("Рятувальники розбирають завали.", ["response"]),
        ("У місті оголошено день жалоби.", ["measure"]),
        ("Евакуйовано 120 мешканців.", ["displacement"]),
        ("Додому повернулися 300 військовополонених.", ["agreement"]),
        ("Під ворожим вогнем перебували Садове й Берислав.", ["strike"]),
        ("З деокупованої території евакуювали 75 осіб.", ["displacement"]),
        ("З-під завалів визволили 6 людей.", ["response"]),
        ("Пошкоджено та зруйновано приватні будинки.", ["damage"]),
        ("Вибухи в Одесі || У Сумах збили три шахеди", ["explosion", "interception"]),
        ("Влучання засобів повітряного нападу зафіксовано у 9 локаціях.", ["strike"]),
        ("Повітряний напад відбивали авіація та мобільні вогневі групи.", ["interception"]),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "events"), [(lang, t, e) for lang, cases in CASES.items() for t, e in cases]
)
def test_a_sentence_tells_of(language: str, text: str, events: list[str]) -> None:
    claims = pipeline.claims(Report(id="t", text=text, language=language, published="2025-06-10"))
    assert sorted(c.event for c in claims) == sorted(events)
