"""English weapon words. A line is (type, name or None, number, terms): number "one" = singular noun, "many" = plural,
"none" = says nothing of how many, "weak" = only where no weapon proper is named (adjectives, deeds). ``*`` = more letters may follow. Folded text."""

TERMS = (
    (
        "drone",
        None,
        "one",
        "drone | uav | unmanned aerial vehicle | unmanned aircraft | quadcopter | fpv |"
        " fpv drone | kamikaze drone | loitering munition",
    ),
    (
        "drone",
        None,
        "many",
        "drones | uavs | unmanned aerial vehicles | quadcopters | fpvs | fpv drones |"
        " loitering munitions | decoy drones",
    ),
    ("drone", None, "one", "naval drone | sea drone | unmanned boat | unmanned surface vessel | surface drone"),
    ("drone", None, "many", "naval drones | sea drones | unmanned boats | unmanned surface vessels | surface drones"),
    ("missile", None, "one", "missile | cruise missile | ballistic missile"),
    ("missile", None, "many", "missiles | cruise missiles | ballistic missiles | ballistics"),
    ("missile", None, "none", "ballistic strike | ballistic strikes"),
    ("rocket", None, "one", "rocket"),
    (
        "rocket",
        None,
        "many",
        "rockets | multiple launch rocket systems | multiple-launch rocket systems |"
        " multiple launch rocket system | multiple-launch rocket system | mlrs | multiple rocket launchers | rpg |"
        " rpgs | rocket-propelled grenade*",
    ),
    ("bomb", None, "one", "aerial bomb | glide bomb | guided bomb | air bomb | guided aerial bomb | kab | fab"),
    (
        "bomb",
        None,
        "many",
        "aerial bombs | glide bombs | guided bombs | air bombs | guided aerial bombs | kabs |"
        " fabs | barrel bombs | bombs | incendiary bombs",
    ),
    ("artillery", None, "weak", "shelling | shelled | projectile | projectiles"),
    (
        "artillery",
        None,
        "none",
        "artillery | howitzer* | shellfire | cannon fire | tank fire | artillery fire |"
        " mortar fire | bombardment by artillery",
    ),
    ("artillery", None, "one", "mortar | artillery shell | shell | mortar round | mortar shell"),
    (
        "artillery",
        None,
        "many",
        "shells | mortars | mortar rounds | mortar shells | artillery shells | artillery rounds | howitzers",
    ),
    (
        "mine",
        None,
        "one",
        "landmine | land mine | roadside bomb | improvised explosive device | ied |"
        " anti-personnel mine | anti-tank mine | booby trap",
    ),
    (
        "mine",
        None,
        "many",
        "landmines | land mines | mines laid | ieds | roadside bombs |"
        " improvised explosive devices | explosive devices planted | sea mines",
    ),
    ("bomb", None, "one", "car bomb | truck bomb | parcel bomb | bomb | suicide vest"),
    ("bomb", None, "one", "explosive vest | explosive belt | suicide belt | explosives belt"),
    ("bomb", None, "none", "suicide bomb | suicide bombing* | suicide blast* | aerial bombardment* | aerial bombing*"),
    (
        "small_arms",
        None,
        "none",
        "gunfire | gun attack* | gun battle* | gunfight* | small arms | small-arms | machine gun* | machine-gun* | rifle* |"
        " warning shots | pistol* | gunshots | automatic weapons | shooting at |"
        " sniper* | gunmen opened fire | firearm* | handgun* | shotgun*",
    ),
    (
        "aircraft",
        None,
        "none",
        "air strike* | airstrike* | air raid on | air raids | aircraft launched | aircraft struck | aircraft attacked |"
        " supported by aircraft | with air support | helicopters | jets dropped | fighter jet* |"
        " warplane* | jets bombed | attack helicopter* | bomber aircraft | aircraft bombed |"
        " strategic aviation | tactical aviation | military jet* | helicopter gunship* | paramotor*",
    ),
    ("vessel", None, "none", "warship* | missile boat* | speedboat* attack*"),
    (
        "other",
        None,
        "none",
        "precision weapon* | high-precision weapon* | precision-guided weapon* |"
        " shooting at | chemical weapon* | precision strikes on",
    ),
    (
        "other",
        None,
        "weak",
        "cluster munition* | cluster warhead | incendiary munition* | munitions |"
        " thermobaric* | white phosphorus | explosives",
    ),
)

# After these words a weapon noun is only part of another name.
NOT_WEAPON_AFTER = (
    r"\s*(?:-| )\s*(?:operators?|pilots?|factor(?:y|ies)|plants?|production|makers?|manufactur\w+|producers?|"
    r"units?|unit's|control|command|forces|school|training|"
    r"programmes?|programs?|technolog\w+|developers?|components?|engines?|parts|industry|defen[cs]es?|shield|"
    r"hunters?|footage|video|company|companies|"
    r"workshops?|assembly|depots?|stockpile|warehouses?|launch site|base\b|carrier|corps|brigade|regiment|"
    r"deliver\w+|debris wall|"
    r"ship\b|boat\b|cruiser|makers|wall\b|interceptors?|detectors?|jamm\w+|bay|test|tests)"
)
NOT_WEAPON_BEFORE = (
    r"(?:air[ -]defen[cs]e|anti-aircraft|anti-|anti |counter-|interceptor|surface-to-air|patriot|anti-air|"
    r"air-to-air|air defence|defensive|air defense|unlike|without|commercial|civilian|space|carrier|samp/t)\s?$"
)
# A deed named after its weapon: says nothing of how many.
ATTRIBUTIVE_AFTER = (
    r"\s*(?:-| )\s*(?:attacks?|strikes?|raids?|barrages?|assaults?|threat|alerts?|warnings?|alarms?|activity|"
    r"incursions?|warfare|campaign|danger|operations?|"
    r"fragments?|debris|wreckage|fire\b|launch(?:es|ers?)?\b|offensive|swarms?|waves?|salvos?|war\b|impact|"
    r"bombardment|bombing|crash|shrapnel|blast|explosion|parts|tactics|and (?:aviation|air|drones?|missiles?|rockets?|artillery|mortar)\b|or missile|/)"
)
ARTICLES = ("a", "an", "one", "another", "the", "this", "that", "each", "its", "their", "single")
TYPE_WORDS = r"(?:type|class|model)"
NOT_COUNT = r"(?:no|any|every|whether a|of a|or a|like a|without a|possible|suspected|alleged)\s+(?:\w+\s+)?$"
# Words that may stand between a weapon word and the name of its model.
BETWEEN = r"of|the|a|an|iranian|russian|ukrainian|strike|attack|kamikaze|called|ballistic|cruise|long-range"
