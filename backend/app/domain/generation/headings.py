from collections.abc import Iterator

from app.domain.documents.content import SectionKind

_TITLES: dict[str, dict[SectionKind, str]] = {
    "en": {
        SectionKind.SUMMARY: "Summary",
        SectionKind.EXPERIENCE: "Experience",
        SectionKind.EDUCATION: "Education",
        SectionKind.PROJECTS: "Projects",
        SectionKind.SKILLS: "Skills",
        SectionKind.LANGUAGES: "Languages",
        SectionKind.CERTIFICATIONS: "Certifications",
        SectionKind.AWARDS: "Awards",
        SectionKind.PUBLICATIONS: "Publications",
        SectionKind.VOLUNTEERING: "Volunteering",
        SectionKind.INTERESTS: "Interests",
    },
    "de": {
        SectionKind.SUMMARY: "Profil",
        SectionKind.EXPERIENCE: "Berufserfahrung",
        SectionKind.EDUCATION: "Ausbildung",
        SectionKind.PROJECTS: "Projekte",
        SectionKind.SKILLS: "Kenntnisse",
        SectionKind.LANGUAGES: "Sprachen",
        SectionKind.CERTIFICATIONS: "Zertifikate",
        SectionKind.AWARDS: "Auszeichnungen",
        SectionKind.PUBLICATIONS: "Veröffentlichungen",
        SectionKind.VOLUNTEERING: "Ehrenamt",
        SectionKind.INTERESTS: "Interessen",
    },
    "fr": {
        SectionKind.SUMMARY: "Profil",
        SectionKind.EXPERIENCE: "Expérience professionnelle",
        SectionKind.EDUCATION: "Formation",
        SectionKind.PROJECTS: "Projets",
        SectionKind.SKILLS: "Compétences",
        SectionKind.LANGUAGES: "Langues",
        SectionKind.CERTIFICATIONS: "Certifications",
        SectionKind.AWARDS: "Distinctions",
        SectionKind.PUBLICATIONS: "Publications",
        SectionKind.VOLUNTEERING: "Bénévolat",
        SectionKind.INTERESTS: "Centres d'intérêt",
    },
    "es": {
        SectionKind.SUMMARY: "Perfil",
        SectionKind.EXPERIENCE: "Experiencia",
        SectionKind.EDUCATION: "Formación",
        SectionKind.PROJECTS: "Proyectos",
        SectionKind.SKILLS: "Competencias",
        SectionKind.LANGUAGES: "Idiomas",
        SectionKind.CERTIFICATIONS: "Certificaciones",
        SectionKind.AWARDS: "Premios",
        SectionKind.PUBLICATIONS: "Publicaciones",
        SectionKind.VOLUNTEERING: "Voluntariado",
        SectionKind.INTERESTS: "Intereses",
    },
    "sv": {
        SectionKind.SUMMARY: "Profil",
        SectionKind.EXPERIENCE: "Arbetslivserfarenhet",
        SectionKind.EDUCATION: "Utbildning",
        SectionKind.PROJECTS: "Projekt",
        SectionKind.SKILLS: "Kompetenser",
        SectionKind.LANGUAGES: "Språk",
        SectionKind.CERTIFICATIONS: "Certifikat",
        SectionKind.AWARDS: "Utmärkelser",
        SectionKind.PUBLICATIONS: "Publikationer",
        SectionKind.VOLUNTEERING: "Ideellt arbete",
        SectionKind.INTERESTS: "Intressen",
    },
}


def title_of(kind: SectionKind, language: str) -> str:
    return _TITLES.get(language, _TITLES["en"])[kind]


def every_title() -> Iterator[tuple[SectionKind, str]]:
    """In every language that there are headings in."""
    for titles in _TITLES.values():
        yield from titles.items()
