"""What people call the sections of a resume."""

from app.domain.documents.content import SectionKind
from app.domain.generation.headings import every_title
from app.domain.generation.instructions.words import JOINTS, bare, flat

_ALSO = {
    SectionKind.SUMMARY: (
        "summary|professional summary|profile|about me|intro|introduction|objective|zusammenfassung|"
        "kurzprofil|"
        "uber mich|resume professionnel|accroche|resumen|sobre mi|presentacion"
    ),
    SectionKind.EXPERIENCE: (
        "experience|work experience|professional experience|employment|employment history|work history|jobs|"
        "career history|erfahrung|arbeitserfahrung|berufspraxis|werdegang|experiences|parcours|"
        "experience professionnelle|experiencia laboral|experiencia profesional"
    ),
    SectionKind.EDUCATION: (
        "education|schooling|studies|degrees|academic background|studium|bildung|schulbildung|bildungsweg|"
        "etudes|diplomes|formations|estudios|educacion|titulos"
    ),
    SectionKind.PROJECTS: "projects|personal projects|side projects|eigene projekte|projets personnels",
    SectionKind.SKILLS: (
        "skills|skill list|technical skills|key skills|competencies|fahigkeiten|kompetenzen|faehigkeiten|"
        "habilidades|aptitudes"
    ),
    SectionKind.LANGUAGES: "languages|language skills|sprachkenntnisse|fremdsprachen|langues|idiomas",
    SectionKind.CERTIFICATIONS: (
        "certifications|certificates|certs|licences|licenses|credentials|zertifizierungen|bescheinigungen|"
        "certificats|certificados"
    ),
    SectionKind.AWARDS: "awards|honours|honors|prizes|preise|ehrungen|prix|recompenses|reconocimientos",
    SectionKind.PUBLICATIONS: "publications|papers|articles|publikationen|articulos",
    SectionKind.VOLUNTEERING: (
        "volunteering|volunteer work|volunteer experience|volunteer positions|voluntary work|community work|"
        "ehrenamt|ehrenamter|ehrenamtliche tatigkeit|ehrenamtliche tatigkeiten|ehrenamtliches|"
        "freiwilligenarbeit|"
        "benevolat|benevolats|experiences benevoles|volontariat|voluntariado|trabajo voluntario|voluntariados"
    ),
    SectionKind.INTERESTS: (
        "interests|hobbies|hobby|hobbys|personal interests|freizeit|loisirs|centres d'interet|interets|"
        "aficiones|pasatiempos"
    ),
}
_KIND_OF = {flat(title): kind for kind, title in every_title()} | {
    name: kind for kind, names in _ALSO.items() for name in names.split("|")
}
_WORK = {"work", "career", "job", "arbeit", "travail", "trabajo"}


def section_named(name: str) -> SectionKind | None:
    """`my Education section` is EDUCATION."""
    for said in (name.strip(), bare(name)):
        if found := _KIND_OF.get(" ".join(flat(said).split()).strip(" .:!\"'")):
            return found
    return SectionKind.EXPERIENCE if flat(name.strip()) in _WORK else None


def sections_named(names: str) -> tuple[SectionKind, ...] | None:
    """Of a list, each once; None when it names anything else."""
    whole = section_named(names)
    if whole:
        return (whole,)
    found = [section_named(name) for name in JOINTS.split(names) if name.strip()]
    known = tuple(dict.fromkeys(kind for kind in found if kind))
    return known if known and all(found) else None
