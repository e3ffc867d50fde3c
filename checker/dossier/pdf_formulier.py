"""Form fields and comments of a PDF page, which are no part of the page text."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from checker.dossier.passage import Soort
from checker.dossier.schoon import clean

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_WIDGET = 20
_COMMENTS = {1: Soort.OPMERKING, 3: Soort.FORMULIER}  # note; text typed on the page
_MARKS = {8, 9, 10, 11, 12}  # highlight and the like, stamp not
_CHECKBOX, _RADIO = 2, 3
_MAX_ANNOTATIONS = 5_000
_MAX_BYTES = 100_000


def fields_of(pdf: PdfDocument, page: PdfPage) -> list[tuple[Soort, str]]:
    """Return the filled fields as "name: value" and the comments of a page."""
    import pypdfium2.raw as c

    form = pdf.formenv.raw if pdf.formenv is not None else None
    found: list[tuple[Soort, str]] = []
    for i in range(min(c.FPDFPage_GetAnnotCount(page.raw), _MAX_ANNOTATIONS)):
        annotation = c.FPDFPage_GetAnnot(page.raw, i)
        if not annotation:
            continue
        kind = c.FPDFAnnot_GetSubtype(annotation)
        if kind == _WIDGET and form is not None:
            text = _field(c, form, annotation)
            found += [(Soort.FORMULIER, text)] if text else []
        elif kind in _COMMENTS or kind in _MARKS:
            text = _string(lambda *a, x=annotation: c.FPDFAnnot_GetStringValue(x, b"Contents", *a))
            found += [(_COMMENTS.get(kind, Soort.OPMERKING), text)] if text else []
        c.FPDFPage_CloseAnnot(annotation)
    return found


def _field(c: Any, form: Any, annotation: Any) -> str:
    name = _string(lambda *a: c.FPDFAnnot_GetFormFieldAlternateName(form, annotation, *a))
    name = name or _string(lambda *a: c.FPDFAnnot_GetFormFieldName(form, annotation, *a))
    kind = c.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in {_CHECKBOX, _RADIO}:
        box, state = ("☒", "aangevinkt") if c.FPDFAnnot_IsChecked(form, annotation) else ("☐", "niet aangevinkt")
        return f"{box} {name}: {state}" if name else ""
    value = _string(lambda *a: c.FPDFAnnot_GetFormFieldValue(form, annotation, *a))
    if not value:
        value = _string(lambda *a: c.FPDFAnnot_GetStringValue(annotation, b"V", *a))
    return f"{name}: {value}" if value else ""


def _string(call: Any) -> str:
    """Ask for the length in bytes, then for the UTF-16 text."""
    size = call(None, 0)
    if not 2 < size <= _MAX_BYTES:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    call(buffer, size)
    return clean(bytes(buffer)[: size - 2].decode("utf-16-le", "replace"))
