"""Reasons why a file cannot be read: each carries the state its document gets."""

from __future__ import annotations

from checker.dossier.document import Toestand
from checker.errors import CheckerError


class LeesFout(CheckerError):  # noqa: N818 - errors have Dutch names
    """Base of the reasons; the text becomes the message of the document."""

    toestand = Toestand.FOUT
    _TEXT = "Dit bestand is niet gelezen: {oorzaak}."


class Beschadigd(LeesFout):
    """The content does not follow its own format."""

    _TEXT = (
        "Dit bestand is beschadigd ({oorzaak}) en is niet gelezen. Open het in het programma waarin "
        "het is gemaakt, sla het opnieuw op en draai de toets nog een keer."
    )


class Versleuteld(LeesFout):
    """A password is needed."""

    toestand = Toestand.VERSLEUTELD
    _TEXT = (
        "Dit bestand is beveiligd met een wachtwoord en is niet gelezen. Sla een kopie op zonder wachtwoord en zet die in de map."
    )


class Leeg(LeesFout):
    """Nothing to read."""

    toestand = Toestand.LEEG
    _TEXT = "In dit bestand staat geen tekst ({oorzaak}). Controleer of dit het juiste bestand is."


class TeGroot(LeesFout):
    """A limit is passed."""

    toestand = Toestand.TE_GROOT
    _TEXT = (
        "Dit bestand is niet gelezen: {wat} is te groot ({maat}; de grens is {grens}). "
        "Splits het bestand of haal de afbeeldingen eruit."
    )


class TeLang(LeesFout):
    """Reading took too long or too much memory and was stopped."""

    toestand = Toestand.TE_GROOT
    _TEXT = (
        "Het lezen van dit bestand is afgebroken: {oorzaak}. Splits het bestand, of sla het opnieuw "
        "op als docx of pdf en draai de toets nog een keer."
    )


class Afgekapt(LeesFout):
    """There is more text than the limit; what was read is kept."""

    toestand = Toestand.DEELS
    _TEXT = "Dit bestand is deels gelezen: {oorzaak}. Splits het bestand om alles te laten lezen."


class Gescand(LeesFout):
    """Only pictures, and no program to recognise text."""

    toestand = Toestand.SCAN
    _TEXT = (
        "Dit bestand bestaat uit afbeeldingen zonder tekst en is niet gelezen. {advies} "
        "Of zet het oorspronkelijke bestand (docx of pdf met tekst) in de map."
    )


class ProgrammaNodig(LeesFout):
    """An old format that LibreOffice can convert, but LibreOffice is not there."""

    _TEXT = (
        "Dit is een oud bestandssoort ({soort}) dat alleen via LibreOffice te lezen is. Installeer "
        "LibreOffice, of sla het bestand op als {nieuw} en zet dat in de map."
    )


class Overgeslagen(LeesFout):
    """Not a document the checker judges."""

    toestand = Toestand.OVERGESLAGEN
    _TEXT = "Overgeslagen: {oorzaak}."


def why_closed(error: OSError) -> LeesFout:
    """Return the reason for a file that the system does not open."""
    if isinstance(error, PermissionError):
        return LeesFout(oorzaak="u hebt geen recht om het te openen; vraag de eigenaar om leesrechten")
    if isinstance(error, FileNotFoundError):
        return LeesFout(
            oorzaak="het is tijdens het lezen verdwenen of verplaatst; wacht tot de map niet meer verandert en draai de toets nog een keer"
        )
    return LeesFout(oorzaak="het is niet te openen; sluit het in andere programma's en probeer het opnieuw")
