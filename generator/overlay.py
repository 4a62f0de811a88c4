"""What the preview lays over a page: a script that shows what is new, and the site's problems."""

from __future__ import annotations

import html
from collections.abc import Sequence
from types import MappingProxyType

from generator.keys import digest
from generator.personal import masked
from generator.problems import Problem, Severity
from generator.words import WORDS, say

MOST = 50  # problems shown over a page

_SCRIPT = b"""// shows a page that is new, and problems that are new over a page that stands
const address = "/.preview/";
let [page, problems] = document.currentScript.dataset.shown.split(" ");
const events = new EventSource(
  `${address}events?page=${encodeURIComponent(location.pathname)}`);
events.onmessage = async ({ data }) => {
  const [nextPage, nextProblems] = data.split(" ");
  if (nextPage !== page) return location.reload();
  if (nextProblems === problems) return;
  problems = nextProblems;
  const told = await (await fetch(address + "problems")).text();
  document.getElementById("preview-problems")?.remove();
  document.body.insertAdjacentHTML("beforeend", told);
};
"""
_STYLE = b"""#preview-problems{position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;
z-index:9;
margin:0;padding:1rem 1.5rem;background:#fff8e5;color:#1d1a16;border-top:4px solid #9c2a1f;
font:16px/1.6 sans-serif}#preview-problems li{margin:.25rem 0}#preview-problems code{font:inherit;
font-family:monospace;color:#6b1a12}"""


def _named(name: str, data: bytes) -> str:
    """A path that changes with *data*, so that a browser may keep what is there."""
    stem, _, suffix = name.rpartition(".")
    return f".preview/{stem}.{digest(data)[:10]}.{suffix}"


_SCRIPT_AT, _STYLE_AT = _named("reload.js", _SCRIPT), _named("problems.css", _STYLE)
OWN = MappingProxyType({_SCRIPT_AT: _SCRIPT, _STYLE_AT: _STYLE})

_POLICY = b"default-src 'none';"
_HEAD = (
    f'<link rel="stylesheet" href="/{_STYLE_AT}">'
    f'<script src="/{_SCRIPT_AT}" data-shown="%s" defer></script></head>'
)


def section(problems: Sequence[Problem], language: str, *, checking: bool = False) -> bytes:
    """Return what is wrong as HTML; nothing where nothing is.

    *checking* tells that the last change is shown and not checked yet.
    """
    grave = [one for one in problems if WORDS[one.rule].severity is not Severity.INFORMATION]
    if not grave and not checking:
        return b""
    items = []
    for found in grave[:MOST]:
        said = say(found, language)
        place = html.escape(masked(str(found.at)))
        text = html.escape(f"{said.message} {said.hint}")
        items.append(f"<li><code>{place}</code> {said.severity}: {text}</li>")
    more = f"<li>… +{len(grave) - MOST}</li>" if len(grave) > MOST else ""
    label = "待处理的问题" if language == "zh" else "Problems"
    words = "正在检查这次改动……" if language == "zh" else "Checking this change …"
    busy = f'<p role="status">{words}</p>' if checking else ""
    rows = f"<ul>{''.join(items)}{more}</ul>" if items else ""
    begin = f'<section id="preview-problems" aria-label="{label}">'
    return f"{begin}{busy}{rows}</section>".encode()


def laid(body: bytes, told: bytes, shown: str) -> bytes:
    """Return a page with the script and with what is *told* of problems over it; *shown* is what
    `events` will say as long as both stay as they are."""
    body = body.replace(_POLICY, b"default-src 'none'; connect-src 'self';", 1)
    body = body.replace(b"</head>", (_HEAD % shown).encode(), 1)
    return body.replace(b"</body>", told + b"</body>", 1)
