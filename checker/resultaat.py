"""Resultaat: what one run found, in the order and numbers every report prints."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.kaders.model import Niveau, Oordeel, Sectorgemiddelde


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewijs:
    """One verified quote with its place, and why it was found.

    Attributes:
        document: path of the file inside the dossier.
        plaats: what a person can look up ("alinea 12", "blad Klachten, rij 7").
        citaat: the literal text; checked to stand in the passage of ``document``.
        uitspraak: bevestigd, ontkend, voornemen, in_ontwikkeling, verwijzing, mogelijkheid,
            verplichting, definitie, historisch, sjabloon, kopie, andere_organisatie.
        sterkte: "direct" or "indirect".
        score: 0 to 1, the explained sum.
        termen: the words that matched, for the reader.
        cue: the words that decided the uitspraak; empty for a plain statement.
        context: the passage around the quote, shortened, for the HTML report.
        vingerafdruk: short hash of document hash and citaat; a changed quote is refused.
        opbouw: what each kind of part adds to the sum behind the score.
    """

    document: str
    sha256: str
    pagina: int | None
    sectie: tuple[str, ...]
    plaats: str
    citaat: str
    uitspraak: str
    niveau: Niveau
    sterkte: str
    score: float
    termen: tuple[str, ...]
    onderdelen: tuple[str, ...] = ()
    cue: str = ""
    context: str = ""
    vingerafdruk: str = ""
    opbouw: dict[str, float] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnderdeelUitkomst:
    """How one onderdeel came out; ``bewijs`` are positions in the bevinding's bewijs.

    ``status`` is gedekt, deels, niet_gedekt, niet_uit_papier or niet_van_toepassing;
    ``groeiniveau`` is the growth level of which it is an indicator, if any.
    """

    id: str
    tekst: str
    status: str
    niveau: Niveau
    vereist: bool
    bewijs: tuple[int, ...]
    tegenbewijs: tuple[int, ...]
    hiaat: str
    advies: str
    reden: str
    groeiniveau: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijktoets:
    """A question that paper leaves open: ``soort`` is interview or dossier, ``rol`` who to ask."""

    soort: str
    rol: str
    vraag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """The finding on one norm: the proposal of the machine beside a person's beoordeling.

    Attributes:
        oordeel: the proposed verdict; ``label`` is the kader's own word for it.
        niveau: highest niveau of the evidence that counts.
        zekerheid: "zeker", "waarschijnlijk" or "te_beoordelen".
        reden: one or two Dutch sentences that motivate the proposal.
        risico: what may go wrong when the gap stays.
        pdca: the steps seen in the evidence, of plan, do, check, act.
        beoordeling: a person's verdict, kept beside the proposal, or None.
        sectorgemiddelde: of a norm with growth levels, what the sector had.
    """

    norm_id: str
    kader_id: str
    nummer: str
    thema: str
    element: str
    titel: str
    toetsvraag: str
    gewicht: float
    oordeel: Oordeel
    label: str
    niveau: Niveau
    zekerheid: str
    reden: str
    risico: str
    wet_nu: str
    pdca: tuple[str, ...]
    onderdelen: tuple[OnderdeelUitkomst, ...]
    bewijs: tuple[Bewijs, ...]
    tegenbewijs: tuple[Bewijs, ...]
    hiaten: tuple[str, ...]
    advies: tuple[str, ...]
    praktijktoets: tuple[Praktijktoets, ...]
    ontbrekende_documenten: tuple[str, ...] = ()
    beoordeling: dict[str, str] | None = None
    sectorgemiddelde: Sectorgemiddelde | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaal:
    """An observation about a document rather than a norm.

    ``soort`` is verouderd, ontbrekend_document, in_ontwikkeling, tegenstrijdig, verlopen,
    persoonsgegevens, sjabloon, andere_organisatie or onleesbaar; ``ernst`` is hoog, midden or laag.
    ``document2``, ``plaats2`` and ``citaat2`` hold the other side of a contradiction.
    """

    soort: str
    ernst: str
    document: str
    plaats: str
    citaat: str
    melding: str
    norm_ids: tuple[str, ...] = ()
    document2: str = ""
    plaats2: str = ""
    citaat2: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRegel:
    """A file of the dossier in the appendix of every report."""

    pad: str
    sha256: str
    soort: str
    toestand: str
    paginas: int | None
    passages: int
    melding: str
    documentsoort: str = ""
    titel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KaderRegel:
    """A kader of this run with its counts per oordeel and what its status is."""

    kader_id: str
    titel: str
    versie: str
    uitgever: str
    jaar: int
    status: str
    gecontroleerd_op: str
    labels: dict[str, str]
    telling: dict[str, int]
    afgeleid: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Actie:
    """A step of the action plan: one thing to do, and all norms it helps.

    ``klasse`` is major, minor or observatie; ``pdca`` the step it belongs to.
    """

    nummer: int
    titel: str
    document: str
    klasse: str
    pdca: str
    norm_ids: tuple[str, ...]
    onderdelen: tuple[str, ...]
    benodigd_bewijs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRegel:
    """The dossier in the resultaat: its name, profile and files."""

    naam: str
    profiel: dict[str, object]
    aannames: tuple[str, ...]
    documenten: tuple[DocumentRegel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultaat:
    """One run: everything the reports print, nothing they would have to compute.

    ``werk`` is what people filled in at actions, signalen and questions for practice, by the id of each.
    """

    schema: int
    peildatum: str
    checker: str
    dossier: DossierRegel
    kaders: tuple[KaderRegel, ...]
    bevindingen: tuple[Bevinding, ...]
    signalen: tuple[Signaal, ...]
    acties: tuple[Actie, ...] = ()
    versies: dict[str, str] = field(default_factory=dict)
    werk: dict[str, dict[str, str]] = field(default_factory=dict)
