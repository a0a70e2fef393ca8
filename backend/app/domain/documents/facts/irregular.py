"""Words whose forms no rule of endings brings together: the usual form first, then the roots of others."""

from app.domain.shared.prose import in_order


def table(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in text.strip().splitlines():
        usual, *others = in_order(line)
        found |= {root: usual for root in others}
    return found


GERMAN = table("""
backen back buk
bieten biet bot angebot
binden bind band bund
bitten bitt bat
bleiben bleib blieb
brechen brech brach broch
bringen bring brach
denken denk dach
empfangen empfang empfing
empfehlen empfehl empfahl empfohl
fahren fahr fuhr fahrt
fallen fall fiel
fangen fang fing
finden find fand fund
fliegen flieg flog
fliessen fliess floss
geben geb gab gib
gehen geh ging gang
gewinnen gewinn gewann gewonn
giessen giess goss guss
graben grab grub
greifen greif griff
halten halt hielt
heben heb hob
helfen helf half holf hilf
kennen kenn kann
klingen kling klang
kommen komm kam
laden lad lud
lassen lass liess
laufen lauf lief
leihen leih lieh
lesen les las lies
liegen lieg lag
messen mess mass
nehmen nehm nahm nomm
nennen nenn nann
raten rat riet
reissen reiss riss
rufen ruf rief
schaffen schaff schuf
scheiden scheid schied
schieben schieb schob
schiessen schiess schoss
schlagen schlag schlug
schliessen schliess schloss
schneiden schneid schnitt
schreiben schreib schrieb schrift
schreiten schreit schritt
schweigen schweig schwieg
sehen seh sah sicht
senden send sand versand
singen sing sang sung
sinken sink sank sunk
sitzen sitz sass sess
sprechen sprech sprach sproch
springen spring sprang sprung
stehen steh stand
steigen steig stieg
streichen streich strich
tragen trag trug
treffen treff traf troff
treiben treib trieb
treten tret trat tritt
trinken trink trank trunk
tun tat
verderben verderb verdarb verdorb
vergleichen vergleich verglich
verlieren verlier verlor verlust
wachsen wachs wuchs wachstum
waschen wasch wusch
weisen weis wies
wenden wend wand
werben werb warb worb
werfen werf warf worf
wiegen wieg wog
winden wind wund
ziehen zieh zog
zwingen zwing zwang
bau bau
montieren montier montage
produzieren produzier produktion
reduzieren reduzier reduktion
inspizieren inspizier inspektion
konstruieren konstruier konstruktion
korrigieren korrigier korrektur
diskutieren diskutier diskussion
redigieren redigier redaktion
dirigieren dirigier
""")
