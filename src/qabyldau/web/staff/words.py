"""Names of what the workplace speaks of: acts, steps of the journal, letters, flags, roles."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from qabyldau.people.roles import Role
from qabyldau.regulation.lifecycle import State
from qabyldau.review.kinds import Outcome
from qabyldau.web.bodies.words import STEPS as BODY_STEPS
from qabyldau.web.calls.words import STEPS as CALL_STEPS
from qabyldau.web.consideration import words as consideration
from qabyldau.web.consulting import words as consulting
from qabyldau.web.control import words as control
from qabyldau.web.desk import words as desk
from qabyldau.web.minutes import words as minutes
from qabyldau.web.participation import words as participation
from qabyldau.web.planning.words import STEPS as PLANNING_STEPS
from qabyldau.web.press.words import STEPS as PRESS_STEPS
from qabyldau.web.recordings.words import STEPS as RECORDING_STEPS
from qabyldau.web.replanning import words as replanning
from qabyldau.web.room.words import STEPS as ROOM_STEPS
from qabyldau.web.screening import words as screening

# As a person would say it on a button.
ACTS: dict[str, Promise] = {
    **consideration.ACTS,
    **participation.ACTS,
    **desk.ACTS,
    **replanning.ACTS,
    "screen": pgettext_lazy("act", "Record the findings"),
    **screening.ACTS,
    **control.ACTS,
    "leave": pgettext_lazy("act", "Leave without consideration"),
    "take_up": pgettext_lazy("act", "Take up"),
    "submit": pgettext_lazy("act", "Put the note before the head"),
    "approve": pgettext_lazy("act", "Decide to receive"),
    "refuse": pgettext_lazy("act", "Refuse with reasons"),
    "send_back": pgettext_lazy("act", "Send the note back"),
    "extend": pgettext_lazy("act", "Extend the term"),
    "ask_today": pgettext_lazy("act", "Ask to receive today"),
    "appoint": pgettext_lazy("act", "Give an hour"),
    "hold": pgettext_lazy("act", "Record the reception"),
    "miss": pgettext_lazy("act", "Did not come"),
    "close": pgettext_lazy("act", "Send the final answer"),
    "withdraw": pgettext_lazy("act", "Record a withdrawal"),
    "note_external_number": pgettext_lazy("act", "Enter the number of e-Otinish"),
    "reveal": pgettext_lazy("act", "Show the whole number"),
    "change_contact": pgettext_lazy("act", "Correct the contacts"),
}
EFFECTS: dict[str, Promise] = {
    **consideration.EFFECTS,
    **participation.EFFECTS,
    **desk.EFFECTS,
    **replanning.EFFECTS,
    "screen": _("What you find is recorded; a later look replaces it, and this one stays readable."),
    **screening.EFFECTS,
    **control.EFFECTS,
    "leave": _("The appeal ends here: the applicant is told that it states no matter and may write anew."),
    "take_up": _("Consideration begins: materials are collected and the note is written."),
    "submit": _("The note goes to the head of the office, who decides. You will not decide on it yourself."),
    "approve": _("The applicant will be received on this day; the hour is given from the list of the day."),
    "refuse": _("The appeal ends here: a letter with the ground, your reasons and how to complain goes out."),
    "send_back": _("The note goes back to the department for more work. The term of the answer runs on."),
    "extend": _("The term of the answer becomes longer, and the applicant is told why and until when."),
    "appoint": _("The hour is taken, and a letter with the day, the hour, the official and the place goes."),
    "ask_today": _("The official is asked and answers yes or no. After a yes the person has an hour today."),
    "hold": _("It is recorded that the person came, showed who they are, and was received."),
    "miss": _("It is recorded that the person did not come; the hour is free, and another may be given."),
    "close": _("The final answer goes to the applicant, and the appeal is taken off control."),
    "withdraw": _("The applicant takes the appeal back: it ends here, and a confirmation goes out."),
    "note_external_number": _("The number that e-Otinish gave is kept beside ours; the duty is met."),
    "reveal": _("The whole number is shown once. The journal keeps who looked, when and for what reason."),
    "change_contact": _("All later letters go there, by this way and in this language."),
}
DONE: dict[str, Promise] = {
    **consideration.DONE,
    **participation.DONE,
    **desk.ACT_DONE,
    **replanning.DONE,
    "screen": _("The findings are recorded."),
    **screening.DONE,
    **control.DONE,
    "leave": _("The appeal is left without consideration; the applicant is told."),
    "take_up": _("The appeal is taken up."),
    "submit": _("The note is before the head of the office."),
    "approve": _("The decision to receive is recorded; the list of the day is next."),
    "refuse": _("The reception is refused; the letter is on its way."),
    "send_back": _("The note went back to the department."),
    "extend": _("The term is extended; the applicant is told."),
    "appoint": _("The hour is given; the letter is on its way."),
    "ask_today": _("The official is asked."),
    "hold": _("The reception is recorded."),
    "miss": _("It is recorded that the person did not come."),
    "close": _("The final answer is on its way; the appeal is closed."),
    "withdraw": _("The withdrawal is recorded; the confirmation is on its way."),
    "note_external_number": _("The number is kept."),
    "reveal": _("The number was shown before. To see it again, ask anew."),
    "change_contact": _("The contacts are corrected."),
}
# As the journal tells it.
STEPS: dict[str, Promise] = {
    **CALL_STEPS,
    **consideration.STEPS,
    **participation.STEPS,
    **desk.STEPS,
    **minutes.STEPS,
    **consulting.STEPS,
    **PRESS_STEPS,
    "register": pgettext_lazy("step", "Appeal registered"),
    "screen": pgettext_lazy("step", "Findings recorded"),
    "leave": pgettext_lazy("step", "Left without consideration"),
    "take_up": pgettext_lazy("step", "Taken up"),
    "submit": pgettext_lazy("step", "Note put before the head"),
    "approve": pgettext_lazy("step", "Decided to receive"),
    "refuse": pgettext_lazy("step", "Reception refused"),
    "return": pgettext_lazy("step", "Note sent back for more work"),
    "extend": pgettext_lazy("step", "Term extended"),
    "appoint": pgettext_lazy("step", "Day and hour given"),
    "move_hour": pgettext_lazy("step", "Given another hour"),
    "turn_to_video": pgettext_lazy("step", "Turned to video under a restriction"),
    "release": pgettext_lazy("step", "Hour cancelled, the appeal stays"),
    "confirm_hour": pgettext_lazy("step", "Hour confirmed by the applicant"),
    "offer": pgettext_lazy("step", "Hours offered"),
    "take_offered": pgettext_lazy("step", "Offered hour taken"),
    "decline_offer": pgettext_lazy("step", "Offered hours declined"),
    "offer_expired": pgettext_lazy("step", "No answer to the offer in its term"),
    "wish_earlier": pgettext_lazy("step", "Asked to be offered earlier hours"),
    "answer_video": pgettext_lazy("step", "Answer about video recorded"),
    "tell_absence": pgettext_lazy("step", "Official cannot receive"),
    "withdraw_absence": pgettext_lazy("step", "Official can receive after all"),
    "hand_over_day": pgettext_lazy("step", "Day of reception given to another official"),
    "take_off_day": pgettext_lazy("step", "Day of reception taken off"),
    "replan_day": pgettext_lazy("step", "Day of reception replanned"),
    "declare_restriction": pgettext_lazy("step", "Restriction declared"),
    "lift_restriction": pgettext_lazy("step", "Restriction lifted"),
    "turn_day": pgettext_lazy("step", "Day of reception turned to another mode"),
    "hold": pgettext_lazy("step", "Received"),
    "miss": pgettext_lazy("step", "Did not come"),
    "close": pgettext_lazy("step", "Final answer sent"),
    "withdraw": pgettext_lazy("step", "Withdrawn by the applicant"),
    "note_external_number": pgettext_lazy("step", "Number of e-Otinish entered"),
    "add_files": pgettext_lazy("step", "Files added"),
    "release_external_number": pgettext_lazy("step", "Number of e-Otinish taken away as another's"),
    "queue_for_eotinish": pgettext_lazy("step", "Put in the queue for e-Otinish"),
    "send_to_eotinish": pgettext_lazy("step", "Sent to e-Otinish"),
    "settle_exchange": pgettext_lazy("step", "Difference with e-Otinish settled"),
    "reveal": pgettext_lazy("step", "Whole number shown"),
    "issue_paper": pgettext_lazy("step", "Paper issued"),
    "write_wording": pgettext_lazy("step", "Text of a paper written"),
    "approve_wording": pgettext_lazy("step", "Text of a paper approved"),
    "change_numbering": pgettext_lazy("step", "Rule of numbers changed"),
    "recount": pgettext_lazy("step", "Term recounted after a change of the calendar"),
    "flag": pgettext_lazy("step", "Recorded: short of a clause"),
    "plan_day": pgettext_lazy("step", "Day of reception planned"),
    "publish_day": pgettext_lazy("step", "Day of reception published"),
    "send_list": pgettext_lazy("step", "List of a day sent"),
    "order_day": pgettext_lazy("step", "Day of the calendar ordered"),
    "hand_over": pgettext_lazy("step", "Letter handed over on paper"),
    "grant_role": pgettext_lazy("step", "Role given"),
    "end_role": pgettext_lazy("step", "Role ended"),
    "authorise": pgettext_lazy("step", "Official entered"),
    "end_authority": pgettext_lazy("step", "Authority of an official ended"),
    **BODY_STEPS,
    **PLANNING_STEPS,
    **ROOM_STEPS,
    **RECORDING_STEPS,
    "change_hours": pgettext_lazy("step", "Hours of the office changed"),
    "change_settings": pgettext_lazy("step", "Settings of the office changed"),
    "sign": pgettext_lazy("step", "Signed with a digital signature"),
    "export_signature": pgettext_lazy("step", "Signature taken away"),
    "sign_in": pgettext_lazy("step", "Signed in"),
    "failed_sign_ins": pgettext_lazy("step", "Failed sign-ins of a day counted"),
    "open_account": pgettext_lazy("step", "Account opened"),
    "give_key": pgettext_lazy("step", "One-time code given"),
    "renew_access": pgettext_lazy("step", "Access renewed by a one-time code"),
    "record_iin": pgettext_lazy("step", "IIN of a person entered"),
    "refused_act": pgettext_lazy("step", "Tried without the right, and was refused"),
    "change_contact": pgettext_lazy("step", "Contacts corrected"),
    "resend": pgettext_lazy("step", "Message sent anew"),
    "letter_bounced": pgettext_lazy("step", "A message did not arrive"),
    "letter_given_up": pgettext_lazy("step", "A message could not be sent"),
    "quiet_hours": pgettext_lazy("step", "Quiet hours set"),
    "report_turned_away": pgettext_lazy("step", "A report without a proof was turned away"),
    "test_message": pgettext_lazy("step", "Test message sent"),
    **screening.STEPS,
    **control.STEPS,
}
NOTICES: dict[str, Promise] = {
    **consideration.NOTICES,
    **participation.NOTICES,
    **minutes.NOTICES,
    "registered": pgettext_lazy("letter", "Talon"),
    "left": pgettext_lazy("letter", "Notice: left without consideration"),
    "refusal": pgettext_lazy("letter", "Refusal with reasons"),
    "extension": pgettext_lazy("letter", "Notice of a longer term"),
    "appointment": pgettext_lazy("letter", "Day and hour of the reception"),
    "today_declined": pgettext_lazy("letter", "Not today: the official declined"),
    "moved": pgettext_lazy("letter", "Another hour of the reception"),
    "by_video": pgettext_lazy("letter", "The reception is by video"),
    "hour_cancelled": pgettext_lazy("letter", "The hour is cancelled"),
    "offer": pgettext_lazy("letter", "Offer of hours"),
    "withdrawal": pgettext_lazy("letter", "Confirmation of the withdrawal"),
    "final_answer": pgettext_lazy("letter", "Final answer"),
    **screening.NOTICES,
    **control.NOTICES,
    "test": pgettext_lazy("letter", "Test message"),
    "digest": pgettext_lazy("letter", "Daily reminder of terms"),
}
WAYS: dict[str, Promise] = {
    "email": pgettext_lazy("way", "by e-mail"),
    "sms": pgettext_lazy("way", "by SMS"),
    "paper": pgettext_lazy("way", "on paper"),
    "portal": pgettext_lazy("way", "on the page of the appeal"),
}
FLAGS: dict[str, Promise] = {
    **consideration.FLAGS,
    **participation.FLAGS,
    "booked_outside_hours": _("Registered by a worker outside working hours"),
    "registered_late": _("Registered later than the day it should have been"),
    "note_late": _("The note came later than the regulation asks before the day of the reception"),
    "answer_overdue": _("The term of the answer has run out"),
    "external_number_overdue": _("The number of e-Otinish was not entered in time"),
    **screening.FLAGS,
}
GROUNDS: dict[str, Promise] = {
    "outside_competence": pgettext_lazy("ground", "outside our competence"),
    "heard_before": pgettext_lazy("ground", "the same matter was heard or answered before"),
    **screening.GROUNDS,
}
TERMS: dict[str, Promise] = {
    **consideration.TERMS,
    **participation.TERMS,
    "answer": pgettext_lazy("term", "Answer to the applicant"),
    "external_number": pgettext_lazy("term", "Number of e-Otinish"),
    "note": pgettext_lazy("term", "Note for the reception"),
    **screening.TERMS,
}
REVEALS: dict[str, Promise] = {
    "identity_check": pgettext_lazy("reason", "To check the identity of the applicant"),
    "history_search": pgettext_lazy("reason", "To look for earlier appeals"),
    "external_system": pgettext_lazy("reason", "To enter it into another state system"),
    "court_request": pgettext_lazy("reason", "At the request of a court or another body"),
}
PROPOSALS: dict[str, Promise] = {
    "receive": pgettext_lazy("proposal", "To receive"),
    "refuse": pgettext_lazy("proposal", "To refuse with reasons"),
}
OUTCOMES: dict[str, Promise] = {
    Outcome.RECEIVE: pgettext_lazy("decision", "To receive"),
    Outcome.REFUSE: pgettext_lazy("decision", "Reception refused"),
    Outcome.RETURN: pgettext_lazy("decision", "Sent back for more work"),
    Outcome.EXTEND: pgettext_lazy("decision", "Term extended"),
    Outcome.LEAVE: pgettext_lazy("decision", "Left without consideration"),
}
CHARACTERS: dict[str, Promise] = {
    "explained": pgettext_lazy("answer", "Explained"),
    "satisfied": pgettext_lazy("answer", "Satisfied"),
    "refused": pgettext_lazy("answer", "Refused"),
}
DOCUMENTS: dict[str, Promise] = {
    "identity_card": pgettext_lazy("document", "Identity card"),
    "passport": pgettext_lazy("document", "Passport of Kazakhstan"),
    "foreign_passport": pgettext_lazy("document", "Passport of another country"),
    "residence_permit": pgettext_lazy("document", "Residence permit"),
    "digital": pgettext_lazy("document", "Digital document on a phone"),
    "other": pgettext_lazy("document", "Another identity document"),
}
# Kept instead of an ИИН whose check digit is wrong: the number as it stood, and where it stood so.
UNCHECKED: dict[str, Promise] = {
    "iin_as_in_document": pgettext_lazy("number", "the document itself shows this number"),
    "iin_as_written": pgettext_lazy("number", "the applicant wrote it so in the letter"),
    "iin_as_dictated": pgettext_lazy("number", "the applicant insists on it by phone or in words"),
}
CHANNEL_PAGES: dict[str, Promise] = {
    "hand_delivered": pgettext_lazy("channel", "Brought in person"),
    "oral": pgettext_lazy("channel", "Said in words"),
    "post": pgettext_lazy("channel", "Came by post"),
    "call_centre": pgettext_lazy("channel", "By phone, Call centre"),
    "portal": pgettext_lazy("channel", "From the portal"),
}
ROLES: dict[str, Promise] = {
    Role.CLERK: pgettext_lazy("role", "Clerk of the public reception"),
    Role.OPERATOR: pgettext_lazy("role", "Operator of the Call centre"),
    Role.DEPARTMENT: pgettext_lazy("role", "Department of appeals"),
    Role.HEAD_OF_OFFICE: pgettext_lazy("role", "Head of the office"),
    Role.AKIM: pgettext_lazy("role", "Akim of the region"),
    Role.DEPUTY: pgettext_lazy("role", "Deputy"),
    Role.OFFICIAL: pgettext_lazy("role", "Receiving official"),
    Role.EXECUTOR: pgettext_lazy("role", "Executor"),
    Role.BODY_REPRESENTATIVE: pgettext_lazy("role", "Representative of a state body"),
    Role.PRESS: pgettext_lazy("role", "Press service"),
    Role.AUDITOR: pgettext_lazy("role", "Auditor"),
    Role.ADMIN: pgettext_lazy("role", "Administrator"),
}


# Why no term of an answer is running.
STILL: dict[str, Promise] = {
    State.APPOINTED: pgettext_lazy("still", "The hour is told"),
    State.WAITING: pgettext_lazy("still", "Another hour awaited"),
    State.HELD: pgettext_lazy("still", "Final answer awaited"),
    State.MISSED: pgettext_lazy("still", "Did not come"),
    **screening.STILL,
    **control.STILL,
}
FINISHED = pgettext_lazy("still", "Finished")


def working_days(days: int) -> str:
    return ngettext("%(days)s working day", "%(days)s working days", days) % {"days": days}


# Codes of what went wrong on the line to e-Otinish, by how they begin; the last is for all the others.
EXCHANGE_FAULTS: dict[tuple[str, ...], Promise] = {
    ("not_connected", "timed_out", "cut_off"): _("e-Otinish could not be reached"),
    ("http_", "soap_server"): _("e-Otinish reports a fault of its own"),
    ("soap_client", "declined"): _("e-Otinish does not take this appeal"),
    ("no_answer",): _("e-Otinish has not answered for three days"),
    ("",): _("An answer came that cannot be trusted"),
}


def choices(named: dict[str, Promise]) -> list[tuple[str, str | Promise]]:
    return [(str(code), words) for code, words in named.items()]
