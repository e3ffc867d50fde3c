"""Mail (eml, msg): the message, its quoted older messages, and its attachments."""

from __future__ import annotations

import email
import email.policy
import re
from email.header import decode_header, make_header
from email.message import EmailMessage, Message, MIMEPart
from typing import TYPE_CHECKING

from checker.dossier.fouten import Beschadigd
from checker.dossier.passage import Soort
from checker.dossier.schoon import clean
from checker.dossier.tekst import add_text
from checker.dossier.webpagina import add_html

if TYPE_CHECKING:
    from checker.dossier.bouwer import Bouwer
    from checker.dossier.bron import Bron

_FIELDS = {"From": "van", "To": "aan", "Cc": "cc", "Date": "datum"}
_QUOTE_START = re.compile(
    r"(?:Op .{4,120} (?:schreef|heeft) .*|On .{4,120} wrote:|-{3,}\s*(?:Oorspronkelijk|Original|Doorgestuurd|Forwarded).*"
    r"|_{10,}|Van: .+|From: .+)$",
)
_SIGNS = re.compile(r"^(?:>\s?)+")


def read(bron: Bron, bouwer: Bouwer) -> None:
    """Read an internet mail."""
    try:
        message = email.message_from_bytes(bron.data, policy=email.policy.default)
        add_message(message, bron, bouwer)
    except (RecursionError, LookupError, ValueError, IndexError, AttributeError) as error:
        raise Beschadigd(oorzaak="de mail heeft geen geldige opbouw") from error


def read_msg(bron: Bron, bouwer: Bouwer) -> None:
    """Read an Outlook message."""
    import io

    try:
        from oxmsg import Message
    except ImportError as error:
        from checker.dossier.fouten import LeesFout

        raise LeesFout(
            oorzaak="voor Outlook-berichten is het onderdeel python-oxmsg nodig; installeer dat, of "
            "sla het bericht in Outlook op als eml of pdf"
        ) from error
    message = Message.load(io.BytesIO(bron.data))
    headers = {str(k).title(): _plain_header(str(v)) for k, v in (message.message_headers or {}).items()}
    date = message.sent_date
    fields = {
        "From": headers.get("From") or message.sender or "",
        "To": headers.get("To") or ", ".join(str(r.email_address) for r in message.recipients),
        "Cc": headers.get("Cc", ""),
        "Date": date.date().isoformat() if date else headers.get("Date", ""),
    }
    _add_fields(bouwer, fields, message.subject or "")
    if message.body:
        _add_body(bouwer, message.body)
    elif message.html_body:
        add_html(message.html_body, bouwer, bron.limieten.nesting_html)
    for nr, attachment in enumerate(message.attachments, 1):
        bouwer.bijlagen.append((attachment.file_name or f"bijlage {nr}", attachment.file_bytes or b""))


def _plain_header(value: str) -> str:
    """Decode a mail header that was written in plain letters for transport."""
    try:
        return str(make_header(decode_header(value)))
    except (LookupError, ValueError):
        return value


def add_message(message: EmailMessage, bron: Bron, bouwer: Bouwer) -> None:
    """Add headers, text and attachments of one message."""
    fields = {name: clean(str(message.get(name, ""))) for name in _FIELDS}
    date = message.get("Date")
    moment = getattr(date, "datetime", None)
    if moment is not None:
        fields["Date"] = moment.date().isoformat()
    _add_fields(bouwer, fields, clean(str(message.get("Subject", ""))))
    body = message.get_body(preferencelist=("plain", "html"))
    if body is not None:
        content = _text_of(body)
        if body.get_content_type() == "text/html":
            add_html(content, bouwer, bron.limieten.nesting_html)
        else:
            _add_body(bouwer, content)
    for nr, part in enumerate(message.iter_attachments(), 1):
        _attach(part, nr, bouwer)


def _attach(part: EmailMessage, nr: int, bouwer: Bouwer) -> None:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0) if part.is_multipart() else None
        data = inner.as_bytes() if isinstance(inner, Message) else b""
        bouwer.bijlagen.append((part.get_filename() or f"bijlage {nr}.eml", data))
        return
    payload = part.get_payload(decode=True)
    inline_picture = part.get_content_maintype() == "image" and part.get("Content-ID")
    if isinstance(payload, bytes) and not inline_picture:
        bouwer.bijlagen.append((part.get_filename() or f"bijlage {nr}", payload))


def _text_of(body: MIMEPart) -> str:
    try:
        return str(body.get_content())
    except (LookupError, UnicodeDecodeError):
        payload = body.get_payload(decode=True)
        return payload.decode("utf-8", errors="replace") if isinstance(payload, bytes) else ""


def _add_fields(bouwer: Bouwer, fields: dict[str, str], subject: str) -> None:
    for name, value in fields.items():
        if value:
            bouwer.eigenschappen[_FIELDS[name]] = value
    line = " | ".join(f"{_FIELDS[n].capitalize()}: {v}" for n, v in fields.items() if v)
    bouwer.kop(subject, 0, plaats="onderwerp")
    bouwer.los(Soort.KOPREGEL, line, "kop van de mail")


def _add_body(bouwer: Bouwer, text: str) -> None:
    """Add the text; quoted are the lines with a sign, or all that follows the head of an older mail."""
    lines = text.splitlines()
    quoted: set[int] = set()
    rest = False
    for i, line in enumerate(lines):
        head = bool(_QUOTE_START.match(line.strip()))
        signed = line.startswith(">")
        rest = rest or (head and not _signs_follow(lines, i))
        if rest or head or signed:
            quoted.add(i)
    add_text("\n".join(_SIGNS.sub("", line) for line in lines), bouwer, headings=False, quoted=frozenset(quoted))


def _signs_follow(lines: list[str], i: int) -> bool:
    """Tell whether the older mail is quoted line by line, so that below it the writer may go on."""
    return any(line.startswith(">") for line in lines[i + 1 : i + 4])
