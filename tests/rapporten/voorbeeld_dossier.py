"""Documents, signalen and acties of the example."""

from __future__ import annotations

from checker.resultaat import Actie, DocumentRegel, Signaal
from tests.rapporten.voorbeeld_bouw import HANDBOEK, KLACHTEN, SHA, VIJANDIG


def documenten() -> tuple[DocumentRegel, ...]:
    """List the files: five that were read, a scan and a broken one with a hostile name."""
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
        for nr, (pad, sha) in enumerate(SHA.items())
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
        "document": HANDBOEK,
        "plaats": "alinea 31",
        "citaat": citaat,
        "melding": melding,
    }
    return Signaal(**{**basis, **velden})  # type: ignore[arg-type]


def signalen() -> tuple[Signaal, ...]:
    """Give a signaal of every soort."""
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
            document=KLACHTEN,
            plaats="pagina 3",
            document2=HANDBOEK,
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
        _signaal("persoonsgegevens", "hoog", "Een burgerservicenummer van een cliënt.", "*****1234"),
        _signaal("sjabloon", "laag", "Niet ingevulde velden.", "[naam organisatie]"),
        _signaal("andere_organisatie", "midden", "Een andere naam in de tekst.", VIJANDIG),
        _signaal("onleesbaar", "midden", "Bladzijde 3 is niet leesbaar."),
    )


def acties() -> tuple[Actie, ...]:
    """Give an action of every klasse."""
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
