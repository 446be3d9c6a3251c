"""English words of time. ``WORDS`` maps a token class of the time grammar to its forms and their values.

One line a value, the forms after it; ``_`` in a form is a space. Unit codes follow TIMEX3: TS TM TH (second, minute,
hour), D W M Q Y DE CE; N is a night, WE a weekend, W2 a fortnight. Parts of the day: MO AF EV NI DT, EM the hours
before dawn. Phrases of class ``notime`` hold words of time and name none: a night shift is no night.
"""

from reportedly.languages.tables import forms, words

MONTHS_CAPITALISED = True
AMBIGUOUS = frozenset("mar march may".split())
"""Forms that count only beside a number, a year or a preposition."""
CAPITALISED = frozenset(
    "apr aug august dec feb fri jan jul jun mar march may mon nov oct sat sep sept sun thu tue wed".split()
)
"""Forms that count only with a capital."""
DIGIT_SUFFIX = r"st|nd|rd|th"
NIGHT_OF_DATE_ENDS_ON_IT = False
"""Whether "night of 3 June" is the night that ends on the 3rd (else the one that begins on it)."""
LOCAL_UTC_OFFSET = 0
"""Hours that the readers' day is ahead of UTC, for publication times given in UTC."""
PAST = r"\b(?:was|were|had|hit|struck|began|fell|came|said|shot|took|left|(?!scheduled|expected|planned|need|united|unmanned|armed|due)\w{2,}ed)\b"
"""A verb in the past tense."""
NOT_AFTER: dict[str, tuple[str, ...]] = {}
"""Forms that are no time after a word with such an ending: a black day is no afternoon."""

_ONES = "one two three four five six seven eight nine".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_BELOW_100 = dict(enumerate(_TEENS, 10)) | {
    10 * n + k: f"{ten} - {one}" if one else ten for n, ten in enumerate(_TENS, 2) for k, one in enumerate(["", *_ONES])
}
_YEARS: dict[str, object] = {
    "the year two thousand": 2000,
    **{f"nineteen {word}": 1900 + n for n, word in _BELOW_100.items()},
    **{f"twenty {word}": 2000 + n for n, word in _BELOW_100.items() if n < 50},
}
"""Years in words; "two thousand and five" counts things."""

WORDS: dict[str, dict[str, object]] = {
    "month": forms("""
        1: january jan
        2: february feb
        3: march mar
        4: april apr
        5: may
        6: june jun
        7: july jul
        8: august aug
        9: september sept sep
        10: october oct
        11: november nov
        12: december dec
    """),
    "wday": forms("""
        0: monday easter_monday
        1: tuesday
        2: wednesday
        3: thursday
        4: friday good_friday black_friday
        5: saturday
        6: sunday palm_sunday easter_sunday
    """),
    "wabbr": forms("""
        0: mon
        1: tue tues
        2: wed
        3: thu thur thurs
        4: fri
        5: sat
        6: sun
    """),
    "night": forms("""
        NI: night nighttime night-time
    """),
    "unit": forms("""
        TS: seconds
        TM: minute minutes mins min
        TH: hour hours hrs
        D: day days
        N: night nights
        W: week weeks
        M: month months
        Q: quarter quarters
        Y: year years
        DE: decade decades
        CE: century centuries
        W2: fortnight
        WE: weekend weekends
    """),
    "part": forms("""
        MO: morning mid-morning midmorning late_morning morning_hours rush_hour
        AF: afternoon mid-afternoon lunchtime late_afternoon early_afternoon
        EV: evening dusk sunset nightfall late_evening early_evening evening_hours
        EM: dawn daybreak pre-dawn predawn predawn_hours pre_dawn_hours small_hours early_hours wee_hours
        EM: early_morning_hours early_morning sunrise
        DT: daytime daylight_hours
    """),
    "partx": forms("""
        DT: by_day
    """),
    "tonight": forms("""
        NI: tonight
    """),
    "nightx": forms("""
        NIE: overnight during_the_overnight_hours
        NI: by_night during_the_night in_the_night at_night over_the_night through_the_night
        NI: during_the_overnight_hours
    """),
    "lastnight": forms("""
        -1: last_night the_preceding_night the_previous_night the_past_night yesterday_night
        -1: the_night_before
    """),
    "noon": forms("""
        12: noon midday
        0: midnight
    """),
    "rel": forms("""
        0: today
        -1: yesterday
        1: tomorrow
        -2: day_before_yesterday the_day_before_yesterday
        2: day_after_tomorrow the_day_after_tomorrow
    """),
    "w": forms("""
        1: one
        2: two
        3: three
        4: four
        5: five
        6: six
        7: seven
        8: eight
        9: nine
        10: ten
        11: eleven
        12: twelve dozen
        13: thirteen
        14: fourteen
        15: fifteen
        16: sixteen
        17: seventeen
        18: eighteen
        19: nineteen
        20: twenty
        30: thirty
        40: forty
        50: fifty
        60: sixty
        70: seventy
        80: eighty
        90: ninety
        100: hundred
        2.5: two_and_a_half
        1.5: one_and_a_half
    """),
    "few": forms("""
        0: several few a_few many recent dozens_of a_number_of just_a_few the_first_few hundreds_of tens_of
        2: couple_of a_couple_of a_couple
    """),
    "half": forms("""
        0.5: half_a half_an half
    """),
    "art": forms("""
        1: a an
    """),
    "ow": forms("""
        1: first
        2: second
        3: third
        4: fourth
        5: fifth
        6: sixth
        7: seventh
        8: eighth
        9: ninth
        10: tenth
        11: eleventh
        12: twelfth
    """),
    "last": forms("""
        cal: last
        prev: previous preceding latest
        roll: past
        no: final
    """),
    "this": words("this current"),
    "next": forms("""
        1: next coming upcoming this_coming
        ctx: following
        rest: later_this
    """),
    "same": words("same that the_same that_same"),
    "ago": forms("""
        -1: ago
        0: back
    """),
    "later": forms("""
        1: later afterward afterwards
    """),
    "earlier": forms("""
        -1: earlier before_that beforehand
    """),
    "prior": forms("""
        -1: before prior_to ahead_of
    """),
    "after": forms("""
        1: after following_the since_the
    """),
    "from": words("from"),
    "to": words("to until till through up_to and_until"),
    "between": words("between"),
    "and": words("and or"),
    "since": words("since ever_since"),
    "by": words("by"),
    "on": words("on in at during within throughout for"),
    "over": words("over"),
    "about": words("""
        about around nearly almost roughly approximately shortly_before shortly_after just_before just_after
        soon_after some at_least more_than less_than under circa as_early_as at_about at_around at_approximately
        over just_over as_many_as up_to only as_late_as towards toward just barely
    """),
    "asof": words("as_of as_at upd update updated updated_at update_at last_updated"),
    "into": words("into"),
    "of": words("of"),
    "the": words("the"),
    "early": forms("""
        start: early early_in early_on beginning start beginning_of start_of the_start_of the_beginning_of
        mid: mid middle middle_of the_middle_of
        end: late late_in end end_of the_end_of the_close_of
        h1: first_half first_half_of
        h2: second_half second_half_of last_half last_half_of
    """),
    "earlierin": forms("""
        0: earlier_in_the earlier_this earlier_in earlier_on earlier_that
        1: so_far_this since_the_beginning_of_the since_the_start_of_the since_the_beginning_of_this
        1: since_the_start_of_this since_the_beginning_of since_the_start_of since_early_this
    """),
    "laterin": words("later_in_the later_on later_that later_the_same later"),
    "earlierday": forms("""
        0: earlier_today later_today
        1: earlier_in_the_day later_in_the_day later_that_day earlier_that_day later_the_same_day
        1: hours_after hours_before shortly_afterwards
    """),
    "prevday": forms("""
        -1: the_day_before the_previous_day a_day_earlier the_preceding_day a_day_before one_day_earlier
    """),
    "nextday": forms("""
        1: the_next_day the_following_day the_day_after next_day a_day_later one_day_later the_next_morning
        1: the_following_morning
    """),
    "ampm": forms("""
        am: a.m am
        pm: p.m pm
        h: o'clock hrs
    """),
    "zone": forms("""
        GMT: gmt
        UTC: utc
        Europe/Moscow: moscow_time msk
        Europe/Kyiv: kyiv_time kiev_time
        local: local_time
        EST: est eastern_time
        EDT: edt
        CET: cet
        EET: eet
        BST: bst
    """),
    "every": forms("""
        1: every each per
    """),
    "set": forms("""
        P1D: daily nightly every_day every_night
        P1W: weekly
        P1M: monthly
        P1Y: annually yearly
        PT1H: hourly
    """),
    "ref": forms("""
        PRESENT_REF: now currently at_present at_the_moment right_now nowadays these_days
        PAST_REF: recently lately long_ago in_recent_times at_the_time at_that_time until_recently
        PXM: in_recent_months recent_months
        PXW: in_recent_weeks recent_weeks
        PXD: in_recent_days recent_days
        PXY: in_recent_years recent_years
        FUTURE_REF: soon in_the_future the_future in_the_coming_days in_the_coming_weeks in_coming_days
        FUTURE_REF: in_the_coming_months the_near_future the_near_term the_short_term a_later_date
        FUTURE_REF: future_quarters coming_quarters
    """),
    "holiday": forms("""
        12-25: christmas_day christmas
        12-24: christmas_eve
        12-31: new_year_eve
        01-01: new_year_day
    """),
    "fall": forms("""
        FA: fall
    """),
    "season": forms("""
        SP: spring
        SU: summer
        FA: autumn
        WI: winter
    """),
    "yearw": {},
    "y": _YEARS,
    "yword": _YEARS,
    "fiscal": words("fiscal"),
    "period": words("period"),
    "ending": words("ended ending"),
    "full": words("full"),
    "owned": words("its his her their our both 's"),
    "yearend": words("year-end year_end year's_end year_-_end"),
    "fraction": words("three_-_quarters"),
    "hourw": forms("""
        TH: o'clock
    """),
    "dayw": {},
    "minw": {},
    "era": forms("""
        2022-02-24: since_the_full-scale_invasion_began since_the_start_of_the_full-scale_invasion
        2022-02-24: since_the_beginning_of_the_full-scale_invasion since_the_start_of_the_war
        2022-02-24: since_the_beginning_of_the_war since_the_war_began since_the_full-scale_war_began
        2022-02-24: since_the_start_of_the_full-scale_war since_the_start_of_russia's_full-scale_invasion
        2022-02-24: since_the_full-scale_invasion since_the_invasion_began since_the_start_of_the_invasion
    """),
    "fut": words("""
        will shall 'll scheduled expected plans planning due upcoming expects intends slated payable set_to is_to are_to
    """),
    "old": words("old"),
    "mab": words("jan feb mar apr jun jul aug sept sep oct nov dec"),
    "seasonx": {},
    "yearx": {},
    "pastw": words("past"),
    "plural": forms("""
        1: days weeks months years hours minutes decades
    """),
    "tantum": {},
    "current": words("current"),
    "andhalf": words("and_a_half"),
    "halfto": {},
    "halfpast": words("half_past"),
    "straight": words("consecutive straight successive"),
    "domw": {},
    "whole": forms("""
        NI: all_night all_night_long the_whole_night the_entire_night
        D: all_day all_day_long the_whole_day the_entire_day
        W: all_week
    """),
    "wdayset": forms("""
        0: mondays
        1: tuesdays
        2: wednesdays
        3: thursdays
        4: fridays
        5: saturdays
        6: sundays
    """),
    "notime": words("""
        night_shift night_shifts night_-_shift overnight_shift overnight_-_shift day_shift day_-_shift morning_shift morning_-_shift
        the_morning_shift afternoon_shift afternoon_-_shift the_afternoon_shift evening_shift evening_-_shift the_evening_shift
        night_club night_clubs night_watchman night_market night_vision night_-_vision
    """),
    "nightadj": {},
    "near": {},
    "prevdayto": words("the_eve_of"),
    "shortdecade": forms("""
        1950: fifties
        1960: sixties
        1970: seventies
        1980: eighties
        1990: nineties
    """),
    "measure": words("""
        percent percentage points point million billion thousand km kilometers kilometres kg tons tonnes times meters metres hectares dollars euros bln mln cents
    """),
}
