"""Tables of web pages and of mails in HTML: nothing in them is lost, and each cell keeps its column."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<table><tr><td><table><tr><td>Elke klacht.</td></tr><tr><td>Zes weken.</td></tr></table></td></tr></table><p>Einde.",
            [("alinea", "Elke klacht."), ("alinea", "Zes weken."), ("alinea", "Einde.")],
        ),
        (
            "<table><tr><td>Dag.<table><tr><th>Wie<th>Taak<tr><td>Wies<td>bevestigt</table>Groet.<td>Logo</table>",
            [("alinea", "Dag."), ("tabelrij", "Wie: Wies | Taak: bevestigt"), ("alinea", "Groet."), ("alinea", "Logo")],
        ),
        (
            "<table><tr><td><h1>Klachten</h1><ul><li>naam<li>datum</ul></table>",
            [("kop", "Klachten"), ("lijstitem", "naam"), ("lijstitem", "datum")],
        ),
        (
            "<table><tr><th>Wie<th>Taak<tr><td>Wies<td>leest <table><tr><td>post<td>mail</table></table>",
            [("tabelrij", "Wie: Wies | Taak: leest post mail")],
        ),
        ("<table><tr><td>Een.<td><table><tr><td>Twee.", [("alinea", "Een."), ("alinea", "Twee.")]),
        ("<table>Los.<tr><td>Een.<td>Twee.</table>", [("alinea", "Los."), ("tabelrij", "Een.: Twee.")]),
    ],
)
def test_a_table_in_a_table(lees, blokken, body, expected):
    """A table that holds tables arranges the page, unless it has column heads; its text stays in order."""
    assert blokken(lees(f"<html><body>{body}".encode())) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "<tr><td rowspan=2>Klachten<td>ontvangst<td>een week<tr><td>antwoord<td>zes weken",
            ["Klachten | ontvangst | een week", "Klachten | antwoord | zes weken"],
        ),
        (
            "<tr><th>Stap<th>Wie<th>Termijn<tr><td>1<td>Wies<td rowspan='2'>een week<tr><td>2<td>Joris",
            ["Stap: 1 | Wie: Wies | Termijn: een week", "Stap: 2 | Wie: Joris | Termijn: een week"],
        ),
        (
            "<tr><th>Stap<th>Wie<tr><td rowspan=99999999999999>1<td>Wies<tr><td>Joris<tr>",
            ["Stap: 1 | Wie: Wies", "Stap: 1 | Wie: Joris"],
        ),
    ],
)
def test_cells_merged_downwards(lees, rows, expected):
    """A cell that covers rows stands in each of them, so that the others keep their columns."""
    assert [p.tekst for p in lees(f"<html><body><table>{rows}</table>".encode()).passages] == expected


def test_what_is_hidden_in_a_table_follows_its_row(lees):
    """Hidden text of a cell is no part of its row and is marked."""
    html = b"<html><body><table><tr><th>Wie<th>Taak<tr><td>Wies<td>leest<span style='display:none'>niet</span><tr><td>Joris<td>belt</table>"
    assert [(p.tekst, set(p.kenmerken)) for p in lees(html).passages] == [
        ("Wie: Wies | Taak: leest", set()), ("niet", {"verborgen"}), ("Wie: Joris | Taak: belt", set()),
    ]  # fmt: skip


def test_a_quoted_table_stays_quoted(lees):
    """Rows of an older mail are somebody else's words too."""
    rows = "<table><tr><th>Wie<th>Taak<tr><td>Wies<td>leest</table>"
    assert [set(p.kenmerken) for p in lees(f"<html><body><blockquote>{rows}</blockquote>{rows}".encode()).passages] == [{"geciteerd"}, set()]
