"""The words of headings, in the languages postings come in. Written for folded text."""

import re

from app.domain.jobs.parsing.section import Section

_LEAD = (
    r"(?:(?:the|our|your|key|main|core|essential|basic|minimum|minimal|general|position|job"
    r"|role|employment|primary"
    r"|principal|technical|other|additional|mandatory|required|personal|professional|candidate"
    r"|conditions of|what are the"
    r"|les|le|la|vos|votre|tes|ton|nos|notre|principales|ihre|ihr|deine|dein|unsere|unser|das"
    r"|die|tus|tu|sus|su|los|las"
    r"|el|nuestros|principales|dina|din|ditt|dine|era|vara|de|uw|jouw|je|le tue|i tuoi|suas|as|os) )*"
)

# Read from top to bottom; the first that fits is the answer.
CUES: tuple[tuple[Section, str], ...] = (
    # What only looks like a requirement or a benefit.
    (
        Section.OTHER,
        r"(?:examples? of (?:stuff|things)|things you need to know|nationality|other information"
        r"|safeguarding|quick links|here's how (?:it|this)|learn (?:more|how)"
        r"|read more"
        r"|how to apply|how (?:will|do|can) (?:i|you|we) appl|to apply|apply\b|interested\?|ready to apply"
        r"|application(?:s)?(?: process| evaluation| instructions| deadline)?$|hiring process"
        r"|interview process"
        r"|recruitment process|selection process|the process|next steps|our hiring"
        r"|after the closing|required documents"
        r"|documents to submit|basic information|who may apply|salary(?! (?:and|&) benefits)"
        r"|pay range|compensation range"
        r"|locations?$|locations?:"
        r"|work schedule|schedule$|hours of work|appointment type|job family|series"
        r"|security clearance|travel require"
        r"|number of vacancies|supervisory status|promotion potential|opening and closing|job announcement"
        r"|equal (?:employment )?opportunit|eeo\b|diversity|commitment to|our commitment|privacy"
        r"|data protection"
        r"|assessment accommodation|accommodation|disclaimer|notice|please note|note:|contact"
        r"|for more information"
        r"|additional information|further information|teams? hiring|some of the teams|types of"
        r"|\d*\w* ?teams hiring"
        r"|about (?:us|the (?:company|team|employer|organi|department|client|business)|our)"
        r"|about (?!you\b|the (?:role|job|position))[a-z0-9&'. ]{2,40}$"
        r"|who we are(?! (?:after|looking|searching|seeking|hoping)\b)"
        r"|our (?:story|mission|values|culture|team|tech|stack|company|product)\b"
        r"|company (?:description|overview)"
        r"|the (?:company|team|client)$|job (?:summary|overview|description)|role summary|summary"
        r"|overview|about the"
        r"|full job description|opportunity overview|tags|keywords|similar jobs|reference|posted"
        r"|closing date)",
    ),
    (
        Section.OTHER,
        r"(?:comment (?:postuler|soumettre)|postuler|pour postuler|candidature$|modalites"
        r"|a propos(?! de (?:vous|toi))"
        r"|qui sommes"
        r"|notre (?:entreprise|equipe|mission|histoire|societe|culture|engagement)|l'entreprise"
        r"|l'equipe$|processus"
        r"|mesures d'adaptation|renseignements|autres renseignements|remuneration(?! et avantages)"
        r"|salaire|lieu"
        r"|lieux|horaire|contexte$"
        r"|resume$|description du poste|presentation|egalite|diversite|deroulement"
        r"|uber uns|uber (?!die aufg|dich|sie)|wir sind|wer wir sind|kontakt|bewerbung|jetzt bewerben"
        r"|so bewirbst|unternehmen$"
        r"|das unternehmen|standort|arbeitsort|gehalt|haben wir (?:ihr|dein) interesse|interesse geweckt"
        r"|sobre (?:nosotros|la empresa)|quienes somos|la empresa|como aplicar|inscripcion"
        r"|proceso de seleccion|contacto"
        r"|salario|ubicacion|lugar"
        r"|om (?:oss|foretaget|verksamheten|arbetsgivaren|tjansten$|rollen$|jobbet$)|ansokan"
        r"|sa soker du|kontakt"
        r"|lon$|lon och|arbetsplats|anstallningsform|ovrigt|ovrig information|varaktighet|sokord"
        r"|kanner du igen dig"
        r"|vid fragor|over ons|solliciteren|solliciteer|chi siamo|candidatura|candidati|sobre nos"
        r"|sobre a empresa)",
    ),
    (
        Section.NICE,
        r"(?:(?:.{0,30}\b)?(?:nice[- ]to[- ]haves?|good to have|great to have|preferred|desirable"
        r"|desired"
        r"|bonus(?: points| if| skills)?|(?:a|would be an?|is an?|big|huge) (?:plus|asset|bonus"
        r"|advantage)|asset"
        r"|pluses|extra points|optional|we'd love (?:it )?if|additional (?:knowledge|experience) )"
        r"|(?:.{0,30}\b)?(?:would|'d) (?:also |really )?be (?:great|nice|good|lovely|fantastic|brilliant"
        r"|ideal|useful|helpful|handy)(?: (?:if|to have|but)\b|$)"
        r"|we(?:'d| would) (?:be (?:delighted|thrilled|impressed|happy)|love it) if"
        r"|you (?:may|might) also have"
        r"|(?:it(?:'s| is) )?(?:great|even better) if\b"
        r"|ideally\b|.{0,20}\b(?:you(?:'ll| will)? stand out|set you apart)\b|extra credit|brownie points"
        r"|.{0,20}\bnot (?:essential|required|mandatory)\b"
        r"|.{0,80}(?:would be|seraient?|constituent?|est|serait|an?|un|des) (?:an |a |des "
        r"|un )?(?:asset|atout|plus)s?\b"
        r"|(?:les |vos )?atouts?\b|souhait|serait un plus|(?:c'est|les|vos) plus\b|apprecie"
        r"|idealement\b|dans l'ideal|l'ideal$|facultatif|(?:ce )?serait (?:ideal|bien|super)\b"
        r"|ce qui ferait la difference"
        r"|.{0,40}(?:von vorteil|wunschenswert|nice-to-have|idealerweise|pluspunkt)"
        r"|.{0,20}\b(?:schon|toll|super|gut|prima|ideal) ware\b|.{0,10}\bware (?:schon|toll|super|gut|prima"
        r"|ideal)\b|kann-|daruber (?:freuen|wurden) wir uns|woruber wir uns"
        r"|(?:se valora|valorable|deseable|requisitos deseables|se valorara|plus\b)"
        r"|(?:seria|estaria) (?:ideal|genial|estupendo|bien|bueno)\b|idealmente|opcional|se agradece"
        r"|nos encantaria que"
        r"|.{0,40}(?:meriterande|meriter|det ar ett plus|onskvart|fordelaktig)|pre:|een pre\b"
        r"|.{0,20}\b(?:vore|extra) (?:bra|kul|roligt|toppen|plus)\b|(?:vi )?ser garna|onskemal|bor-?krav"
        r"|(?:ett plus|bra) om du"
        r"|gradito|diferenciais|desejavel)",
    ),
    (
        Section.RESPONSIBILITIES,
        r"(?:(?:as (?:our|the) .{3,40}, )?(?:the )?(?:successful|ideal) (?:candidate|applicant"
        r"|person) (?:will|would)\W*$"
        r"|was (?:sie|du) (?:bei uns )?(?:tun|tust|machen|machst|bewegen|bewegst)|was zu tun ist"
        r"|darum geht|so sieht dein"
        r"|what (?:does|will|is) (?:the|this) (?:job|role|position) (?:involve|include|entail)"
        r"|what will (?:i|you) be doing"
        r"|el reto$|au quotidien$|din vardag|dein alltag|ihr alltag|your day|tu mision"
        r"|tus (?:responsabilidades|funciones)"
        r"|le (?:poste|role)$|votre (?:role|terrain|journee)|au programme|concretement"
        r"|tus (?:retos|tareas)|tu (?:rol|papel|trabajo)|el puesto$|dina (?:dagar|uppdrag)"
        r"|det har (?:gor|kommer) du"
        r"|.{0,60}\b(?:someone|a person|people|candidate|individual) (?:who|that) (?:will|can)\b"
        r"|.{0,60}\b(?:personne|candidat\w*|talent|quelqu'un) (?:qui|pouvant"
        r"|capable)\b(?!.{0,12}\b(?:a |possede|ont|detient))"
        r"|.{0,60}(?:personne|quelqu'un) qui:?$|nous (?:cherchons|recherchons).{0,40}(?:saura|pourra|fera)"
        r"|.{0,60}effectuera ce qui suit|.{0,40}\byou(?:'ll| will)? (?:be )?(?:need "
        r"|have )?(?:to )?accomplish)",
    ),
    (
        Section.BENEFITS,
        r"(?:" + _LEAD + r"(?:benefits?|perks?|rewards|total rewards|compensation|pay (?:and|&) benefits"
        r"|employee benefits)\b(?!.{0,25}(?:analyst|manager|speciali))|.{0,60}\b(?:many|our"
        r"|following|great|the|of|employee"
        r"|excellent|generous|full) benefits\b(?! of\b)|what(?:'s| is) in it for you|what (?:we"
        r"|you'll|you will|you can)"
        r" (?:offer|get|expect from us|provide)|what you(?:'ll| will)? (?:receive|gain|enjoy)"
        r"|we offer|why (?:join|work|you'll"
        r" love|us\b|you should)|.{0,40}\b(?:you'll|you will|you can) (?:enjoy|receive|get)\b"
        r"|how .{2,30} supports?\b"
        r"|in return|we(?:'ll| will)? (?:also )?(?:give|provide|offer) you|our offer|the offer"
        r"|the package|your package"
        r"|perks and|working (?:at|with|for) (?:us|[a-z]+$)|life at|reasons to"
        r"|(?:les |nos |vos |tes )?avantages|(?:ce que )?nous (?:vous |t')?(?:offrons|proposons)"
        r"|ce (?:que|qu'on) (?:nous|on"
        r"|t|vous).{0,20}(?:offr|propos)|ce qu'on (?:t'|vous )?offre|pourquoi (?:nous|rejoindre"
        r"|travailler|vous joindre)"
        r"|conditions offertes|on vous offre|nous vous off|vous beneficie"
        r"|(?:das |was )?(?:bieten|bietet) wir|was wir (?:ihnen|dir|euch)?\s?bieten|wir bieten"
        r"|.{0,30}(?:wir (?:ihnen|dir|euch)?"
        r" ?(?:bieten|an)\b|bieten (?:ihnen|dir|euch|wir))|(?:unser|dein|ihr) angebot|(?:deine "
        r"|ihre |unsere )?(?:benefits|vorteile)"
        r"|das erwartet (?:sie|dich) bei|darauf (?:konnen|kannst)|freuen sie sich|freu dich"
        r"|what (?:do|can|will) (?:we|i|you) (?:offer|get|expect in return)|conditions(?: offertes"
        r"| de travail)?$"
        r"|why [a-z]+(?: [a-z]+)?$|the good (?:stuff|bits|things)|and (?:also|on top)$"
        r"|ce que .{2,30} offre$|et en plus"
        r"|que te llevas|(?:lo )?que hay para ti|vad vi kan erbjuda|what you(?:'ll| will)? get\b"
        r"|what's on offer|on offer$"
        r"|prestaciones|que te damos|condiciones\b|nos avantages|les plus de|(?:wir"
        r"|unsere) (?:leistungen|extras|goodies)"
        r"|deine extras|dafur bekommst|das bekommst|vad vi ger|vi ger dig|hos oss"
        r"|(?:que |lo que )?(?:te )?ofrecemos|(?:nuestros )?beneficios|que (?:te )?ofrecemos"
        r"|.{0,10}ofrece(?:mos)?\b|ventajas"
        r"|(?:vad )?vi (?:kan )?erbjud|erbjud|.{0,30}(?:erbjuder (?:vi|dig)|vi erbjuder)|forman"
        r"|vara forman|hos oss far du"
        r"|varfor|wat (?:wij|we) bieden|wat bieden|wij bieden|cosa offriamo|offriamo|benefici"
        r"|o que oferecemos|oferecemos)",
    ),
    (
        Section.REQUIREMENTS,
        r"(?:(?:you|vous|sie|du|tu|vos)$|(?:in order )?to be considered"
        r"|.{0,140}\(?essential qualifications\)?$"
        r"|the following will be (?:applied|assessed)|il vous faut|(?:who|whom) we(?:'d| would) love"
        r"|who can apply|.{0,20}(?:para (?:vos|ti)|te buscamos) si\b"
        r"|what (?:experience|skills|qualifications) (?:do|will|does)|what do (?:i|you) need|do you have"
        r"|.{0,50}\b(?:ideal|excellent|successful|right|strong|great|perfect|best) (?:candidate"
        r"|person|fit)"
        r"|.{0,40}(?:fit right in|you're a (?:good|great) fit|we'd love to hear from you if)"
        r"|.{0,40}\bevaluate(?:d)?\b.{0,60}\b(?:based on|on your|against)|.{0,60}(?:scored"
        r"|assessed|screened).{0,80}"
        r"(?:competenc|on\b|against)|for each (?:job|position)|(?:what|who|whom) (?:we(?:'re"
        r"| are)?|are we|do we)"
        r" (?:looking|look|seeking|need|want|require|value|expect|hop(?:e|ing)|after\b|search)"
        r"|we(?:'re| are) looking for"
        r"|looking for"
        r"|(?:what|things) (?:you(?:'ll|'d)?|you will|you need to|you should|you must) (?:bring"
        r"|have|need|know|be bringing|possess)"
        r"|.{0,20}(?:you have|you bring|you are|you're|you must|you should have|you'll need"
        r"|you will need|you will have"
        r"|you'll have|you possess|must have)\b|.{0,40}\byou(?:'ll| will)? (?:bring|be able to)$"
        r"|who you are|about you\b|is this you"
        r"|must[- ]haves?|you will be able to|you might be|you may be a|.{0,40}hoping you(?:'ll"
        r"| will)? bring|to (?:be successful|succeed|qualify)"
        r"|what (?:it takes|makes you|will make|would make)|.{0,40}(?:specialized|relevant"
        r"|previous) experience"
        r"|(?:the |your )?(?:essentials?|non[- ]negotiables?)(?: \(.{0,30}\)| for (?:the|this) \w+)?$"
        r"|conditions of employment|minimum |eligibility|executive core|person specification"
        r"|education\b|licen[sc]es?\b|certifications?\b|.{0,60}must (?:have|include|be)\b"
        r"|.{0,80}competencies listed"
        r"|.{0,80}specialized experience is|.{0,60}experience (?:in|with|demonstrating)\b.{0,60}:$"
        r"|the (?:person|candidate)\b)",
    ),
    (Section.NICE, r"(?:歓迎|우대|加分|优先)"),
    (Section.REQUIREMENTS, r"(?:必須|応募資格|求める|자격|지원자격|任职|职位要求|任職)"),
    (Section.RESPONSIBILITIES, r"(?:仕事内容|業務内容|職務|담당|주요업무|업무|岗位职责|工作内容)"),
    (Section.BENEFITS, r"(?:福利|待遇|복리|혜택)"),
    (
        Section.REQUIREMENTS,
        _LEAD + r"(?:requirements?|qualifications?|skills?|competenc(?:ies|y|es)|experience|knowledge"
        r"|background|credentials|abilities|attributes|profile|criteria|prerequisites?|expertise"
        r"|proficienc)\b",
    ),
    (
        Section.REQUIREMENTS,
        r"[a-z0-9&/,\- ]{0,40}\b(?:requirements|qualifications|skills|competencies|criteria"
        r"|prerequisites)"
        r"(?: \([^)]{0,30}\))?:?$",
    ),
    (
        Section.REQUIREMENTS,
        r"(?:" + _LEAD + r"(?:profil|exigences?|competences?|qualites?|qualifications?|formation|experience"
        r"|connaissances|criteres?|prerequis|conditions (?:d'admission|d'emploi)|aptitudes"
        r"|scolarite|attentes)\b"
        r"|.{0,30}(?:vous etes (?:la|le)|vous avez|vous possedez|tu es|tu as|ce que vous (?:apport"
        r"|av)|ce que tu apport"
        r"|bonne personne|ce que nous (?:recherch|cherch)|qui (?:vous etes|tu es|cherchons)"
        r"|que nous recherchons"
        r"|nous (?:recherchons|cherchons)|ce role vous convient|a propos(?! de (?:vous|toi)) de (?:vous"
        r"|toi)"
        r"|vous (?:vous )?reconnaiss)"
        r"|(?:les |vos )?(?:indispensables?|obligatoires?|incontournables?|imperatifs?|requis|prerequis)$"
        r"|.{0,50}(?:evalu(?:erons|ee|e|ation|es)).{0,50}(?:en fonction|selon|criter|competen|suivant|sur)"
        r"|.{0,40}candidat\W?\w* ideal|.{0,30}excellent.{0,5} candidat|.{0,40}apporterez"
        r"|.{0,30}experience suivante)",
    ),
    (
        Section.REQUIREMENTS,
        r"(?:" + _LEAD + r"(?:anforderungen|profil|qualifikation\w*|voraussetzungen|kenntnisse"
        r"|fahigkeiten)\b"
        r"|.{0,20}(?:bringst du|bringen sie|du bringst|sie bringen|wir (?:suchen|erwarten"
        r"|wunschen)|zeichnet (?:dich|sie)"
        r"|erwarten wir|uberzeug(?:st|en)|solltest du|sollten sie|du mitbring|sie mitbring"
        r"|wer du bist|wen wir suchen)"
        r"|das bist du|(?:zwingend|unbedingt|unabdingbar|erforderlich|notwendig|muss)(?: \w+)?$|muss-"
        r"|das wunschen wir uns|"
        + _LEAD
        + r"(?:requisitos|perfil|competencias|conocimientos|experiencia|formacion|habilidades)\b"
        r"|(?:obligatori[oa]s?|indispensables?|excluyentes?|(?:lo )?que (?:te )?pedimos|que aportas)$"
        r"|.{0,20}(?:que buscamos|buscamos|lo que necesitas|que necesitas|que esperamos|imprescindible)"
        r"|" + _LEAD + r"(?:kvalifikation\w*|profil|krav\w*|kompetens\w*|erfarenhet\w*|egenskaper"
        r"|utbildning"
        r"|kunskaper)\b"
        r"|(?:obligatorisk\w*|nodvandig\w*)$"
        r"|.{0,40}(?:vi soker|soker vi|vem ar du|vem du ar|du som soker|om dig|kannetecknar"
        r"|ser vi att du|du har|du ar\b|vi tror att du"
        r"|dig som|personliga egenskaper|ska[- ]?krav)|.{0,30}(?:functie-?eisen|wat vragen wij"
        r"|jouw profiel|wat breng|wie ben jij"
        r"|jij hebt|requisiti|cosa cerchiamo|chi cerchiamo|profilo|qualifiche|requisitos"
        r"|o que buscamos|o que esperamos))",
    ),
    (
        Section.RESPONSIBILITIES,
        r"(?:" + _LEAD + r"(?:responsibilit(?:y|ies)|dut(?:y|ies)|tasks?|accountabilit|objectives?"
        r"|functions?"
        r"|deliverables|activities|goals)\b|[a-z&/,'\- ]{0,40}\b(?:responsibilities|duties"
        r"|accountabilities)\b|areas? of responsib"
        r"|what (?:you(?:'ll| will|'d| would)?|you can expect to|the job|the role|does) (?:be |do"
        r"|work|own|get to do|help|accomplish)"
        r"|what you do|what (?:will )?you(?:'ll)? (?:be )?(?:do|doing)\b|.{0,40}(?:in this role"
        r"|in this position|as an? [a-z/ \-]{2,50}),? (?:at [a-z ]{2,20},? )?you"
        r"|.{0,30}you(?:'ll| will)? (?:need to |have to |be (?:need|expected|required) to "
        r"|be )?(?:accomplish|responsible|do\b|help|have the opp)"
        r"|.{0,30}you will:?$|.{0,30}you'll:?$|.{0,30}will include|typical (?:duties|day)"
        r"|day[- ]to[- ]day|a (?:typical )?day in|your (?:role|mission|impact|work|tasks?|job"
        r"|day)\b"
        r"|the (?:role|job|work|position|opportunity)$|how you(?:'ll| will) (?:make|contribute"
        r"|spend)|role (?:purpose|and resp)|scope of"
        r"|.{0,40}objectives (?:for|of)|the impact you|you(?:'ll| will) (?:be doing|work on|own"
        r"|get to)|job purpose|main purpose|key result)",
    ),
    (
        Section.RESPONSIBILITIES,
        r"(?:" + _LEAD + r"(?:responsabilites?|missions?|fonctions?|taches?|activites|attributions|role"
        r"|objectifs)\b"
        r"|.{0,50}(?:taches suivantes|devrez|vous serez (?:appele|charge|responsable|amene)"
        r"|vous aurez (?:a|l'occasion|pour)|saura\b|ce que vous ferez"
        r"|devra\b|dans ce role|dans le cadre de ce (?:poste|role)|vous (?:allez|travaillerez"
        r"|participerez)|vos principales|ce que tu feras|ton quotidien|votre quotidien)"
        r"|" + _LEAD + r"(?:aufgaben\w*|tatigkeiten?|verantwortung\w*|aufgabengebiet|aufgabenbereich)\b"
        r"|.{0,25}(?:erwartet (?:dich|sie)|machst du|machen sie|wirst du|das sind deine)"
        r"|deine (?:rolle|mission)|"
        + _LEAD
        + r"(?:responsabilidades|funciones|tareas|misiones|mision)\b|.{0,20}(?:que haras"
        r"|tu dia a dia|tu mision|te encargaras)"
        r"|.{0,80}(?:arbetsuppgifter|ansvarsomraden|uppdrag\w*|ansvar)\b.{0,40}"
        r"|.{0,20}(?:du kommer (?:att|bland)|rollen innebar|i rollen|vad du (?:kommer|far)"
        r"|dina uppgifter)"
        r"|.{0,20}(?:wat ga je doen|jouw taken|taken|werkzaamheden|cosa farai|responsabilita"
        r"|mansioni|responsabilidades|atividades|o que voce vai|arbejdsopgaver|arbeidsoppgaver))",
    ),
)
SPEAKS = re.compile(
    rf"{_LEAD}(?:requirements?|qualifications?|duties|responsibilities|benefits|perks|tasks"
    rf"|skills|conditions of employment|preferred|criteria"
    r"|(?:essential|desirable|preferred|desired|required|minimum|basic|key) (?:criteria|skills"
    r"|qualifications|requirements|experience|competencies)"
    r"|essentials?|desirables?|it (?:would|'d) be (?:great|nice|good) if.{0,30}|ideally(?:,? you.{0,20})?"
    r"|what (?:you|we).{2,50}|who you are|who (?:we(?:'re| are)|are we) (?:after|looking).{0,30}"
    r"|why (?:join|work|you).{0,40}|about (?:you|us"
    r"|the (?:role|job|team|company))|you (?:might|may) be a .{2,30}|nice to haves?"
    r"|bonus points.{0,20}"
    r"|indispensables?|obligatoires?|souhaite|souhaitable|zwingend|unbedingt|wunschenswert|von vorteil"
    r"|imprescindibles?|obligatorio|deseables?|valorable|obligatoriskt|onskvart|ska-?krav"
    r"|(?:wen|was) wir suchen|qui (?:cherchons|recherchons)[- ]nous|(?:lo|a quien) que buscamos"
    r"|vem vi soker"
    r"|atouts?|un plus|se valora(?:ra)?|valoramos|plus|prestaciones|was (?:sie|du) .{3,30}|tus funciones"
    r"|qu'attendons-nous|votre profil|vos missions|ton profil|tes missions|ihr profil|ihre aufgaben"
    r"|dein profil"
    r"|deine aufgaben|wir bieten.{0,10}"
    r"|tu perfil|tus tareas|que ofrecemos|din profil|dina arbetsuppgifter|what's on offer"
    r"|must[- ]haves?|how to apply|job description|profil(?: recherche)?|missions?|(?:vos "
    r"|tes )?avantages|exigences|competences|responsabilites|taches|fonctions"
    r"|aufgaben|anforderungen|qualifikation(?:en)?|(?:das )?(?:bieten wir|wir bieten)"
    r"|was wir bieten|benefits|das bringst du mit|requisitos|funciones|responsabilidades"
    r"|beneficios|que haras|(?:que |te )?ofrecemos"
    r"|arbetsuppgifter|kvalifikationer|vi erbjuder|formaner|krav|meriterande|om dig"
    r"|om (?:jobbet|rollen|tjansten|oss))(?: (?:and|&|et|und|y|och) [a-z]+)?"
)
