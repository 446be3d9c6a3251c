"""English sentences for findings over several reports, by code. Braces hold parameters; lists are spelled out."""

TEMPLATES = {
    "not_independent.figure": (
        "One origin, not {count}: {reports} give the same figure ({values}), and each has it from {origin}."
    ),
    "not_independent.account": "One origin, not {count}: {reports} all rest on {origin} here.",
    "not_independent.copied": "One text, not {count}: {reports} have this in the same words, none with a source.",
    "corroborated.figure": (
        "The same figure ({value}) comes from {by}, independently of each other as far as these reports show;"
        " they stand on {sides}."
    ),
    "corroborated.both": "The same figure ({value}) stands in {reports}; one of them has it from both sides.",
    "corroborated.event": (
        "Told by {by}, independently of each other as far as these reports show; they stand on {sides}."
    ),
    "count_conflict.disjoint": "The figures for {what} cannot all hold: {told}. {reading}",
    "count_conflict.bound": (
        "More {what} ({more}) than {whole} ({total}), by the same side: one of the two counts something else."
    ),
    "count_conflict.denied": "A figure is denied: {denied} ({one}), denied by {other}; also given: {told}.",
    "figure_revised.rising": "The figures for {what} grew as they were updated: {told}.",
    "figure_revised.overtaken": "An early report that no casualties were known was overtaken: {told}.",
    "scope_differs.actors": "These figures look alike and count the acts of different parties: {told}.",
    "scope_differs.window": "These figures look alike and cover different spans: {told}.",
    "contradictory_accounts.target": (
        "By one account ({one}) the target was military, by another ({other}) civilians or their homes were hit:"
        " at least in part the two exclude each other."
    ),
    "contradictory_accounts.harm": "By one account ({one}) there was no damage, by another ({other}) there was.",
    "contradictory_accounts.object": (
        "By one account ({one}) the named object was struck, by another ({other}) debris fell on a site left unnamed."
    ),
    "contradictory_accounts.truce": "By one account ({one}) the truce was kept, by another ({other}) it was broken.",
    "denied_claim.denied": "Asserted by {one}; denied by {other}.",
    "part_whole.fits": (
        "The parts given ({parts}) make {sum} of {total} {what}; {rest} are not placed in these reports."
    ),
    "part_whole.remainder": "The figures fit: {total} less {part} ({what}) are the {rest} of the other report.",
    "part_sum_exceeds_total.exceeds": (
        "The parts given ({parts}) make {sum}, more than the total of {total} ({what})."
        " They fit if there are among them {reading}."
    ),
    "part_sum_exceeds_total.bound": (
        "More {what} ({more}) than {whole} in all ({total}); the total may be the older figure."
    ),
    "withheld.asked": "No information on this from {by}, by {count} reports.",
    "withheld.named": "The target was left unnamed by {by}, and named by {other}.",
    "certainty_drift.hardened": (
        "Weaker in {before_report} ({before}) than in {after_report} ({after}); both from {source}."
    ),
    "certainty_drift.unattributed": (
        "In {before_report} {before} says so; {after_report} has the same words in its own voice."
    ),
    "certainty_drift.mouth": (
        "In {before_report} the words are those of {before}, in {after_report} those of {after}."
    ),
    "record_contradicted.shown": (
        "Called {scope}; but {by} gave {value} for {when}, by {other_report} (here {own} {what})."
    ),
    "unknown_place.reports": (
        "No gazetteer knows {name}; for the same account by {source}, {report} has {candidate}. Not linked by itself."
    ),
}

READINGS = {
    "part": "Both hold if {low} counts only a part ({part}), as {by} gives it.",
    "included": "Both hold if {high} counts the {rest} {what} too.",
    "nights": "Both hold if {high} covers two nights, that before {day} with its {rest} too.",
    "times": "Both hold if {low} is of “{one}” and {high} of “{two}”.",
    "places": "Both hold if {low} is of {town} alone and {high} of all of {region}.",
    "earlier": "Both hold if {low} is the earlier state of the count.",
    "people": "Both hold only if they count different people or moments; nothing in these reports says so.",
    "things": "Both hold only if they count different things or moments; nothing in these reports says so.",
}
"""Under which reading two figures would both hold; see `findings.across.reconciling`."""
VERBS = {
    "killed": "killed",
    "injured": "injured",
    "missing": "missing",
    "intercepted": "shot down",
    "launched": "launched",
    "harm": "hit or damaged",
    "hits": "that hit",
    "area_m2": "(square metres)",
}
"""What a topic of figures says of the things counted."""
THINGS = {
    "drone": "drones",
    "missile": "missiles",
    "bomb": "bombs",
    "house": "houses",
    "car": "cars",
    "violation": "violations",
    "shelling": "shellings",
    "prisoner": "prisoners",
}
"""Plurals of the sorts of things; others stand as they are."""
