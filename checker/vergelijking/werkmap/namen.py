"""Namen: sheets and columns that formulas and the way back in rely on."""

from __future__ import annotations

OVERZICHT = "Overzicht"
KNOCK_OUT = "Knock-out"
BEWIJS = "Bewijs"
MOTIVERING = "Motivering"
VRAGEN = "Vragen"
BEOORDELAARS = "Beoordelaars"
VEROUDERD = "Verouderd"
GELIJK = "Gelijke teksten"
GEVOELIGHEID = "Gevoeligheid"
LOGBOEK = "Logboek"

NORM_RIJ = 4
TITEL_RIJ = 5
SOORT_RIJ = 6
UITVRAAG_RIJ = 7
GEWICHT_RIJ = 8
MINIMUM_RIJ = 9
KOP_RIJ = 10
"""Rows (from 1) of Overzicht above the aanbieders."""
EERSTE_CRITERIUM = 12
"""Column (from 0) of Overzicht where the scores begin."""

LIJST_KOP = 4
"""Row (from 1) of the headers on every other sheet."""

AANBIEDER = "Aanbieder"
CRITERIUM_ID = "criterium_id"
CONSENSUS = "Consensus"
TOELICHTING = "Toelichting"
VOLGNUMMER = "Volgnummer"
DEFINITIEF = "Definitieve tekst"
GECONTROLEERD = "Gecontroleerd door"
OPMERKING = "Opmerking"
VRAAG = "Vraag"
ANTWOORD = "Antwoord"
DOCUMENT = "Document"
CITAAT = "Citaat"
UITLEG = "Uitleg van de commissie"
NORM = "Norm"
GEWICHT_UITVRAAG = "Gewicht volgens de uitvraag"
GEWICHT = "Gewicht (aan te passen)"
MINIMUM = "Minimum"
"""Words before the rows of Overzicht above the aanbieders, in the first column; a workbook of before has them right before the scores."""
OVERZICHT_REKENT = frozenset({"Rang", "Totaal (0-100)", "Minimum niet gehaald", "Te verifiëren", "Niet te lezen", "Criteria geteld"})
"""Headers of Overzicht over columns with a formula."""
RATERS = ("Beoordelaar 1", "Beoordelaar 2", "Beoordelaar 3")

MARKERS = {"niet van toepassing": "nvt", "niet gelezen": "niet gelezen", "geen documenten": "geen documenten"}
"""Words that stand in a score cell where there is no score."""
