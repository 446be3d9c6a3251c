"""Russian words that tell one happening from another. Regex fragments, lower case, е for ё."""

TALLY = (
    r"за (?:прошедшие |минувшие |последние |эти )?сутки|всего за|в общей сложности|в течение (?:дня|суток|ночи)|за день\b|"
    r"всего по (?:области|региону|краю)|населенн\w+ пункт\w+ (?:обстрел|подверг|атак)|над регионами"
)
CUMULATIVE = r"с начала (?:сво|войны|специальной|года|вторжения)|за все время|всего с начала"
TOPICS = {
    "exchange": r"\bпленн|\bобмен|военнопленн|вернулись домой|возвращен",
    "truce": r"перемири|прекращени\w* огня|режим\w* тишины|нарушени|нарушил",
    "talks": r"переговор|делегаци|встреч|саммит",
}
AGAIN = (
    r"\bснова\b|\bвновь\b|\bеще\b|\bпозже\b|\bпозднее\b|втор(?:ой|ая|ую) |\bтакже\b|в ту же ночь|тем временем|повторн"
)
"""Says that one more attack is meant; parts two only where weapon or hour differ as well."""
SUMS = r"\bвсего(?! лишь)\b|\bитого\b|в общей сложности|\bв сумме\b|\bсуммарно\b|\bобщее число\b"
TAKES_UP = r"(?:это|эти|этот|эта|такой|такая|он|она|они|там|в ведомстве)\b"
"""A sentence that begins so is about what was just told."""
EARLIER = r"\bранее\b|\bсначала\b|\bпервоначально\b|\bтогда\b|\bраньше\b|\bизначально\b|\bдо этого\b"
"""Says that a figure is one of before."""
MASSED = r"групповой удар|массированн|комбинированн\w+ (?:удар|атак)"
"""Says that a strike had many targets."""
PARTS_OF_DAY = {
    (5, 12): r"\bутр(?:о|ом|а)\b|на рассвете",
    (11, 15): r"\bв полдень\b|в обед",
    (12, 18): r"\bдн[её]м\b|после полудня",
    (17, 24): r"\bвечер(?:а|ом)?\b",
}
"""First and last hour of a part of the day to its words."""
MODEL = r"\bмодел|\bпрогноз"
"""Says that a figure is reckoned, not counted."""
BOTH_SIDES = r"\bобе стороны\b|\bобеих сторон\b|\bобеими сторонами\b"
"""A source that stands on both sides of a conflict."""
OBSERVED = r"\bсоблюда|\bпридерживал|\bвыполняли? режим"
"""Says that a truce is kept."""
