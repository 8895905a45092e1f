"""What a reader does at the page: looks for a colour, searches, reads the heading of the panel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from playwright.sync_api import Page

MECHANISM, EVENT, DENIED = "#6b46b0", "#b83a75", "#b3261e"  # as drawn on light
Open = Callable[..., "Page"]


def spot(page: Page, colour: str, thin: bool = False) -> dict[str, int] | None:
    """Where the picture has a patch of a colour, or a thin line that is near it; settles first."""
    page.wait_for_timeout(500)
    found: dict[str, int] | None = page.evaluate(
        """([colour, thin]) => {
          const canvas = document.querySelector("#picture canvas");
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
          copy.drawImage(canvas, 0, 0);
          const { data, width, height } = copy.getImageData(0, 0, canvas.width, canvas.height);
          const [r, g, b] = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
          const is = (x, y) => {
            const i = 4 * (y * width + x);
            return Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b) <= (thin ? 60 : 0);
          };
          const box = canvas.getBoundingClientRect();
          const ratio = box.width / width;
          for (let y = 2; y < height - 2; y += 1) for (let x = 2; x < width - 2; x += 1)
            if (is(x, y) && (thin || (is(x + 2, y) && is(x, y + 2))))
              return { x: box.x + (x + 1) * ratio, y: box.y + (y + 1) * ratio };
          return null;
        }""",
        [colour, thin],
    )
    return found


def search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def address(page: Page) -> str:
    """What the address says, as people read it."""
    return unquote(page.url).partition("#")[2]


def heading(page: Page) -> str:
    return page.locator("#panel h2").inner_text()
