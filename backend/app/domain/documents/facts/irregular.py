"""Words whose forms no rule of endings brings together: the usual form first, then the roots of others."""

from app.domain.shared.prose import in_order


def _table(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in text.strip().splitlines():
        usual, *others = in_order(line)
        found |= {root: usual for root in others}
    return found


GERMAN = _table("""
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
blasen blas blies
braten brat briet
brechen bruch
brennen brenn brann brand
dringen dring drang drung
essen ess gegess
frieren frier fror frost
gelingen geling gelang gelung
gelten gelt galt golt
geniessen geniess genoss genuss
gleichen gleich glich
hangen hang hing
heissen heiss hiess
leiden leid litt
meiden meid mied
pfeifen pfeif pfiff
reiben reib rieb
reiten reit ritt
scheinen schein schien
scheren scher schor schur
schlafen schlaf schlief
schleifen schleif schliff
schliessen schluss
schmelzen schmelz schmolz
schwimmen schwimm schwamm schwomm
sinnen sinn sann sonn
spinnen spinn spann sponn
stechen stech stach stoch
sterben sterb starb storb
stossen stoss stiess
streiten streit stritt
weichen weich wich
wissen wiss wuss
ziehen zug
melken melk molk
flechten flecht flocht
bergen berg barg borg
befehlen befehl befahl befohl
stehlen stehl stahl stohl
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
akquirieren akquirier akquis akquisition
recherchieren recherchier recherch
dekorieren dekorier dekoration
qualifizieren qualifizier qualifikation
diagnostizieren diagnostizier diagnos
studieren studier studium
konzipieren konzipier konzept konzeption
kommissionieren kommissionier kommission
zertifizieren zertifizier zertifikat zertifikation
integrieren integrier integration
migrieren migrier migration
konfigurieren konfigurier konfiguration
administrieren administrier administration
reparieren reparier reparatur
moderieren moderier moderation
kalkulieren kalkulier kalkulation
prasentieren prasentier prasentation
koordinieren koordinier koordination
dokumentieren dokumentier dokumentation
installieren installier installation
organisieren organisier organisation
kontrollieren kontrollier kontroll
transportieren transportier transport
exportieren exportier export
importieren importier import
""")

FRENCH = _table("""
mettre mett met mis mise mission
prendre prend pren prenn pris prise
tenir ten tenu tenue tien tenir
venir ven venu venue vien vention
faire fai fait faite fais
duire duis duit duite duction duire ducteur ductrice
struire struis struit struite struction
crire criv crit crite cript cription criture
lire lis lu lue lecture
suivre suiv suivi
servir serv servi service
ouvrir ouvr ouvert ouverte ouverture
offrir offr offert offerte
couvrir couvr couvert couverte
cevoir cev ceu cu cue ception
voir voy vu vue
prevoir prevoy prevu prevue
pondre pond pondu ponse
rendre rend rendu
soudre solv solu solution
teindre teign teint
peindre peign peint peinture
joindre joign joint jonction
naitre naiss
croitre croiss cru crue croissance
vivre viv vecu
battre batt battu
courir cour couru
querir quer quis quise quisition
cueillir cueill cueil
vendre vend vendu vente
tendre tend tendu
pourvoir pourvoy pourvu
conclure conclu conclue conclusion
diriger dirig direction
rediger redig redaction
agir agiss action
corriger corrig correction
proteger proteg protection
vaincre vainqu vaincu
coudre cous cousu couture
cuire cuis cuit cuite cuisson
rompre romp rompu
abattre abatt abattu abattage
lancer lanc lancement
reparer repar reparation
gerer ger gestion
analyser analys analyse
etablir etabl etabliss etabli
editer edit edition
reussir reuss reussi reussite
recruter recrut
nettoyer nettoi nettoy
essayer essai essay
payer pai pay paiement
envoyer envoi envoy
employer emploi employ
expliquer expliqu explication
appliquer appliqu application
fabriquer fabriqu fabrication
communiquer communiqu communication
publier publi publication
planifier planifi planification
verifier verifi verification
choisir chois choix
croire croy
perdre perd perdu perte
mordre mord
ment ment
""")

SPANISH = _table("""
poner pus puest pon pong posicion
tener tuv ten teng tien tencion
venir vin ven veng vien vencion
hacer hic hiz hech hac hag
decir dij dich dec dic
ducir duj duc duzc duccion ductor
traer traj trai traig tracc traccion
escribir escrib escrit escritura
cribir crib crit
dirigir dirig dirij direccion
corregir correg corrig corrij correccion
elegir eleg elig elij eleccion
recoger recog recoj recogida
proteger proteg protej proteccion
servir serv sirv servicio
seguir segu sigu sig seguimiento
pedir ped pid pedido
medir med mid medicion
cubrir cubr cubiert cobertura
abrir abr abiert apertura
romper romp rot
resolver resolv resuelv resuelt resolucion
volver volv vuelv vuelt
mover mov muev
construir constru construy construccion
sustituir sustitu sustituy sustitucion
distribuir distribu distribuy distribucion
contribuir contribu contribuy contribucion
instruir instru instruy instruccion
atender atend atiend atencion
entender entend entiend
vender vend vent venta
cerrar cerr cierr cierre
probar prob prueb prueba
contar cont cuent
mostrar mostr muestr muestra
colgar colg cuelg
reforzar reforz refuerz refuerc
comenzar comenz comienz
recibir recib recepcion
leer lei ley lee lectura
caer cay cai
construccion construccion
producir produj producc produccion
reducir reduj reducc reduccion
inyectar inyect inyeccion
inspeccionar inspeccion
gestionar gestion
revisar revis revision
analizar analiz analic analisis
redactar redact redaccion
seleccionar seleccion
coser cos costura
cocer coc cuec coccion
podar pod podo poda
talar tal tala
cobrar cobr cobro
conducir conduj conduc conduccion conductor
agregar agreg
exigir exig exij exigencia
suministrar suministr
""")
