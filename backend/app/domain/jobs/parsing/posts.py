"""Whether a few words read as a job's title, an employer's name or a place."""

import re

from app.domain.jobs.parsing.folding import folded

_ROLE = re.compile(
    r"\b(?:manager|director|engineer|developer|designer|analyst|architect|specialist|officer"
    r"|assistant|associate|coordinator|consultant"
    r"|administrator|executive|technician|nurse|teacher|lecturer|professor|driver|operator"
    r"|clerk|advis[oe]r|supervisor|lead|head|chief|president"
    r"|representative|agent|scientist|researcher|strategist|planner|buyer|accountant|auditor"
    r"|bookkeeper|lawyer|attorney|paralegal|solicitor|counsel"
    r"|intern|internship|trainee|apprentice|apprenticeship|fellow|graduate|volunteer|worker"
    r"|labou?rer|carpenter|electrician|plumber|welder|mechanic|machinist"
    r"|chef|cook|waiter|waitress|bartender|barista|server|host|hostess|housekeeper|cleaner"
    r"|janitor|custodian|guard|therapist|physician|doctor|surgeon|dentist"
    r"|pharmacist|midwife|caregiver|carer|aide|practitioner|paramedic|psychologist|counsell?or"
    r"|social worker|librarian|editor|writer|copywriter|journalist"
    r"|photographer|producer|artist|animator|illustrator|translator|interpreter|programmer"
    r"|tester|admin|secretary|receptionist|cashier|salesperson|seller"
    r"|merchandiser|recruiter|partner|generalist|trainer|coach|instructor|tutor|principal|dean"
    r"|inspector|surveyor|estimator|foreman|superintendent|pilot"
    r"|captain|controller|treasurer|broker|trader|underwriter|actuary|economist|statistician"
    r"|biologist|chemist|physicist|geologist|picker|packer|handler"
    r"|loader|courier|dispatcher|installer|fitter|painter|roofer|mason|bricklayer|gardener"
    r"|landscaper|farmer|butcher|baker|tailor|hairdresser|stylist"
    r"|marketer|owner|master|ninja|guru|evangelist|advocate|ambassador|investigator|detective"
    r"|firefighter|soldier|sre|cto|ceo|cfo|coo|cio|ciso|vp"
    r"|operative|porter|reporter|ranger|joiner|plasterer|scaffolder|bookseller|teller|registrar|usher|sommelier"
    r"|conductor\w*|maestr\w+|soldador\w*|electricista|\w*svetsare|\w*vardare|soudeu\w+|electricien\w*"
    r"|\w*schwei(?:ss|ß)er\w*|\w*elektriker\w*|\w*buchhalter\w*|\w*erzieher\w*"
    r"|phlebotomist|radiographer|sonographer|optometrist|veterinarian|hygienist|dietitian"
    r"|nutritionist|superviseur|concierge|steward|attendant|crew|helper"
    r"|developpeu\w+|ingenieur\w*|conseill\w+|gestionnaire|directeur\w*|directrice|chef\w*"
    r"|responsable|adjoint\w*|coordon\w+|traduct\w+|redact\w+|concept(?:eur|rice)\w*"
    r"|analyste|technicien\w*|infirmi\w+|enseignant\w*|charge\w* d\w*|agent\w*|assistant\w*"
    r"|vendeu\w+|comptable|juriste|avocat\w*|stagiaire|ouvri\w+|chauffeur\w*"
    r"|cuisini\w+|serveu\w+|caissi\w+|architecte|administrateur\w*|consultant\w*|chercheu\w+"
    r"|formateur\w*|aide|prepose\w*|commis|specialiste|scientifique|designer"
    r"|\w*entwickler\w*|\w*ingenieur\w*|\w*leiter\w*|\w*berater\w*|sachbearbeiter\w*"
    r"|\w*fachkraft|\w*pfleger\w*|\w*mitarbeiter\w*|\w*kaufmann|\w*kauffrau|\w*referent\w*"
    r"|\w*mechaniker\w*|\w*techniker\w*|\w*lehrer\w*|\w*fahrer\w*|\w*verkaufer\w*"
    r"|werkstudent\w*|praktik\w+|auszubildende\w*|\w*assistenz|\w*meister\w*|\w*koch|\w*arzt"
    r"|\w*arztin"
    r"|desarrollador\w*|ingenier\w+|gerente|director\w*|analista|tecnico|tecnica|enfermer\w+"
    r"|profesor\w*|abogad\w+|contable|comercial|administrativ\w+|jefe|jefa|encargad\w+"
    r"|auxiliar"
    r"|asesor\w*|consultor\w*|camarer\w+|cociner\w+|conductor\w*|dependient\w+|becari\w+"
    r"|operari\w+|responsable"
    r"|\w*utvecklare|\w*ingenjor|\w*chef|\w*ledare|\w*specialist|\w*skoterska|\w*larare"
    r"|\w*saljare|\w*konsult|\w*handlaggare|\w*ekonom|\w*tekniker|\w*montor|\w*elektriker"
    r"|\w*snickare"
    r"|\w*assistent|\w*samordnare|\w*koordinator|\w*radgivare|\w*lakare|\w*chauffor|\w*forare"
    r"|\w*kock|\w*medarbetare|\w*bitrade|\w*strateg|\w*analytiker|\w*arkitekt|\w*administrator"
    r"|undersko\w+|controller|jurist"
    r"|\w+ologist|\w+(?:ician|graphist|ographer|ologue))s?\b"
)
_ORGANISATION = re.compile(
    r"(?:\b(?:inc|llc|ltd|limited|corp|corporation|co|company|plc|llp|gmbh|ag|kg|se|sa|sas"
    r"|sarl|srl|spa|s\.l|sl|bv|nv|ab|as|aps|oy|oyj|pty|pte|group|holdings?|partners"
    r"|bistro|cafe|brasserie|bakery|brewery|garage|salon|hospice|foods|packaging|sons|daughters|brothers"
    r"|university|college|school|academy|district|hospital|clini(?:c|que)|klinik|trust|nhs|council|county"
    r"|city of"
    r"|state of|government|ministry|department|agency|administration|bureau|office of"
    r"|commission|authority"
    r"|services?|solutions|systems|technologies|technology|labs?|laborator\w+|institute"
    r"|foundation|association|society|bank|insurance|airlines|hotels?|resorts?|restaurants?"
    r"|industries|logistics"
    r"|consulting|recruitment|staffing|ventures|capital|media|studios?|networks?|software"
    r"|energy|pharma\w*|healthcare|health|center|centre|church|museum|library|police|army|navy"
    r"|universite|ecole|hopital|ministere|gouvernement|agence|societe|groupe|mairie|commune"
    r"|ville de|conseil|centre|banque|institut|fondation"
    r"|universitat|hochschule|krankenhaus|klinikum|stadt|landkreis|bundesamt|ministerium"
    r"|gruppe|verein|stiftung|werke"
    r"|universidad|hospital|ayuntamiento|ministerio|gobierno|grupo|banco|fundacion|colegio|instituto|sociedad"
    r"|kommun|region|universitet|sjukhus|myndighet\w*|verket|bemanning|rekrytering|koncern\w*"
    r"|aktiebolag|lansstyrelsen)\b\.?)"
)
_NOISE = re.compile(
    r"(?:share|save|saved|apply|easy apply|apply now|apply on .*|show more.*|show less.*"
    r"|see more.*|report (?:this )?job|promoted.*|actively (?:hiring|recruiting)"
    r"|be an early applicant"
    r"|new|urgently hiring|hiring multiple.*|view (?:job|company|all jobs).*|.* logo|logo .*"
    r"|back to .*|skip to .*|home|menu|search jobs?|sign in.*|log in.*|join now|cookie.*|\W*"
    r"|job (?:details|description|posting|advert\w*|opening|announcement|opportunity|vacancy)"
    r"|vacancy|careers?|join our team!?|we(?:'re| are) hiring!?|now hiring!?|posted .*"
    r"|publish.* on .*|date posted.*|closing (?:date|on).*|posting date.*"
    r"|(?:over )?\d+\+? (?:applicants?|candidates?|connections?|people).*|\d+ (?:minute|hour"
    r"|day|week|month|year)s? ago.*|reposted .*|\d(?:[.,]\d)?(?: out of 5.*| stars?.*)?"
    r"|\(?\d[\d,]* reviews?\)?|match(?:es)? .*|your profile matches.*"
    r"|offre d'emploi|offres? d'emploi|avis de concours|nous recrutons!?|on recrute!?"
    r"|stellenanzeige|stellenangebot|wir suchen|oferta de empleo|platsannons|lediga? jobb"
    r"|annons|vacature"
    r"|(?:req(?:uisition)?|job|reference|ref|posting|position|announcement"
    r"|vacancy)\.?(?: ?(?:id|no|number|ref|code|#))?\.?:? ?#?[a-z0-9./_-]*\d[a-z0-9./_-]*"
    r"|https?://\S+|www\.\S+|\S+@\S+|likes:.*|page \d+.*"
    r"|[\w.-]*(?:jobb?s?|careers?|vacanc\w+|stellen\w*|emplois?|empleos?|karriere)[\w-]*(?:\.[\w-]+)+"
    r"|\w+jobs)",
)
_SPLIT_LOCATIONS = re.compile(r"\s*(?:;|\||/| or | and | & |\bou\b|\bund\b|\boch\b|·)\s*")


def is_role(text: str) -> bool:
    return bool(_ROLE.search(folded(text)))


def is_organisation(text: str) -> bool:
    return bool(_ORGANISATION.search(folded(text)))


def is_noise(text: str) -> bool:
    """What boards put around a posting: buttons, dates, ratings, counts."""
    return len(text) <= 120 and bool(_NOISE.fullmatch(folded(text).strip(" .")))
