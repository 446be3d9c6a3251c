"""English event words. A term ends in ``*`` when more letters may follow; ``|`` parts terms.

``verb``: the predicate of a clause; ``noun``: names the event inside another clause; ``arms``: counts as the event
only where the clause names a weapon; ``people``: only where it names people.
"""

_FALLEN = " | ".join(
    f"{what} {of} {'* ' * words}{verb}"
    for what in ("debris", "fragments", "wreckage", "parts")
    for of in ("of", "from")
    for words in (1, 2, 3, 4)
    for verb in ("fell", "hit", "struck", "landed", "damaged", "came down")
)
"""What came down of a drone that was shot down: "fragments of a downed drone fell on"."""

EVENTS: dict[str, dict[str, str]] = {
    "strike": {
        "verb": "swarmed | drones were reported | drones were also reported | drones were spotted | drones were seen | may have been an attack | may have been hit | might have been hit | may have been an air | "
        "may have been a drone | might have been a drone | could have been a drone | may have been a missile | "
        "of striking | of attacking | of hitting | of firing at | for striking | for attacking | for shelling | opened fire on * positions | was fired from | were fired from | were fired at | was fired at | fired toward* | "
        "come under | comes under | came under | weathered | subjected to | under attack from | attempted to attack | "
        "attempted to strike | tried to attack | had been used | were launched | was launched | attacked | under attack | "
        "came under fire | came under attack | under fire | struck | shelled | bombed | bombarded | bombarding | pounded | "
        "pounding | pummeled | pummelled | hammered | slammed into | crashed into | rammed | rained down on | fired on | "
        "firing on | fired at | fires at | targeted | targeting | blasted | were hit | was hit | been hit | have hit | had "
        "hit | has hit | hits | hit a | hit an | hit the | hit their | hit its | hit two | hit three | hit several | hit one "
        "| carried out a strike | carried out   carried out an attack | launched an attack | launched a strike | launched "
        "launched   launched its biggest | launched a massive | launched a barrage | shooting at | air strike* hit | "
        "airstrike* hit | dropped a bomb | dropped bombs | dropped an explosive | dropped explosives | dropped a device | "
        "dropped a grenade | dropped munitions | rocked by | delivered a strike | inflicted a strike | landed in | landed on "
        "| impacted | strafed | torpedoed | came under repeated attack | came under heavy attack | came under heavy fire | "
        "came under artillery fire | came under rocket attack | came under missile attack | came under drone attack | with "
        "artillery | hit by a missile | hit by a drone | hit by three | hit by two | suffered attacks | suffered large-scale "
        "attacks | attempted to hit | to shell | to bomb | to bombard | launched three waves | fire projectiles | fired "
        "projectiles | projectiles were fired | rockets were fired | rocket barrage hit",
        "noun": "attack | attacks | strike | strikes | airstrike* | air strike* | drone strike* | missile strike* | shelling | "
        "bombardment* | barrage* | air raid on | raid | raids | salvo* | bombing raid* | onslaught | drone attack* | missile "
        "attack* | rocket attack* | volley* | rocket fire | artillery fire | mortar fire",
        "arms": "of using | of deploying | of launching | of firing | employed | hit | struck | launched | launch | launches | fired | sent | used | dropped | flew | directed | carried | unleashed "
        "| deployed against | crashed | fell on | fell | exploded | detonated | reached | aimed | hitting | striking | "
        "launching | firing | dropping | rising | landed at | plunged into | plowed into | ploughed into | smashed into | penetrated | lobbed | involved | was used | were used | released | "
        "descended",
    },
    "interception": {
        "verb": "was shot down | were shot down | been shot down | being shot down | shot down | shoot down | shooting down | shoots down | intercepted | intercepts | intercept | neutrali?ed drones | "
        "lost from radar | jammed | were suppressed | knocked out of the sky | air defence* destroyed | air defense* "
        "destroyed | air defence* were working | air defen* operated | air defen* went into operation | air defen* systems were | air defen* were at work | air defen* were heard | air defen* was heard | "
        "air defen* systems went into operation | air defen* could be heard | air defen* worked | air defen* responded | air defen* engaged | "
        "air defen* systems operated | air defen* systems worked | air defen* systems responded | air defen* systems engaged | "
        "air defen* had been working | air defen* systems had been | air defen* was activated | air defen* were activated | "
        "repelled by air defen* | repelled by the air defen* | repelled by * air defen* | repelled by the * air defen* | "
        "repulsed by air defen* | thwarted by air defen* | air defence at work | shot it down | shot them down | repelled a uav | "
        "repelling the aerial | repelling the attack | repelling an attack | repelling the drone | repelling a drone | "
        "repelling the missile | repel the attack | repel an attack | repelled the aerial | air defense systems are | air "
        "defence systems are | air defences were | air defenses were | air defense was working | air defence was working",
        "noun": "interception | interceptions | downing | shootdown | shoot-down",
        "arms": "destroyed | neutrali*ed | suppressed | eliminated | destroying | disabled | crashed on their own | failed to reach | "
        "fended off | stopped | downed | brought down | taken down | repelled | repelling | repulsed | foiled | thwarted",
    },
    "clash": {
        "verb": "ground attacks | combat clashes | combat engagements | offensive operations | counterattacked | assault operations | "
        "continued offensive | attacked near | attacked toward* | clashed | clashes | fighting | fought | stormed | storming "
        "| ambushed | attacking positions | attempted to break | tried to advance | tried to break | exchanged fire | "
        "exchange of fire | skirmish* | engaged | raided | holding their positions | firefight | firefights | fierce battles "
        "| heavy battles | opened fire | opening fire | shot at | hostilities continued | attempts to dislodge | attempts to "
        "break | attempts to advance | burst into | sprayed people | sprayed the | shooting spree | battles raged | battling "
        "for | gunmen opened fire | gunman opened fire | gunmen attacked | repelled | repulsed | repelling | exchange of "
        "gunfire | gun battle | gunfire was | hostilities | assaulted positions | assaulted the",
        "noun": "clash | clashes | assault | assaults | ambush | offensive | counteroffensive | counter-offensive | gunfight | raid | "
        "battle for | battles | battle of | gun attack | gun attacks | gunfire | renewed offensive",
    },
    "capture": {
        "verb": "advanced in | advanced near | recently advanced | marginally advanced | made advances | territorial gains | made "
        "gains | gained a foothold | controlled withdrawal | hold positions | occupy at least | encircled | territorial "
        "change | hold most | holds most | under russian control | statement as propaganda | captured flags | hold the | "
        "drove russian forces | drove ukrainian forces | drove out | drove them out | driven out of | pushed out of | were "
        "pushed to | captured | captures | continue to advance | continues to advance | seized | seizes | took control | "
        "taken control | taking control | takes control | retook | retaken | recaptured | liberated | liberates | overran | "
        "conquered | gained control | fell to russian | fell to ukrainian | fell to rebel* | fell to government | fell to the "
        "rsf | fell to insurgents | has fallen | have fallen | advanced | gained ground | withdrew from | retreated from | "
        "regained control | in control of | controls most | control most | under ukrainian control | under the control | "
        "raised the flag | raised a flag | lost control | seizing | capturing | pushed back | pulled out of | advancing | "
        "took over | take over | taken over | taking over",
        "noun": "capture | seizure | fall of | liberation | advance | takeover | withdrawal from",
    },
    "bombing": {
        "verb": "exploded on a mine | hit a mine | struck a mine | hit a landmine | drove over a mine | ran over a mine | "
        "stepped on a mine | triggered a mine | blown up by a mine | blew up | blown up | blow up | planted | set off a bomb | set off explosives | set off an explosive | set off a "
        "device | assassinated | sabotaged | blew himself up | blew herself up | derailed by | was booby-trapped | mined | "
        "rigged with",
        "noun": "booby-trap* | buried bomb* | hidden bomb* | nail bomb* | pipe bomb* | car bomb* | bombing | bombings | suicide attack | suicide bombing | roadside bomb | improvised explosive | ied | "
        "ieds | sabotage | assassination | explosive device went off | landmine* | land mine* | planted bomb | parcel bomb | "
        "booby trap* | terrorist attack* | act of terror* | suicide bomber | suicide bombers | explosive vest | suicide "
        "blast*",
    },
    "explosion": {
        "verb": "fireball | blast hit | blasts hit | explosion hit | explosions hit | blast ripped through | explosion ripped through | blast tore through | explosion tore through | loud sounds | popping sounds | series of loud | rang out | heard in the | heard over the | explosion was heard | "
        "explosions were heard | explosions are again being heard | blasts were heard | heard explosions | heard an explosion "
        "| heard a blast | heard blasts | heard loud | explosion* rocked | explosion* occurred | exploded | blasts rocked | "
        "explosion* shook | heard at least | blast* shook | reported explosions | heard several | explosions heard | blasts "
        "heard | loud bang* | detonation* | detonated | detonating | blast ripped | ripped through | tore through | explosion "
        "ripped | explosions had been | explosions were | explosions have been | explosion was recorded | blasts were",
        "noun": "explosion | explosions | blast | blasts",
    },
    "fire": {
        "verb": "caus* fires | caus* * fires | caus* * * fire | caus* * fire | spark* fires | spark* * fires | spark* * fire | "
        "spark* * * fire | spark* * blaze | trigger* fires | trigger* * fires | trigger* * fire | trigger* * blaze | "
        "started fires | starting fires | started * fires | ignit* fires | ignit* * fire | ignit* * blaze | set* off fires | "
        "set* off * fires | set* off * fire | result* in * fire | result* in fires | result* in * * fire | led to * fire | "
        "area of the fire | area of the blaze | fire covered an area | blaze covered an area | fire had broken out | fire has broken out | fires had broken out | blaze had broken out | "
        "fires erupted | blaze erupted | "
        "burned through | open burning | might be alight | alight | plume of | caught fire | on fire | ablaze | burning | "
        "burned across | burnt across | fire broke out | fires broke out | set fire | set ablaze | was burning | were burning "
        "| in flames | went up in flames | engulfed | smoke rose | smoke was seen | smoke rising | smoke billow* | sparked a "
        "fire | sparked fires | caused a fire | caused fires | sparking a fire | causing a fire | triggered a fire | fire "
        "started | blaze broke out | fire erupted | flames erupted | column of smoke | plume* of smoke | started a fire | set "
        "off a fire | set off a blaze | consumed by the fire | consumed by fire | starting a fire | sparking a blaze | "
        "sparked a blaze | ignited | fire spread | broke out",
        "noun": "fire at | fire in | fires at | blaze | blazes | inferno | flames | smoke",
    },
    "damage": {
        "verb": f"{_FALLEN} | "
        "caused some damage | causing some damage | caused minor damage | causing minor damage | caused extensive damage | "
        "debris had fallen | debris also | no damage | windows were broken | windows were blown | broken windows | glass gone "
        "| roof collapsed | tower fell | ceiling had fallen | ceiling fell | damage was recorded | minor damage | appear "
        "burned | appear burnt | extensive damage | slightly damaged | damaged | damaging | destroyed | destroying | "
        "shattered | wrecked | collapsed | collapse of | burned out | burnt out | burned down | burnt down | gutted | "
        "levelled | leveled | torn | broke windows | blew out | blown out | smashed | debris fell | debris has fallen | "
        "debris hit | debris damaged | debris rained | debris also rained | fragments fell | wreckage fell | sank | sunk | "
        "sustained damage | suffered damage | came down | put out of action | knocked out | reduced to | crippled | caved in "
        "| pierced | punched a hole | disabled | fallen debris | left without windows | no destruction | caused damage | "
        "causing damage | cause damage | caused destruction | falling debris | demolished | hit by debris | lost its roof | "
        "incurred damage | incurred | windows broke | ripped open | sustained * damage | sustained * * damage | suffered * damage | houses shook | caused no damage | causing no "
        "damage",
        "noun": "damage | damages | destruction | wreckage | debris | fragments",
    },
    "casualties": {
        "verb": "was treated for | were treated for | treated for smoke | sustained * injur* | suffered * injur* | sustained * wounds | suffered * wounds | received * injur* | "
        "sustained serious injuries | sustained minor injuries | sustained shrapnel | sustained burns | sustained wounds | "
        "causing injuries | caused injuries | causing casualties | caused casualties | result in any casualties | "
        "no injuries | no casualties | no deaths | no fatalities | no victims | coma | fractured | shrapnel | life-threatening | was hospitalised | was hospitalized | stable condition | amputat* | "
        "no patients | nobody was inside | number of deaths | recovered bodies | killed | kills | killing | died | dies | "
        "dead | wounded | wounding | injured | injuring | injures | hurt | casualties | death toll | toll | lost their lives "
        "| lost his life | lost her life | lose their lives | claimed the lives | claimed the life | fatalities | fatality | "
        "fatally | hospitalised | hospitalized | in hospital | missing | unaccounted for | wounds | burns | "
        "concussion* | concussed | critical condition | serious condition | perished | deaths | unhurt | unharmed | uninjured "
        "| shrapnel wounds | succumbed | trapped under | bodies were | body was | body of | losses | lost up to | martyred | "
        "slain | suffered injuries | sustained injuries | being treated for | dying | toll of | leaving dead | no one was "
        "hurt | lives lost | shot dead | gunned down | executed | massacred | beheaded",
        "noun": "'s death | his death | her death | their deaths | injuries | deaths | casualties | fatalities | wounded | dead | killing of | death of | victims",
    },
    "detention": {
        "verb": "abductions of | abductions | detained | detains | arrested | arrests | taken into custody | taken prisoner | took "
        "prisoner | taken hostage | kidnapped | abducted | apprehended | captured soldiers | were captured by | jailed | "
        "remanded | in custody | been caught | sentenced",
        "noun": "detention | detentions | arrest | hostages | abduction | custody",
    },
    "displacement": {
        "verb": "forced to evacuate | had to evacuate | told to evacuate | ordered to evacuate | to be evacuated | ran away | ran for cover | abandoned the vessel | abandon the vessel | abandoned ship | abandon ship | abandoned the ship | "
        "sleep in the open | have left | walked the | new arrivals | arrivals | left their | evacuated | evacuates | "
        "evacuating | fled | flee | fleeing | displaced | relocated | left their homes | were moved to | forced to leave | "
        "took shelter | seek shelter | sought refuge | leave their homes | evacuation was | evacuation is | homeless | "
        "sheltering | left homeless",
        "noun": "evacuation | displacement | exodus | evacuees | refugees",
    },
    "disruption": {
        "verb": "came to a standstill | brought to a standstill | ground to a halt | came to a halt | electricity was cut | power was cut | was cut | out of action | turned back | access was not | suspended flights | "
        "flights were suspended | suspended operations | airport* closed | airport* were closed | closed | airport* to close "
        "| halted | without power | without electricity | without water | without heating | lost power | lost electricity | "
        "power outage* | power cut* | blackout* | knocked out power | cut off | disrupted | delayed | grounded | diverted | "
        "cancelled | canceled | restrictions were | temporary restrictions | restricted | resumed | reopened | power was "
        "restored | restored | out of service | internet outage* | mobile internet | shut down | shut | no water | traffic "
        "was stopped | traffic stopped | temporarily closed | stopped receiving | not accepting | outages | suspended | were "
        "without | restrictions have been | closed for arrivals | operate as normal | operating as normal | operates normally "
        "| transmission line | in the cold and dark | plunged",
        "noun": "outage | outages | disruption | disruptions | closure | delays | restrictions | blackouts",
    },
    "response": {
        "verb": "were transferred to | was transferred to | transferred to a hospital | transferred to hospital | "
        "being investigated | is investigating | are investigating | investigation is | rescue operation continues | brought "
        "to hospital | emergency services are | visited the site | interviewed | searched a | searched the | had been "
        "eliminated | firefighters in | impact points | geolocated | recovered a | recovered the bodies | treated patients | "
        "patients | staff assisted | assisted some | emergency shelter | sent to the site | were sent | was sent | cooling of "
        "| rescuers | rescue workers | emergency services | emergency crews | emergency teams | firefighters | ambulances | "
        "ambulance crew* | ambulance team* | ambulance service* | by ambulance | ambulance was | "
        "paramedics are | dispatched | search and rescue | searching for | extinguished | put out | putting out | brought "
        "under control | localised | localized | rescued | pulled from | pulled out | pulled bodies | clearing the rubble | "
        "clearing rubble | investigators | opened a criminal | criminal case | opened an investigation | launched an "
        "investigation | investigating | under investigation | repair crews | repaired | repairs | restoring | working at the "
        "scene | at the scene | on the scene | medical assistance | first aid | treated at the scene | were treated | "
        "recovered from | rubble | pick* through | sift* through | comb* through | dig* through | carried away | medics | humanitarian aid | delivered aid | aid workers | evacuated by | taken to hospital "
        "| taken to a hospital | rushed to | provided assistance | bodies were recovered | probe into | dug through | "
        "volunteers | sappers | demining | distributed | extinguish | extinguishing | work continues to | under control | "
        "fire service | social workers | fire brigade | discharged from",
        "lead": "was hospitalised | were hospitalised | was hospitalized | were hospitalized | being hospitalised | being "
        "hospitalized | is being hospitalised | taken to hospital | taken to a hospital | taken to the hospital | taken to a "
        "local hospital | transported to | transported the | were admitted to | was admitted to | rushed to hospital | rushed "
        "to a hospital | received medical | receiving medical | receive medical",
        "noun": "rescue operation | rescue | investigation | search operation | relief effort | aid | inspection",
    },
    "measure": {
        "verb": "air raid sirens | dismissed him | dismissed from | dismissed over | dismissed for | was sacked | were sacked | were told to | was told to | to wear masks | was "
        "not granted | ordered to stay | air raid alert* | air alert* | air raid siren* | sirens | siren | declared | imposed "
        "| introduced | curfew | state of emergency | day of mourning | deployed | reinforced | sanctions | sanctioned | "
        "banned | mobilised | mobilized | martial law | stepped up security | security measures | increased security | "
        "missile alert | air raid siren* | air-raid siren* | sirens sounded | sirens wailed | "
        "sirens went off | sirens were sounded | air-raid warning* | air raid warning* | air-raid alert* | air raid alert* | drone alert | all-clear | lifted | cancelled classes | closed schools | moved online | checkpoints | "
        "tightened | ordered | no-fly | heightened readiness | high alert | drafted | warned residents | bans | prohibited | "
        "emergency regime | suspended classes | scrambled | placed on alert | alert was | issued an alert | missile threat | "
        "air threat | aviation threat | drone threat | threat of missile* | end of the missile | all clear",
        "noun": "alert | alerts | deployment | curfew | ban | measures | emergency | mobilisation | mobilization",
    },
    "protest": {
        "verb": "protested | rallied | protesters | protestors | demonstrators | rioted | took to the streets | marched | "
        "demonstrated against | demonstrated outside | held a demonstration",
        "noun": "protest | protests | rally | demonstration | demonstrations | riot | riots | unrest | march",
    },
    "agreement": {
        "verb": "went home | were exchanged | was exchanged | pause in fighting | mediated | notice of the truce | agreed to | halt "
        "to | agreed | signed | negotiated | exchanged prisoners | prisoner swap | prisoner exchange | freed | swapped | met "
        "president | met with | meeting with | brokered | violations | violated | returned home | repatriated | handed over | "
        "temporary halt | held talks | opened talks | began talks | peace talks | talks in | released prisoners | prisoners "
        "were released | were released",
        "noun": "agreement | deal | exchange | memorandum | accord | negotiations | talks | truce | ceasefire | cease-fire | summit | "
        "prisoners of war | pows | peace deal | peace plan | delegations | prisoner-of-war",
    },
    "disaster": {
        "verb": "earthquake | quake | flooded | flood | floods | flooding | magnitude | derailed | train crash | gas explosion | "
        "chemical plant | chem blast | accident | landslide | wildfire* | hurricane | typhoon | tornado | avalanche | "
        "capsized | crashed near | plane came down | aircraft came down | jet came down | helicopter came down | airliner "
        "came down | helicopter crash* | crash-landed | crash landed | emergency landing | mine collapse | dam burst | "
        "aftershock* | plane crash* | gas leak | industrial accident | tsunami | storm | dam failed | heat wave | drought | "
        "eruption | crashed due | malfunction* | safety violation* | negligence | temblor | seismic | cyclone | mudslide | "
        "sinkhole | capsizing",
        "noun": "disaster | catastrophe | crash | tremor*",
    },
    "statement": {
        "verb": "has not claimed | claimed responsibility | not commented | no comment | stopped short | did not answer | did not "
        "respond | did not reply | not answer calls | no response | refused to | expressed condolences | condolences | warned "
        "| warns | blamed | rejected | insisted | offered | expressed concern | was horrified | shocked | comment | commented "
        "| responsibility for | declined to | has made no statement | made no statement | accused | accuses | apologised | "
        "apologized | congratulated | reacted | retaliate | retaliation | hoped | regretted | did not say | apology | "
        "response from | mocked | expressed hope | assured | reiterated | asked for | stand with | assumes",
        "lead": "sincere condolences | condolences to | expressed condolences | extended condolences | urged | urges | called for | "
        "calls for | called on | calls on | thanked | threatened | threatens | vowed | vows | promised | pledged | pledges | "
        "condemned | condemns | denounced | praised | welcomed | welcomes | demanded | demands | proposed | proposes | would "
        "welcome | criticised | criticized | appealed | hopes | assumes | recalled | offered condolences | warned that | "
        "warns that | prohibits",
        "noun": "condemnation | accusation* | threat | statement | warning | apology",
    },
    "assessment": {
        "verb": "marked | represented | signalled | indicates | underlines | demonstrates | demonstrated | reflects | escalation | "
        "speculation | likely to | is likely | are likely | could | may | might | expected to | analysts | experts say | "
        "expert | effectiveness | effective | strategy | tactic* | increasingly | became | has become | have become | one of "
        "the few | one of the most | the largest | the biggest | the deadliest | the worst | the highest | the deepest | the "
        "longest | the most | the heaviest | the first | record | unprecedented | among the | trend | pattern | frequency | "
        "frequent | frequently | routine | turning point | concern* | risk | risks | motive | intent | assessed | assesses | "
        "assessment | vulnerability | vulnerable | prove | proves | successful | success | failed to | failure | means that | "
        "shows that | show that | believes | believe | estimates that | predicted | forecast | doubts | unlikely | unable to "
        "| tensions | reassessment | shift in | consistent with | aim* to | aimed at | designed to | intended to | in "
        "response to | retaliation for | coordinated | significant | quieter | quiet | historic | twice as many | second "
        "attack | third attack | fourth attack | second time | third time | for the first time | times more than | than usual "
        "| rose by | fell by | half of | per cent of | percent of | precision | objectives were | goals were | targets were | "
        "weaken* | strengthen* | undermine* | momentum | priority | purpose | worrying | worst-hit | serious blow | blow to | "
        "should be | must be | can be seen",
        "lead": "no threat to | no threats to | no danger to | no risk to | poses no threat | posed no threat | isw assesses | isw continues to assess | assesses that | assessed that | we assess | likely aims | likely intend* | "
        "is likely to | are likely to | unlikely to | will likely | would amount to | will probably | marks a | marked a | "
        "marks the | marked the | represents | represented a | signals | suggest | suggests | suggesting that | underscores | "
        "underscored | underlines | highlights | highlighted | raised questions | raised concerns | raises questions | raises "
        "concerns | has led to speculation | have led to speculation | led to speculation | fueled speculation | fuelled "
        "speculation | has drawn attention | have drawn attention | drew attention | prompted a reassessment | has prompted | "
        "have prompted | has raised | have raised | has fueled | has fuelled | has been frequently | has become a | have "
        "become a | is premature | is inconclusive | has added to | may indicate | might indicate | could indicate | can be "
        "ruled out | cannot be ruled out | may rise | could rise | expected to rise | has been rising | have been rising | "
        "has been slowing | it shows that | this shows that | which shows that | demonstrates that | amounts to | is a signal "
        "| sends a signal | have done their job | had done their job | had been achieved | were achieved | objectives of the "
        "strike | is consistent with | are believed to be | is believed to be | may be hiding | differ by | is increasingly | "
        "are increasingly | reflects | illustrates | remains unclear whether | might rise | is expected to | are expected to "
        "| was expected to | remains very | remain very | has been regular | have been regular | has seen a drop | are common",
        "noun": "",
    },
    "other": {
        "verb": "seized from | stolen from | looted | airdropped | geolocated footage | footage published | recovered | found | discovered | smuggled | transported | "
        "delivered | moved | left | arrived | visited | flew over | entered | violated airspace | crossed | positioned | "
        "stationed | spotted | operating | built up | massed | transferred | arranged | opened | received | paid | lasted | "
        "continued | worked | started | stopped | fallen | landed | sold | shipped | supplied | published | released | "
        "appeared | produced | tested | buried | attended | held | concentrated | accumulat* | regroup* | patrol* | flown | "
        "fled the scene",
        "noun": "",
    },
}

PEOPLE = (
    "people | person | persons | civilian | civilians | man | men | woman | women | child | children | soldier | soldiers | worker |"
    " workers | resident | residents | driver | boy | girl | teenager | pensioner | employee* | officer* | firefighter* | police"
)

CLAUSE_BORDER = (
    r"\s+(?=where (?:[\w'-]+ ){1,4}(?:is|are|was|were) (?:believed|thought|suspected|alleged|understood)\b)|"
    r",\s+(?=in (?:the|its|their|what)\b(?:\s+\w+){0,3}\s+(?:\w+est|most|worst|first|second|third|only)\b)|"
    r",\s+(?=(?:was|were|have been|has been) (?:\w+ly )?(?:denied|dismissed|rejected|refuted|disputed)\b)|"
    r"\s*[;—]\s+|\s+[-–]\s+|,?\s+(?:but|while|whereas|although|though|however|when|after which|after|before|because|as well as)\s+"
    r"|,\s+(?:and|or|so|yet|with|which|who|where|whose|adding|noting that|warning that|including that|saying|after|as|according)\s+"
    r"|,\s+(?=(?:kill|wound|injur|damag|destroy|leav|forc|caus|spark|trigger|shatter|hitt|strik|target|cutt|knock|claim|tak|trapp"
    r"|prompt|set)\w*ing\b)"
    r"|,\s+(?=(?:no|nobody|none|there (?:were|was|are|is)|it|he|she|they|two|three|four|five|six|seven|eight|nine|ten|\d+(?:,\d{3})*(?![\d,])|a|an"
    r"|the|one|another|some|several|at least|its?|their)\b)"
    r"|(?<!killed)(?<!wounded)(?<!injured)(?<!dead)(?<!damaged)(?<!destroyed)(?<!search)(?<!intercepted)(?<!detected)"
    r"(?<!downed)\s+(?:and)\s+"
    r"(?=(?:\w+\s+){0,3}?(?:said|says|that|were|was|had|has|have|is|are|caused|sparked|left|forced|opened|declared|dropped|accuse|denied"
    r"|erupted"
    r"|confirmed|could|cannot)\b|(?:killed|killing|kill|wounded|wounding|wound|injured|injuring|damaged|destroyed|shot|downed|hit|struck)\b)"
    r"|(?<=[.!?…])\s+|:\s+"
)
