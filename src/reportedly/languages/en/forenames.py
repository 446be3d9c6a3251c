"""First names, as they are spelled in English reports, used to recognise persons. English has no cases."""

MALE = (
    "adam ahmed alan albert alex alexander alexei alexey ali andrei andrew andrey andrii andriy anthony antonio artem arthur ben benjamin bernard "
    "bill bob boris brian bruce carl carlos charles chris christian christopher dan daniel dave david denis dennis denys dmitri dmitry dmytro don donald "
    "doug douglas ed edward eric eugene evgeny frank fred gary gennady george georgy gleb gordon greg gregory hamid harry hassan henry howard hugo hussein "
    "ibrahim igor ihor ilya ivan jack james jan jason jean jeff jeffrey jens jeremy jim joe john jonathan jose joseph josh juan justin keith ken kenneth "
    "kevin khalid kirill kyrylo larry leonid leonard louis luis maksym marc mark martin matt matthew max maxim michael mike mikhail mohamed mohammed "
    "mohammad muhammad mustafa mykhailo mykola nathan nicholas nick nikolai nikita oleg oleh oleksandr oleksii oleksiy omar oscar patrick paul pavel pavlo pedro peter "
    "petro phil philip pierre rafael ralph ramzan ray raymond rick rob robert roger roman ron ronald ruslan russell ryan sam samuel scott sean sergei sergey "
    "serhii serhiy simon stanislav stephen steve steven stuart taras ted terry thomas tim timothy todd tom tomas tony valentyn valery vasily vasyl viacheslav "
    "victor viktor vincent vitali vitaliy vitalii vladimir vladislav vladyslav volodymyr vyacheslav walter wayne will william yaroslav yevgeny yevhen yuri yuriy yurii yury"
)
FEMALE = (
    "aisha alexandra alice alina amanda amy ana andrea angela ann anna anne barbara betty brenda bridget carol caroline catherine charlotte christina christine "
    "claire clementine cynthia daria deborah denise diana donna dorothy elena elizabeth emily emma eva fatima gloria hanna hannah heather helen inna irina iryna "
    "jane janet jennifer jessica joan joyce judith judy julia julie karen kate katherine kathleen kelly kim kimberly larysa laura leyla linda lisa liudmyla "
    "lyudmila margaret maria mariana marie marina martha mary matilda megan melissa michelle nadia nancy natalia nataliya nicole nina oksana olena olga olha pamela "
    "patricia penny rachel rebecca rosa ruth samantha sandra sara sarah sharon sofia sophia sophie stephanie susan svetlana svitlana tanya tatiana tetiana "
    "teresa ursula valentina valeria victoria viktoria virginia wendy yelena yulia zoe"
)
SURNAME: dict[str, tuple[tuple[str, str], ...]] = {"m": (), "f": ()}
FORENAME: dict[str, tuple[tuple[str, str], ...]] = {"m": (), "f": ()}
ADJECTIVE: dict[str, tuple[tuple[str, str], ...]] = {"m": (), "f": (), "n": (), "p": ()}
