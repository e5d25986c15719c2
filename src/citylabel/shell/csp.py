"""The Content Security Policy of every page, as a `<meta>` element: hosts may send no headers."""

from __future__ import annotations

import base64
import hashlib
import re

# An inline script; those with `src` and data blocks such as JSON need no permission.
_INLINE = re.compile(r"<script(?P<attributes>(?:\s[^>]*)?)>(?P<body>.*?)</script>", re.DOTALL | re.IGNORECASE)
_NO_CODE = re.compile(r"""\bsrc=|\btype=["']?(?!module|text/javascript)[a-z]+/""", re.IGNORECASE)


def policy(hashes: tuple[str, ...] = ()) -> str:
    """Give the policy: only this site's own files, and inline scripts of these hashes.

    `frame-ancestors` and `sandbox` do not work in a `<meta>` element, so they are left out.
    """
    scripts = " ".join(("'self'", *hashes))
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "form-action 'self'; base-uri 'none'"
    )


def secured(page: str) -> str:
    """Give the page with the hashes of its inline scripts in its policy.

    The theme has none; a written page may bring one.
    """
    hashes = sorted({_hash(hit["body"]) for hit in _INLINE.finditer(page) if _is_code(hit)})
    if not hashes:
        return page
    return page.replace(_attribute(policy()), _attribute(policy(tuple(hashes))), 1)


def _is_code(hit: re.Match[str]) -> bool:
    return not _NO_CODE.search(hit["attributes"])


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _attribute(text: str) -> str:
    return text.replace("'", "&#39;")  # as the theme's engine writes it
