"""What other languages call the columns and the files of the export, by the English names."""

from collections.abc import Mapping

from app.domain.shared.prose import fold

_COLUMNS = """
First Name: Vorname | Prénom
Last Name: Nachname | Nom de famille | Apellidos | Apellido
Address: Adresse | Dirección
Headline: Profil-Slogan | Profilslogan | Titre du profil | Titre de profil | Titular
Summary: Zusammenfassung | Info | Résumé | Extracto | Acerca de
Geo Location: Geografischer Standort | Lieu géographique | Emplacement géographique | Ubicación geográfica
Websites: Sites web | Sitios web | Webseiten
Company Name: Firmenname | Name des Unternehmens | Unternehmensname | Unternehmen | Firma
  | Nom de l'entreprise | Entreprise | Nombre de la empresa | Empresa
Title: Titel | Position | Jobtitel | Berufsbezeichnung | Titre | Intitulé du poste | Poste | Título | Cargo
  | Puesto
Description: Beschreibung | Descripción
Location: Ort | Standort | Lieu | Ubicación
Started On: Begonnen am | Beginn | Startdatum | Gestartet am | Date de début | Début | Commencé le
  | Fecha de inicio | Inicio
Finished On: Beendet am | Ende | Enddatum | Abgeschlossen am | Date de fin | Fin | Terminé le
  | Fecha de finalización | Fecha de fin
School Name: Name der Schule | Name der Hochschule | Schule | Hochschule | Nom de l'école | École
  | Établissement | Nombre de la institución educativa | Nombre de la escuela | Institución educativa
Degree Name: Abschluss | Name des Abschlusses | Nom du diplôme | Diplôme | Título académico | Titulación
Field Of Study: Studienfach | Studienrichtung | Domaine d'études | Disciplina académica | Campo de estudio
Notes: Notizen | Anmerkungen | Remarques | Notas
Activities: Aktivitäten | Activités | Actividades
Name: Bezeichnung
Proficiency: Kenntnisse | Sprachkenntnisse | Niveau | Nivel | Competencia
Authority: Aussteller | Zertifizierungsstelle | Organisme | Autorité | Entidad emisora | Entidad
License Number: Lizenznummer | Numéro de licence | Número de licencia
Email Address: E-Mail-Adresse | Adresse e-mail | Dirección de correo electrónico | Correo electrónico
Primary: Primär | Principale | Principal
Confirmed: Bestätigt | Confirmée | Confirmado
Number: Nummer | Telefonnummer | Numéro | Número
Type: Typ | Tipo
Role: Funktion | Rolle | Rôle | Función
Cause: Zweck | Anliegen | Causa
Issued On: Ausgestellt am | Date de délivrance | Délivré le | Fecha de expedición
Publisher: Verlag | Herausgeber | Éditeur | Editorial
Published On: Veröffentlicht am | Publié le | Date de publication | Fecha de publicación
"""
_FILES = """
profile: Profil | Perfil
positions: Positionen | Berufserfahrung | Postes | Expérience | Expériences | Puestos | Experiencia | Cargos
education: Ausbildung | Bildung | Formation | Formations | Études | Educación | Formación
skills: Kenntnisse | Fähigkeiten | Compétences | Aptitudes | Conocimientos y aptitudes
languages: Sprachen | Langues | Idiomas
certifications: Zertifikate | Zertifizierungen | Bescheinigungen | Certificaciones
projects: Projekte | Projets | Proyectos
honors: Auszeichnungen | Prix | Distinctions | Reconocimientos
emailaddresses: E-Mail-Adressen | Adresses e-mail | Direcciones de correo electrónico
phonenumbers: Telefonnummern | Numéros de téléphone | Números de teléfono
volunteering: Ehrenamt | Bénévolat | Voluntariado
publications: Veröffentlichungen | Publicaciones
courses: Kurse | Cours | Cursos
"""


def _table(text: str) -> Mapping[str, str]:
    """Every other name, folded, to the English one."""
    lines = text.strip().replace("\n  |", " |").splitlines()
    pairs = (line.partition(":")[::2] for line in lines)
    return {fold(name.strip()): english for english, names in pairs for name in names.split("|")}


_BY_COLUMN = _table(_COLUMNS)
_BY_FILE = {"".join(c for c in name if c.isalnum()): english for name, english in _table(_FILES).items()}
_OF_PEOPLE = {"nombre": "First Name", "nom": "Last Name"}
_OF_THINGS = {"nombre": "Name", "nom": "Name"}
_OF_SCHOOLS = {"Started On": "Start Date", "Finished On": "End Date"}


def english_file(plain: str) -> str:
    """A file's name without what is no letter."""
    return _BY_FILE.get(fold(plain), plain)


def english_columns(head: list[str]) -> list[str]:
    """As the English export names them; a name that nobody knows, or that would be there twice, stays."""
    named = [_BY_COLUMN.get(fold(name), name) for name in head]
    people = {"First Name", "Last Name", "Headline"} & set(named)
    also = _OF_PEOPLE if people else _OF_THINGS
    named = [also.get(fold(name), name) for name in named]
    if {"School Name", "Degree Name"} & set(named):
        named = [_OF_SCHOOLS.get(name, name) for name in named]
    return [new if named.count(new) == 1 else old for new, old in zip(named, head, strict=True)]
