"""The blocks of a page in, its articles out: where each begins, and what each block is to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kg.model import Role
from kg.read.page.blocks import Block
from kg.read.page.bylines import Named
from kg.read.page.masthead import BODY, BYLINE, CAPTION, DATELINE, HEADING, LONGEST_TITLE, TITLE, Look, is_closed
from kg.read.page.titles import listed_above, main_title

# A longer text below a headline is no caption.
_LONGEST_CAPTION = 40


class Part(NamedTuple):
    """A block and its role on the page."""

    block: Block
    role: Role
    names: tuple[Named, ...] = ()
    head: bool = True
    tail: bool = True


@dataclass(frozen=True, slots=True)
class Story:
    """The blocks of one article; `title` is the index of its main headline."""

    parts: tuple[Part, ...]
    title: int | None = None


def stories(blocks: Sequence[Block], looks: Sequence[Look]) -> Iterator[Story]:
    """Part the blocks of a page into articles, and give every block its role."""
    if blocks:
        for first, last in pairwise([*_starts(blocks, looks), len(blocks)]):
            yield _story(blocks[first:last], looks[first:last])


def _starts(blocks: Sequence[Block], looks: Sequence[Look]) -> list[int]:
    starts = [0]
    run = 0  # where the headlines directly above begin
    headed = False  # whether there are any
    dated = False  # whether a line below them says who published what and when
    text = False  # whether the article has text yet
    length = 0  # and how much
    signed = False  # whether a by-line below the text closed the article
    for index, seen in enumerate(looks):
        if seen.role is None:
            headed = True
        if seen.role is DATELINE and seen.opens and text:
            # Below a headline it says who published what follows, and when; without a date it leads to something else.
            dated = dated or headed or not seen.issued
            run = run if headed else index
        if seen.role is None or seen.role is DATELINE:
            continue
        if seen.role is BYLINE:
            if text and headed and _has_text(blocks, looks, index):
                starts.append(run)
                text, signed, length = False, False, 0
            else:
                # Below the few words that tell what a picture shows a by-line signs nothing.
                signed = text and length > _LONGEST_CAPTION
        elif seen.role is BODY:
            if text and (headed or dated):
                fresh = seen.opens or (signed and len(blocks[index].text) > 40) or _is_titled(blocks, looks, run, index)
                if fresh or dated:
                    starts.append(run)
                    signed, length = False, 0
            text, length = True, length + len(blocks[index].text)
        run, headed, dated = index + 1, False, False
    return starts


def _has_text(blocks: Sequence[Block], looks: Sequence[Look], index: int) -> bool:
    """Whether text follows soon below."""
    return any(
        seen.role is BODY and len(block.text) > 30
        for block, seen in zip(blocks[index + 1 : index + 6], looks[index + 1 : index + 6], strict=True)
    )


def _is_titled(blocks: Sequence[Block], looks: Sequence[Look], first: int, last: int) -> bool:
    """Whether headlines are those of an article: one of the first rank, or one with a second line after a dash."""
    lines = [blocks[place] for place in range(first, last) if looks[place].role is None]
    return any(block.mark == "#" for block in lines) or any(block.text.startswith("——") for block in lines[1:])


def _story(blocks: Sequence[Block], looks: Sequence[Look]) -> Story:
    texts = _texts(blocks, looks)
    roles = _roles(blocks, looks, texts)
    if texts:
        for index in {texts[0], texts[-1]}:
            if _is_caption(index, blocks, roles, opens=index == texts[0]):
                roles[index] = CAPTION
    parts = [
        Part(
            block,
            role,
            seen.names,
            block.whole or role is not BODY,
            role is not BODY or block.closed or is_closed(block.text),
        )
        for block, role, seen in zip(blocks, roles, looks, strict=True)
    ]
    title = main_title(blocks, roles, looks)
    if title is not None:
        for index in listed_above(blocks, roles, title):
            parts[index] = parts[index]._replace(role=DATELINE)
    return Story(tuple(parts), title)


def _texts(blocks: Sequence[Block], looks: Sequence[Look]) -> list[int]:
    """Which blocks are text: those that look so, but for the captions below the last whole one."""
    found = [
        index
        for index, seen in enumerate(looks)
        if seen.role is BODY
        or (
            seen.role is None
            and blocks[index].text.endswith("：")
            and index + 1 < len(looks)
            and looks[index + 1].role is BODY
        )
    ]
    for last in reversed(found):
        if is_closed(blocks[last].text):
            return [index for index in found if index <= last] if last < found[-1] else found
        if len(blocks[last].text) > LONGEST_TITLE:
            break
    return found


def _roles(blocks: Sequence[Block], looks: Sequence[Look], texts: Sequence[int]) -> list[Role]:
    """What each block is; short lines by their place."""
    signs = [index for index, seen in enumerate(looks) if seen.role is BYLINE]
    first = min([*texts[:1], *signs[:1]], default=len(looks))
    last = texts[-1] if texts else -1
    text = set(texts)
    roles: list[Role] = []
    second = False  # whether a second headline, after a dash, has come
    for index, (block, seen) in enumerate(zip(blocks, looks, strict=True)):
        if index in text:
            roles.append(BODY)
        elif seen.role is not None and seen.role is not BODY:
            roles.append(seen.role)
        elif index < first:
            roles.append(CAPTION if second and not block.mark else TITLE)
            second = second or block.text.startswith("——")
        elif index > last:
            roles.append(CAPTION)
        else:
            # Directly above text it heads that; of several lines the upper ones may belong to a picture.
            below = looks[index + 1].role if index + 1 < len(looks) else None
            roles.append(HEADING if below in (BODY, None) else CAPTION)
    return roles


def _is_caption(index: int, blocks: Sequence[Block], roles: Sequence[Role], opens: bool) -> bool:
    """Whether a whole short sentence stands under a picture: below the by-line, or last on the page."""
    text = blocks[index].text
    if not text.endswith("。") or "，" in text or text.startswith(("“", '"')):
        return False
    if opens:
        return len(text) <= 12 and any(role in (TITLE, BYLINE) for role in roles[:index])
    return len(text) <= 30
