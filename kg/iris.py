"""Names in, local names of IRIs out: legal in Turtle, in a path and in a shell without any escape."""

from __future__ import annotations

import re
from hashlib import blake2b

# Turtle's PN_CHARS without the combining marks: what may stand inside a prefixed name.
TURTLE = (
    "\\-0-9A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
# Neither a letter nor a digit, or one that Turtle refuses (①, ²).
STRANGE = re.compile(rf"(?:[^\w.]|(?![{TURTLE}])\w)+")
LEGAL = re.compile(rf"(?:(?=\w)[{TURTLE}])(?:[{TURTLE}.]*[{TURTLE}])?")


def slug(key: str) -> str:
    """A name as part of an IRI; one that cannot stand as it is ends in six digits of its hash, so that no two meet.

    >>> slug("三联四会六带头"), slug("4A级景区")
    ('三联四会六带头', '4A级景区')
    >>> slug("社区吹哨、部门报到"), slug("社区吹哨-部门报到")
    ('社区吹哨-部门报到-db082b', '社区吹哨-部门报到-780099')
    """
    clean = STRANGE.sub("-", key).strip("-.")
    # A hyphen of the name itself could be one between two names.
    if clean == key and "-" not in key and key:
        return key
    sign = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=3).hexdigest()
    return f"{clean}-{sign}" if clean else sign


def is_legal(name: str) -> bool:
    """Whether a local name can be written after a prefix as it is.

    >>> is_legal("云岭县-机制-五联"), is_legal("云岭 县"), is_legal("-云岭县")
    (True, False, False)
    """
    return LEGAL.fullmatch(name) is not None
