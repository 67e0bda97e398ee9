"""The whole product behind one port: live streams asynchronously, pages and API in a pool of threads.

Pages under Django's own ASGI handler cost several times more and lose their database connection after
every request; see docs/decisions/0003-one-port.md.
"""

import os
from typing import Any, cast

from a2wsgi import WSGIMiddleware

from qabyldau.config.wsgi import application as pages
from qabyldau.web import live
from qabyldau.web.board import stream as board

THREADS = int(os.environ.get("QABYLDAU_THREADS", "4"))
STREAMS = {"/live/": live.application, "/live/board/": board.application}
_pages: Any = WSGIMiddleware(cast(Any, pages), workers=THREADS)


async def application(scope: dict[str, Any], receive: live.Receive, send: live.Send) -> None:
    async def received() -> object:
        # Granian gives something to wait for, a2wsgi wants a coroutine; without this no form arrives.
        return await receive()

    stream = STREAMS.get(scope["path"]) if scope["type"] == "http" else None
    if stream:
        await stream(scope, receive, send)
    else:
        await _pages(scope, received, send)
