"""The words of pages around postings, in the languages postings come in. Written for folded text."""

import re

_APPLY = (
    r"(?:easy |quick |1-click )?apply(?: (?:now|here|online|today|for this job|on (?:the )?company"
    r" (?:web)?site|on employer site|with .{1,20}))?|i'm interested|start (?:your )?application"
    r"|postuler(?: maintenant| en ligne)?|je postule|(?:jetzt |online |hier )?bewerben|zur bewerbung"
    r"|inscribirme|inscribirse|aplicar(?: ahora)?|solicitar(?: ahora)?|ansok(?: nu| har)?|sok jobbet"
)
_KEEP = (
    r"save(?:d)?(?: (?:this )?job)?|share(?: (?:this )?job| on .{1,20})?|print(?: (?:this )?(?:job|page))?"
    r"|e-?mail(?: this job| to a friend| me jobs like this)?|copy link|report (?:this )?(?:job|ad)"
    r"|hide (?:this )?job|follow(?: us| company)?|set (?:job )?alert|create (?:a |an )?(?:job )?alert"
    r"|get (?:job )?alerts?|tweet|view (?:company )?profile|view all jobs|see all jobs|read more|show more"
    r"|show less|enregistrer(?: l'offre)?|sauvegarder|partager|imprimer|signaler(?: cette offre"
    r"| l'annonce)?"
    r"|creer une alerte(?: emploi)?|merken|speichern|teilen|drucken|job melden|job speichern"
    r"|jobalarm(?: erstellen)?|(?:zur )?merkliste|gemerkt(?:e jobs)?"
    r"|guardar(?: oferta)?|compartir|imprimir|denunciar(?: oferta)?|crear alerta"
    r"|spara(?: annons| jobb)?|dela|skriv ut|rapportera(?: annons)?|skapa bevakning|tipsa en van"
)
_ACCOUNT = (
    r"sign ?in|sign ?up|log ?in|log ?out|register|join now|my (?:account|jobs|profile)|saved jobs"
    r"|create (?:an )?account|se connecter|connexion|s'inscrire|creer un compte|mon compte|anmelden"
    r"|einloggen|registrieren"
    r"|mein konto|konto erstellen|iniciar sesion|registrarse|mi cuenta|crear cuenta|logga in"
    r"|skapa konto|mina sidor"
)
_WAYS = (
    r"skip to .{1,30}|(?:aller|passer) au contenu.{0,20}|zum (?:haupt)?inhalt.{0,20}"
    r"|(?:ir|saltar) al contenido.{0,20}|(?:ga|hoppa) till .{0,10}innehall\w*|back to .{1,40}"
    r"|retour (?:aux|a la|a l'|a) ?.{1,40}|zuruck zu.{1,40}|volver a.{1,40}|tillbaka till .{1,40}"
    r"|toggle navigation|main menu|close(?: menu)?|menu|search(?: jobs| for jobs)?|find jobs|browse jobs"
    r"|accept(?: all)?(?: cookies)?|reject(?: all)?|manage (?:cookies|preferences)|cookie settings"
    r"|tout accepter|tout refuser|alle akzeptieren|alle ablehnen|aceptar todo|rechazar todo"
    r"|acceptera alla|godkann alla"
)
_COUNTS = (
    r"(?:over |plus de |uber |mas de |fler an )?[\d.,]+\+? (?:applicants?|applications|candidates?"
    r"|candidats?"
    r"|candidatures|people (?:clicked|applied).*|bewerb\w+|candidatos|solicitudes|ansokningar|views?|vues)"
    r"(?: .{1,30})?|be (?:among the first|one of the first|an early).{0,30}|actively (?:hiring|recruiting)"
    r"|urgently hiring|hiring multiple candidates|promoted(?: by .{1,20})?|responds? .{1,40}"
    r"|[\d.,]+ (?:out of 5(?: stars)?|stars?)|\(?[\d.,]+ (?:reviews?|ratings?|avis|bewertungen|opiniones"
    r"|omdomen)\)?|[0-5][.,]\d"
    r"|(?:re)?posted(?: on)?:? .{1,30}|(?:posted )?(?:\d+|an?|one)\+? (?:minute|hour|day|week|month)s? ago"
    r"|just (?:now|posted)|posted today"
    r"|(?:publie[es]* |mise en ligne )?il y a \d+ \w+|publie[es]* le .{1,30}"
    r"|(?:veroffentlicht )?vor \d+ \w+"
    r"|veroffentlicht am .{1,30}|(?:publicad[oa] )?hace \d+ \w+|publicad[oa] el .{1,30}"
    r"|(?:publicerad )?for \d+ \w+ sedan|publicer(?:ad|at)s? .{1,30}"
)
ALONE = re.compile(rf"(?:{_APPLY}|{_KEEP}|{_ACCOUNT}|{_WAYS}|{_COUNTS})")
"""A line that is only this is no part of the posting, wherever it stands."""
HOME = re.compile(
    r"(?:(?:you are here:? |breadcrumbs?:? )?home(?:page)?|start|careers?|jobs?|all jobs|job search"
    r"|search(?: results)?|vacancies"
    r"|accueil|emplois?|offres d'emploi|carrieres?|(?:zur )?startseite|stellen(?:angebote|suche|markt)"
    r"|jobsuche|karriere|inicio|empleos?"
    r"|ofertas(?: de empleo)?|hem|startsida|lediga jobb|jobb)"
)
IN_A_BAR = re.compile(
    rf"(?:{HOME.pattern}|help|faq|contact(?: us)?|about(?: us)?|blog|news|events"
    rf"|employers?(?: ?/ ?post job)?"
    r"|for employers|(?:post|upload|submit|add) (?:a |your )?(?:jobs?|cv|resume)"
    r"|career advice|hiring lab|browse companies|companies|company reviews|salaries"
    r"|cookies?(?:,? .{1,30})?|privacy(?: .{1,30})?|terms(?: .{1,30})?|legal(?: notice)?|imprint|impressum"
    r"|datenschutz|agb|mentions legales|confidentialite|cgu|aviso legal|privacidad|integritet\w*|om oss"
    r"|(?:\(c\)|©) ?.{1,40}|©|sitemap|accessibility|facebook|linkedin|twitter|x|instagram|youtube"
    r"|whatsapp|xing"
    r"|en|fr|de|es|sv|english(?: \(\w+\))?|francais|deutsch|espanol|svenska|language|next|previous|new)"
)
"""Counts only beside others like it."""
BANNER = re.compile(
    r"\b(?:(?:we|site|website|page|and our partners) uses? (?:\w+ ){0,3}cookies|uses? cookies to\b"
    r"|utilis(?:e|ons|ent) (?:\w+ ){0,3}cookies|verwende[nt] (?:\w+ ){0,3}cookies|nutz(?:en|t) cookies"
    r"|(?:utiliza(?:mos)?|usamos) (?:\w+ ){0,3}cookies|anvander (?:\w+ ){0,3}(?:kakor|cookies)"
    r"|(?:sign|log) in (?:to|or)\b.{0,30}\b(?:see|save|view|apply|continue|register|create|join|find)\b"
    r"|connectez-vous pour|(?:melde dich|melden sie sich) an,? um|inicia sesion para|logga in for att"
    r"|(?:create|already have) an account\b|forgot (?:your )?password|enable javascript"
    r"|javascript is (?:disabled"
    r"|required)|align with your profile|your profile match|get notified about|be the first to (?:see|know)"
    r"|never miss a job|see who .{1,40} has hired|referrals increase your chances"
    r"|(?:share|follow) (?:this job |us )on (?:facebook|linkedin|twitter|x|instagram)"
    r"|to view this job|job alerts? for|email address to (?:receive|get))\b"
)
OTHER_JOBS = re.compile(
    r"(?:people|others|candidates|job seekers) also (?:viewed|searched|applied|liked).{0,20}"
    r"|(?:similar|related|recommended|suggested|other|more) (?:jobs|vacancies|positions|openings|roles"
    r"|searches)(?: .{1,40})?|jobs (?:you (?:might|may) (?:also )?(?:like|be interested in)|like this)"
    r"|you (?:might|may) also (?:like|be interested in).{0,20}|explore (?:other|similar|more) .{1,30}"
    r"|(?:offres|emplois|annonces) (?:similaires|recommandees)|ces offres pourraient.{0,40}"
    r"|(?:ahnliche|weitere|passende) (?:jobs|stellen\w*|angebote)(?: .{1,30})?|das konnte (?:dich"
    r"|sie).{0,30}"
    r"|(?:ofertas|empleos) (?:similares|relacionad[oa]s)|(?:liknande|fler|andra|relaterade) (?:lediga )?"
    r"(?:jobb|annonser|tjanster)(?: .{1,30})?"
)
