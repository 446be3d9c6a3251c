"""English spelling: abbreviations that do not end a sentence."""

ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Sgt Brig Adm Gov Sen Rep St Mt Ft No Nos vs etc approx dept est Jan"
    " Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun a.m p.m U.S U.K U.N e.g i.e"
).split()
