"""Addresses of the board. What a program reads stands outside the languages: it speaks both."""

from django.urls import path

from qabyldau.web.board import page

# Spliced into the public site.
urlpatterns = [path("board/", page.board, name="board")]
# Beside it, without a language.
plain = [
    path("board/state/", page.state, name="board-state"),
    path("board/voice/<slug:language>/<slug:name>.wav", page.clip, name="board-clip"),
]
