"""LinkedIn's export as it comes in German, French and Spanish."""

import io
from zipfile import ZipFile

import pytest

from app.domain.profile.formats import read_file
from app.domain.profile.json_resume import Reading
from app.domain.profile.model import SkillCategory
from app.domain.shared.time import PartialDate

GERMAN = {
    "Profil.csv": "Vorname,Nachname,Profil-Slogan,Zusammenfassung\nJana,Wolf,Pflegefachkraft,Ruhig.",
    "Positionen.csv": (
        "Firmenname,Titel,Beschreibung,Ort,Begonnen am,Beendet am\n"
        "Klinik Nord,Pflegefachkraft,Nachtdienst.,Kiel,März 2019,Dez. 2021\n"
        "Klinik Süd,Stationsleitung,,Ulm,Jan. 2022,"
    ),
    "Ausbildung.csv": "Name der Schule,Startdatum,Enddatum,Abschluss\nPflegeschule Kiel,2015,2018,Examen",
    "Sprachen.csv": "Name,Sprachkenntnisse\nDeutsch,Muttersprache",
    "Kenntnisse.csv": "Name\nWundversorgung",
}
FRENCH = {
    "Profil.csv": "Prénom,Nom,Titre du profil,Résumé\nJana,Wolf,Infirmière,Calme.",
    "Postes.csv": (
        "Nom de l'entreprise,Intitulé du poste,Description,Lieu,Date de début,Date de fin\n"
        "Klinik Nord,Infirmière,Nuits.,Lille,mars 2019,déc. 2021\nKlinik Süd,Cadre,,Metz,janv. 2022,"
    ),
    "Formation.csv": "Nom de l'école,Date de début,Date de fin,Nom du diplôme\nIFSI Lille,2015,2018,DE",
    "Langues.csv": "Nom,Niveau\nFrançais,Langue maternelle",
    "Compétences.csv": "Nom\nSoins des plaies",
}
SPANISH = {
    "Perfil.csv": "Nombre,Apellidos,Titular,Extracto\nJana,Wolf,Enfermera,Tranquila.",
    "Puestos.csv": (
        "Nombre de la empresa,Cargo,Descripción,Ubicación,Fecha de inicio,Fecha de finalización\n"
        "Klinik Nord,Enfermera,Noches.,Vigo,marzo de 2019,dic. 2021\nKlinik Süd,Jefa,,León,ene. 2022,"
    ),
    "Educación.csv": (
        "Nombre de la institución educativa,Fecha de inicio,Fecha de finalización,Titulación\n"
        "Escuela de Vigo,2015,2018,Grado"
    ),
    "Idiomas.csv": "Nombre,Nivel\nEspañol,Nativo",
    "Aptitudes.csv": "Nombre\nCuidado de heridas",
}


def read(files: dict[str, str]) -> Reading:
    data = io.BytesIO()
    with ZipFile(data, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return read_file(data.getvalue()).reading


@pytest.mark.parametrize("files", [GERMAN, FRENCH, SPANISH], ids=["de", "fr", "es"])
@pytest.mark.parametrize("named", [True, False], ids=["named", "nameless"])
def test_each_table_finds_its_place_in_any_of_them(files: dict[str, str], named: bool) -> None:
    known = files if named else {f"{n} {list(files)[n]}": text for n, text in enumerate(files.values())}

    reading = read(known)

    assert reading.full_name == "Jana Wolf"
    assert reading.headline
    assert reading.professional_summary
    first, second = reading.experiences
    assert (first.company, first.description is not None) == ("Klinik Nord", True)
    assert (first.start_date, first.end_date) == (PartialDate(2019, 3), PartialDate(2021, 12))
    assert (second.start_date, second.end_date) == (PartialDate(2022, 1), None)
    [school] = reading.education
    assert (school.start_date, school.end_date) == (PartialDate(2015), PartialDate(2018))
    assert school.degree
    kinds = sorted(skill.category for skill in reading.skills)
    assert kinds == [SkillCategory.LANGUAGE, SkillCategory.TECHNICAL][: 2 if named else 1]
    assert all(skill.name for skill in reading.skills)
    assert len(reading.unplaced) == (0 if named else 1), "a list of names alone says nothing of its kind"


def test_a_column_that_nobody_knows_is_reported() -> None:
    reading = read({"Positionen.csv": "Firmenname,Titel,Lieblingsfarbe\nKlinik Nord,Leitung,Blau"})

    assert [each.field for each in reading.unplaced] == ["/Positionen.csv/0/Lieblingsfarbe"]
