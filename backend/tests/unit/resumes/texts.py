"""Whole resumes of our own making, in the shapes that texts come in."""

NURSE = """\
Amara Lindqvist, RN
Registered Nurse
amara.lindqvist@example.org | (415) 555-0199 | Oakland, CA 94607
linkedin.com/in/amaralindqvist

PROFESSIONAL SUMMARY
Registered nurse with nine years in emergency and intensive care.

EXPERIENCE
Charge Nurse\tMarch 2019 - Present
Bayview Medical Center, Oakland, CA
\u2022 Led shifts of 14 nurses in a 32-bed emergency department
\u2022 Cut the time to triage from 19 to 11 minutes by moving
the first assessment to the door
Staff Nurse\tJune 2015 - February 2019
St. Brendan Hospital, San Jose, CA
\u2022 Cared for up to six patients on a surgical ward

EDUCATION
Bachelor of Science in Nursing
San Jose State University, 2015

SKILLS
Triage, wound care, IV therapy, Epic
LICENSES
Registered Nurse, California Board of Registered Nursing, 2015
LANGUAGES
English (native), Spanish (fluent)
INTERESTS
Long distance swimming and choir
"""

RUN_TOGETHER = (
    "ACCOUNTANT Summary Careful accountant with seven years of experience in audits "
    "and closing. Highlights Month-end closing Bank reconciliation QuickBooks "
    "Experience Senior Accountant January 2016 to Current Company Name \uff0d City , State"
    " Prepares monthly statements for four entities. Trains two juniors in "
    "reconciliations. Staff Accountant May 2012 to December 2015 Company Name \uff0d City "
    ", State Posted journal entries and paid suppliers. Education Bachelor of Science"
    " : Accounting 2012 State University City , State Skills Accounts payable, "
    "general ledger, QuickBooks, Excel"
)

GLUED = (
    "SummaryWarehouse lead who keeps orders moving.SkillsForklift\nInventory "
    "management\nRF scannerExperienceWarehouse Supervisor,09/2016 - CurrentKeystone "
    "Freight\u2013Memphis,TNSupervised 22 associates on two shifts.Raised order accuracy "
    "to 99 percent.Forklift Operator,03/2012 - 08/2016Delta Depot\u2013Memphis,TNLoaded "
    "thirty trailers a shift.EducationHigh School Diploma:2010Central High "
    "School\u2013Memphis,TN"
)

GERMAN = """\
Lebenslauf
Jana Bergmann
jana.bergmann@example.de
Tel.: +49 30 5550 1234
Adresse: 10115 Berlin

Berufserfahrung
M\u00e4rz 2018 \u2013 heute
Elektronikerin
Stadtwerke Nordhain GmbH, Berlin
- Wartung von 40 Schaltanlagen
- Einarbeitung von drei Auszubildenden
08/2013 bis 02/2018
Elektrikerin
Baubetrieb Kiesel AG, Potsdam
- Installation von Beleuchtung in Neubauten

Ausbildung
Gesellenbrief Elektronik
Berufsschule Potsdam
2010 \u2013 2013

Kenntnisse
SPS, Schaltpl\u00e4ne, Messtechnik
Sprachen
Deutsch (Muttersprache), Englisch (gut)
"""

FRENCH = """\
\u00c9lodie Marchand
Infirmi\u00e8re
elodie.marchand@example.fr
06 12 34 56 78
Lyon, France

Exp\u00e9rience professionnelle
Infirmi\u00e8re
H\u00f4pital Sainte-Claire, Lyon
septembre 2017 \u00e0 aujourd'hui
\u2022 Prise en charge de 12 patients par garde
Aide-soignante
Clinique des Tilleuls, Grenoble
f\u00e9vrier 2013 - ao\u00fbt 2017
\u2022 Soins d'hygi\u00e8ne et de confort

Formation
Dipl\u00f4me d'\u00c9tat d'infirmier
Institut de formation de Grenoble
2017

Comp\u00e9tences
Soins infirmiers, Pansements, Accueil
Langues
Fran\u00e7ais (langue maternelle), Anglais (courant)
"""

SPANISH = """\
Luc\u00eda Ferrer Ib\u00e1\u00f1ez
Contable
lucia.ferrer@example.es
+34 612 345 678
Valencia, Espa\u00f1a

Experiencia laboral
Contable
Transportes Levante S.L., Valencia
enero de 2016 - actualidad
\u2022 Cierre mensual de tres sociedades
Auxiliar administrativa
Grupo Almendro, Alicante
marzo 2012 - diciembre 2015
\u2022 Facturaci\u00f3n y archivo

Formaci\u00f3n
Grado en Administraci\u00f3n de Empresas
Universidad de Valencia
2011

Habilidades
Contabilidad, SAP, Excel
Idiomas
Espa\u00f1ol (nativo), Ingl\u00e9s (intermedio)
"""
