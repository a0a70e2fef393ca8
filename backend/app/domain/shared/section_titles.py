# ruff: noqa: RUF001 - titles stand in their own letters
"""What a document calls its sections, in each language that it can be headed in.

Every reader of documents knows these; what else people write over a section, each reader knows for itself.
"""

_KINDS = (
    "summary|experience|education|projects|skills|languages|certifications|awards|publications|volunteering|"
    "interests"
)
_TITLES = {
    "en": (
        "Summary|Experience|Education|Projects|Skills|Languages|Certifications|Awards|Publications|"
        "Volunteering|Interests"
    ),
    "de": (
        "Profil|Berufserfahrung|Ausbildung|Projekte|Kenntnisse|Sprachen|Zertifikate|Auszeichnungen|"
        "Veröffentlichungen|Ehrenamt|Interessen"
    ),
    "fr": (
        "Profil|Expérience professionnelle|Formation|Projets|Compétences|Langues|Certifications|Distinctions|"
        "Publications|Bénévolat|Centres d'intérêt"
    ),
    "es": (
        "Perfil|Experiencia|Formación|Proyectos|Competencias|Idiomas|Certificaciones|Premios|Publicaciones|"
        "Voluntariado|Intereses"
    ),
    "sv": (
        "Profil|Arbetslivserfarenhet|Utbildning|Projekt|Kompetenser|Språk|Certifikat|Utmärkelser|"
        "Publikationer|Ideellt arbete|Intressen"
    ),
    "pt": (
        "Resumo|Experiência profissional|Formação académica|Projetos|Competências|Idiomas|Certificações|"
        "Distinções|Publicações|Voluntariado|Interesses"
    ),
    "it": (
        "Profilo|Esperienza professionale|Istruzione|Progetti|Competenze|Lingue|Certificazioni|"
        "Riconoscimenti|Pubblicazioni|Volontariato|Interessi"
    ),
    "nl": (
        "Profiel|Werkervaring|Opleiding|Projecten|Vaardigheden|Talen|Certificaten|Onderscheidingen|"
        "Publicaties|Vrijwilligerswerk|Interesses"
    ),
    "pl": (
        "Profil zawodowy|Doświadczenie zawodowe|Wykształcenie|Projekty|Umiejętności|Języki|Certyfikaty|"
        "Nagrody|Publikacje|Wolontariat|Zainteresowania"
    ),
    "uk": (
        "Про себе|Досвід роботи|Освіта|Проєкти|Навички|Мови|Сертифікати|Нагороди|Публікації|Волонтерство|"
        "Інтереси"
    ),
    "ar": (
        "نبذة مهنية|الخبرة المهنية|التعليم|المشاريع|المهارات|اللغات|الشهادات|الجوائز|المنشورات|"
        "العمل التطوعي|الاهتمامات"
    ),
    "he": "תקציר|ניסיון תעסוקתי|השכלה|פרויקטים|מיומנויות|שפות|הסמכות|פרסים|פרסומים|התנדבות|תחומי עניין",
    "zh": "个人简介|工作经历|教育背景|项目经历|专业技能|语言能力|资格证书|荣誉奖项|出版物|志愿经历|兴趣爱好",
    "ja": (
        "職務要約|職務経歴|学歴|プロジェクト|スキル|語学|資格|受賞歴|著作・論文|ボランティア活動|趣味・関心"
    ),
    "ko": "자기소개|경력|학력|프로젝트|기술|외국어|자격증|수상|출판물|봉사 활동|관심 분야",
}
TITLES = {
    language: dict(zip(_KINDS.split("|"), titles.split("|"), strict=True))
    for language, titles in _TITLES.items()
}
"""By language (ISO 639-1), then by the kind of section."""


def titles_of(kind: str) -> tuple[str, ...]:
    """In every language; none for a kind that has no title of its own."""
    return tuple(titles[kind] for titles in TITLES.values() if kind in titles)
