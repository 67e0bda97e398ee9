"""How allauth signs staff in: nobody signs themselves up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Accounts are made by the administrator."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        return False
