"""Words in, one library call, words out: the command line.

Each command is a module with `arguments` and `run`; `run` imports what it needs, so that help comes at once.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from types import MappingProxyType, ModuleType
from typing import Any, NoReturn

from kg import __version__
from kg.cli import build, check, diff, explain, export, ontology, push, query, read, serve, validate, view
from kg.cli.chinese import both
from kg.cli.terminal import complain, hush, use_any_encoding
from kg.errors import InputError, KgError

COMMANDS = MappingProxyType(
    {
        module.__name__.rpartition(".")[2]: module
        for module in (build, query, view, serve, push, export, diff, validate, ontology, explain, read, check)
    }
)

DONE, USAGE, NOTHING_READ, INTERRUPTED = 0, 2, 3, 130

ABOUT = """基层：读地方政府的新闻报道，建成知识图谱；每个事实都能回到原文的字。
jiceng: Chinese local-government reports in, a knowledge graph out; every fact leads back to its words."""

CODES = """退出码 exit codes: 0 完成 done · 1 部分输入失败，其余已建 some input failed, the rest was built
                   1 也指 validate、check 查出问题 also: validate or check found faults
                   2 用法有误 usage · 3 没有可读的输入 nothing could be read"""


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line, and whose headings are in both languages."""

    def __init__(self, **settings: object) -> None:
        super().__init__(
            **settings,  # type: ignore[arg-type]  # argparse's own
            formatter_class=argparse.RawTextHelpFormatter,
            allow_abbrev=False,
            add_help=False,
        )
        self._positionals.title = "参数 arguments"
        self._optionals.title = "选项 options"
        self.add_argument("-h", "--help", action="help", help="显示帮助 show this help")

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: 用法有误 usage: {both(message)} — {self.prog} --help\n")


class Command(Parser):
    """The parser of one command: its options may stand before, between and after what they go with."""

    _within = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        # Of what follows “--” the two passes that this takes would see options in the second.
        if self._within or "--" in (args or ()):
            return super().parse_known_args(args, namespace)
        self._within = True
        try:
            found, more = self.parse_known_intermixed_args(args, namespace)
        finally:
            self._within = False
        if more:
            # Said here, it leads to the help of the command.
            self.error(f"unrecognized arguments: {' '.join(more)}")
        return found, more


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    whole = Parser(prog="kg", description=ABOUT, epilog=CODES)
    whole.add_argument("--version", action="version", version=f"kg {__version__}", help="版本 the version")
    commands = whole.add_subparsers(
        dest="command", metavar="COMMAND", required=True, title="命令 commands", parser_class=Command
    )
    for name, module in COMMANDS.items():
        about = (module.__doc__ or "").strip()
        one = commands.add_parser(name, help=module.HELP, description=f"{module.HELP}\n\n{about}")
        module.arguments(one)
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    use_any_encoding()
    asked = parser().parse_args(argv)
    command: ModuleType = COMMANDS[asked.command]
    try:
        code: int = command.run(asked)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        hush()
        return DONE
    except KeyboardInterrupt:
        sys.stderr.write("kg: 已中断 interrupted\n")
        return INTERRUPTED
    except KgError as error:
        complain(error)
        return NOTHING_READ if isinstance(error, InputError) else USAGE
