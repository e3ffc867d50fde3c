"""Bevindingen of the example."""

from __future__ import annotations

from checker.kaders.model import Niveau, Oordeel
from checker.resultaat import Bevinding, Praktijktoets
from tests.rapporten.voorbeeld_bouw import (
    HANDBOEK,
    KLACHTEN,
    LANG,
    MELDCODE,
    NOTULEN,
    REGISTER,
    VIJANDIG,
    bevinding,
    bewijs,
    onderdeel,
)


def _klachten() -> Bevinding:
    return bevinding(
        "JIJ-1.1",
        Oordeel.AANGETOOND,
        "De klachtenregeling werkt",
        niveau=Niveau.WERKING,
        reden="Alle drie onderdelen hebben direct bewijs op het niveau dat nodig is.",
        pdca=("plan", "do", "check"),
        onderdelen=(
            onderdeel("JIJ-1.1-a", "Er is een klachtenregeling.", "gedekt", bewijs=(0,)),
            onderdeel(
                "JIJ-1.1-b",
                "Klachten worden geregistreerd en afgehandeld.",
                "gedekt",
                niveau=Niveau.WERKING,
                bewijs=(1, 2),
            ),
        ),
        bewijs=(
            bewijs(
                KLACHTEN,
                "Een cliënt kan binnen zes weken een klacht indienen bij de klachtencommissie.",
                pagina=3,
                sectie=("2 Klachten", "2.1 Indienen"),
                onderdelen=("JIJ-1.1-a",),
            ),
            bewijs(
                REGISTER,
                "K-2025-04 | 12-05-2025 | Te late terugbelafspraak | Gegrond | Afgehandeld",
                plaats="blad Klachten, rij 7",
                niveau=Niveau.WERKING,
                onderdelen=("JIJ-1.1-b",),
            ),
            bewijs(
                NOTULEN,
                "De vier klachten van 2025 zijn besproken; de terugbelafspraak is aangepast.",
                niveau=Niveau.BESTAAN,
                sterkte="indirect",
                onderdelen=("JIJ-1.1-b",),
            ),
        ),
        praktijktoets=(Praktijktoets(soort="interview", rol="cliënt", vraag="Weet u waar u een klacht kunt indienen?"),),
        beoordeling={
            "oordeel": "grotendeels",
            "beoordelaar": "M. de Vries",
            "datum": "2026-11-23",
            "reden": "Het register mist de laatste drie maanden.",
        },
    )


def _inspraak() -> Bevinding:
    return bevinding(
        "JIJ-1.2",
        Oordeel.GROTENDEELS,
        "Jeugdigen en ouders praten mee",
        niveau=Niveau.OPZET,
        zekerheid="waarschijnlijk",
        reden="Twee van de drie onderdelen zijn gedekt.",
        gewicht=2.0,
        risico="Zonder inspraak sluit de hulp niet aan en mist de praktijk signalen.",
        wet_nu="Artikel 4.2.5 Jeugdwet regelt nu de medezeggenschap.",
        onderdelen=(
            onderdeel("JIJ-1.2-a", "Inspraak is geregeld.", "gedekt", bewijs=(0,)),
            onderdeel("JIJ-1.2-b", "Het hulpplan wordt samen gemaakt.", "gedekt", bewijs=(0,)),
            onderdeel(
                "JIJ-1.2-c",
                "De jeugdige voelt zich gehoord.",
                "niet_uit_papier",
                niveau=Niveau.WERKING,
                reden="Dit blijkt alleen uit gesprekken.",
            ),
        ),
        bewijs=(
            bewijs(
                HANDBOEK,
                "Wij stellen het hulpplan samen met de jeugdige en de ouders op.",
                sectie=("4 Hulpverlening",),
                onderdelen=("JIJ-1.2-a", "JIJ-1.2-b"),
            ),
        ),
        praktijktoets=(
            Praktijktoets(soort="interview", rol="jeugdige", vraag="Wordt er naar je geluisterd?"),
            Praktijktoets(
                soort="dossier",
                rol="jeugdige",
                vraag="Staat de mening van de jeugdige in het plan?",
            ),
        ),
    )


def _personeel() -> Bevinding:
    return bevinding(
        "JIJ-2.1",
        Oordeel.GEDEELTELIJK,
        "Medewerkers zijn geregistreerd en hebben een VOG",
        thema="Deskundigheid",
        niveau=Niveau.OPZET,
        zekerheid="te_beoordelen",
        gewicht=3.0,
        risico="Een medewerker zonder geldige VOG of registratie werkt met kinderen.",
        reden="Eén van de drie onderdelen is gedekt; de registratie is alleen een voornemen.",
        onderdelen=(
            onderdeel("JIJ-2.1-a", "Een VOG is verplicht.", "gedekt", bewijs=(0,)),
            onderdeel(
                "JIJ-2.1-b",
                "Er is een overzicht van geldige VOG's.",
                "niet_gedekt",
                niveau=Niveau.BESTAAN,
                hiaat="Geen overzicht van VOG's met datum gevonden.",
                advies="Maak een VOG-register met naam, datum van afgifte en controle.",
            ),
            onderdeel(
                "JIJ-2.1-c",
                "Medewerkers zijn geregistreerd bij SKJ.",
                "deels",
                niveau=Niveau.BESTAAN,
                tegenbewijs=(0,),
                hiaat="De registratie is een voornemen.",
                advies="Voeg bewijs van inschrijving in het SKJ-register toe.",
            ),
        ),
        bewijs=(
            bewijs(
                HANDBOEK,
                "Iedere nieuwe medewerker levert vóór de eerste werkdag een VOG in.",
                sectie=("6 Personeel", "6.2 Werving en selectie"),
                pagina=14,
                onderdelen=("JIJ-2.1-a",),
            ),
            bewijs(HANDBOEK, VIJANDIG, plaats="tabel 2, rij 4", sterkte="indirect"),
            bewijs(HANDBOEK, LANG, plaats="alinea 99", sterkte="indirect"),
        ),
        tegenbewijs=(
            bewijs(
                HANDBOEK,
                "In 2026 willen wij alle medewerkers laten registreren bij SKJ.",
                uitspraak="voornemen",
                onderdelen=("JIJ-2.1-c",),
                cue="willen",
            ),
        ),
        hiaten=(
            "Geen overzicht van VOG's met datum gevonden.",
            "De registratie is een voornemen.",
        ),
        advies=(
            "Maak een VOG-register met naam, datum van afgifte en controle.",
            "Voeg bewijs van inschrijving in het SKJ-register toe.",
        ),
        ontbrekende_documenten=("VOG-register", "Bewijs van inschrijving SKJ"),
    )


def _bejegening() -> Bevinding:
    return bevinding(
        "JIJ-2.2",
        Oordeel.NIET_AANGETOOND,
        "Medewerkers gaan respectvol om met jeugdigen",
        thema="Deskundigheid",
        zekerheid="te_beoordelen",
        reden="Respect is niet uit documenten vast te stellen.",
        onderdelen=(
            onderdeel(
                "JIJ-2.2-a",
                "Medewerkers zijn respectvol.",
                "niet_uit_papier",
                niveau=Niveau.WERKING,
            ),
        ),
        praktijktoets=(Praktijktoets(soort="interview", rol="jeugdige", vraag="Hoe gaan de begeleiders met je om?"),),
    )


def _gesloten() -> Bevinding:
    return bevinding(
        "JIJ-3.1",
        Oordeel.NIET_VAN_TOEPASSING,
        "Vrijheidsbeperking is geregeld",
        thema="Veiligheid",
        reden="De praktijk biedt geen gesloten jeugdhulp (praktijk.yaml).",
        onderdelen=(onderdeel("JIJ-3.1-a", "Er is beleid voor beperking.", "niet_van_toepassing"),),
    )


def _meldcode() -> Bevinding:
    return bevinding(
        "JIJ-3.2",
        Oordeel.NIET_AANGETOOND,
        "De meldcode is ingevoerd",
        thema="Veiligheid",
        gewicht=3.0,
        risico="Signalen van mishandeling blijven liggen.",
        reden="De meldcode is nog onder revisie; er is geen bewijs dat hij geldt.",
        onderdelen=(
            onderdeel(
                "JIJ-3.2-a",
                "Er is een vastgestelde meldcode.",
                "niet_gedekt",
                tegenbewijs=(0,),
                hiaat="Geen vastgestelde meldcode gevonden.",
                advies="Stel de meldcode vast met datum en handtekening.",
            ),
        ),
        tegenbewijs=(
            bewijs(
                MELDCODE,
                "Deze meldcode is onder revisie en nog niet vastgesteld.",
                uitspraak="in_ontwikkeling",
                onderdelen=("JIJ-3.2-a",),
                cue="onder revisie",
            ),
        ),
        hiaten=("Geen vastgestelde meldcode gevonden.",),
        advies=("Stel de meldcode vast met datum en handtekening.",),
        ontbrekende_documenten=("Vastgestelde meldcode",),
    )


def _label() -> tuple[Bevinding, ...]:
    return (
        bevinding(
            "KL-1.1",
            Oordeel.AANGETOOND,
            "Elke cliënt heeft een plan",
            niveau=Niveau.OPZET,
            onderdelen=(onderdeel("KL-1.1-a", "Er is een plan.", "gedekt", bewijs=(0,)),),
            bewijs=(
                bewijs(
                    HANDBOEK,
                    "Wij stellen het hulpplan samen met de jeugdige en de ouders op.",
                    onderdelen=("KL-1.1-a",),
                ),
            ),
        ),
        bevinding(
            "KL-1.2",
            Oordeel.NIET_AANGETOOND,
            "De praktijk meet tevredenheid",
            gewicht=2.0,
            reden="Er is geen bewijs gevonden in de aangeleverde documenten.",
            onderdelen=(
                onderdeel(
                    "KL-1.2-a",
                    "Tevredenheid wordt elk jaar gemeten.",
                    "niet_gedekt",
                    niveau=Niveau.WERKING,
                    hiaat="Geen meting van tevredenheid gevonden.",
                    advies="Meet elk jaar en leg de uitkomst en de verbeteringen vast.",
                ),
            ),
            hiaten=("Geen meting van tevredenheid gevonden.",),
            advies=("Meet elk jaar en leg de uitkomst en de verbeteringen vast.",),
            ontbrekende_documenten=("Rapport tevredenheidsonderzoek",),
        ),
    )


def normen() -> tuple[Bevinding, ...]:
    """Build the bevindingen of both kaders: every oordeel, and one that paper cannot show."""
    jij = (_klachten(), _inspraak(), _personeel(), _bejegening(), _gesloten(), _meldcode())
    return (*jij, *_label())
