"""French and Spanish words whose forms no rule of endings brings together, as in `irregular`."""

from app.domain.documents.facts.irregular import table

FRENCH = table("""
mettre mett met mis mise mission
prendre prend pren prenn pris prise
tenir ten tenu tenue tien tenir
venir ven venu venue vien vention
faire fai fait faite fais fection
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
acheter achet achat
lever lev levee levage
elire elis elu elue elect election
tondre tond tonte
fondre fond fonte
defendre defend defens defense
suspendre suspend suspens suspension
descendre descend descent descente
louer lou location
connaitre conn connaiss connu
promouvoir promouv promu promotion
sortir sort sorti
sentir sent
peser pes pesee pesage
semer sem semis
jeter jett jet
extraire extrai extrait extray extraction
soustraire soustrai soustrait soustray soustraction
ceder ced cession
decider decid decision
inclure inclu inclus inclusion
exclure exclu exclus exclusion
interrompre interromp interrompu interruption
imprimer imprim impression
supprimer supprim suppression
etendre etend extension
comprendre compren comprenn compri comprehension
restreindre restreign restreint restriction
eteindre eteign eteint extinction
atteindre atteign atteint atteinte
convaincre convainqu convaincu conviction
percevoir percev percoi percu perception
concevoir concev concoi concu conception
promettre promet promess
fournir fourn fourniss fourni fourniture
garnir garn garniss garni garniture
nourrir nourr nourriss nourri nourriture
elargir elarg elargiss elargi
finir fin finiss fini finition
reunir reun reuniss reuni reunion
definir defin definiss defini definition
fleurir fleur fleuriss
pourrir pourr
remplir rempl rempliss rempli
garantir garant garantiss garanti
investir invest investiss investi
convertir convert convertiss converti conversion
repartir repart repartiss reparti repartition
assortir assort assorti
saisir sais saisiss saisi saisie
fermer ferm fermeture
coiffer coiff coiffure
souder soud soudure
reviser revis revision
superviser supervis supervision
former form formation
intervenir interven intervien intervenu intervention
obtenir obten obtien obtenu obtention
contenir conten contien contenu
retenir reten retien retenu retention
maintenir mainten maintien maintenu maintenance
entretenir entreten entretien entretenu
soutenir souten soutien soutenu
revenir reven revien revenu
renvoyer renvoi renvoy
balayer balai balay
essuyer essui essuy
appuyer appui appuy
deployer deploi deploy deploiement
tutorer tutor tutorat tuteur tutrice
monitorer monitor monitorat
parrainer parrain parrainage marraine
mediatiser mediat mediation
relire reli relu relect relecture
traire trait traite
pondre pond ponte
broder brod broderie
plaire plai
assaillir assaill
vetir vet
fuir fui
ment ment
""")

SPANISH = table("""
poner pus puest pon pong posicion
tener tuv ten teng tien tencion
venir vin ven veng vien vencion
hacer hic hiz hech hac hag
rehacer rehic rehiz rehech rehac rehag
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
emitir emit emis emision
admitir admit admis admision
permitir permit permis
transmitir transmit transmis transmision
omitir omit omis omision
decidir decid decis decision
dividir divid divis division
invertir invert inviert invirt inversion
convertir convert conviert convirt conversion
transferir transfer transfier transfir transferencia
sugerir suger sugier sugir sugerencia
requerir requer requier requir requisito
adquirir adquir adquier adquisicion
repetir repet repit repeticion
competir compet compit competicion
despedir despid desped
rendir rend rind rendimiento
defender defend defiend defensa
perder perd pierd perdida
extender extend extiend extension
suspender suspend suspension
descender descend desciend descens
ascender ascend asciend ascens
comprender comprend comprension
proveer prove provey provis provision
prever prev previ prevision previst
incluir inclu incluy inclusion
excluir exclu excluy exclusion
concluir conclu concluy conclusion
destruir destru destruy destruccion
conectar conect conexion
imprimir imprim impres impresion
percibir percib percep percepcion
inscribir inscrib inscrit inscripcion
describir describ descrit descripcion
transcribir transcrib transcrit transcripcion
suscribir suscrib suscrit suscripcion
prescribir prescrib prescrit prescripcion
extraer extraj extraig extraccion
atraer atraj atraig atraccion
querer quis quier
saber sup sab
andar anduv
conocer conoc conozc
regar reg rieg riego
sembrar sembr siembr siembra
negar neg nieg
jugar jueg jug juego
encender encend enciend
calentar calent calient
freir frit frei
oir oy
montar mont montaje
reclutar reclut
interrumpir interrump interrupcion
corromper corromp corrupcion
absorber absorb absorcion
detener deten deten detuv detien detencion
mantener manten mantuv mantien mantenimiento
obtener obten obtuv obtien obtencion
retener reten retuv retien retencion
contener conten contuv contien
sostener sosten sostuv sostien sostenimiento
intervenir interven intervin intervien intervencion
prevenir preven previn previen prevencion
proponer propon propus propuest proposicion propuesta
componer compon compus compuest composicion
disponer dispon dispus dispuest disposicion
exponer expon expus expuest exposicion
imponer impon impus impuest
reponer repon repus repuest reposicion
tutorizar tutoriz tutoric tutor tutora tutoria tutorizacion
editar edit edicion
licitar licit licitacion
rescindir rescind rescision
revertir revert reviert revirt reversion
supervisar supervis supervision
difundir difund difus difusion
fusionar fusion
expandir expand expansion
agredir agred agresion
evadir evad evasion
reproducir reproduj reproducc reproduccion
traducir traduj traduzc traducc traduccion
introducir introduj introduzc introducc introduccion
deducir deduj deduzc deducc deduccion
""")
