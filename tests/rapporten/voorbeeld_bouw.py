"""Builders of the example: one quote, onderdeel or bevinding with plain defaults."""

from __future__ import annotations

from checker.kaders.model import Niveau, Oordeel
from checker.resultaat import Bevinding, Bewijs, OnderdeelUitkomst

VIJANDIG = (
    '=HYPERLINK("http://kwaad.example";"klik")\x00\x0b <script>alert(\'x\')</script> '
    "\u202egnp.exe\u202c e\u0301e\u0301n ]]> & {{ 7*7 }} \ud800\ufffe\x85 einde"
)
LANG = "Dit is een erg lang citaat uit een handboek dat maar doorgaat. " * 700

HANDBOEK = "01 Beleid/Kwaliteitshandboek 2025.docx"
KLACHTEN = "01 Beleid/Klachtenregeling.pdf"
REGISTER = "03 Registraties/Klachtenregister 2025.xlsx"
NOTULEN = "04 Overleg/Notulen MT 2026-03-12.docx"
MELDCODE = "01 Beleid/Meldcode.docx"
SHA = {pad: f"{nr:064x}" for nr, pad in enumerate((HANDBOEK, KLACHTEN, REGISTER, NOTULEN, MELDCODE), 0xA1B2)}
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


def bewijs(
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
        sha256=SHA.get(document, "0" * 64),
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


def onderdeel(
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
