"""Click in Dutch: help texts and usage errors."""

from __future__ import annotations

import errno
from typing import Any

import click


class _Nederlands(click.Command):
    """Headings and the help option in Dutch."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces of the usage line, with Dutch names."""
        words = {"[OPTIONS]": "[KEUZES]", "COMMAND": "OPDRACHT", "[ARGS]...": "[...]"}
        return [" ".join(words.get(word, word) for word in piece.split()) for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options under a Dutch heading."""
        rows = [row for row in (param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, click.Option)) if row]
        if rows:
            with formatter.section("Keuzes"):
                formatter.write_dl(rows)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option with its explanation in Dutch."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg."
        return option


class Opdracht(_Nederlands):
    """A command whose help is Dutch."""


class Groep(_Nederlands, click.Group):
    """A group of commands whose help is Dutch."""

    command_class = Opdracht

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands under a Dutch heading."""
        rows = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                rows.append((name, command.get_short_help_str(90)))
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)


_PADEN = {
    "is not readable": "mag niet gelezen worden", "is not writable": "mag niet geschreven worden", "does not exist": "bestaat niet",
    "is a directory": "is een map en geen bestand", "is a file": "is een bestand en geen map",
}
_OORZAKEN = {
    errno.EACCES: "dat mag niet: u hebt er geen rechten voor", errno.EPERM: "dat mag niet: u hebt er geen rechten voor", errno.ENOENT: "het bestaat niet",
    errno.ENOSPC: "de schijf is vol", errno.EROFS: "daar kan alleen gelezen worden", errno.ENOTDIR: "een deel van het pad is een bestand en geen map",
    errno.EISDIR: "het is een map", errno.EEXIST: "het bestaat al", errno.ENAMETOOLONG: "de naam is te lang", errno.EBUSY: "het is in gebruik",
}
_JA_NEE = {"j": True, "ja": True, "n": False, "nee": False}


def ask_text(question: str, default: str) -> str:
    """A line that the user types; Enter gives the default."""
    hint = f" [{default}]" if default else ""
    suffix = " " if question.endswith("?") and not hint else ": "
    answer: str = click.prompt(f"{question}{hint}", default=default, show_default=False, prompt_suffix=suffix)
    return answer.strip() or default


def ask_yes_no(question: str) -> bool | None:
    """Ja or nee, in any case; None for Enter: the user does not know. Anything else is asked again."""
    while True:
        answer = ask_text(f"{question} [j/n]", "").lower().rstrip(".!")
        if not answer:
            return None
        if answer in _JA_NEE:
            return _JA_NEE[answer]
        click.echo("Antwoord met j (ja) of n (nee), of druk op Enter als u het niet weet.")


def ask_number(question: str) -> int | None:
    """A whole number from zero on; None for Enter. Anything else is asked again."""
    while True:
        answer = ask_text(question, "")
        if not answer:
            return None
        if answer.isdecimal():
            return int(answer)
        click.echo(f"'{answer}' is geen heel getal. Typ bijvoorbeeld 12, of druk op Enter als u het niet weet.")


def translate(error: click.UsageError) -> str:
    """A usage error as one Dutch sentence: what is wrong and what to do."""
    hint = "Met 'checker --help' ziet u wat kan."
    if error.ctx is not None:
        hint = f"Met '{error.ctx.command_path} --help' ziet u wat kan."
    return f"{_what(error)} {hint}"


def _what(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption | click.BadOptionUsage):
        return _option(error)
    if isinstance(error, click.MissingParameter):
        return f"Er ontbreekt iets: {_name(error)}."
    if isinstance(error, click.BadParameter):
        return f"De waarde voor {_name(error)} klopt niet: {_range(error) or _path(error)}"
    if "No such command" in error.message:
        return f"De opdracht {error.message.split(chr(39))[1]} bestaat niet."
    if "unexpected extra argument" in error.message:
        return f"Er staat te veel achter de opdracht: {error.message.split('(')[-1].rstrip(').')}."
    return error.message


def _option(error: click.NoSuchOption | click.BadOptionUsage) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f" Bedoelt u {' of '.join(error.possibilities)}?" if error.possibilities else ""
        return f"De keuze {error.option_name} bestaat niet.{near}"
    return f"Bij de keuze {error.option_name} hoort een waarde."


def _range(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.IntRange):
        return f"geef een heel getal van {kind.min} tot en met {kind.max}." if kind.max is not None else f"geef een heel getal vanaf {kind.min}."
    return ""


def _path(error: click.BadParameter) -> str:
    """What click says of a file or folder, in Dutch; anything else as it is."""
    for english, dutch in _PADEN.items():
        if error.message.rstrip(".").endswith(english):
            return f"{error.message.split(chr(39))[1]} {dutch}." if "'" in error.message else f"dit {dutch}."
    return error.message


def cause(error: OSError) -> str:
    """Why reading or writing failed, in Dutch where the system speaks English."""
    return _OORZAKEN.get(error.errno or 0) or error.strerror or type(error).__name__


def _name(error: Any) -> str:
    param = error.param
    if param is None:
        return str(error.param_hint or "een waarde")
    return param.opts[-1] if isinstance(param, click.Option) else param.make_metavar(error.ctx or click.Context(click.Command("")))
