"""Ukrainian words that tell one happening from another. Regex fragments, lower case."""

TALLY = (
    r"за (?:минулу |попередню |останню |цю )?добу|усього за|всього за|\bзагалом\b|упродовж|протягом (?:дня|доби|ночі)|за день\b|"
    r"по області —|населен\w+ пункт\w+"
)
CUMULATIVE = r"від початку (?:вторгнення|війни|повномасштабн|року)|з початку (?:війни|року|вторгнення)|за весь час"
TOPICS = {
    "exchange": r"полонен|\bобмін|додому повернул|поверн\w+ додому",
    "truce": r"перемир|припинення вогню|режим\w* тиші|порушен|порушил",
    "talks": r"переговор|делегаці|зустріч|саміт",
}
AGAIN = r"\bзнову\b|\bще\b|\bпізніше\b|друг(?:ий|а|у) |\bтакож\b|тієї ж ночі|тим часом|повторн"
"""Says that one more attack is meant; parts two only where weapon or hour differ as well."""
SUMS = r"\bусього(?! лише)\b|\bвсього(?! лише)\b|\bзагалом\b|\bразом\b|\bсумарно\b|\bзагальна кількість\b"
TAKES_UP = r"(?:це|ці|цей|ця|такий|така|він|вона|вони|там|у відомстві)\b"
"""A sentence that begins so is about what was just told."""
EARLIER = r"\bраніше\b|\bспочатку\b|\bспершу\b|\bтоді\b|\bпопередньо (?:повідом|йш)|\bдо цього\b"
"""Says that a figure is one of before."""
MASSED = r"груповий удар|масован|комбінован\w+ (?:удар|атак)|наймасовіш"
"""Says that a strike had many targets."""
PARTS_OF_DAY = {
    (5, 12): r"\bран(?:ок|ку|ці)\b|\bвранці\b|\bуранці\b|на світанку",
    (11, 15): r"\bопівдні\b|в обід",
    (12, 18): r"\bвдень\b|\bудень\b|пополудні",
    (17, 24): r"\bввечері\b|\bувечері\b|\bвеч(?:ора|ір)\b",
}
"""First and last hour of a part of the day to its words."""
MODEL = r"\bмодел|\bпрогноз"
"""Says that a figure is reckoned, not counted."""
BOTH_SIDES = r"\bобидві сторони\b|\bобох сторін\b|\bобидва боки\b"
"""A source that stands on both sides of a conflict."""
OBSERVED = r"\bдотриму|\bвиконувал"
"""Says that a truce is kept."""
