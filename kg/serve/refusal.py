"""Why something is not done, as HTTP says it."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

# What each status means here, for the one who reads it.
MEANINGS: Mapping[int, str] = {
    400: "查询有误 the query has a fault",
    403: "不允许 this is not allowed",
    404: "没有 there is no such thing",
    405: "不支持这种请求 no such method here",
    406: "没有所要的格式 no form that is accepted",
    413: "太多 too much",
    415: "不认识的请求格式 an unknown form of request",
    421: "不是本机的名字 not a name of this server",
    503: "正忙，请稍后再试 busy, please try again",
    504: "超时，已停止 out of time, and stopped",
}


class Refused(Exception):
    """A request is not done."""

    def __init__(self, status: int, why: str, **headers: str) -> None:
        self.status, self.why = status, why
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}
        super().__init__(why)


def said(status: int, why: str, headers: Mapping[str, str] | None = None) -> Response:
    """A refusal as a response.

    >>> bytes(said(403, "SERVICE").body).decode()
    '不允许 this is not allowed: SERVICE\\n'
    """
    words = ": ".join(filter(None, [MEANINGS.get(status, ""), why]))
    return PlainTextResponse(f"{words}\n", status, headers)


async def on_refusal(_: Request, refused: Exception) -> Response:
    assert isinstance(refused, Refused)
    return said(refused.status, refused.why, refused.headers)


async def on_http(_: Request, raised: Exception) -> Response:
    assert isinstance(raised, HTTPException)
    return said(raised.status_code, "", raised.headers)
