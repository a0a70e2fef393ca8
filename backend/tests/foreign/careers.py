"""Invented careers of many trades, in four languages.

The sealed ones are not looked at while rules are made.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    title: str
    company: str
    place: str
    start: tuple[int, int]
    end: tuple[int, int] | None
    bullets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class School:
    degree: str
    school: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Career:
    name: str
    headline: str
    email: str
    phone: str
    place: str
    link: str
    language: str
    summary: str
    jobs: tuple[Job, ...]
    schools: tuple[School, ...]
    skills: tuple[str, ...]
    sealed: bool = False


def career_of(text: str, *, sealed: bool) -> Career:
    head, *blocks = text.strip().split("\n\n")
    name, headline, email, phone, place, link, language, summary = head.split("\n")
    jobs: list[Job] = []
    schools: list[School] = []
    skills: tuple[str, ...] = ()
    for block in blocks:
        kind, *rest = block.split("\n")
        if kind == "JOB":
            title, company, where, years, *bullets = rest
            start, end = years.split(" to ")
            jobs.append(Job(title, company, where, _month(start) or (0, 0), _month(end), tuple(bullets)))
        elif kind == "SCHOOL":
            degree, school, years = rest
            begin, end = years.split(" to ")
            schools.append(School(degree, school, int(begin), int(end)))
        else:
            skills = tuple(rest[0].split("; "))
    return Career(
        name, headline, email, phone, place, link, language, summary,
        tuple(jobs), tuple(schools), skills, sealed,
    )  # fmt: skip


def _month(said: str) -> tuple[int, int] | None:
    if said == "now":
        return None
    year, month = said.split("-")
    return int(year), int(month)


OPEN = """
Marianne Ostrowski
Registered Nurse
marianne.ostrowski@quaymail.example
+1 207 555 0143
Portland, Maine
linkedin.com/in/marianne-ostrowski
en
Registered nurse with eleven years on medical and surgical wards, calm with frightened patients.

JOB
Charge Nurse
Casco Bay Medical Center
Portland, ME
2019-03 to now
Led a team of nine nurses on a 32-bed surgical ward through two winters of influenza.
Cut medication errors by 28 % with a second check at the bedside.
Trained fourteen new nurses in wound care and safe handling.

JOB
Staff Nurse
Penobscot Valley Hospital
Bangor, ME
2014-06 to 2019-02
Cared for up to six patients after surgery on each shift.
Wrote the discharge checklist that the ward still uses today.

SCHOOL
Bachelor of Science in Nursing
University of Southern Maine
2010 to 2014

SKILLS
Wound care; Triage; Patient education; Electronic health records; Phlebotomy
=====
Tobias Rademacher
Elektroniker für Betriebstechnik
t.rademacher@werkpost.example
+49 231 5550178
Dortmund
xing.com/profile/Tobias_Rademacher
de
Elektroniker mit zwölf Jahren Erfahrung in der Instandhaltung von Förderanlagen und Schaltschränken.

JOB
Elektroniker Instandhaltung
Westfälische Fördertechnik GmbH
Dortmund
2017-04 to now
Wartung und Reparatur von achtzehn Förderanlagen im Dreischichtbetrieb.
Stillstandszeiten durch vorbeugende Prüfungen um 22 % gesenkt.

JOB
Betriebselektriker
Stahlwerk Hohenlimburg AG
Hagen
2012-09 to 2017-03
Fehlersuche an Antrieben und Steuerungen der Walzstraße.
Prüfung ortsfester Anlagen nach DGUV Vorschrift 3.

SCHOOL
Ausbildung zum Elektroniker für Betriebstechnik
Berufskolleg Hagen
2009 to 2012

SKILLS
SPS-Programmierung; Schaltschrankbau; Messtechnik; Hydraulik; AutoCAD
=====
Hélène Castagnier
Responsable logistique
helene.castagnier@courrier.example
+33 4 78 55 01 92
Lyon
linkedin.com/in/helene-castagnier
fr
Responsable logistique avec neuf ans d'expérience dans la distribution alimentaire et les produits frais.

JOB
Responsable logistique
Comptoir Frais du Rhône
Lyon
2018-01 to now
Encadrement de vingt-quatre préparateurs de commandes sur deux quais.
Réduction des retards de livraison de 31 % en un an.

JOB
Coordinatrice transport
Transports Beaujolais SARL
Villefranche-sur-Saône
2014-09 to 2017-12
Planification quotidienne de quarante tournées régionales.
Négociation des contrats avec six affréteurs.

SCHOOL
Licence professionnelle Logistique
Université Lumière Lyon 2
2011 to 2014

SKILLS
Gestion des stocks; SAP; Excel; Planification; Négociation
=====
Rosario Villalba Pineda
Jefa de cocina
rosario.villalba@correo.example
+34 954 55 01 37
Sevilla
linkedin.com/in/rosario-villalba
es
Jefa de cocina con trece años de experiencia en cocina andaluza, banquetes y formación de equipos jóvenes.

JOB
Jefa de cocina
Restaurante La Alameda
Sevilla
2016-05 to now
Dirección de un equipo de once cocineros y tres aprendices.
Reducción del desperdicio de alimentos en un 19 %.

JOB
Segunda de cocina
Hotel Mirador del Puerto
Cádiz
2011-03 to 2016-04
Preparación de banquetes de hasta trescientos comensales.
Control de proveedores, pedidos y almacén.

SCHOOL
Técnico Superior en Dirección de Cocina
Escuela de Hostelería de Sevilla
2008 to 2010

SKILLS
Control de costes; Gestión de equipos; Repostería; Seguridad alimentaria
=====
Desmond Achterberg
Site Manager
d.achterberg@buildpost.example
+44 161 496 0152
Manchester
linkedin.com/in/desmond-achterberg
en
Site manager who has brought housing schemes in on time since 2009, from ground works to handover.

JOB
Site Manager
Pennine Homes Ltd
Manchester
2017-02 to now
Ran a scheme of 84 houses with up to 60 trades on site each day.
Finished four weeks early and 3 % under budget.

JOB
Assistant Site Manager
Calder Construction
Leeds
2012-01 to 2017-01
Planned deliveries, scaffolding and inspections for six blocks of flats.
Kept the site free of reportable accidents for 41 months.

JOB
Joiner
Hartley and Sons
Bradford
2007-07 to 2011-12
First and second fix joinery in new housing.

SCHOOL
HND Construction Management
Leeds College of Building
2009 to 2011

SKILLS
Health and safety; Scheduling; AutoCAD; Quality control; Contract management
=====
Priscilla Onwuachi
Primary School Teacher
p.onwuachi@schoolmail.example
(416) 555-0186
Toronto, Ontario
linkedin.com/in/priscilla-onwuachi
en
Teacher of young children who believes that reading aloud every day changes how a class listens.

JOB
Grade 3 Teacher
Maple Hollow Public School
Toronto, ON
2018-09 to now
Teach a class of 26 children, five of them with individual plans.
Raised reading levels for 21 of 26 children within one year.

JOB
Teaching Assistant
Harbourfront Elementary School
Toronto, ON
2016-09 to 2018-06
Led small groups in reading and arithmetic.

SCHOOL
Bachelor of Education
York University
2012 to 2016

SKILLS
Lesson planning; Classroom management; Special education; Google Classroom
"""
SEALED = """
Callum Fairweather
Commercial Diver
callum.fairweather@seapost.example
+44 1224 496 017
Aberdeen
linkedin.com/in/callum-fairweather
en
Commercial diver with fourteen seasons on inspection and repair below offshore platforms.

JOB
Diving Supervisor
Northern Subsea Services Ltd
Aberdeen
2018-05 to now
Supervise crews of six divers on saturation and surface work.
Planned 212 dives without a lost day.

JOB
Commercial Diver
Moray Marine Contractors
Inverness
2010-04 to 2018-04
Welded, cut and inspected steel at depths of up to 50 metres.
Filmed and reported defects for the owners of the platforms.

SCHOOL
Certificate in Underwater Welding
Fort William College
2009 to 2010

SKILLS
Underwater welding; Risk assessment; First aid; Rigging
=====
Annegret Sommerkamp
Steuerfachangestellte
annegret.sommerkamp@kanzleipost.example
+49 511 5550163
Hannover
xing.com/profile/Annegret_Sommerkamp
de
Steuerfachangestellte mit Schwerpunkt Lohnabrechnung und Jahresabschlüsse für Handwerksbetriebe.

JOB
Steuerfachangestellte
Kanzlei Brinkmann und Partner
Hannover
2015-08 to now
Lohnabrechnung für sechzig Mandanten mit rund 900 Beschäftigten.
Vorbereitung von Jahresabschlüssen und Steuererklärungen.

JOB
Buchhalterin
Autohaus Leinetal GmbH
Hildesheim
2010-08 to 2015-07
Kreditoren- und Debitorenbuchhaltung mit DATEV.
Einführung der digitalen Belegablage.

SCHOOL
Ausbildung zur Steuerfachangestellten
Berufsbildende Schule Hannover
2007 to 2010

SKILLS
DATEV; Lohnabrechnung; Excel; Jahresabschluss
=====
Bastien Roquefeuil
Ébéniste
bastien.roquefeuil@atelier.example
+33 5 61 55 01 48
Toulouse
linkedin.com/in/bastien-roquefeuil
fr
Ébéniste formé à la restauration de meubles anciens, à l'aise au dessin comme à la pose chez le client.

JOB
Ébéniste
Atelier des Carmes
Toulouse
2016-02 to now
Restauration de plus de cent quarante meubles du dix-huitième siècle.
Formation de trois apprentis.

JOB
Menuisier poseur
Menuiserie Garonne SAS
Montauban
2011-09 to 2016-01
Pose de cuisines et d'escaliers chez les particuliers.
Relevé de cotes et dessin des plans.

SCHOOL
CAP Ébéniste
Lycée des métiers du bois
2009 to 2011

SKILLS
Placage; Marqueterie; Dessin technique; Vernis au tampon
=====
Ignacio Berrocal Sáez
Técnico de laboratorio
ignacio.berrocal@correo.example
+34 985 55 01 74
Oviedo
linkedin.com/in/ignacio-berrocal
es
Técnico de laboratorio clínico con diez años de experiencia en hematología y control de calidad.

JOB
Técnico de laboratorio
Hospital Santa Bárbara
Oviedo
2017-10 to now
Análisis de unas cuatrocientas muestras de sangre al día.
Implantación del control de calidad según la norma ISO 15189.

JOB
Auxiliar de laboratorio
Clínica del Naranco
Gijón
2013-01 to 2017-09
Recepción, etiquetado y archivo de muestras.
Mantenimiento diario de los equipos.

SCHOOL
Técnico Superior en Laboratorio Clínico
Instituto Fleming
2010 to 2012

SKILLS
Hematología; Control de calidad; Microscopía; Bioquímica
=====
Theodora Lindqvist-Bray
Store Manager
theodora.bray@shopmail.example
+1 (612) 555-0129
Minneapolis, Minnesota
linkedin.com/in/theodora-bray
en
Store manager who turned two losing branches round by listening to customers and to the people at the till.

JOB
Store Manager
Lakeland Outfitters Inc
Minneapolis, MN
2019-08 to now
Run a branch with 34 staff and sales of $6.2M a year.
Raised sales per visit by 12 % in two seasons.

JOB
Assistant Manager
Great Northern Grocers
Duluth, MN
2015-05 to 2019-07
Planned shifts for 48 people in three departments.
Lowered shrinkage from 2.1 % to 1.3 %.

SCHOOL
Associate of Arts in Business
Lake Superior College
2013 to 2015

SKILLS
Merchandising; Inventory management; Customer service; Scheduling
=====
Obadiah Crewe
Long Haul Driver
obadiah.crewe@roadpost.example
+1 406 555 0117
Billings, Montana
linkedin.com/in/obadiah-crewe
en
Driver with two million miles behind him and no accident of his own, at home on mountain roads.

JOB
Long Haul Driver
Big Sky Freight LLC
Billings, MT
2014-11 to now
Haul refrigerated loads over eleven states on schedule.
Taught nine drivers to chain up and to drive on ice.

JOB
Delivery Driver
Yellowstone Bakery Supply
Bozeman, MT
2010-03 to 2014-10
Served 35 stops a day with a straight truck.

SCHOOL
High School Diploma
Gallatin High School
2004 to 2008

SKILLS
Defensive driving; Load securing; Route planning; Vehicle inspection
"""


def careers() -> list[Career]:
    halves = ((OPEN, False), (SEALED, True))
    return [career_of(text, sealed=sealed) for half, sealed in halves for text in half.split("=====")]
