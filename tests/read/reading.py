"""Texts in, documents out, for the tests of reading."""

from __future__ import annotations

from kg.model import Details, Document, Source
from kg.read.layout import read_document

SURNAMES = frozenset("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯程苏皮厉") | {"欧阳"}
SILENT = Details()


class NoWords:
    """Fails the test that asks it: what is clean needs no evidence."""

    def frequency(self, word: str) -> int:
        raise AssertionError(f"asked for {word}")


def read(text: str, details: Details = SILENT) -> Document:
    return read_document(Source("报纸.txt", text, "0" * 64, "utf-8", details), NoWords(), SURNAMES)
