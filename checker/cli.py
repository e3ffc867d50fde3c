"""The command line: finds the command and shows errors as one Dutch sentence."""

from __future__ import annotations

import gc
import os
import signal
import sys
from importlib import import_module
from itertools import takewhile

import click

from checker import __version__
from checker.commands.nederlands import Groep, cause, translate
from checker.errors import CheckerError

# Command -> module in checker.commands; loaded only when it runs, so that help is instant.
COMMANDS = {
    "beoordeel": "beoordeel",
    "groei": "groei",
    "kader": "kader",
    "kaders": "kaders",
    "nieuw": "nieuw",
    "rapport": "rapport",
    "toets": "toets",
    "uitleg": "uitleg",
    "vergelijk": "vergelijk",
    "verschil": "verschil",
    "wis": "wis",
    "zoek": "zoek",
}
HELP = {
    "beoordeel": "Neem over wat in het Excel-bestand is ingevuld.",
    "groei": "Toon de groeiniveaus van een organisatie, naast zelfevaluatie en sector.",
    "kader": "Een kader controleren of maken.",
    "kaders": "Toon de kaders, of één kader met zijn normen.",
    "nieuw": "Maak een dossier: stelt een paar vragen en schrijft praktijk.yaml.",
    "rapport": "Schrijf de rapporten van een resultaat opnieuw.",
    "toets": "Toets een dossier aan kaders en schrijf de rapporten.",
    "uitleg": "Laat zien waarom een norm dit oordeel kreeg.",
    "vergelijk": "Vergelijk aanbieders op dezelfde eisen, in één werkmap.",
    "verschil": "Laat zien wat er tussen twee resultaten veranderde.",
    "wis": "Wis wat de checker bewaart om sneller te zijn.",
    "zoek": "Zoek passages in een dossier.",
}


class LazyGroup(Groep):
    """A group whose commands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the built-in commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """A built-in command, or one that a plugin brings."""
        if cmd_name in COMMANDS:
            command: click.Command = import_module(f"checker.commands.{COMMANDS[cmd_name]}").command
            return command
        return _plugin_command(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands from the table above, without importing them."""
        with formatter.section("Opdrachten"):
            formatter.write_dl([(name, HELP[name]) for name in sorted(COMMANDS)])


def _plugin_command(name: str) -> click.Command | None:
    from checker.commands.gedeeld import tell_left_out
    from checker.plugins.bijdragen import plugin_commands
    from checker.plugins.laden import installed

    command = next((command for command in plugin_commands() if command.name == name), None)
    if command is None:
        tell_left_out(installed()[1])
    return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="checker", message="%(prog)s %(version)s", help="Toon de versie.")
@click.option("--debug", is_flag=True, expose_value=False, help="Toon bij een fout waar in het programma zij ontstond.")
def group() -> None:
    """Toets de documenten van een zorgpraktijk aan kwaliteitskaders.

    Begin met: checker toets MAP
    """


def main() -> None:
    """Run the command line; a CheckerError becomes one sentence and exit status 2."""
    _end_like_interrupt()
    _run_lean()
    try:
        status = group.main(standalone_mode=False, prog_name="checker")
        sys.exit(status if isinstance(status, int) else 0)
    except CheckerError as error:
        _fail(str(error))
    except click.UsageError as error:
        _show_help(error)
        _fail(translate(error))
    except (click.Abort, KeyboardInterrupt):
        _fail("Afgebroken. Er is niets half geschreven; eerdere rapporten zijn er nog.")
    except OSError as error:
        _fail(f"Lezen of schrijven lukte niet: {cause(error)}{_where(error)}. Controleer de schijf en de rechten op de map.")
    except MemoryError:
        _fail("Er is te weinig geheugen. Er is niets half geschreven. Sluit andere programma's, of toets de map in delen.")
    except Exception as error:  # noqa: BLE001 - a fault of the program shows no text of a document
        _fail(
            f"Het programma liep vast ({type(error).__name__}). Er is niets half geschreven; eerdere rapporten zijn er nog. "
            "Draai dezelfde opdracht met 'checker --debug' ervoor en meld de fout; haal eerst gegevens van cliënten uit de uitvoer."
        )


def _show_help(error: click.UsageError) -> None:
    """Of a command without anything behind it the help is the answer, and no fault."""
    if error.ctx is not None and type(error).__name__ == "NoArgsIsHelpError":  # a class that click has since 8.2
        click.echo(error.ctx.get_help())
        sys.exit(2)


def _run_lean() -> None:
    """Settings for a short process that builds much and throws little away.

    Collecting garbage less often saves a tenth of the time; more than one thread for products of
    small matrices only keeps another core busy (measured with ``bench.snelheid``).
    """
    gc.set_threshold(100_000, 50, 100)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _end_like_interrupt() -> None:
    """A request to end (a shutdown, a closed window) cleans up as Ctrl+C does."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), interrupt)


def _where(error: OSError) -> str:
    return f" ({error.filename})" if error.filename else ""


def _fail(text: str) -> None:
    from checker.rapporten.opmaak import veilig

    text = veilig(text)
    if "--debug" in takewhile(lambda word: word.startswith("-"), sys.argv[1:]):  # behind the command it is the command's
        import traceback

        traceback.print_exc()
    click.secho(f"Fout: {text}", fg="red", err=True)
    sys.exit(2)
