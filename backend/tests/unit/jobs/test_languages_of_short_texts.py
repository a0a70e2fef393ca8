"""A line or two is enough to know a language by; English is only what is left when nothing tells."""

import pytest

from app.domain.jobs.parsing.language import language_of

SHORT = {
    "en": (
        "Do you do it?",
        "Led a team of five.",
        "Wired 140 flats and 3 schools",
        "Do as the doctor says",
        "Worked as a cook, do all the ordering",
        "As a nurse I do nights",
        "No experience, no problem",
        "Do you like to be out and about?",
        "Served guests at a busy bar",
        "We do as we say.",
        "Sold hot meals, kept a till",
        "Managed a team at A Coruña Ltd",
        "I am a painter",
        "Drove a van to Porto as a courier",
        "Night shift, day shift",
        "Set up a lab in São Paulo",
        "Ran a café and a bakery",
        "Built a data platform in Go",
        "Don't do as I do",
        "Nurse",
    ),
    "de": (
        "Ich bin Elektriker.",
        "Leitung eines Teams von 12 Personen",
        "Planung und Montage von Heizungen",
        "Zuständig für Einkauf",
        "Pflege älterer Menschen",
        "Wir suchen Verstärkung",
        "Erstellung der Monatsabschlüsse",
        "Mehrjährige Erfahrung als Koch",
        "Selbstständige Reparatur an Maschinen",
        "Kenntnisse in Buchhaltung",
    ),
    "fr": (
        "Je suis infirmière.",
        "Gestion d'une équipe de 12 personnes",
        "Préparation des commandes",
        "Nous recherchons un cuisinier",
        "Accueil de la clientèle",
        "Suivi budgétaire et facturation",
        "Réparation de machines agricoles",
        "Encadrement de trois apprentis",
        "Soins à domicile",
        "Expérience en comptabilité",
    ),
    "es": (
        "Soy enfermera.",
        "Dirección de un equipo de 12 personas",
        "Preparación de pedidos",
        "Buscamos un cocinero",
        "Atención al cliente",
        "Instalación de sistemas eléctricos",
        "Responsable del almacén",
        "Gestión de compras y proveedores",
        "Mantenimiento de máquinas",
        "Experiencia en contabilidad",
    ),
    "sv": (
        "Jag är sjuksköterska.",
        "Ansvarig för inköp och lager",
        "Vi söker en kock",
        "Ledde ett team på tolv personer",
        "Underhåll av maskiner",
        "Erfarenhet av bokföring",
    ),
    "nl": (
        "Ik ben verpleegkundige.",
        "Leiding over een team van twaalf",
        "Wij zoeken een kok",
        "Verantwoordelijk voor inkoop",
        "Onderhoud van machines",
        "Ervaring met boekhouding",
    ),
    "it": (
        "Sono un'infermiera.",
        "Gestione di un gruppo di dodici persone",
        "Cerchiamo un cuoco",
        "Responsabile degli acquisti",
        "Manutenzione delle macchine",
        "Esperienza nella contabilità",
    ),
    "pt": (
        "Sou enfermeira.",
        "Gestão de uma equipa de doze pessoas",
        "Procuramos um cozinheiro",
        "Responsável pelas compras",
        "Manutenção de máquinas",
        "Experiência em contabilidade",
        "Atendimento ao cliente",
        "Você vai trabalhar com a nossa equipe",
    ),
    "da": (
        "Jeg er sygeplejerske og har ikke kørekort.",
        "Vi søger en kok, der kan lide at arbejde om aftenen",
        "Ansvarlig for indkøb og lager",
    ),
    "no": (
        "Jeg er sykepleier og liker å jobbe om natten.",
        "Vi søker en kokk som liker å jobbe om kvelden",
        "Ansvarlig for innkjøp og lager",
    ),
    "fi": (
        "Olen sairaanhoitaja.",
        "Vastuussa ostoista ja varastosta",
        "Etsimme kokkia",
        "Koneiden huolto ja korjaus",
    ),
    "pl": (
        "Jestem pielęgniarką.",
        "Zarządzanie zespołem dwunastu osób",
        "Szukamy kucharza",
        "Odpowiedzialny za zakupy",
        "Konserwacja maszyn",
        "Doświadczenie w księgowości",
    ),
    "ru": ("Я медсестра.", "Управление командой"),
    "uk": ("Їжджу на роботу потягом.", "Керівництво командою, закупівлі"),
    "el": ("Είμαι νοσοκόμα.",),
    "he": ("אני אחות.",),
    "ar": ("أنا ممرضة.",),
    "zh": ("我是护士。",),
    "ja": ("私は看護師です。",),
    "ko": ("저는 간호사입니다.",),
    "hi": ("मैं एक नर्स हूँ।",),
    "th": ("ฉันเป็นพยาบาล",),
}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in SHORT.items() for text in texts]
)
def test_a_short_text_is_known(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "12 / 2024", "Python, SQL, Docker", "ada@example.org", "O. A. Do"])
def test_what_tells_nothing_is_taken_for_english(text: str) -> None:
    assert language_of(text) == "en"


def test_a_name_from_elsewhere_does_not_change_the_language() -> None:
    english = "José Gonçalves\nNurse at Hospital de São João\nI look after patients and train new nurses."

    assert language_of(english) == "en"
