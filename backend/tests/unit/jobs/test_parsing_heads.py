"""Heads of postings in other styles: who looks for whom, where the section after it begins at once."""

import pytest

from app.domain.jobs.parsing import parse_posting

HEADS = [
    ("Night Nurse\nSt Mary's, Cardiff\nWe ask for\n- Registration\n", "Night Nurse", "St Mary's"),
    ("Night Nurse\nWe ask for\n- Registration with the NMC\n", "Night Nurse", None),
    ("Forklift Driver\nTesco\nWe offer you\n- Free parking\n", "Forklift Driver", "Tesco"),
    ("Baker\nYou bring along\n- Two years at an oven\n", "Baker", None),
    ("Bus Driver\nWhat you bring\n- A licence\n", "Bus Driver", None),
    ("Accountant\nOur expectations\n- A degree\n", "Accountant", None),
    ("Infirmier de nuit\nNous demandons\n- Un diplôme d'État\n", "Infirmier de nuit", None),
    ("Boulanger\nNous vous offrons\n- Un CDI\n", "Boulanger", None),
    ("Comptable\nMaison Dupont SARL\nVous apportez\n- De la rigueur\n", "Comptable", "Maison Dupont SARL"),
    ("Vendeur\nCe que nous attendons\n- Le sens du service\n", "Vendeur", None),
    ("Pflegefachkraft\nWir erwarten\n- Examen\n", "Pflegefachkraft", None),
    ("Bäcker\nDu bringst mit\n- Freude am Teig\n", "Bäcker", None),
    ("Buchhalter\nMüller GmbH\nWas wir verlangen\n- Eine Ausbildung\n", "Buchhalter", "Müller GmbH"),
    ("Busfahrer\nDas solltest du mitbringen\n- Führerschein D\n", "Busfahrer", None),
    ("Koch\nGasthof Adler GmbH, Freiburg\nWir suchen jemanden\n- mit Ruhe\n", "Koch", "Gasthof Adler GmbH"),
    ("Enfermera de noche\nPedimos\n- Título oficial\n", "Enfermera de noche", None),
    ("Panadero\nTe pedimos\n- Experiencia de dos años\n", "Panadero", None),
    ("Contable\nNosotros ofrecemos\n- Contrato indefinido\n", "Contable", None),
    (
        "Conductor\nTransportes Ruiz S.L.\nLo que buscamos\n- Permiso C\n",
        "Conductor",
        "Transportes Ruiz S.L.",
    ),
    ("Nattsjuksköterska\nVi kräver\n- Legitimation\n", "Nattsjuksköterska", None),
    ("Bagare\nDu har med dig\n- Två års erfarenhet\n", "Bagare", None),
    ("Ekonom\nBergs Bygg AB\nVi förväntar oss\n- Noggrannhet\n", "Ekonom", "Bergs Bygg AB"),
    ("Busschaufför\nDet här behöver du\n- Körkort D\n", "Busschaufför", None),
]


@pytest.mark.parametrize(("text", "title", "company"), HEADS)
def test_what_opens_a_section_is_neither_a_post_nor_an_employer(
    text: str, title: str, company: str | None
) -> None:
    found = parse_posting(text)

    assert (found.title.value if found.title else None) == title
    assert (found.company.value if found.company else None) == company


@pytest.mark.parametrize("name", ["We Are Social", "Du Pont", "Our Lady Hospital", "Nos Bistros SARL"])
def test_a_name_may_begin_like_a_sentence(name: str) -> None:
    found = parse_posting(f"Baker\n{name}\n\nRequirements\n- An oven\n")

    assert (found.company.value if found.company else None) == name
