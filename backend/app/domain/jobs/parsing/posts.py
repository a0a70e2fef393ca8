"""Whether a few words read as a job's title, an employer's name or a place."""

import re

from app.domain.jobs.parsing.folding import folded

_ROLE = re.compile(
    r"\b(?:manager|director|engineer|developer|designer|analyst|architect|specialist|officer|assistant|associate|coordinator|consultant"
    r"|administrator|executive|technician|nurse|teacher|lecturer|professor|driver|operator|clerk|advis[oe]r|supervisor|lead|head|chief|president"
    r"|representative|agent|scientist|researcher|strategist|planner|buyer|accountant|auditor|bookkeeper|lawyer|attorney|paralegal|solicitor|counsel"
    r"|intern|internship|trainee|apprentice|apprenticeship|fellow|graduate|volunteer|worker|labou?rer|carpenter|electrician|plumber|welder|mechanic|machinist"
    r"|chef|cook|waiter|waitress|bartender|barista|server|host|hostess|housekeeper|cleaner|janitor|custodian|guard|therapist|physician|doctor|surgeon|dentist"
    r"|pharmacist|midwife|caregiver|carer|aide|practitioner|paramedic|psychologist|counsell?or|social worker|librarian|editor|writer|copywriter|journalist"
    r"|photographer|producer|artist|animator|illustrator|translator|interpreter|programmer|tester|admin|secretary|receptionist|cashier|salesperson|seller"
    r"|merchandiser|recruiter|partner|generalist|trainer|coach|instructor|tutor|principal|dean|inspector|surveyor|estimator|foreman|superintendent|pilot"
    r"|captain|controller|treasurer|broker|trader|underwriter|actuary|economist|statistician|biologist|chemist|physicist|geologist|picker|packer|handler"
    r"|loader|courier|dispatcher|installer|fitter|painter|roofer|mason|bricklayer|gardener|landscaper|farmer|butcher|baker|tailor|hairdresser|stylist"
    r"|marketer|owner|master|ninja|guru|evangelist|advocate|ambassador|investigator|detective|firefighter|soldier|sre|cto|ceo|cfo|coo|cio|ciso|vp"
    r"|phlebotomist|radiographer|sonographer|optometrist|veterinarian|hygienist|dietitian|nutritionist|superviseur|concierge|steward|attendant|crew|helper"
    r"|developpeu\w+|ingenieur\w*|conseill\w+|gestionnaire|directeur\w*|directrice|chef\w*|responsable|adjoint\w*|coordon\w+|traduct\w+|redact\w+|concept\w+"
    r"|analyste|technicien\w*|infirmi\w+|enseignant\w*|charge\w* d\w*|agent\w*|assistant\w*|vendeu\w+|comptable|juriste|avocat\w*|stagiaire|ouvri\w+|chauffeur\w*"
    r"|cuisini\w+|serveu\w+|caissi\w+|architecte|administrateur\w*|consultant\w*|chercheu\w+|formateur\w*|aide|prepose\w*|commis|specialiste|scientifique|designer"
    r"|\w*entwickler\w*|\w*ingenieur\w*|\w*leiter\w*|\w*berater\w*|sachbearbeiter\w*|\w*fachkraft|\w*pfleger\w*|\w*mitarbeiter\w*|\w*kaufmann|\w*kauffrau|\w*referent\w*"
    r"|\w*mechaniker\w*|\w*techniker\w*|\w*lehrer\w*|\w*fahrer\w*|\w*verkaufer\w*|werkstudent\w*|praktik\w+|auszubildende\w*|\w*assistenz|\w*meister\w*|\w*koch|\w*arzt|\w*arztin"
    r"|desarrollador\w*|ingenier\w+|gerente|director\w*|analista|tecnico|tecnica|enfermer\w+|profesor\w*|abogad\w+|contable|comercial|administrativ\w+|jefe|jefa|encargad\w+|auxiliar"
    r"|asesor\w*|consultor\w*|camarer\w+|cociner\w+|conductor\w*|dependient\w+|becari\w+|operari\w+|responsable"
    r"|\w*utvecklare|\w*ingenjor|\w*chef|\w*ledare|\w*specialist|\w*skoterska|\w*larare|\w*saljare|\w*konsult|\w*handlaggare|\w*ekonom|\w*tekniker|\w*montor|\w*elektriker|\w*snickare"
    r"|\w*assistent|\w*samordnare|\w*koordinator|\w*radgivare|\w*lakare|\w*chauffor|\w*forare|\w*kock|\w*medarbetare|\w*bitrade|\w*strateg|\w*analytiker|\w*arkitekt|\w*administrator|undersko\w+|controller|jurist"
    r"|\w+ologist|\w+(?:ician|graphist|ographer|ologue))s?\b"
)  # fmt: skip
_ORGANISATION = re.compile(
    r"(?:\b(?:inc|llc|ltd|limited|corp|corporation|co|company|plc|llp|gmbh|ag|kg|se|sa|sas|sarl|srl|spa|s\.l|sl|bv|nv|ab|as|aps|oy|oyj|pty|pte|group|holdings?|partners"
    r"|university|college|school|district|hospital|clinic|trust|nhs|council|county|city of|state of|government|ministry|department|agency|administration|bureau|office of|commission|authority"
    r"|services?|solutions|systems|technologies|technology|labs?|laborator\w+|institute|foundation|association|society|bank|insurance|airlines|hotels?|resorts?|restaurants?|industries|logistics"
    r"|consulting|recruitment|staffing|ventures|capital|media|studios?|networks?|software|energy|pharma\w*|healthcare|health|center|centre|church|museum|library|police|army|navy"
    r"|universite|ecole|hopital|ministere|gouvernement|agence|societe|groupe|mairie|commune|ville de|conseil|service numerique|centre|banque|institut|fondation"
    r"|universitat|hochschule|krankenhaus|klinikum|stadt|landkreis|bundesamt|ministerium|gruppe|verein|stiftung|werke"
    r"|universidad|hospital|ayuntamiento|ministerio|gobierno|grupo|banco|fundacion|colegio|instituto|sociedad"
    r"|kommun|region|universitet|sjukhus|myndighet\w*|verket|bemanning|rekrytering|koncern\w*|aktiebolag|lansstyrelsen)\b\.?)"
)  # fmt: skip
_NOISE = re.compile(
    r"(?:share|save|saved|apply|easy apply|apply now|apply on .*|show more.*|show less.*|see more.*|report (?:this )?job|promoted.*|actively (?:hiring|recruiting)|be an early applicant"
    r"|new|urgently hiring|hiring multiple.*|view (?:job|company|all jobs).*|.* logo|logo .*|back to .*|skip to .*|home|menu|search jobs?|sign in.*|log in.*|join now|cookie.*|\W*"
    r"|job (?:details|description|posting|advert\w*|opening|announcement|opportunity|vacancy)|vacancy|careers?|join our team!?|we(?:'re| are) hiring!?|now hiring!?|posted .*|publish.* on .*|date posted.*|closing (?:date|on).*|posting date.*"
    r"|(?:over )?\d+\+? (?:applicants?|candidates?|connections?|people).*|\d+ (?:minute|hour|day|week|month|year)s? ago.*|reposted .*|\d(?:[.,]\d)?(?: out of 5.*| stars?.*)?|\(?\d[\d,]* reviews?\)?|match(?:es)? .*|your profile matches.*"
    r"|offre d'emploi|offres? d'emploi|avis de concours|nous recrutons!?|on recrute!?|stellenanzeige|stellenangebot|wir suchen|oferta de empleo|platsannons|lediga? jobb|annons|vacature"
    r"|(?:req(?:uisition)?|job|reference|ref|posting|position|announcement|vacancy)\.?(?: ?(?:id|no|number|ref|code|#))?\.?:? ?#?[a-z0-9./_-]*\d[a-z0-9./_-]*|https?://\S+|www\.\S+|\S+@\S+|likes:.*|page \d+.*)",
)  # fmt: skip
_SPLIT_LOCATIONS = re.compile(r"\s*(?:;|\||/| or | and | & |\bou\b|\bund\b|\boch\b|·)\s*")


def is_role(text: str) -> bool:
    return bool(_ROLE.search(folded(text)))


def is_organisation(text: str) -> bool:
    return bool(_ORGANISATION.search(folded(text)))


def is_noise(text: str) -> bool:
    """What boards put around a posting: buttons, dates, ratings, counts."""
    return len(text) <= 120 and bool(_NOISE.fullmatch(folded(text).strip(" .")))
