"""A short gloss of a claim, made from its slots in English, Russian or Ukrainian; always shown with its label."""

from types import ModuleType

from reportedly.languages import lexicon
from reportedly.model import Claim, Quantity, Weapon


def gloss(claim: Claim, language: str = "en") -> str:
    """One line such as ``SHOT: strike, 2 × drone An-196 Liutyi, over Uvinsky District, 1 July (possible)``.

    Names stay as the claim has them; nothing is said that no slot holds. Raises ``LookupError`` for another language.
    """
    words = lexicon(language, "gloss")
    speaker = " → ".join(s.name for s in claim.sources) or words.OWN_VOICE
    parts = [words.EVENT[claim.event]]
    if claim.actor and claim.actor.name != speaker:
        parts[0] += f" ({claim.actor.name})"
    parts += [_weapon(w, words) for w in claim.weapons]
    if claim.target:
        parts.append(claim.target.name)
    parts += [f"{words.ROLE[p.role or 'at']} {p.name or p.text + ' (?)'}" for p in claim.places]
    if claim.time:
        parts.append(claim.time.start if claim.time.start == claim.time.end else f"{claim.time.start}…{claim.time.end}")
    parts += [_figure(q, words) for q in claim.quantities]
    marks = [words.POLARITY.get(claim.polarity), words.CERTAINTY.get(claim.certainty)]
    tail = "; ".join(m for m in marks if m)
    return f"{speaker}: {', '.join(parts)}" + (f" ({tail})" if tail else "")


def label(language: str = "en") -> str:
    """What says that a gloss is the tool's and no quotation."""
    return str(lexicon(language, "gloss").LABEL)


def _weapon(weapon: Weapon, words: ModuleType) -> str:
    name = f" {weapon.name}" if weapon.name else ""
    count = f"{weapon.count} × " if weapon.count is not None else ""
    return f"{count}{words.WEAPON[weapon.type]}{name}"


def _figure(quantity: Quantity, words: ModuleType) -> str:
    if quantity.value is not None:
        number = f"{quantity.value:g}" if isinstance(quantity.value, float) else str(quantity.value)
    else:
        low = "" if quantity.low is None else f"{quantity.low:g}"
        high = "" if quantity.high is None else f"{quantity.high:g}"
        number = f"{low}–{high}" if low and high else f"≥ {low}" if low else f"≤ {high}"
    place = f" ({quantity.place})" if quantity.place else ""
    return f"{words.OF[quantity.of]} {number}{place}"
