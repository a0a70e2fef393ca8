"""French and Spanish careers of many trades: other words for the truth pass, what they add does not."""

import pytest

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.facts import LineVerdict, Verdict
from app.domain.documents.facts.reading.text_facts import facts_of
from app.domain.documents.facts.words.turns import forms_in, say_the_same, told_by
from tests.builders.careers import a_certificate, a_language, a_position, a_profile
from tests.unit.documents.test_facts import judged

_FRENCH = ("Employé polyvalent de la maison, chargé du service et de la suite", "Société des Docks")
_SPANISH = ("Empleado de la casa en los servicios generales y de la sede", "Muelles del Sur")


def _held(post: tuple[str, str], source: str, line: str) -> LineVerdict:
    position = a_position(*post, "2019-03/2023-06", (source,))
    profile = a_profile(experiences=(position,))
    return judged(profile, line, Source(SourceKind.ACHIEVEMENT, position.achievements[0].id))


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("Posé du carrelage dans 60 salles de bains", "J'ai carrelé une soixantaine de salles de bain"),
        ("Soudé des cuves en inox selon le procédé TIG", "Soudage TIG de cuves en acier inoxydable"),
        ("Vendu des vêtements et conseillé la clientèle", "Vente de vêtements et conseil aux clients"),
        ("Préparé les repas de 120 élèves à la cantine", "Cuisine pour 120 élèves à la cantine scolaire"),
        ("Nettoyé les bureaux de 6 entreprises", "Entretien des locaux de 6 sociétés"),
        ("Dépanné les ordinateurs de 150 postes", "Dépannage informatique d'un parc de 150 postes"),
        (
            "Corrigé 300 anomalies vues par des usagers",
            "Résolution de 300 bugs vus par des usagers",
        ),
        ("Réduit l'attente de 20 à 8 minutes", "Attente ramenée de 20 à 8 minutes"),
        (
            "Assisté l'avocat dans la préparation des audiences",
            "Appui à l'avocat pour préparer les audiences",
        ),
        ("Membre du groupe qui a ouvert le magasin", "J'ai pris part à l'ouverture du magasin"),
        ("Remplacé la directrice pendant son congé", "Intérim de la directrice durant son congé"),
        ("Cuisson et dressage de 90 couverts par service", "À chaque service, 90 couverts cuits et dressés"),
        ("Pose de perfusions sans supervision", "Perfusions posées en autonomie"),
        ("Mise en place de HubSpot à l'agence", "Déploiement d'un CRM, HubSpot, à l'agence"),
        ("Tutorat de 7 étudiants", "Encadrement de 7 étudiants"),
        ("Conversion de 40 hectares à l'agriculture biologique", "Passage en bio de 40 hectares"),
        ("Je ne gère pas de clients à l'étranger", "Je ne gère aucun client étranger"),
        ("Repas pour 3 crèches", "Repas préparés par mes soins pour 3 crèches"),
    ],
)
def test_a_french_line_may_say_it_in_other_words(source: str, line: str) -> None:
    verdict = _held(_FRENCH, source, line)
    assert verdict.verdict is not Verdict.UNSUPPORTED, verdict.claims


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("Animé des ateliers de lecture", "Ateliers de lecture et de théâtre"),
        ("Rédigé les fiches de poste", "Validation des fiches de poste"),
        (
            "Préparé les commandes en froid",
            "Préparation et expédition des commandes en froid",
        ),
        ("Traduit des contrats de l'allemand", "Traduction et révision de contrats allemands"),
        ("Vendu des vêtements de sport", "Achat de vêtements de sport"),
        ("Assisté l'avocat dans la préparation des audiences", "Préparation des audiences"),
        ("Membre de l'équipe qui a ouvert le magasin", "Ouverture du magasin"),
        ("Négocié les contrats d'assurance", "Signature des contrats d'assurance"),
        ("Tenu la caisse du magasin", "Gérante du magasin"),
        (
            "Planté des arbres avec les bénévoles",
            "Arbres plantés avec les bénévoles, que je dirigeais",
        ),
        ("Réduit les retards de 20 %", "Réduction des coûts de 20 %"),
        ("Rangé les livres à la médiathèque", "Choix des livres de la médiathèque"),
        ("Je n'ai jamais enseigné au collège", "Je n'ai pas seulement enseigné au collège"),
        ("Suivi de 22 familles", "Suivi de l'ensemble des familles"),
    ],
)
def test_a_french_line_may_not_add_to_it(source: str, line: str) -> None:
    assert _held(_FRENCH, source, line).verdict is Verdict.UNSUPPORTED


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("Alicaté 60 cuartos de baño", "Colocación de azulejos en 60 baños"),
        ("Vigilé a los bañistas de una piscina", "Socorrista: vigilancia de bañistas en piscina"),
        ("Aseé a 15 personas mayores cada mañana", "Aseo matutino de 15 ancianos"),
        ("Ayudé al abogado a preparar los juicios", "Apoyo al abogado en la preparación de vistas"),
        ("Ayudé a trasladar los servidores", "Eché una mano en la migración de los servidores"),
        ("Corté y teñí el pelo a una clientela fija", "Cortes y tintes a clientela fija"),
        ("Instalé placas solares en 35 tejados", "Montaje de paneles solares en 35 cubiertas"),
        ("Reparé ordenadores de 150 puestos", "Reparación informática de 150 equipos"),
        ("Emito unas 600 facturas al mes", "Emisión mensual de unas 600 facturas"),
        ("Supervisé el turno de noche", "Supervisión del turno nocturno"),
        ("Coordiné a 8 auxiliares de ayuda a domicilio", "Coordinación de 8 auxiliares a domicilio"),
        (
            "Migré 45 módulos sin interrumpir las entregas",
            "45 módulos migrados sin detener las entregas",
        ),
        ("Muestro la bodega a los visitantes", "Mostré la bodega a visitantes"),
        ("Atendí a clientela extranjera", "Atención a clientes de fuera de España"),
        ("Organicé archivos. No elaboro nóminas", "Las nóminas no entran en mi trabajo"),
        ("Llevé la contabilidad de 30 autónomos", "Contabilidad de treinta autónomos"),
        ("Recibí a los huéspedes del hotel", "Recepcionista: acogida de huéspedes en el hotel"),
    ],
)
def test_a_spanish_line_may_say_it_in_other_words(source: str, line: str) -> None:
    verdict = _held(_SPANISH, source, line)
    assert verdict.verdict is not Verdict.UNSUPPORTED, verdict.claims


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("Impartí talleres de lectura", "Talleres de lectura y teatro"),
        ("Preparé pedidos en cámara", "Preparación y envío de pedidos en cámara"),
        ("Traduje contratos del alemán", "Traducción y corrección de contratos del alemán"),
        ("Vendí ropa deportiva", "Compra de ropa deportiva"),
        ("Ordené los libros de la biblioteca", "Selección de los libros de la biblioteca"),
        ("Ayudé al abogado a preparar los juicios", "Preparación de juicios"),
        ("Propuse un nuevo plan de archivo", "Implanté un nuevo plan de archivo"),
        ("Coordiné las visitas de 8 auxiliares", "Dirigí a 8 auxiliares"),
        ("Superada la auditoría sin ninguna no conformidad", "Auditoría superada con una no conformidad"),
        ("Crié 80 ovejas", "Cría de 80 vacas"),
        ("Limpié las oficinas de 6 empresas", "Limpieza de las oficinas de 6 hospitales"),
    ],
)
def test_a_spanish_line_may_not_add_to_it(source: str, line: str) -> None:
    assert _held(_SPANISH, source, line).verdict is Verdict.UNSUPPORTED


@pytest.mark.parametrize(("line", "holds"), [("Anglais, niveau B1", True), ("Anglais, niveau B2", False)])
def test_a_level_by_letter_is_held_to_the_letter(line: str, holds: bool) -> None:
    skill = a_language("Anglais", "B1")
    verdict = judged(a_profile(skills=(skill,)), line, Source(SourceKind.SKILL, skill.id))
    assert (verdict.verdict is not Verdict.UNSUPPORTED) is holds


def test_the_level_of_a_certificate_is_held_to_the_word() -> None:
    skill = a_certificate("TOSA Excel avancé", "Isograd", "2020-02")
    source = Source(SourceKind.SKILL, skill.id)
    profile = a_profile(skills=(skill,))
    assert judged(profile, "Certification TOSA Excel, niveau expert", source).verdict is Verdict.UNSUPPORTED
    assert (
        judged(profile, "Certification TOSA Excel, niveau avancé", source).verdict is not Verdict.UNSUPPORTED
    )


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("es", "mostrar", "muestra"),
        ("es", "emito", "emision"),
        ("es", "presentarlos", "presentar"),
        ("es", "propusiera", "propuesta"),
        ("es", "bajaron", "bajar"),
        ("fr", "etendu", "extension"),
        ("fr", "fourni", "fourniture"),
        ("fr", "pesee", "peser"),
        ("fr", "constamment", "constant"),
    ],
)
def test_forms_of_one_word_share_a_root(language: str, one: str, other: str) -> None:
    assert forms_in(language, one) & forms_in(language, other)


def test_french_and_spanish_have_no_words_in_common_but_those_they_share() -> None:
    assert say_the_same("anomalie", ("bug",))
    assert not told_by("es", ["anomalie"]).groups & told_by("es", ["bug"]).groups


def test_what_is_denied_tells_nothing_but_that_it_was_done_without() -> None:
    assert not told_by("fr", ["!jamais !installer"]).groups
    assert told_by("fr", ["!sans !supervision"]).groups & told_by("fr", ["autonomie"]).groups


def test_to_do_without_supervision_is_to_be_independent() -> None:
    assert "scope.independence" in facts_of("Perfusions sans supervision").names
