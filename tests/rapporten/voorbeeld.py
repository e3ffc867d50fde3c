"""A realistic resultaat in code: two kaders, all oordelen, all soorten of signalen."""

from __future__ import annotations

from collections import Counter

from checker.kaders.model import Niveau, Oordeel
from checker.resultaat import (
    Actie,
    Bevinding,
    Bewijs,
    DocumentRegel,
    DossierRegel,
    KaderRegel,
    OnderdeelUitkomst,
    Praktijktoets,
    Resultaat,
    Signaal,
)

VIJANDIG = (
    '=HYPERLINK("http://kwaad.example";"klik")\x00\x0b <script>alert(\'x\')</script> '
    "\u202egnp.exe\u202c e\u0301e\u0301n ]]> & {{ 7*7 }} \ud800\ufffe\x85 einde"
)
LANG = "Dit is een erg lang citaat uit een handboek dat maar doorgaat. " * 700

_HANDBOEK = "01 Beleid/Kwaliteitshandboek 2025.docx"
_KLACHTEN = "01 Beleid/Klachtenregeling.pdf"
_REGISTER = "03 Registraties/Klachtenregister 2025.xlsx"
_NOTULEN = "04 Overleg/Notulen MT 2026-03-12.docx"
_MELDCODE = "01 Beleid/Meldcode.docx"
_SHA = {
    pad: f"{nr:064x}"
    for nr, pad in enumerate((_HANDBOEK, _KLACHTEN, _REGISTER, _NOTULEN, _MELDCODE), 0xA1B2)
}
_LABELS_JIJ = {
    "aangetoond": "Voldoet",
    "grotendeels": "Voldoet grotendeels",
    "gedeeltelijk": "Voldoet grotendeels niet",
    "niet_aangetoond": "Voldoet niet",
    "niet_van_toepassing": "Niet van toepassing",
}
_LABELS_LABEL = {
    "aangetoond": "Voldoet",
    "grotendeels": "Voldoet deels",
    "gedeeltelijk": "Voldoet deels",
    "niet_aangetoond": "Voldoet niet",
    "niet_van_toepassing": "N.v.t.",
}
LABELS = {"jij_kader": _LABELS_JIJ, "kwaliteitslabel": _LABELS_LABEL}


def bewijs(  # noqa: PLR0913 - a builder with the fields of the model
    document: str,
    citaat: str,
    *,
    plaats: str = "alinea 12",
    pagina: int | None = None,
    sectie: tuple[str, ...] = (),
    uitspraak: str = "bevestigd",
    niveau: Niveau = Niveau.OPZET,
    sterkte: str = "direct",
    onderdelen: tuple[str, ...] = (),
    cue: str = "",
) -> Bewijs:
    """Build one quote."""
    return Bewijs(
        document=document,
        sha256=_SHA.get(document, "0" * 64),
        pagina=pagina,
        sectie=sectie,
        plaats=plaats,
        citaat=citaat,
        uitspraak=uitspraak,
        niveau=niveau,
        sterkte=sterkte,
        score=0.8 if sterkte == "direct" else 0.45,
        termen=tuple(citaat.lower().split()[:2]),
        onderdelen=onderdelen,
        cue=cue,
        context=f"De alinea ervoor. {citaat[:500]} De alinea erna.",
        vingerafdruk="ab12cd34",
    )


def onderdeel(  # noqa: PLR0913 - a builder with the fields of the model
    id_: str,
    tekst: str,
    status: str,
    *,
    niveau: Niveau = Niveau.OPZET,
    bewijs: tuple[int, ...] = (),
    tegenbewijs: tuple[int, ...] = (),
    hiaat: str = "",
    advies: str = "",
    reden: str = "",
) -> OnderdeelUitkomst:
    """Build one onderdeel with its outcome."""
    return OnderdeelUitkomst(
        id=id_,
        tekst=tekst,
        status=status,
        niveau=niveau,
        vereist=True,
        bewijs=bewijs,
        tegenbewijs=tegenbewijs,
        hiaat=hiaat,
        advies=advies,
        reden=reden,
    )


def bevinding(norm_id: str, oordeel: Oordeel, titel: str, **velden: object) -> Bevinding:
    """Build one bevinding; fields that are not given get a plain value."""
    kader_id = "jij_kader" if norm_id.startswith("JIJ") else "kwaliteitslabel"
    basis: dict[str, object] = {
        "norm_id": norm_id,
        "kader_id": kader_id,
        "nummer": norm_id.split("-", 1)[1],
        "thema": "Cliënt centraal",
        "element": "organisatie",
        "titel": titel,
        "toetsvraag": f"Laat de praktijk zien: {titel.lower()}?",
        "gewicht": 1.0,
        "oordeel": oordeel,
        "label": LABELS[kader_id][oordeel],
        "niveau": Niveau.GEEN,
        "zekerheid": "zeker",
        "reden": "Voor dit voorstel is naar alle vereiste onderdelen gekeken.",
        "risico": "",
        "wet_nu": "",
        "pdca": (),
        "onderdelen": (),
        "bewijs": (),
        "tegenbewijs": (),
        "hiaten": (),
        "advies": (),
        "praktijktoets": (),
    }
    return Bevinding(**{**basis, **velden})  # type: ignore[arg-type]


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
                _KLACHTEN,
                "Een cliënt kan binnen zes weken een klacht indienen bij de klachtencommissie.",
                pagina=3,
                sectie=("2 Klachten", "2.1 Indienen"),
                onderdelen=("JIJ-1.1-a",),
            ),
            bewijs(
                _REGISTER,
                "K-2025-04 | 12-05-2025 | Te late terugbelafspraak | Gegrond | Afgehandeld",
                plaats="blad Klachten, rij 7",
                niveau=Niveau.WERKING,
                onderdelen=("JIJ-1.1-b",),
            ),
            bewijs(
                _NOTULEN,
                "De vier klachten van 2025 zijn besproken; de terugbelafspraak is aangepast.",
                niveau=Niveau.BESTAAN,
                sterkte="indirect",
                onderdelen=("JIJ-1.1-b",),
            ),
        ),
        praktijktoets=(
            Praktijktoets(
                soort="interview", rol="cliënt", vraag="Weet u waar u een klacht kunt indienen?"
            ),
        ),
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
                _HANDBOEK,
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
                _HANDBOEK,
                "Iedere nieuwe medewerker levert vóór de eerste werkdag een VOG in.",
                sectie=("6 Personeel", "6.2 Werving en selectie"),
                pagina=14,
                onderdelen=("JIJ-2.1-a",),
            ),
            bewijs(_HANDBOEK, VIJANDIG, plaats="tabel 2, rij 4", sterkte="indirect"),
            bewijs(_HANDBOEK, LANG, plaats="alinea 99", sterkte="indirect"),
        ),
        tegenbewijs=(
            bewijs(
                _HANDBOEK,
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
        praktijktoets=(
            Praktijktoets(
                soort="interview", rol="jeugdige", vraag="Hoe gaan de begeleiders met je om?"
            ),
        ),
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
                _MELDCODE,
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
                    _HANDBOEK,
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


def _documenten() -> tuple[DocumentRegel, ...]:
    gelezen = tuple(
        DocumentRegel(
            pad=pad,
            sha256=sha,
            soort=pad.rsplit(".", 1)[1],
            toestand="gelezen",
            paginas=12 if pad.endswith("pdf") else None,
            passages=40 + nr,
            melding="",
            documentsoort="beleid" if pad.startswith("01") else "registratie",
            titel=pad.rsplit("/", 1)[1].rsplit(".", 1)[0],
        )
        for nr, (pad, sha) in enumerate(_SHA.items())
    )
    scan = DocumentRegel(
        pad="05 Scans/Contract oud.pdf",
        sha256="f" * 64,
        soort="pdf",
        toestand="scan",
        paginas=4,
        passages=0,
        melding="Dit bestand heeft geen tekst. Lever een doorzoekbare pdf aan.",
    )
    raar = DocumentRegel(
        pad="06 Overig/=1+1 \u202egnp.exe.docx",
        sha256="e" * 64,
        soort="docx",
        toestand="fout",
        paginas=None,
        passages=0,
        melding="Het bestand is beschadigd. Open het in Word en sla het opnieuw op.",
    )
    return (*gelezen, scan, raar)


def _signaal(soort: str, ernst: str, melding: str, citaat: str = "", **velden: object) -> Signaal:
    basis: dict[str, object] = {
        "soort": soort,
        "ernst": ernst,
        "document": _HANDBOEK,
        "plaats": "alinea 31",
        "citaat": citaat,
        "melding": melding,
    }
    return Signaal(**{**basis, **velden})  # type: ignore[arg-type]


def _signalen() -> tuple[Signaal, ...]:
    return (
        _signaal(
            "verouderd",
            "midden",
            "De AMHK's heten sinds 2015 Veilig Thuis.",
            "Bij vermoedens bellen wij het AMHK.",
            norm_ids=("JIJ-3.2",),
        ),
        _signaal(
            "verouderd",
            "hoog",
            "De Wet klachtrecht is vervallen.",
            "volgens de WKCZ",
            plaats="p. 4",
        ),
        _signaal(
            "tegenstrijdig",
            "hoog",
            "De termijn voor een klacht verschilt.",
            "binnen zes weken",
            document=_KLACHTEN,
            plaats="pagina 3",
            document2=_HANDBOEK,
            plaats2="alinea 80",
            citaat2="binnen vier weken",
            norm_ids=("JIJ-1.1",),
        ),
        _signaal(
            "ontbrekend_document",
            "midden",
            "Het handboek verwijst naar het protocol Calamiteiten; dat zit niet in het dossier.",
            "zie protocol Calamiteiten",
        ),
        _signaal("in_ontwikkeling", "midden", "Dit stuk is nog niet af.", "onder revisie"),
        _signaal("verlopen", "hoog", "Het certificaat is verlopen.", "geldig tot 1 mei 2025"),
        _signaal(
            "persoonsgegevens", "hoog", "Een burgerservicenummer van een cliënt.", "*****1234"
        ),
        _signaal("sjabloon", "laag", "Niet ingevulde velden.", "[naam organisatie]"),
        _signaal("andere_organisatie", "midden", "Een andere naam in de tekst.", VIJANDIG),
        _signaal("onleesbaar", "midden", "Bladzijde 3 is niet leesbaar."),
    )


def _acties() -> tuple[Actie, ...]:
    return (
        Actie(
            nummer=1,
            titel="Stel de meldcode vast",
            document="Vastgestelde meldcode",
            klasse="major",
            pdca="plan",
            norm_ids=("JIJ-3.2",),
            onderdelen=("JIJ-3.2-a",),
            benodigd_bewijs="Meldcode met datum en handtekening van de bestuurder.",
        ),
        Actie(
            nummer=2,
            titel="Maak een VOG-register",
            document="VOG-register",
            klasse="minor",
            pdca="do",
            norm_ids=("JIJ-2.1",),
            onderdelen=("JIJ-2.1-b",),
            benodigd_bewijs="Register met per medewerker de datum van afgifte.",
        ),
        Actie(
            nummer=3,
            titel="Meet de tevredenheid",
            document="Rapport tevredenheidsonderzoek",
            klasse="observatie",
            pdca="check",
            norm_ids=("KL-1.2",),
            onderdelen=("KL-1.2-a",),
            benodigd_bewijs="Rapport met uitkomsten en verbeteracties.",
        ),
    )


def _kader(
    kader_id: str, titel: str, bevindingen: tuple[Bevinding, ...], **velden: object
) -> KaderRegel:
    telling = Counter(b.oordeel for b in bevindingen if b.kader_id == kader_id)
    basis: dict[str, object] = {
        "kader_id": kader_id,
        "titel": titel,
        "versie": "2.0",
        "uitgever": "Inspectie Gezondheidszorg en Jeugd",
        "jaar": 2019,
        "status": "Geldig",
        "gecontroleerd_op": "2026-11-01",
        "labels": LABELS[kader_id],
        "telling": {str(oordeel): telling[oordeel] for oordeel in Oordeel},
    }
    return KaderRegel(**{**basis, **velden})  # type: ignore[arg-type]


def maak_resultaat() -> Resultaat:
    """Build the resultaat that the tests of all report writers share."""
    bevindingen = (
        _klachten(),
        _inspraak(),
        _personeel(),
        _bejegening(),
        _gesloten(),
        _meldcode(),
        *_label(),
    )
    return Resultaat(
        schema=1,
        peildatum="2026-11-22",
        checker="0.1.0",
        dossier=DossierRegel(
            naam="Praktijk De Linde",
            profiel={
                "naam": "Praktijk De Linde",
                "wet": ["jeugdwet"],
                "land": "nl",
                "kenmerken": ["stagiaires"],
                "medewerkers": 9,
            },
            aannames=("Het aantal cliënten is niet opgegeven.",),
            documenten=_documenten(),
        ),
        kaders=(
            _kader("jij_kader", "JIJ-kader", bevindingen),
            _kader(
                "kwaliteitslabel",
                "Kwaliteitslabel Sociaal Werk",
                bevindingen,
                uitgever="Sociaal Werk Nederland",
                afgeleid=True,
            ),
        ),
        bevindingen=bevindingen,
        signalen=_signalen(),
        acties=_acties(),
        versies={"python": "3.11", "jij_kader": "2.0", "kwaliteitslabel": "2.0"},
    )
