"""How people say what they wish, in English, German, French and Spanish: folded, `X` is what it is about."""

import re
from itertools import chain, zip_longest

from app.domain.generation.instructions.words import NUMBER

_SLOTS = {"X": "(?P<x{n}>.+?)", "Y": "(?P<y{n}>.+?)", "N": NUMBER.replace("?P<n>", "?P<n{n}>", 1)}
_SLOT = re.compile(r"\b[XYN]\b")


def any_of(*phrases: str) -> re.Pattern[str]:
    """Any of them; every slot is a group of its own: `x1`, `x2`, `n3` ..."""
    parts = _SLOT.split("|".join(f"(?:{phrase})" for phrase in phrases))
    slots = _SLOT.findall("|".join(phrases))
    filled = (_SLOTS[slot].replace("{n}", str(n)) for n, slot in enumerate(slots))
    return re.compile("".join(chain.from_iterable(zip_longest(parts, filled, fillvalue=""))))


def groups(found: re.Match[str], letter: str) -> str | None:
    """The name of the group that was filled."""
    return next((name for name, text in found.groupdict().items() if name[0] == letter and text), None)


EMPHASISE = any_of(
    r"(?:prioriti[sz]e|favou?r|emphasi[sz]e|highlight|show) X (?:over|rather than|more than|instead of) .+",
    r"(?:focus|concentrate)(?: more)? on X (?:than|rather than|instead of)(?: on)? .+",
    r"(?:the |a |my )?(?:focus|emphasis)(?: to be| should be| is| must be)? on X",
    r"X (?:is|are|should be|must be|to be) (?:prominent|visible|up front|in the foreground|at the front)",
    r"(?:put|bring|move|place|list|show|mention|keep) X (?:first|up front|to the front|at the top|"
    r"to the top|on top)",
    r"(?:re)?emphasi[sz]e X",
    r"(?:highlight|stress|prioriti[sz]e|feature|showcase|underline|foreground|play up|bring out|mention|"
    r"show|include|lead with) X",
    r"(?:focus(?:ing)?|concentrate|center|centre)(?: (?:more|mainly|mostly|especially|strongly))? on X",
    r"(?:put|lay|place) (?:the |more |a |special |strong )*(?:emphasis|focus|weight|stress) on X",
    r"(?:with )?(?:more |the |special |extra |a )*(?:emphasis|focus|weight|accent) on X",
    r"draw attention to X",
    r"give (?:more )?(?:priority|prominence|weight|space) to X",
    r"(?:talk |say |show )?more (?:about|on|of) X",
    r"(?:make|let) X stand out",
    r"X (?:first|comes? first|up front)",
    r"beton(?:e|en sie|en|t) X",
    r"heb(?:e|en sie|t)? X (?:besonders |starker |mehr )?hervor",
    r"stell(?:e|en sie|t)? X (?:starker |mehr )?in den (?:vordergrund|mittelpunkt)",
    r"(?:leg(?:e|en sie|t)?|setz(?:e|en sie|t)?) (?:den |einen |mehr |besonderen )*(?:schwerpunkt|fokus|"
    r"wert|akzent|gewicht) "
    r"auf X",
    r"(?:mit )?(?:der |dem )?(?:schwerpunkt|fokus)(?: liegt| soll)? auf X",
    r"konzentrier(?:e|en sie|t)? (?:dich|sich|euch) auf X",
    r"fokussier(?:e|en sie|t)? (?:dich |sich |euch )?auf X",
    r"X (?:besonders )?(?:hervorheben|betonen|zuerst|zuerst nennen|in den vordergrund(?: stellen)?)",
    r"(?:erwahn(?:e|en sie)|zeig(?:e|en sie)|nenn(?:e|en sie)) X",
    r"mehr (?:uber|von) X",
    r"(?:met(?:s|tez|tre)|mise) (?:davantage |bien |plus )?(?:l'accent sur|en avant|en valeur|en evidence|"
    r"en lumiere) X",
    r"met(?:s|tez|tre) X (?:davantage |bien |plus )?(?:en avant|en valeur|en evidence|en lumiere|en premier)",
    r"(?:soulign(?:e|ez|er)|insist(?:e|ez|er) sur|accentu(?:e|ez|er)|privilegi(?:e|ez|er)|valoris(?:e|ez|er)|"
    r"mentionn(?:e|ez|er)|montr(?:e|ez|er)|plus sur) X",
    r"(?:concentr|focalis)(?:e|ez|er)?(?:-toi|-vous)? sur X",
    r"X en premier",
    r"(?:destac(?:a|ar)|destaque|resalt(?:a|ar|e)|enfati(?:za|zar|ce)|subray(?:a|ar|e)|prior(?:iza|izar|ice)|"
    r"mencion(?:a|ar|e)|muestr(?:a|e)|mostrar|mas sobre) X",
    r"(?:pon|poner|ponga) (?:mas |el |especial )*(?:enfasis|acento|foco) en X",
    r"(?:haz|haga|hacer) hincapie en X",
    r"(?:centra(?:te|rse)|centrese|enfoca(?:te|rse)|enfoquese|concentra(?:te|rse)) en X",
    r"da(?:r|le)? (?:mas )?(?:prioridad|importancia|peso) a X",
    r"(?:pon|poner|ponga) X (?:en primer plano|en primer lugar|primero)",
    r"X primero|primero X",
)
LEAVE_OUT = any_of(
    r"no quiero (?:que (?:aparezca|salga|figure)|ver|mostrar|mencionar|incluir) X(?: ahi| en el)?",
    r"no (?:inclu(?:yas|ya|ir)|mencion(?:es|e|ar)|muestr(?:es|e)|mostrar|pong(?:as|a)|habl(?:es|e|ar) de) X",
    r"(?:leave (?:out|off)|omit|exclude|skip|drop|remove|hide|cut|delete|take out|get rid of|strip|keep "
    r"out|no|without|no mention of|nothing (?:about|on|from|of)) X",
    r"(?:do not|don't|never)(?: ever)? (?:include|show|mention|list|use|add|name|talk about|refer to|say "
    r"anything about) X",
    r"(?:leave|take|keep) X (?:out|off|away)(?: of it| of the resume)?",
    r"(?:i(?:'d| would) rather |i(?:'d| would) prefer )?not (?:to )?(?:have|show|mention|include|see|list) X"
    r"(?: (?:on|in) (?:it|there|the resume|my resume))?",
    r"i (?:do not|don't|would not|wouldn't) (?:want|like) (?:to (?:have|show|mention|include|see|list) )?X"
    r" (?:on|in) (?:it|there|the resume|my resume)",
    r"i (?:do not|don't|would not|wouldn't) want to (?:show|mention|include|list|see) X",
    r"X nicht (?:drauf|darauf|drin|dabei) haben",
    r"(?:je )?ne veux pas (?:voir|montrer|mentionner|inclure|afficher) X(?: dessus| dedans)?",
    r"(?:lass(?:e|en sie|t)?) X (?:weg|aus|raus|fort)",
    r"X (?:weglassen|auslassen|streichen|entfernen|nicht (?:erwahnen|zeigen|auffuhren|nennen|aufnehmen|"
    r"anfuhren))",
    r"(?:ohne|keine?[nr]?|streich(?:e|en sie)?|entfern(?:e|en sie)?|losch(?:e|en sie)?|verzicht(?:e|en "
    r"sie)? auf|"
    r"nichts (?:uber|von)) X",
    r"(?:erwahn(?:e|en sie)|zeig(?:e|en sie)|nenn(?:e|en sie)) X nicht",
    r"(?:omet(?:s|tez|tre)|enlev(?:e|ez|er)|retir(?:e|ez|er)|supprim(?:e|ez|er)|exclu(?:s|ez|re)|"
    r"ecart(?:e|ez|er)|"
    r"laiss(?:e|ez|er) de cote|sans(?: mentionner)?|pas d[e']|aucune?|rien sur) ?X",
    r"(?:ne |n')(?:mentionn|inclu|montr|list|affich)\w* pas(?: de| d')? ?X",
    r"(?:ne )?parl(?:e|ez) pas d[eu'] ?X",
    r"ne pas (?:mentionner|inclure|montrer|parler de|afficher) X",
    r"laiss(?:e|ez|er) X de cote",
    r"(?:omit(?:e|ir|a)|quit(?:a|ar|e)|elimin(?:a|ar|e)|exclu(?:ye|ir|ya)|suprim(?:e|ir|a)|sin(?: "
    r"mencionar)?|"
    r"ningun[ao]?|deja(?:r)? fuera|nada (?:de|sobre)) X",
    r"dej(?:a|ar|e) X fuera",
)
FIRST = any_of(
    r"X (?:soll|sollte|muss)(?:en)? (?:zuerst|an erster stelle|ganz oben) (?:kommen|stehen)",
    r"(?:put|bring|move|place|list|show|have)?\s*X (?:comes? |goes )?(?:first|at the (?:top|start|"
    r"beginning)|to the top|on top|"
    r"up front)",
    r"(?:start|begin|open|lead) with X",
    r"(?:setz|stell|ruck)(?:e|en sie|t)? X (?:zuerst|an den anfang|nach oben|ganz oben|an (?:die "
    r")?erster? stelle|nach vorne?)",
    r"(?:zuerst|beginn(?:e|en sie)? mit) X",
    r"X (?:zuerst|an den anfang|nach oben|nach ganz oben|ganz oben|an erster stelle|nach vorne?)",
    r"(?:fang(?:e|en sie)?) mit X an",
    r"(?:d'abord|commenc(?:e|ez|er) par|commenc(?:e|ez|er) avec) X",
    r"(?:met(?:s|tez|tre)|plac(?:e|ez|er))?\s*X (?:en premier|d'abord|au debut|en haut|en tete|tout en haut)",
    r"(?:primero|empie(?:za|ce) (?:con|por)|empezar (?:con|por)|comien(?:za|ce) (?:con|por)) X",
    r"(?:pon|poner|ponga|coloca|coloque)?\s*X (?:primero|al principio|arriba|en primer lugar|al inicio)",
)
LAST = any_of(
    r"(?:put|move|place|list|show)?\s*X (?:comes? |goes )?(?:last|at the (?:end|bottom)|to the (?:end|"
    r"bottom))",
    r"(?:setz|stell)?(?:e|en sie|t)?\s*X (?:zuletzt|ans ende|am ende|nach unten|ganz unten)",
    r"(?:met(?:s|tez|tre)|plac(?:e|ez|er))?\s*X (?:en dernier|a la fin|en bas)",
    r"(?:pon|poner|ponga|coloca|coloque)?\s*X (?:al final|por ultimo|abajo|en ultimo lugar)",
)
BEFORE_OTHER = any_of(
    r"(?:put|move|place|list|show)?\s*X (?:before|above|ahead of) Y",
    r"(?:setz|stell)?(?:e|en sie|t)?\s*X (?:vor|uber) Y",
    r"(?:met(?:s|tez|tre)|plac(?:e|ez|er))?\s*X avant Y",
    r"(?:pon|poner|ponga|coloca|coloque)?\s*X antes (?:del?|que) Y",
)
AFTER_OTHER = any_of(
    r"(?:put|move|place|list|show)?\s*X (?:after|below|behind) Y",
    r"(?:setz|stell)?(?:e|en sie|t)?\s*X (?:nach|hinter|unter) Y",
    r"(?:met(?:s|tez|tre)|plac(?:e|ez|er))?\s*X apres Y",
    r"(?:pon|poner|ponga|coloca|coloque)?\s*X despues de Y",
)
ORDER = any_of(
    r"(?:(?:in|use) (?:this|the following) order|(?:section )?order|sections in (?:this )?order)\s*[:,]?\s*X",
    r"(?:reihenfolge|in dieser reihenfolge)\s*[:,]?\s*X",
    r"(?:ordre|dans cet ordre)\s*[:,]?\s*X",
    r"(?:orden|en este orden)\s*[:,]?\s*X",
)
ONLY = any_of(
    r"(?:show |include |keep |list |use )?(?:only|just|nothing but) (?:show |include |keep |list |use "
    r")?(?:the )?X",
    r"(?:nur|ausschlie(?:ss|ß)lich|zeig(?:e|en sie)? nur) X",
    r"(?:seulement|uniquement|rien que|(?:montr|gard)(?:e|ez|er) (?:seulement|uniquement)) X",
    r"(?:solo|solamente|unicamente|(?:muestra|incluye|deja) (?:solo|solamente|unicamente)) X",
)
PAGES = any_of(
    r"(?:it|this|the resume|everything|all of it) (?:should|must|has to|needs to) (?:fit|be|stay) "
    r"(?:on|onto|in|within|to)?\s*(?:at most )?N pages?(?: long)?",
    r"(?:bitte )?(?:alles )?auf N seiten? (?:kurzen|beschranken|begrenzen|bringen)",
    r"limit(?:e|ez|er) (?:le cv|le document|tout) a N pages?",
    r"(?:keep|limit|cut|fit|make|restrict|shorten|get)?\s*(?:it|this|the resume|the document|my "
    r"resume)?\s*(?:all )?"
    r"(?:be )?(?:to|on|onto|in|within|into|down to)?\s*(?:at most|a maximum of|maximum|max\.?|no (?:more|"
    r"longer) than|not more "
    r"than|just|only|exactly|up to)?\s*N[ -]?pages?(?: only| maximum| max| at most| long| resume)?",
    r"(?:a )?one-?pager",
    r"(?:halt(?:e|en sie)? (?:es|ihn) |mach(?:e|en sie)? (?:es|ihn) |kurz(?:e|en sie)? (?:es|ihn) "
    r")?(?:auf |in )?(?:hochstens|"
    r"maximal|max\.?|nicht mehr als|nur|genau)?\s*(?:auf )?N seiten?(?: lang)?",
    r"(?:tien(?:s|t|ne)|limit(?:e|ez|er)|fais|faites)?\s*(?:le |-le |la )?(?:tenir )?(?:sur|a|"
    r"en)?\s*(?:au plus|au maximum|"
    r"maximum|pas plus (?:de|d')|une seule|seulement)?\s*N?\s?pages?(?: maximum| max| au plus| seulement)?",
    r"(?:que (?:ocupe|quepa en|tenga) |limita(?:lo)? a |manten(?:lo)? en )?(?:en )?(?:como maximo|maximo|"
    r"no mas de|solo|hasta|una "
    r"sola)?\s*N?\s?paginas?(?: como maximo| maximo)?",
)
_MOST = (
    r"(?:no more than|at most|(?:a )?max(?:imum)?(?: of)?|up to|only|not more than|limit to|keep to|"
    r"hochstens|maximal|max\.?|nicht mehr "
    r"als|nur|au plus|au maximum|maximum|pas plus (?:de|d')|seulement|como maximo|maximo|no mas de|solo|"
    r"hasta|use|show|list)?\s*"
)
BULLETS = any_of(
    _MOST + r"N (?:bullet(?: point)?s?|points?|lines?) (?:each|apiece)(?: max(?:imum)?| at most)?",
    r"(?:je|jeweils) (?:hochstens |maximal |nur )?N (?:stichpunkte?|aufzahlungspunkte?|punkte?|bullets?)",
    _MOST + r"N (?:puces?|points?|lignes?) chacune?(?: maximum| au maximum| au plus)?",
    _MOST + r"N (?:vinetas?|puntos?|lineas?) cada un[oa](?: como maximo| maximo)?",
    r"(?:limit|cut|keep|restrict) (?:each|every) (?:job|position|role) to (?:at most )?N "
    r"(?:bullet(?: point)?s?|points?|lines?)",
    _MOST
    + r"N (?:bullet(?: point)?s?|points?|lines?|achievements?) (?:per|for each|for every|under each|under "
    r"every|a|each|in each) "
    r"(?:job|position|role|employer|one|entry|experience)(?: max(?:imum)?| at most)?",
    _MOST
    + r"N (?:stichpunkte?|aufzahlungspunkte?|punkte?|zeilen?|bullets?|aufzahlungen) (?:pro|je|unter jeder|"
    r"fur jede) "
    r"(?:stelle|position|job|station|tatigkeit|arbeitgeber)",
    _MOST
    + r"N (?:puces?|points?|lignes?) (?:par|pour chaque|sous chaque) (?:poste|emploi|experience|employeur|"
    r"fonction)",
    _MOST + r"N (?:vinetas?|puntos?|lineas?|logros?) (?:por|para cada|en cada|bajo cada) (?:puesto|trabajo|"
    r"empleo|cargo|experiencia)",
)
LAST_YEARS = any_of(
    r"(?:the |my )?(?:last|past|latest|most recent) N years? (?:only|alone)",
    r"(?:only|just) (?:show |include |list |keep )?(?:the )?(?:jobs|positions|roles|experience|work) "
    r"(?:from|of|in|within|during|over) (?:the |my )?(?:last|past) N years?",
    r"(?:show |include |keep |cover |list )?(?:only|just|limit(?: it)? to|restrict(?: it)? to|no more "
    r"than|nothing but) (?:show |include "
    r"|cover )?(?:the |my )?(?:last|past|latest|most recent) N years?(?: of .{1,40})?",
    r"(?:leave out|omit|drop|cut|remove|skip)? ?(?:nothing|no jobs?|no positions?|anything|everything|"
    r"jobs|positions|what is) older than N "
    r"years?",
    r"(?:zeig(?:e|en sie)? )?(?:nur|ausschlie(?:ss|ß)lich) (?:die |meine )?letzten N jahre",
    r"(?:nur )?(?:die |meine )?letzten N jahre (?:reichen|genugen)",
    r"nichts,? (?:das |was )?alter(?:es)? als N jahre(?: ist)?",
    r"(?:seulement|uniquement|rien que) (?:les |mes )?N dernieres annees",
    r"(?:les |mes )?N dernieres annees (?:seulement|uniquement)",
    r"rien de plus de N ans",
    r"(?:solo|solamente|unicamente) (?:los |mis )?ultimos N anos",
    r"(?:los |mis )?ultimos N anos (?:solo|solamente|unicamente|nada mas)",
    r"nada (?:de|con) mas de N anos",
)
SINCE = any_of(
    r"(?:no|leave out|omit|drop|skip|remove|cut) (?:all |any |my |the )*"
    r"(?:jobs?|positions?|roles?|work|experience) (?:from )?(?:before|older than|prior to) N",
    r"(?:nothing|no jobs?|no positions?|leave out (?:everything|anything)|omit (?:everything|anything)|"
    r"drop everything) (?:from )?(?:"
    r"before|older than|prior to) N",
    r"(?:only|just) (?:show |include |list )?(?:my |the )?"
    r"(?:what is |jobs |positions |roles |(?:work )?experience |work )?(?:since|from|after) N"
    r"(?: on| onwards?)?",
    r"nichts vor N",
    r"(?:nur|erst) (?:meine |die )?(?:(?:berufs)?erfahrung(?:en)? |stellen )?(?:seit|ab) N",
    r"rien avant N",
    r"(?:seulement|uniquement) (?:mon |mes |les |l')?(?:experiences? |postes |emplois )?"
    r"(?:depuis|a partir de) N",
    r"nada (?:antes de|anterior a) N",
    r"(?:solo|solamente) (?:mi |la |los )?(?:experiencia |puestos |empleos )?(?:desde|a partir de) N",
)
_MAKE = (
    r"(?:keep|make|write|halt(?:e|en sie)?|mach(?:e|en sie)?|schreib(?:e|en sie)?|fais|faites|soi[st]|"
    r"rends|haz(?:lo)?|hazlo|que sea|manten)?"
    r"\s*(?:it|this|the resume|everything|es|ihn|alles|le|-le|tout|lo)?\s*(?:be )?(?:a bit |very |more |"
    r"etwas |sehr |plus |muy |mas )?"
)
SHORT = any_of(
    _MAKE
    + r"(?:short|shorter|brief|briefer|concise|compact|succinct|crisp|kurz|kurzer|knapp|knapper|kompakt|"
    r"court|bref|concis|succinct|"
    r"corto|breve|conciso|resumido)(?: version)?",
    r"(?:a )?(?:short|shorter|brief) (?:version|resume)",
    r"(?:es |alles )?(?:kurz|knapp) (?:halten|fassen)",
)
LONG = any_of(
    _MAKE
    + r"(?:long|longer|detailed|thorough|comprehensive|ausfuhrlich|ausfuhrlicher|detailliert|langer|long|"
    r"detaille|complet|largo|"
    r"detallado|completo|extenso)(?: version)?",
    r"(?:in|with) (?:more |full )?detail",
)
_COMPARED = {
    "warm": "warmer|friendlier|herzlicher|warmherziger|freundlicher",
    "confident": "bolder|selbstbewusster|selbstsicherer|souveraner",
    "professional": "formeller|professioneller|sachlicher",
    "concise": "terser|knapper",
}
_RATHER = (
    r"(?:make it |make the letter |mach(?:e|en sie)? (?:es|ihn) )?"
    r"(?:a bit |a little |slightly |much |etwas |ein bisschen |un peu |un poco )?"
)
PAPER = re.compile(
    r"(?:(?:on|use|in|auf|sur|en|format) )?(?:din )?(?:a4|(?:us[ -]?)?letter|us[ -]?brief)"
    r"(?:[ -](?:paper|size|format|papier|papel))?"
    r"|(?:on |en |sur |auf )?(?:papier|papel|paper|format|formato)(?:[ :]+(?:size )?)(?:a4|(?:us )?letter)"
)
_TONES = {
    "warm": r"warm|warmer|friendly|friendlier|personal|warmherzig|herzlich|freundlich|chaleureux|amical|"
    "calido|cercano|amable",
    "confident": r"confident|bold|assertive|self-confident|selbstbewusst|selbstsicher|souveran|assure|"
    "confiant|seguro|confiado",
    "professional": r"professional|formal|businesslike|professionell|formell|sachlich|professionnel|"
    "formel|profesional",
    "concise": r"terse|matter-of-fact|knapp|concise|concis|conciso",
}
TONES = {
    tone: any_of(
        r"(?:use |in |with |mit |dans |con |en )?(?:an? |the |einem? |einen |un |el )?(?:tone[: ]+|ton[: "
        r"]+|tono[: ]+)?"
        r"(?:more |mas |plus )?(?:" + words + r")(?:e[nrms]?)? ?(?:tone|ton|tono)",
        r"(?:sound|be|klinge|soit|sonar|suena) (?:more |mas |plus )?(?:" + words + r")",
        r"(?:tone|ton|tono)[: ]+(?:" + words + r")",
        _RATHER + r"(?:(?:more |plus |mas )(?:" + words + r")|" + _COMPARED[tone] + r")",
        r"(?:make|keep|write) (?:it |the letter )(?:more )?(?:" + words.split("|concise")[0] + r")",
    )
    for tone, words in _TONES.items()
}
_LANGUAGES = {
    "en": "english|englisch|anglais|ingles",
    "de": "german|deutsch|allemand|aleman",
    "fr": "french|franzosisch|francais|frances",
    "es": "spanish|spanisch|espagnol|espanol",
    "sv": "swedish|schwedisch|suedois|sueco",
}
LANGUAGES = {
    code: any_of(
        r"(?:write |make |headings |dates |headings and dates |uberschriften |titres |titulos |"
        r"schreib(?:e|en sie)? |ecri(?:s|vez)(?:-le)? "
        r"|escrib[ea] )?(?:it |es |ihn |-le |lo )?(?:in|auf|en) (?:" + names + r")"
    )
    for code, names in _LANGUAGES.items()
}
ADDS = re.compile(
    r"(?:add|say|state|write|claim|pretend|insert|invent|make up|change|replace|increase|raise|round|"
    r"rename|call|list me|describe|"
    r"put (?:that|down|in)|tell|give|set|score|turn|convert|translate|mention that|include that|note that|"
    r"fug|schreib|sag|behaupt|erfind|ander|erhoh|ersetz|erganz|nenn|gib|ubersetz|"
    r"ajout|dis |dites|ecri|pretend|invent|chang|remplac|augment|precis|tradui|"
    r"anad|agreg|di |di:|diga|escrib|invent|cambi|reemplaz|aument|pon |traduc|"
    r"i (?:am|was|have|had|led|can|know|hold|speak)|i'm|i've|ich (?:bin|habe|war|kann)|j'ai|je suis|soy|"
    r"tengo|he )"
)
