"""What an act may answer instead of doing it, as pages: what happened, what to do, nothing lost."""

from django.utils.translation import gettext_lazy as _

from qabyldau.web.errors import Problem

SESSION_OVER = Problem(
    403,
    _("Your work session is over"),
    _("You were away for too long, so the form was not accepted. Nothing was recorded."),
    [
        _("Go back in your browser: what you typed is still there. Copy long text."),
        _("Sign in again and open the page anew."),
    ],
)
NO_ROLE = Problem(
    403,
    _("You have no role in any office now"),
    _("You signed in, but no role was given to you, or its last day has passed."),
    [_("Ask the administrator of the office for the role you need.")],
)
STALE = Problem(
    409,
    _("The appeal changed while the page was open"),
    _("Somebody else acted first, so your act was not done. Nothing was recorded."),
    [
        _("Go back in your browser to copy what you typed."),
        _("Open the appeal anew, look at what has changed, and decide again."),
    ],
)
SLOT_TAKEN = Problem(
    409,
    _("This hour has just been taken"),
    _("Somebody else was given this hour first. Nothing was recorded."),
    [_("Go back, reload the page and choose another hour.")],
)
ASKED_DIFFERENTLY = Problem(
    422,
    _("This form was already sent with other contents"),
    _("What was sent first is recorded; the second sending changed nothing."),
    [_("Open the page anew and fill the form in once more if you need to.")],
)
FILE_REFUSED = Problem(
    422,
    _("The file was not taken"),
    "",
    [_("Go back in your browser: what you typed is still there. Choose another file.")],
)
DAY_IMPOSSIBLE = Problem(
    409, _("Such a day cannot be planned"), "", [_("Go back and choose another day or hour.")]
)
CALENDAR_UNKNOWN = Problem(
    409,
    _("There is no working calendar for that year"),
    _("The term cannot be counted before the calendar is entered. Nothing was recorded."),
    [_("Ask the administrator to enter the calendar of that year, then send the form again.")],
)
NO_LAW = Problem(
    409,
    _("No edition of the regulation was in force on that day"),
    _("So there is no rule to act under. Nothing was recorded."),
    [_("Check the date you entered.")],
)
NO_SUCH_CHOICE = Problem(
    422,
    _("What you chose does not exist any more"),
    _("An official, a day or an hour in the form is unknown here. Nothing was recorded."),
    [_("Go back, reload the page and choose from the list.")],
)
BAD_INPUT = Problem(
    422,
    _("The form was filled in wrongly"),
    _("A required answer is missing, or one of the answers is too long. Nothing was recorded."),
    [_("Go back in your browser: what you typed is still there. Correct it and send the form again.")],
)
