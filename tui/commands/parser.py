"""The table of verbs as an argument parser. Options that hold for all verbs stand before or after them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NoReturn

from store.errors import TagwerkError
from store.phrases import listed
from tui.commands.verbs import COMMON, VERBS, Argument, OneOf, Verb

_ABOUT = "A shop team's day in the terminal: one shared board in a folder on a network drive."
_MORE = """\
Without a verb, the board opens. The folder is --folder, else TAGWERK_FOLDER, else the current one;
the person is --as, else TAGWERK_USER, else the operating system's login. Your own settings are in the
folder TAGWERK_CONFIG, else where this system keeps settings; “tagwerk config list” says where.

exit status: 0 done, 1 refused or not found, 2 wrong usage, 3 the folder does not answer, cannot be
written or is full (a change then waits on this machine)
"""

_TAKES_OFF = ("-@", "-#")
"""How a word of the quick syntax begins that takes something off."""


class Usage(TagwerkError):
    """The command line cannot be understood."""

    def __init__(self, sentence: str, usage: str) -> None:
        super().__init__(sentence)
        self.usage = usage


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for; `verb` in it is the `Verb`.

    Raises:
        Usage: it cannot be understood.
        SystemExit: help or the version was asked for, and is printed.
    """
    parser = _Parser(
        prog="tagwerk",
        description=_ABOUT,
        epilog=_MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action=_Version, nargs=0, default=argparse.SUPPRESS, help="show the version and leave"
    )
    _declare(parser, COMMON)
    parser.set_defaults(verb=VERBS[0])
    given = sys.argv[1:] if arguments is None else arguments
    # `-@ben` and `-#tag` take something off a card and are never options. A blank tells argparse so.
    typed = [f" {word}" if word[:2] in _TAKES_OFF and " " not in word else word for word in given]
    _add_verbs(parser, VERBS, frozenset(typed), depth=0)
    asked, stray = parser.parse_known_args(typed)
    if stray:
        parser.error(f"unrecognized arguments: {' '.join(stray)}{_way_out(asked.verb, stray)}")
    _refuse_strangers(asked, parser.format_usage())
    return asked


def _way_out(verb: Verb, stray: Sequence[str]) -> str:
    """What is wrong with words that stand behind an option, where the verb takes any number of them."""
    takes_many = any(one.settings.get("nargs") in ("+", "*") for one in _single(verb.arguments))
    is_words = takes_many and not any(word.startswith("-") for word in stray)
    return "; words stand before the options" if is_words else ""


def _refuse_strangers(asked: argparse.Namespace, usage: str) -> None:
    """Refuse options that stand before a further word of a verb, where the verb of all words takes none."""
    verb: Verb = asked.verb
    taken = {_place(one) for one in (*COMMON, *_single(verb.arguments))}
    before = [one for one in VERBS if one.words == verb.words[: len(one.words)]]
    options = {_place(one): one.names[0] for outer in before for one in _single(outer.arguments)}
    if strange := [options[name] for name in vars(asked) if name in options and name not in taken]:
        raise Usage(f"“tagwerk {verb.name}” does not take {listed(strange)}.", usage)


def _single(arguments: Iterable[Argument | OneOf]) -> Iterator[Argument]:
    for argument in arguments:
        yield from argument.options if isinstance(argument, OneOf) else (argument,)


def _place(argument: Argument) -> str:
    """Under which name the value of an argument is kept."""
    name = next((name for name in argument.names if name.startswith("--")), argument.names[0])
    return str(argument.settings.get("dest", name.lstrip("-").replace("-", "_")))


class _Parser(argparse.ArgumentParser):
    """Raises what `ArgumentParser` would print."""

    def error(self, message: str) -> NoReturn:
        """See `ArgumentParser.error`."""
        raise Usage(f"{message[:1].upper()}{message[1:]}.", self.format_usage())


class _Version(argparse.Action):
    """Looks up the version only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        # Reading the installed packages takes longer than all the rest of the start.
        from importlib.metadata import version

        print(f"tagwerk {version('tagwerk')}")
        parser.exit(0)


def _add_verbs(
    parser: argparse.ArgumentParser,
    verbs: Iterable[Verb],
    given: Collection[str],
    depth: int,
    *,
    required: bool = False,
) -> None:
    """One parser per verb; those of several words get each further word from a parser of its own.

    What a verb takes is declared only where its word is among those that were given: for all of them it would
    take longer than to read a team's folder.
    """
    places = parser.add_subparsers(
        title="verbs", metavar="VERB", parser_class=_Parser, required=required, prog=parser.prog
    )
    groups: dict[str, list[Verb]] = {}
    for verb in verbs:
        groups.setdefault(verb.words[depth], []).append(verb)
    for word, group in groups.items():
        alone = next((verb for verb in group if len(verb.words) == depth + 1), None)
        nested = [verb for verb in group if verb is not alone]
        text = "; ".join(dict.fromkeys(verb.help for verb in group))
        inner = places.add_parser(word, help=text, description=f"{text}.", allow_abbrev=False)
        if word not in given:
            continue
        _declare(inner, COMMON)
        _fill(inner, alone, nested, given, depth + 1)


def _fill(
    parser: argparse.ArgumentParser,
    alone: Verb | None,
    nested: Sequence[Verb],
    given: Collection[str],
    depth: int,
) -> None:
    """What may stand behind a word: what the verb takes that ends with it, and further words of verbs."""
    if alone is not None and nested and any(map(_is_word, alone.arguments)):
        # Its own words and further words of verbs stand in the same place: it is one or the other.
        if any(verb.words[depth] in given for verb in nested):
            _declare(parser, (one for one in alone.arguments if not _is_word(one)))
            alone = None
        else:
            parser.epilog = f"also: {listed(f'tagwerk {verb.name}' for verb in nested)}"
            nested = ()
    if alone is not None:
        parser.set_defaults(verb=alone)
        _declare(parser, alone.arguments)
    if nested:
        _add_verbs(parser, nested, given, depth, required=alone is None)


def _is_word(argument: Argument | OneOf) -> bool:
    return isinstance(argument, Argument) and not argument.names[0].startswith("-")


def _declare(parser: argparse.ArgumentParser, arguments: Iterable[Argument | OneOf]) -> None:
    for argument in arguments:
        if isinstance(argument, OneOf):
            group = parser.add_mutually_exclusive_group()
            for option in argument.options:
                group.add_argument(*option.names, **option.settings)
        else:
            parser.add_argument(*argument.names, **argument.settings)
