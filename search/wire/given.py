"""Given names that only women, or only men, commonly have, in the stories that agencies write.

No name that a place or a thing has too (Florence, Chelsea, Austin), and none of both (Kim, Andrea).
"""

from .titles import Gender

_WOMEN = frozenset(
    """abigail adriana agnes aicha aisha alejandra alexandra alice alicia alison amanda amina amy
    ana anastasia angela angelina anita ann anna anne annie antonia asma astrid audrey
    barbara beatrice beatriz benazir bertha beth betty birgit brenda bridget brigitte camila
    candice carla carmen carol carole caroline catherine cecilia christiane christina christine
    cindy claire clara claudia colleen corazon cynthia daniela deborah debra diana diane dilma
    dolores donna dorothy ebba edith eileen elaine elena eleanor elisabeth elise elizabeth ella
    ellen elsa emily emma erika esther eva evelyn fatima fatou federica fiona frances francesca
    gabriela gina giorgia gladys gloria golda greta hannah heather heidi helen helena helga
    hillary hilda ilhan ilse indira inga ingrid irene irina isabel isabella ivana ivanka jacinda
    jacqueline janet jane jennifer jessica jill joan joanna josephine joyce juanita judith judy
    julia juliana julie karen karin karla kate katherine kathleen kathryn katie katja
    khadija kristalina kristina lara laura leila leticia linda lisa lucia lucy luisa lydia
    madeleine magdalena margaret margarita margot maria mariana marianne marie marina marine
    marta martha mary maryam mathilde maureen maya megan melania melinda melissa
    michelle miriam monica monika nadia nadine nancy natalia natalie natasha nicole
    nina noura olena olga olivia oksana oprah pamela patricia paula pauline petra phyllis
    priscilla rachel rebecca renata rosa rosalind rosemary ruth sabine sally samantha sandra sanna
    sara sarah sheila shirley silvia sofia sonia sophia sophie stephanie susan susana
    suzanne svetlana sylvia tamara tanya tatiana teresa theresa tina tzipi ursula valentina
    valerie vanessa vera veronica viktoria wanda wendy winnie xiomara yolanda yulia
    yvonne zainab zuzana""".split()
)
_MEN = frozenset(
    """aaron abdul abdullah abraham adam adolf adrian ahmad ahmed alan albert alberto alejandro
    aleksandr alexander alexei alfred ali andreas andrei andrew andrzej angus anthony antoine anton
    antonio antony arnold arthur bashar barack benjamin benyamin bernard bernie bill bob
    boris brad brian bruce carl carlos cesar charles christopher claude clint colin craig damian
    daniel darren dave david dennis derek diego dmitri dmitry dominic donald doug douglas edgar
    eduardo edward edwin elias emmanuel enrique eric erik ernesto eugene fernando fidel francois
    frank franz fred frederick friedrich gary gavin geoffrey george gerald gerhard giovanni giuseppe
    glenn gordon graham greg gregory guillermo gunther gustavo hamid hans harold harry hassan
    heinrich henry herbert herman hosni howard hugo ian ibrahim igor imran ismail ivan jack jacob
    jacques jair james jason javier jean-claude jean-marie jeff jeffrey jeremy jerome
    jerry jesus jim jimmy joe joachim johann john jonathan jorge jose josef joseph josh joshua
    juan jurgen justin karl keith kenneth kevin khaled klaus kofi konstantin kurt larry lars
    laurent lawrence leonard leonid lloyd louis luca lucas luigi luis mahmoud
    malcolm manuel marc marcelo marco marcos mario mark martin matteo matthew matthias max
    michael michel miguel mike mikhail milos mitch mitt mohamed mohammad mohammed muammar muhammad
    mustafa narendra nathan neil nelson newt nicholas nick nicolas nigel nikolai oleg oliver olivier
    omar oscar oskar pablo patrick paul pavel pedro peter philip philippe pierre piotr rafael ralph
    ramon raul ray recep rene ricardo richard rick robert roberto rodrigo roger roland ronald ross
    rupert russell saddam salvador samuel sebastian sepp serge sergei sergey sergio shimon silvio
    simon slobodan stefan stephen steve steven stuart sven tayyip ted theodore thomas tim
    timothy tobias todd tom tomas tony ulrich vaclav victor viktor vincent vitaly vladimir volodymyr
    walter warren wayne werner wilhelm william winston wolfgang xavier yasser yitzhak yuri
    zbigniew zoran""".split()
)


def gender_of(name: str) -> Gender | None:
    """That of a full name, by the given name before the last one; None where it tells nothing.

    >>> [gender_of(name) for name in ("Ana Silva", "John Reis", "Silva", "Kim Ek")]
    ['female', 'male', None, None]
    """
    first, _, rest = name.partition(" ")
    low = first.lower()
    if not rest:
        return None
    return "female" if low in _WOMEN else "male" if low in _MEN else None
