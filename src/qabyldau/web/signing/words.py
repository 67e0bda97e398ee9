"""Why a signature was not taken, in words: what happened, and what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from qabyldau.ports.signature import Fault

FAULTS: dict[str, Promise] = {
    Fault.UNREADABLE: _(
        "This is not a digital signature. Send a file .cms, .p7s or .xml, made over the text above."
    ),
    Fault.NOT_ONE_SIGNER: _("The file holds the signatures of several people. Send your own alone."),
    Fault.ALGORITHM: _(
        "The key signs by GOST, and this installation understands only RSA. Choose your RSA key."
    ),
    Fault.BAD_SIGNATURE: _("The signature does not agree with its key. Sign once more."),
    Fault.OTHER_DATA: _("Another text was signed. Sign the text that stands on this page."),
    Fault.OTHER_NONCE: _("An older page was signed. Sign the text that stands on this page now."),
    Fault.CHAIN_UNKNOWN: _("The key was not issued by the National Certification Authority."),
    Fault.EXPIRED: _("The term of your key has ended. Get a new one at egov.kz or a public service centre."),
    Fault.NOT_YET: _("The term of your key has not begun. Check the clock of your computer."),
    Fault.WRONG_USAGE: _(
        "This key is for another purpose. To sign in, choose the key AUTH; to sign papers, RSA or GOST."
    ),
    Fault.REVOKED: _("Your key was revoked. Get a new one at egov.kz or a public service centre."),
    Fault.REVOCATION_UNKNOWN: _(
        "It could not be found out whether your key was revoked, so it was not believed. Try again later."
    ),
}
LATER = _("The service that checks signatures does not answer now. Try again in some minutes.")
NOT_CONNECTED = _("Digital signatures are not connected here.")
OVER = _("The time for signing is over, or this page was already used. Sign the new text below.")
NOBODY = _("This key belongs to nobody who signs in here. Ask the administrator to enter your IIN.")
NOT_YOURS = _("This key belongs to another person: sign with your own.")
NO_IIN = _("Your IIN is not entered here, so it cannot be seen that the key is yours. Ask the administrator.")
# What the script says by itself; the keys stand in static/ui/signing.js.
SCRIPT: dict[str, Promise] = {
    "wait": _("NCALayer is asked. Choose your key in its window and enter the password of the key."),
    "not_running": _(
        "NCALayer does not answer. Start it (or install it from ncl.pki.gov.kz), then press the button again."
    ),
    "cancelled": _("You closed the window of NCALayer: nothing was signed."),
    "wrong_key": _("NCALayer could not sign with this key. Check the key and its password, then try again."),
    "timeout": _("NCALayer has not answered for three minutes. Press the button again."),
    "done": _("Signed. Sending…"),
}
