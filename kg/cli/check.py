"""Rules and word lists in, every fault of theirs out, or the proof that there is none."""

from __future__ import annotations

import argparse

from kg.cli.arguments import add_rules
from kg.cli.terminal import complain, say
from kg.errors import RuleError

HELP = "验证全部规则和词表\nprove all rules and word lists"

COUNTED = {
    "rule files": "规则文件",
    "patterns": "写法",
    "yes": "正例",
    "no": "反例",
    "todo": "待办",
    "words": "词",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    add_rules(parser)


def run(asked: argparse.Namespace) -> int:
    from kg.pipeline import load_tools
    from kg.proof import check

    try:
        tools = load_tools(asked.rules)
    except RuleError as faults:
        complain(faults)
        return 1
    report = check(tools)
    for fault in report.faults:
        say(fault)
    say(" · ".join(f"{COUNTED[name]} {name} {count}" for name, count in report.counts))
    say(f"{len(report.faults)} 处问题 faults" if report.faults else "没有问题 no fault")
    return 1 if report.faults else 0
