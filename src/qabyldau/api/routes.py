"""The one router: addresses with several methods must stand together."""

from ninja import Router

router = Router()
