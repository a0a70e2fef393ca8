"""The headings that resumes have, folded: in English, German, French and Spanish, and those that we write."""

from enum import StrEnum

from app.domain.shared.prose import fold
from app.domain.shared.section_titles import TITLES


class Part(StrEnum):
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    LANGUAGES = "languages"
    CERTIFICATES = "certificates"
    PROJECTS = "projects"
    AWARDS = "awards"
    VOLUNTEERING = "volunteering"
    CONTACT = "contact"
    OTHER = "other"


_PHRASES: dict[Part, str] = {
    Part.SUMMARY: """
summary|professional summary|career summary|executive summary|executive profile|
summary of qualifications|qualifications summary|career profile|profile|professional profile|
personal profile|about|about me|objective|career objective|professional objective|
job objective|career overview|overview|professional overview|personal statement|career focus|
introduction|bio|profile summary|summary statement|career goal|kurzprofil|profil|uber mich|
zusammenfassung|berufliches profil|personliches profil|berufsziel|kurzvorstellung|
profil professionnel|a propos|a propos de moi|resume professionnel|objectif|
objectif professionnel|resumen|perfil|perfil profesional|resumen profesional|sobre mi|
objetivo|objetivo profesional|extracto
""",
    Part.EXPERIENCE: """
experience|experiences|company details|work experience|professional experience|
employment history|work history|employment|career history|relevant experience|work experiences|
professional background|employment experience|job experience|job history|professional history|
experience history|professional work experience|related experience|additional experience|
other experience|previous experience|prior experience|teaching experience|clinical experience|
military experience|military service|research experience|industry experience|
internship experience|internships|internship|work|work background|employment record|
professional experiences|relevant work experience|career experience|positions held|
nursing experience|leadership experience|working experience|selected experience|
international experience|berufserfahrung|beruflicher werdegang|berufspraxis|
praktische erfahrung|praktika|werdegang|berufliche erfahrung|berufliche stationen|
arbeitserfahrung|berufslaufbahn|berufserfahrungen|experience professionnelle|
experiences professionnelles|parcours professionnel|parcours|emplois|stages|experiencia|
experiencia laboral|experiencia profesional|trayectoria profesional|historial laboral|
trayectoria|experiencias profesionales|practicas
""",
    Part.EDUCATION: """
education|education details|education and training|educational background|academic background|
academic qualifications|education and qualifications|academic history|training and education|
education history|academics|studies|educational qualifications|educational qualification|
academic qualification|education and certifications|academic credentials|schooling|
education and credentials|academic education|qualifications and education|ausbildung|bildung|
bildungsweg|schulbildung|studium|akademische ausbildung|ausbildung und studium|
schulische ausbildung|hochschulausbildung|berufsausbildung|bildungsgang|studium und ausbildung|
formation|formations|etudes|parcours scolaire|diplomes|formation academique|scolarite|cursus|
diplomes et formations|educacion|formacion|formacion academica|estudios|
formacion academica y complementaria|titulacion
""",
    Part.SKILLS: """
skills|skill details|key skills|core skills|technical skills|professional skills|
core competencies|competencies|core qualifications|skills and abilities|areas of expertise|
expertise|technical proficiencies|skill highlights|skills summary|abilities|qualifications|
key qualifications|technologies|technical expertise|it skills|computer skills|soft skills|
hard skills|skill set|skillset|skills highlights|technical summary|areas of strength|
strengths|key competencies|special skills|additional skills|other skills|skills and expertise|
tools and technologies|tools|specialties|technical skill set|highlights|
professional highlights|skills and qualifications|qualification highlights|software|
software skills|skills and competencies|relevant skills|technical strengths|
technical qualifications|it knowledge|personal skills|core strengths|clinical skills|
proficiencies|skills and tools|knowledge and skills|skills and interests|kenntnisse|
fahigkeiten|kompetenzen|fachkenntnisse|it-kenntnisse|edv-kenntnisse|kenntnisse und fahigkeiten|
fachliche kompetenzen|weitere kenntnisse|qualifikationen|besondere kenntnisse|
technische kenntnisse|starken|faehigkeiten|competences|competences techniques|competences cles|
savoir-faire|atouts|logiciels|competences professionnelles|informatique|
competences informatiques|savoir-etre|domaines de competence|habilidades|competencias|
aptitudes|conocimientos|conocimientos tecnicos|habilidades tecnicas|informatica|capacidades|
habilidades y competencias|competencias profesionales|conocimientos informaticos
""",
    Part.LANGUAGES: """
languages|language skills|language|languages spoken|foreign languages|sprachen|
sprachkenntnisse|fremdsprachen|langues|langues parlees|langues etrangeres|idiomas|lenguas
""",
    Part.CERTIFICATES: """
certifications|certificates|certification|licenses|licences|licenses and certifications|
certifications and licenses|credentials|professional certifications|certificates and licenses|
licensure|licensure and certification|training and certifications|certifications and training|
professional development|training|trainings|professional training|accreditations|
professional licenses|certifications/licenses|licenses/certifications|certification and training|
licensure and certifications|certificate|technical certifications|trainings and certifications|
courses and certifications|zertifikate|zertifizierungen|weiterbildung|weiterbildungen|
fortbildungen|fortbildung|lizenzen|schulungen|certificats|habilitations|permis|
formations complementaires|certifications et permis|certificaciones|certificados|licencias|
formacion complementaria|cursos y certificaciones
""",
    Part.PROJECTS: """
projects|personal projects|key projects|selected projects|academic projects|project experience|
side projects|open source projects|projects experience|open source|relevant projects|
project details|major projects|projekte|ausgewahlte projekte|projets|projets personnels|
realisations|proyectos|proyectos personales
""",
    Part.AWARDS: """
awards|honors|honours|awards and honors|honors and awards|achievements|accomplishments|
key achievements|selected honors|career highlights|recognition|awards and recognition|
awards and achievements|achievements and awards|key accomplishments|selected accomplishments|
professional accomplishments|accolades|scholarships|major accomplishments|
career accomplishments|selected achievements|auszeichnungen|preise|erfolge|ehrungen|
stipendien|distinctions|prix|recompenses|distinctions et prix|premios|logros|reconocimientos|
becas|premios y reconocimientos
""",
    Part.VOLUNTEERING: """
volunteering|volunteer experience|volunteer work|volunteer|community service|
community involvement|volunteer history|community engagement|civic activities|
extracurricular activities|activities|leadership and activities|ehrenamt|
ehrenamtliche tatigkeit|ehrenamtliches engagement|engagement|soziales engagement|
freiwilligenarbeit|benevolat|engagement associatif|vie associative|voluntariado|actividades
""",
    Part.CONTACT: """
contact|contact information|contact details|contact me|contact info|personal details|
personal information|personal data|details|links|profiles|social|social media|
online profiles|websites|personal info|kontakt|kontaktdaten|personliche daten|
personliche angaben|angaben zur person|coordonnees|contacto|datos personales|
informations personnelles|etat civil|datos de contacto|informacion personal|
informacion de contacto|informacion de contacto y redes
""",
    Part.OTHER: """
interests|hobbies|courses|coursework|relevant coursework|relevant courses|cursos|
hobbies and interests|interests and hobbies|references
|references available upon request|available upon request|publications|selected publications|
patents|presentations|conferences|affiliations|memberships|professional affiliations|
professional memberships|additional information|invited talks|talks|hobbys|interessen|
hobbys und interessen|referenzen|veroffentlichungen|publikationen|mitgliedschaften|sonstiges|
weitere angaben|centres d'interet|loisirs|interets|references professionnelles|divers|
intereses|aficiones|referencias|publicaciones|otros|informacion adicional|otros datos|
personal interests|military|additional info|personal|miscellaneous|professional associations|
organizations|fuhrerschein|security clearance|clearance
""",
}
SPOKEN: dict[str, Part] = {
    phrase.strip(): part
    for part, phrases in _PHRASES.items()
    for phrase in phrases.replace("\n", "").split("|")
}
"""What may also be run into the text."""
_PART_OF = {part.value: part for part in Part} | {"certifications": Part.CERTIFICATES}
HEADINGS: dict[str, Part] = {
    fold(title): _PART_OF.get(kind, Part.OTHER)
    for titles in TITLES.values()
    for kind, title in titles.items()
} | SPOKEN
LONGEST = max(len(phrase) for phrase in HEADINGS)
_ALONE = """
accomplishments achievements affiliations aptitudes ausbildung awards berufserfahrung
certificaciones certificates certifications competences competencias competencies diplomes educacion
education employment experience experiences experiencia fahigkeiten formacion formation
formations habilidades highlights hobbies hobbys honors idiomas intereses interessen interests
internships kenntnisse languages langues licenses loisirs memberships objective objetivo perfil
praktika profil profile projects publications qualifications references resumen skills sprachen
studium summary werdegang zertifikate
"""
ALONE = frozenset(_ALONE.split())
"""Single words that open a section even where they are run into the text, if what follows them fits."""
