"""Workplace, employment type and seniority, by the words that postings use for them."""

import re

from app.domain.jobs.parsing.folding import folded
from app.domain.jobs.posting import EmploymentType, Seniority, Workplace

_REMOTE_WORDS = (
    r"(?:100 ?% |fully[- ]?|completely |permanent(?:ly)? )?(?:remote(?:ly)?|virtual"
    r"|telework(?:ing)?|telecommut\w+|work[- ]from[- ](?:home|anywhere)|wfh|home[- ]?based"
    r"|teletravail"
    r"|travail a distance|a distance|en remoto|remoto|teletrabajo|pa distans|distansarbete|thuiswerk\w*)"
)
_SOME_DAYS = (
    r"(?:\d|one|two|three|four|ein|zwei|drei|vier|un|deux|trois|quatre|dos|tres|cuatro|en|tva|tre|fyra)"
    r" ?(?:x )?(?:days?|tage?n?|jours?|dias?|dagar?)(?:(?:/| (?:a|per|each|pro|in der|die|par|por|a la"
    r"|i|om) )?"
    r"(?:week|woche|semaine|semana|veckan?))?"
)
_AT_HOME = r"(?:remote|home ?-?office|from home|at home|wfh|teletravail|teletrabajo|distansarbete|pa distans)"
_HYBRID_WORDS = (
    r"(?:hybrid\w*|hibrid\w+|teletravail (?:partiel|possible|ponctuel|occasionnel)|teletrabajo parcial"
    rf"|(?:part(?:ly|ially)|teilweise|zeitweise|delvis|partiellement(?: en)?) {_AT_HOME}"
    rf"|{_AT_HOME} (?:partly|partially|teilweise|moglich|posible)|{_SOME_DAYS} (?:of |de |im "
    rf"|en )?{_AT_HOME}"
    rf"|(?:teletravail|teletrabajo|home ?office) (?:\w+ )?{_SOME_DAYS})"
)
_ONSITE_WORDS = (
    r"(?:on-?site|on site|in[- ]office|in[- ]person|office[- ]based|presentiel|sur (?:place"
    r"|site)|vor ort|presencial|pa plats)"
)
_REMOTE = re.compile(rf"\b{_REMOTE_WORDS}\b")
_HYBRID = re.compile(
    rf"\b{_HYBRID_WORDS}\b(?! (?:cloud|cars?|vehicle|event|meeting|environment|infrastructure"
    rf"|deploy|it\b|app|mobile|electric|model of|integration))"
)
_ONSITE = re.compile(rf"\b{_ONSITE_WORDS}\b")
_NOT_REMOTE = re.compile(
    r"\b(?:not|no|isn't|non|kein\w*|ej|inte)\b(?: \w+){0,3} (?:remote|virtual|telework"
    r"|teletravail|remoto|distans)|(?:remote|distance)[\w ]{0,20}: ?(?:no|non|nein|nej)\b"
)

_AROUND_A_WORKPLACE = re.compile(
    r"\b(?:work(?:ing)?|job|position|role|and|or|model\w*|mode|modalidad|modo|modus|trabajo|travail"
    r"|arbete|arbeit"
    rf"|possible|moglich\w*|posible|mojlighet till|fully|full|100 ?%|within|in|from|the|de|en"
    rf"|{_SOME_DAYS}|{_AT_HOME}"
    r"|uk|us|usa|eu|europe|canada|emea|anywhere)\b"
)
"""What stands beside it in brackets and chips: "modelo híbrido", "3 Tage Homeoffice"."""

# In running text only a statement about this job counts.
_SAYS_HYBRID = re.compile(
    r"\bhybrid(?:e|es|en|es arbeiten)?\b(?: [\w-]+){0,3} (?:work|working|role|position|model"
    r"|schedule|arrangement|job|policy|setup|arbeit\w*|modell|travail|mode)"
    r"|\b(?:mode|modele|travail|modelo|trabajo|modalidad) (?:de travail "
    r"|de trabajo )?(?:hybride|hibrid\w)|\bhybrid(?:es)?\b(?: \w+)? (?:arbeiten|arbete)"
    rf"|teletravail (?:partiel|possible)|{_SOME_DAYS} (?:of |de |im |en )?{_AT_HOME}"
    r"|hybridarbete|hybrid (?:setting|remote|office)|(?:this|the) (?:role|position|job) is hybrid"
    r"|days? (?:a|per|each) week (?:in|at|from) (?:the|our|an) (?:\w+ )?office"
)
_SAYS_REMOTE = re.compile(
    r"(?:this|the|our|all(?: of)? our|every) (?:\w+ )?(?:roles?|positions?|jobs?"
    r"|opportunit\w+)(?: (?:is|are|can be|may be|will be))(?: [\w-]+){0,4} (?:remote|virtual)"
    r"|\b(?:fully|100 ?%|completely|entirely)[- ](?:remote|virtual)(?:[- ](?:role|position|job"
    r"|work|opportunity|team|company|organi\w+))?\b|\b(?:remote|virtual) (?:position|role|job"
    r"|opportunity|work arrangement)\b|remote[- ]first|work (?:fully |entirely )?remotely"
    r"|work from (?:anywhere|home full)"
    r"|(?:entierement|100 ?%) (?:a distance|en teletravail)|poste (?:a distance"
    r"|en teletravail)|(?:komplett|vollstandig|100 ?%) (?:remote|im homeoffice)"
    r"|100 ?% (?:remoto|teletrabajo)|(?:totalmente|completamente) (?:en )?remot\w"
    r"|helt pa distans|arbeta (?:helt )?(?:pa distans|remote)"
)
_SAYS_ONSITE = re.compile(
    r"(?:this|the) (?:role|position|job) (?:is|must be|requires)(?: [\w-]+){0,5} (?:on-?site"
    r"|in[- ]person|in[- ]office|office[- ]based)|\b(?:fully|100 ?%) (?:on-?site|in[- ]office"
    r"|presencial)|(?:is|are) not (?:a )?(?:\w+ )?(?:remote|telework|virtual)"
    r"|physically based in|on-?site (?:role|position|job)"
)

_TYPES: tuple[tuple[EmploymentType, str], ...] = (
    (
        EmploymentType.INTERNSHIP,
        r"intern(?:ship)?s?|stage(?: conventionne)?|praktikum|practicas|becario|praktik|co-?op",
    ),
    (EmploymentType.VOLUNTEER, r"volunteer(?:ing)?|benevol\w+|ehrenamt\w*|voluntari\w+|ideell"),
    (EmploymentType.FREELANCE, r"freelance\w*|self[- ]employed|independant|freiberuflich|autonomo"),
    (
        EmploymentType.PART_TIME,
        r"part[- _]?time|temps partiel|mi-temps|teilzeit|media jornada|tiempo parcial"
        r"|jornada parcial|deltid|parttime|tempo parziale|meio periodo",
    ),
    (
        EmploymentType.FULL_TIME,
        r"full[- _]?time|fulltime|temps plein|temps complet|plein temps|vollzeit|jornada completa"
        r"|tiempo completo|heltid|voltijd|tempo pieno|tempo integral|40 hours(?: (?:per|a) week)?"
        r"|정규직",
    ),
    (
        EmploymentType.TEMPORARY,
        r"interim\w*|temp(?:orary)?|seasonal|casual|temporaire|saisonnier|occasionnel|befristet\w*|aushilfe"
        r"|temporal|eventual|vikariat|visstid\w*|tidsbegransad\w*|sasong\w*",
    ),
    (
        EmploymentType.CONTRACT,
        r"por contrato|contract(?:or|ual)?|fixed[- ]term(?: contract)?|term(?: limited)?|b2b|cdd"
        r"|contrat a duree determinee|duree determinee|contractuel\w*|determinate|c2c|w2 contract"
        r"|contrato temporal|konsultuppdrag|projektanstallning",
    ),
    (
        EmploymentType.PERMANENT,
        r"permanent\w*|indeterminate|cdi|contrat a duree indeterminee|duree indeterminee"
        r"|unbefristet\w*|festanstellung|indefinido|tillsvidare\w*|vast(?: dienstverband)?"
        r"|indeterminato",
    ),
)
_TYPE = tuple(
    (
        kind,
        re.compile(
            rf"(?<![a-z]){words}(?![a-z])" if "|" not in words else rf"(?<![a-z])(?:{words})(?![a-z])"
        ),
    )
    for kind, words in _TYPES
)
_AROUND_A_TYPE = re.compile(
    r"\b(?:\d+(?:[.,]\d+)?(?:[-\u2013]\d+)? ?(?:h|hours|hrs|std|stunden|heures|horas|timmar)?(?: ?/ ?"
    r"| per | a | pro "
    r"| par | por | i )?(?:week|woche|wo|sem|semaine|semana|veckan?)?|hours|contrato|contrat|vertrag"
    r"|anstallning)\b"
)
_SAYS_TYPE = re.compile(
    r"\b(?:this is an? |the position is |role is |position: |job is "
    r"|as an? )(?:[\w-]+,? ){0,3}(full[- ]time|part[- ]time|temporary|permanent|contract"
    r"|seasonal|internship|volunteer|freelance)\b"
    r"|\ban? (?:[\w-]+ ){0,2}(full[- ]time|part[- ]time)\b"
    r"|\b(full[- ]time|part[- ]time|temporary|permanent|fixed[- ]term|contract|seasonal"
    r"|volunteer) (?:\w+ )?(?:position|role|job|opportunity|employment|contract|appointment)\b"
    r"|\b(?:poste|emploi|contrat)(?: \w+){0,2} (?:a )?(temps plein|temps partiel|temporaire"
    r"|permanent|cdi|cdd|duree determinee|duree indeterminee)"
    r"|\b(?:in|ab sofort in|stelle in) (vollzeit|teilzeit)\b|\b(unbefristet"
    r"|befristet)e[rns]? (?:stelle|vertrag|arbeits\w+)|\bcontrato (?:es |sera )?(indefinido|temporal)"
    r"|\bmission d'(interim)"
    r"|\ba (tiempo completo|tiempo parcial)|\bjornada (completa|parcial)\b"
    r"|\b(heltid|deltid|tillsvidareanstallning|vikariat|visstidsanstallning)\b"
)

_LEVELS: tuple[tuple[Seniority, str], ...] = (
    (
        Seniority.INTERN,
        r"intern|interns|internship|co-?op|student|stagiaire|stage|praktikant\w*|praktikum"
        r"|werkstudent\w*|becari\w+|practicas|working student|apprentice\w*|apprenti\w*|azubi"
        r"|auszubildende\w*|aprendiz|larling",
    ),
    (
        Seniority.EXECUTIVE,
        r"chief \w+(?: \w+)? officer|chief of staff|c[etfiomp]o|ciso|cpto|vice president|vp|svp"
        r"|evp|president|managing director|executive director|vice-president\w*|geschaftsfuhrer\w*"
        r"|director general|directeur general|vd",
    ),
    (Seniority.PRINCIPAL, r"principal|principal\(e\)|principale|principaux|distinguished"),
    (
        Seniority.SENIOR,
        r"senior|sr\.?|snr|experienced|confirme\w*|experimente\w*|erfahrene\w*|erfaren\w*|seniore"
        r"|superior|iv",
    ),
    (
        Seniority.STAFF,
        r"staff(?= (?:\w+[ -]){0,3}(?:engineer|developer|designer|scientist|researcher|architect"
        r"|data|software|product|site|machine|security|frontend|backend|full))",
    ),
    (
        Seniority.LEAD,
        r"(?:assistant|deputy) head(?: ?teacher)?"
        r"|head(?= [a-z])(?! (?:of|for|and|to|at|in|de|teacher|master|mistress)\b)",
    ),
    (
        Seniority.DIRECTOR,
        r"director|head of|head|directeur|directrice|director[ae]|direktor\w*|bereichsleiter\w*"
        r"|enhetschef|directeurrice",
    ),
    (
        Seniority.LEAD,
        r"lead(?! gen)|leads|team ?lead(?:er)?|tech lead|teamleiter\w*|chef d'equipe"
        r"|chef de l'equipe|responsable d'equipe|jefe de equipo|teamledare|gruppenleiter\w*|lider",
    ),
    (
        Seniority.MANAGER,
        r"manager|managers|gestionnaire|gerente|leiter\w*|\w+leiter(?:in)?|chef (?:de service"
        r"|de projet|du|des)|jefe de|\w*chef",
    ),
    (Seniority.JUNIOR, r"junior|jr\.?|debutant\w*|junior\w+|nyexaminerad"),
    (
        Seniority.ENTRY,
        r"entry[- ]level|graduate|new grad\w*|trainee|early career|berufseinsteiger\w*"
        r"|absolvent\w*|recien graduado",
    ),
    (Seniority.MID, r"mid[- ]?level|intermediate|intermediaire|mid|mellan"),
)
_LEVEL = tuple((level, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")) for level, words in _LEVELS)
_NOT_A_LEVEL = re.compile(
    r"\b(?:account|sales|marketing|business development) executive|executive (?:assistant|chef"
    r"|officer|secretary|support)|assistant(?:e)? (?:to|de|du|au) .{0,40}"
    r"|adjoint\w*.{0,5} execut.{0,60}"
    r"|student (?:services|affairs|success|support|advis\w+|recruit\w+)|(?:sous|pastry|head"
    r"|line|commis|executive|private) chef|chef de (?:partie|rang|cuisine)|head chef"
    r"|intern(?:al|ational)\w*|assistant principal|school principal|principal's"
    r"|head office|staff (?:nurse|accountant|attorney|assistant|sergeant)|graduate (?:school|program\w*"
    r"|studies)|case manager|vd-assistent\w*"
)
_LABELLED_LEVELS: tuple[tuple[Seniority, str], ...] = (
    (Seniority.INTERN, r"intern"),
    (Seniority.ENTRY, r"entry|graduate|debutant|berufseinsteiger|no experience|student"),
    (Seniority.JUNIOR, r"junior|associate"),
    (Seniority.SENIOR, r"mid[- ]senior|senior|confirme|experimente"),
    (Seniority.MID, r"mid|intermediate|regular|experienced|professional"),
    (Seniority.LEAD, r"lead"),
    (Seniority.PRINCIPAL, r"principal|expert"),
    (Seniority.MANAGER, r"manager"),
    (Seniority.DIRECTOR, r"director|directeur"),
    (Seniority.EXECUTIVE, r"executive"),
)


def workplace_named(text: str) -> Workplace | None:
    """In a place, a title or a field of its own."""
    words = folded(text)
    if _NOT_REMOTE.search(words):
        return Workplace.ONSITE
    if _HYBRID.search(words):
        return Workplace.HYBRID
    if _REMOTE.search(words):
        return Workplace.REMOTE
    return Workplace.ONSITE if _ONSITE.search(words) else None


def workplace_said(sentence: str) -> Workplace | None:
    """In running text, where "remote" may be about anything."""
    words = folded(sentence)
    if _SAYS_ONSITE.search(words):
        return Workplace.ONSITE
    if _SAYS_HYBRID.search(words):
        return Workplace.HYBRID
    return Workplace.REMOTE if _SAYS_REMOTE.search(words) and " if " not in f" {words}" else None


def employment_type_named(text: str) -> EmploymentType | None:
    words = folded(text)
    return next((kind for kind, cue in _TYPE if cue.search(words)), None)


def is_employment_type(text: str) -> bool:
    """Nothing but the type, as chips and lists of facts have it."""
    rest = folded(text)
    for _, cue in _TYPE:
        rest = cue.sub(" ", rest)
    rest = _AROUND_A_TYPE.sub(" ", rest)
    return rest.strip(" ,/-\u2013|&+·().") in {
        "",
        "and",
        "or",
        "et",
        "und",
        "och",
        "position",
        "job",
        "employee",
    } and bool(employment_type_named(text))


def is_workplace(text: str) -> bool:
    """Nothing but the workplace."""
    words = folded(text)
    rest = _ONSITE.sub(" ", _REMOTE.sub(" ", _HYBRID.sub(" ", words)))
    return (
        not _AROUND_A_WORKPLACE.sub(" ", rest).strip(" ,/-\u2013|().:") and workplace_named(text) is not None
    )


def employment_type_said(sentence: str) -> EmploymentType | None:
    found = (said.group() for said in _SAYS_TYPE.finditer(folded(sentence)))
    return employment_type_named(", ".join(found))


def seniority_of_title(title: str) -> Seniority | None:
    words = _NOT_A_LEVEL.sub(" ", folded(title))
    return next((level for level, cue in _LEVEL if cue.search(words)), None)


def seniority_named(text: str) -> Seniority | None:
    """In a field of its own, such as "Experience level: Mid-Level"."""
    words = folded(text)
    return next((level for level, cue in _LABELLED_LEVELS if re.search(rf"\b(?:{cue})", words)), None)
