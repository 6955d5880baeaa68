"""A translating service on this machine, which speaks LibreTranslate's protocol and can misbehave.

What it does depends on the words: ``[500]`` in them breaks it, ``[slow]`` makes it wait, and so on.
"""

import json
import threading
import time
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "a key for tests"
KNOWN = ("ar", "en", "uk", "fa")
ASKED: list[dict[str, Any]] = []
"""Everything that was sent to it, oldest first."""


class _Service(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        asked = json.loads(body)
        ASKED.append({"path": self.path, **asked})
        words = asked["q"]
        if asked.get("api_key") != KEY:
            self._answer(403, {"error": "Invalid API key"})
        elif asked["source"] not in KNOWN:
            self._answer(400, {"error": f"{asked['source']} is not supported"})
        elif "[500]" in words:
            self._answer(500, {"error": "broken"})
        elif "[away]" in words:
            self._raw(302, b"", {"Location": "http://127.0.0.1:9/"})
        elif "[slow]" in words:
            time.sleep(3)
            self._answer(200, {"translatedText": "too late"})
        elif "[drip]" in words:
            self._drip()
        else:
            self._said(words)

    def _said(self, words: str) -> None:
        said: dict[str, Any] = {
            "[nonsense]": b"<html>not json",
            "[list]": b"[1, 2]",
            "[number]": b'{"translatedText": 5}',
            "[empty]": b'{"translatedText": " "}',
            "[endless]": json.dumps({"translatedText": "x" * 3000}).encode(),
            "[large]": json.dumps({"translatedText": "x" * 90_000}).encode(),
        }
        for name, body in said.items():
            if name in words:
                return self._raw(200, body)
        return self._answer(200, {"translatedText": f"På svenska: {words}\x00\u202e"})

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(30):
            time.sleep(0.1)
            self.wfile.write(b" ")
            self.wfile.flush()

    def _answer(self, status: int, said: dict[str, Any]) -> None:
        self._raw(status, json.dumps(said).encode())

    def _raw(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Says nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Somebody hung up."""


@cache
def address() -> str:
    """Where the service answers. It is started once and ends with the process."""
    server = _Server(("127.0.0.1", 0), _Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"
