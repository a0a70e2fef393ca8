"""Careers that were written after the rules, of trades, towns and employers that no list has."""

from collections.abc import Iterator

from tests.foreign.careers import Career, career_of

_FRESH = """
Philippa Dunmore
Farrier
philippa.dunmore@example.org
+44 1982 555 0143
Builth Wells
linkedin.com/in/philippadunmore
en
Farrier with twelve years at stables and racing yards, used to nervous horses and early starts.

JOB
Farrier
Pentwyn Forge
Llandrindod
2018-04 to now
Shoe forty horses a week at nine yards
Made surgical shoes with two veterinary practices
JOB
Journeyman Farrier
Harker and Bligh
Kington
2013-09 to 2018-03
Forged shoes by hand for working cobs
Kept the books of a mobile forge

SCHOOL
Diploma in Farriery
Hereford College
2009 to 2013

SKILLS
Hot shoeing; Forge welding; Lameness assessment; Invoicing
|||
Annegret Tiedemann
Geigenbauerin
annegret.tiedemann@example.org
+49 8823 555 017
Mittenwald
linkedin.com/in/annegrettiedemann
de
Geigenbauerin mit eigener Werkstatt und Erfahrung in der Restaurierung alter Bratschen und Celli.

JOB
Geigenbauerin
Werkstatt Hornsteiner
Krün
2016-02 to now
Zwölf neue Instrumente im Jahr gebaut
Stege und Stimmstöcke für vier Orchester angepasst
JOB
Bogenmacherin
Atelier Seyfarth
Wallgau
2011-09 to 2016-01
Historische Bögen behaart und gerichtet
Lieferanten für Ebenholz neu ausgewählt

SCHOOL
Gesellenbrief Geigenbau
Berufsfachschule Mittenwald
2008 to 2011

SKILLS
Lackieren; Restaurierung; Stimmen; Kundenberatung
|||
Gwenaëlle Le Bras
Ostréicultrice
gwenaelle.lebras@example.org
+33 2 97 55 01 44
Locmariaquer
linkedin.com/in/gwenaellelebras
fr
Ostréicultrice depuis dix ans, habituée aux grandes marées et à la vente directe sur les marchés.

JOB
Ostréicultrice
Les Parcs du Ruault
Locmariaquer
2017-03 to now
Élevage de quatre-vingts tonnes par an
Mise en place d'un bassin de purification
JOB
Matelot
Armement Kerdelhué
Étel
2012-06 to 2017-02
Pêche au casier sur un bateau de douze mètres
Entretien du moteur et des treuils

SCHOOL
BTS Aquaculture
Lycée maritime d'Étel
2010 to 2012

SKILLS
Conduite de bateau; Tri des huîtres; Vente directe; Traçabilité
|||
Remedios Cabrera
Esquiladora
remedios.cabrera@example.org
+34 927 555 018
Trujillo
linkedin.com/in/remedioscabrera
es
Esquiladora y pastora con diez campañas en la dehesa, acostumbrada a trabajar en cuadrilla.

JOB
Esquiladora
Cuadrilla Los Canchos
Logrosán
2018-04 to now
Esquilé nueve mil ovejas por campaña
Enseñé a tres aprendices a afilar las tijeras
JOB
Pastora
Finca Valdelacasa
Zorita
2012-10 to 2018-03
Cuidé un rebaño de seiscientas merinas
Ayudé en doscientos partos al año

SCHOOL
Técnico en Producción Agropecuaria
IES Gonzalo Torres
2010 to 2012

SKILLS
Esquileo; Manejo de rebaños; Quesería; Carné de tractor
"""


def fresh() -> Iterator[Career]:
    for text in _FRESH.split("|||"):
        text = text.replace("\nJOB\n", "\n\nJOB\n").replace("\n\n\nJOB", "\n\nJOB")
        yield career_of(text, sealed=True)
