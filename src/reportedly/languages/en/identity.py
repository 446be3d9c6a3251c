"""How a text is known to be English."""

NAME = "English"
SCRIPT = "latin"
OWN_LETTERS = ""
FUNCTION_WORDS = (
    "the of and to in that was is on for with as by at from were has had have been be it an are said which this after "
    "their they but not his who its or will would over into near no more than he she there about when while during "
    "also two three what all could may one some other its been being before between under against"
).split()
