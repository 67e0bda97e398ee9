"""Who may open which page: one row for every address, and what has no row is closed to everybody."""

from collections.abc import Mapping
from enum import StrEnum

from qabyldau.acts import ACTS
from qabyldau.people.actor import Actor
from qabyldau.people.roles import Right


class Door(StrEnum):
    """A page that asks for no right: of anybody, of whoever signed in, of whoever has a role, of a program.

    Only what is PUBLIC may be kept by a browser or a proxy; a BEARER's token is asked for by the API itself.
    """

    PUBLIC = "public"
    PERSONAL = "personal"
    SIGNED_IN = "signed_in"
    ROLE = "role"
    BEARER = "bearer"


Access = Door | frozenset[Right]

READ = frozenset({Right.READ_APPEALS, Right.READ_OWN_RECEPTIONS})


# The schedule of a month; who may not approve it is told so by the act, with the clause.
PLANNING = frozenset({Right.PLAN_DAYS, Right.APPROVE_SCHEDULE, Right.REHEARSE})
PLANNED = (
    "check",
    "publish",
    "series",
    "change",
    "remove",
    "keep",
    "rooms",
    "rooms_close",
    "off_schedule",
    "meetings",
    "meeting",
)
# The operator's page that works without us, and what it asks of us when it can.
CALLS = ("_worker", "_manifest", "_prepare", "_send", "_taken", "_forms", "_forms_enter", "_forms_pile")
WRITTEN = ("", "_day", "_answer", "_instruct", "_change", "_drop")

REPORTS = (
    "reports",
    "reports_quarter",
    "reports_rows",
    "reports_file",
    "compliance",
    "compliance_clause",
    "lab",
)


def _any_of(*rights: Right) -> frozenset[Right]:
    return frozenset(rights)


PUBLIC_SITE: dict[str, Access] = {
    "public:home": Door.PUBLIC,
    "public:receivers": Door.PUBLIC,
    "public:schedule": Door.PUBLIC,
    "public:schedule_poster": Door.PUBLIC,
    "public:schedule_calendar": Door.PUBLIC,
    "public:schedule_data": Door.PUBLIC,
    "public:schedule_widget": Door.PUBLIC,
    "public:act": Door.PUBLIC,
    "public:news": Door.PERSONAL,
    "public:news_article": Door.PERSONAL,
    "public:accessibility": Door.PUBLIC,
    "public:privacy": Door.PUBLIC,
    "public:help": Door.PUBLIC,
    "public:board": Door.PUBLIC,
    "public:statistics": Door.PUBLIC,
    "public:statistics_csv": Door.PUBLIC,
    "public:statistics_json": Door.PUBLIC,
    "board-state": Door.PUBLIC,
    "public:kiosk": Door.PERSONAL,
    "board-clip": Door.PUBLIC,
    "public:view": Door.PUBLIC,
    "public:request": Door.PERSONAL,
    "public:request_begin": Door.PERSONAL,
    "public:request_step": Door.PERSONAL,
    "public:request_fill_in": Door.PERSONAL,
    "public:request_check": Door.PERSONAL,
    "public:request_done": Door.PERSONAL,
    "public:request_paper": Door.PERSONAL,
    "public:request_finish": Door.PERSONAL,
    "public:track": Door.PERSONAL,
    "public:track_appeal": Door.PERSONAL,
    "public:track_withdraw": Door.PERSONAL,
    "public:track_data": Door.PERSONAL,
    "public:track_object": Door.PERSONAL,
    "public:track_doubt": Door.PERSONAL,
    "public:track_letters": Door.PERSONAL,
    "public:track_another": Door.PERSONAL,
    "public:track_release": Door.PERSONAL,
    "public:track_hour": Door.PERSONAL,
    "public:track_leave": Door.PERSONAL,
    "public:video_check": Door.PUBLIC,
    "public:track_video": Door.PERSONAL,
    "public:track_video_enter": Door.PERSONAL,
    "public:track_video_phone": Door.PERSONAL,
    "public:verify": Door.PERSONAL,
    "public:verify_paper": Door.PERSONAL,
    "public:survey": Door.PERSONAL,
}
SIGN_IN: dict[str, Access] = {
    "account_login": Door.PERSONAL,
    "account_login_key": Door.PERSONAL,
    "account_recover": Door.PERSONAL,
    "mfa_authenticate": Door.PERSONAL,
    "account_logout": Door.SIGNED_IN,
    "account_reauthenticate": Door.SIGNED_IN,
    "mfa_reauthenticate": Door.SIGNED_IN,
    "account_change_password": Door.SIGNED_IN,
    "account_office": Door.SIGNED_IN,
    "mfa_index": Door.SIGNED_IN,
    "mfa_activate_totp": Door.SIGNED_IN,
    "mfa_deactivate_totp": Door.SIGNED_IN,
    "mfa_view_recovery_codes": Door.SIGNED_IN,
    "mfa_generate_recovery_codes": Door.SIGNED_IN,
}
WORKPLACE: dict[str, Access] = {
    "staff:home": Door.ROLE,
    "staff:decisions": _any_of(Right.DECIDE),
    "staff:search": READ,
    "staff:numbers": _any_of(Right.NOTE_EXTERNAL_NUMBER),
    "staff:exchange": _any_of(Right.NOTE_EXTERNAL_NUMBER),
    "staff:exchange_report": _any_of(Right.NOTE_EXTERNAL_NUMBER),
    "staff:exchange_decide": _any_of(Right.NOTE_EXTERNAL_NUMBER),
    "staff:exchange_send": _any_of(Right.NOTE_EXTERNAL_NUMBER),
    "staff:delivery": _any_of(Right.HAND_OVER_PAPER),
    "staff:delivery_message": _any_of(Right.HAND_OVER_PAPER),
    "staff:channels": _any_of(Right.KEEP_CHANNELS),
    "staff:channels_test": _any_of(Right.KEEP_CHANNELS),
    "staff:letters": _any_of(Right.HAND_OVER_PAPER),
    "staff:letters_letter": _any_of(Right.HAND_OVER_PAPER),
    "staff:letters_paper": _any_of(Right.HAND_OVER_PAPER),
    "staff:register": _any_of(Right.REGISTER, Right.REGISTER_CALL),
    "staff:register_form": _any_of(Right.REGISTER, Right.REGISTER_CALL),
    "staff:register_talon": _any_of(Right.REGISTER, Right.REGISTER_CALL),
    "staff:register_talon_paper": _any_of(Right.REGISTER, Right.REGISTER_CALL),
    "staff:register_protocol": _any_of(Right.REVEAL_IDENTITY),
    "staff:appeal": READ,
    "staff:appeal_file": READ,
    "staff:appeal_add_files": _any_of(Right.ATTACH),
    **{f"staff:act_{act.name}": _any_of(act.right) for act in ACTS.values()},
    "staff:signature_look": READ,
    "staff:signature_take": _any_of(Right.REVEAL_IDENTITY),
    "staff:consideration_draft": _any_of(Right.SUBMIT),
    "staff:consideration_versions": READ,
    "staff:consideration_version": READ,
    "staff:consideration_make": _any_of(Right.SUBMIT, Right.DECIDE),
    "staff:consideration_paper": READ,
    "staff:consideration_pack": READ,
    "staff:consideration_pack_make": _any_of(Right.SUBMIT, Right.SEND_LIST),
    "staff:consideration_pack_paper": READ,
    "staff:materials": READ,
    "staff:materials_material": READ,
    "staff:materials_record": _any_of(Right.ASK_MATERIALS),
    "staff:materials_withdraw": _any_of(Right.ASK_MATERIALS),
    "staff:materials_grant": _any_of(Right.ASK_MATERIALS),
    "staff:materials_deny": _any_of(Right.ASK_MATERIALS),
    "staff:asked": _any_of(Right.ANSWER_MATERIALS),
    "staff:asked_answer": _any_of(Right.ANSWER_MATERIALS),
    "staff:asked_more_time": _any_of(Right.ANSWER_MATERIALS),
    "staff:asked_opinion": _any_of(Right.ANSWER_MATERIALS),
    "staff:asked_file": READ | _any_of(Right.ANSWER_MATERIALS),
    "staff:asked_paper": READ | _any_of(Right.ANSWER_MATERIALS),
    "staff:control": _any_of(Right.READ_CONTROL),
    "staff:overview": _any_of(Right.OVERSEE),
    "staff:control_remind": _any_of(Right.CONTROL),
    "staff:control_instruction": _any_of(Right.READ_CONTROL),
    "staff:control_judge": _any_of(Right.CONTROL),
    "staff:control_day": _any_of(Right.MOVE_INSTRUCTION_DAY),
    "staff:control_card": _any_of(Right.CONTROL),
    "staff:control_paper": _any_of(Right.READ_CONTROL, Right.CARRY_OUT),
    "staff:control_file": _any_of(Right.READ_CONTROL, Right.CARRY_OUT),
    "staff:ordered": _any_of(Right.CARRY_OUT),
    "staff:ordered_instruction": _any_of(Right.CARRY_OUT),
    "staff:ordered_press": _any_of(Right.CARRY_OUT),
    "staff:screening": _any_of(Right.REDIRECT),
    "staff:desk": _any_of(Right.RECORD_RECEPTION),
    "staff:desk_day": _any_of(Right.RECORD_RECEPTION),
    "staff:desk_find": _any_of(Right.RECORD_RECEPTION),
    "staff:desk_slip": _any_of(Right.RECORD_RECEPTION),
    "staff:desk_arrive": _any_of(Right.RECORD_RECEPTION),
    "staff:desk_call": _any_of(Right.RECORD_RECEPTION),
    "staff:desk_call_out_of_order": _any_of(Right.RECORD_RECEPTION),
    "staff:desk_press": _any_of(Right.RECORD_RECEPTION),
    "staff:minutes": READ,
    "staff:minutes_day": READ,
    "staff:minutes_preview": READ,
    "staff:minutes_answer": _any_of(Right.WRITE_MINUTES),
    "staff:minutes_order": _any_of(Right.WRITE_MINUTES),
    "staff:minutes_change": _any_of(Right.WRITE_MINUTES),
    "staff:minutes_drop": _any_of(Right.WRITE_MINUTES),
    "staff:minutes_sign": _any_of(Right.SIGN_MINUTES),
    "staff:minutes_addendum": _any_of(Right.SIGN_MINUTES),
    "staff:consulting": _any_of(Right.RECORD_CONSULTATION),
    "staff:consulting_roster": _any_of(Right.KEEP_ROSTER),
    "staff:consulting_off": _any_of(Right.KEEP_ROSTER),
    "staff:consulting_call_in": _any_of(Right.CALL_IN),
    "staff:consulting_answer": _any_of(Right.CALL_IN),
    "staff:consulting_agree": _any_of(Right.CALL_IN),
    **{f"staff:room{name}": _any_of(Right.WRITE_MINUTES) for name in WRITTEN},
    **{
        f"staff:room_{name}": _any_of(Right.RECORD_RECEPTION)
        for name in ("next", "press", "video", "telephone")
    },
    "staff:press": _any_of(Right.KEEP_PRESS),
    "staff:press_draft": _any_of(Right.KEEP_PRESS),
    "staff:press_item": _any_of(Right.KEEP_PRESS),
    "staff:press_publish": _any_of(Right.KEEP_PRESS),
    "staff:press_consent": _any_of(Right.KEEP_PRESS),
    "staff:press_ask": _any_of(Right.KEEP_PRESS),
    "staff:press_take_down": _any_of(Right.KEEP_PRESS),
    "staff:press_paper": _any_of(Right.KEEP_PRESS),
    "staff:days": READ,
    "staff:days_day": READ,
    "staff:replanning": _any_of(Right.TELL_ABSENCE),
    "staff:replanning_absence": _any_of(Right.TELL_ABSENCE),
    "staff:replanning_withdraw": _any_of(Right.TELL_ABSENCE),
    "staff:replanning_day": _any_of(Right.REPLAN),
    "staff:replanning_confirm": _any_of(Right.REPLAN),
    "staff:replanning_offer_carried": _any_of(Right.APPOINT),
    "staff:restrictions": _any_of(Right.REPLAN, Right.DECLARE_RESTRICTION),
    "staff:restrictions_lift": _any_of(Right.DECLARE_RESTRICTION),
    "staff:restrictions_turn_back": _any_of(Right.DECLARE_RESTRICTION),
    "staff:days_plan": _any_of(Right.PLAN_DAYS),
    **{f"staff:planning{name}": PLANNING for name in ("", "_month", "_version", "_approve")},
    "staff:planning_return": _any_of(Right.PLAN_DAYS, Right.APPROVE_SCHEDULE),
    **{f"staff:planning_{name}": _any_of(Right.PLAN_DAYS) for name in PLANNED},
    "staff:today": _any_of(Right.ASK_TODAY, Right.ANSWER_TODAY),
    "staff:today_answer": _any_of(Right.ANSWER_TODAY),
    "staff:planning_rehearsal": _any_of(Right.REHEARSE),
    "staff:days_publish": _any_of(Right.PLAN_DAYS),
    "staff:days_send_list": _any_of(Right.SEND_LIST),
    "staff:days_distribute": _any_of(Right.APPOINT),
    "staff:people": _any_of(Right.KEEP_PEOPLE),
    "staff:people_open": _any_of(Right.KEEP_PEOPLE),
    "staff:people_account": _any_of(Right.KEEP_PEOPLE),
    "staff:people_end_role": _any_of(Right.KEEP_PEOPLE),
    "staff:recordings": _any_of(Right.KEEP_VOICE),
    "staff:recordings_drop": _any_of(Right.KEEP_VOICE),
    "staff:bodies": _any_of(Right.KEEP_BODIES),
    "staff:bodies_new": _any_of(Right.KEEP_BODIES),
    "staff:bodies_body": _any_of(Right.KEEP_BODIES),
    "staff:bodies_change": _any_of(Right.KEEP_BODIES),
    "staff:bodies_end": _any_of(Right.KEEP_BODIES),
    "staff:bodies_end_member": _any_of(Right.KEEP_BODIES),
    **{f"staff:calls{name}": _any_of(Right.REGISTER_CALL) for name in ("", *CALLS)},
    "staff:surveys": _any_of(Right.READ_SURVEYS),
    "staff:surveys_draw": _any_of(Right.RUN_SURVEYS),
    "staff:surveys_round": _any_of(Right.READ_SURVEYS),
    "staff:surveys_questions": _any_of(Right.RUN_SURVEYS),
    "staff:surveys_concern": _any_of(Right.RUN_SURVEYS),
    "staff:surveys_calls": _any_of(Right.CALL_SURVEYS),
    "staff:surveys_call": _any_of(Right.CALL_SURVEYS),
    "staff:emergency": _any_of(Right.DECLARE_EMERGENCY),
    "staff:emergency_end": _any_of(Right.DECLARE_EMERGENCY),
    "staff:days_readiness": READ,
    "staff:days_bodies": _any_of(Right.INVITE_BODIES, Right.RECORD_PRESENCE),
    "staff:participation": _any_of(Right.READ_APPEALS),
    "staff:participation_table": _any_of(Right.READ_APPEALS),
    "staff:participation_invitation": _any_of(Right.INVITE_BODIES, Right.RECORD_PRESENCE),
    "staff:participation_matters": _any_of(Right.INVITE_BODIES),
    "staff:participation_presence": _any_of(Right.RECORD_PRESENCE),
    "staff:participation_paper": _any_of(Right.INVITE_BODIES, Right.RECORD_PRESENCE),
    "staff:central": _any_of(Right.ASK_CENTRAL, Right.DECIDE),
    "staff:refusals": _any_of(Right.REPORT_REFUSALS),
    "staff:refusals_refusal": _any_of(Right.REPORT_REFUSALS),
    "staff:refusals_make": _any_of(Right.REPORT_REFUSALS),
    "staff:refusals_paper": _any_of(Right.REPORT_REFUSALS),
    "staff:invited": _any_of(Right.ANSWER_INVITATION),
    "staff:invited_invitation": _any_of(Right.ANSWER_INVITATION),
    "staff:invited_paper": _any_of(Right.ANSWER_INVITATION),
    **{f"staff:{name}": _any_of(Right.READ_REPORTS) for name in REPORTS},
    "staff:reports_freeze": _any_of(Right.REPORT),
    "staff:reports_sent": _any_of(Right.REPORT),
    "staff:days_analysis": READ,
    "staff:officials": _any_of(Right.KEEP_PEOPLE),
    "staff:officials_end": _any_of(Right.KEEP_PEOPLE),
    "staff:hours": _any_of(Right.KEEP_PEOPLE),
    "staff:settings": _any_of(Right.KEEP_PEOPLE),
    "staff:calendar": _any_of(Right.ORDER_CALENDAR),
    "staff:journal": _any_of(Right.READ_JOURNAL),
    "staff:papers_pdf": READ,
    "staff:papers_docx": READ,
    "staff:texts": _any_of(Right.WRITE_TEXTS, Right.APPROVE_TEXTS),
    "staff:texts_text": _any_of(Right.WRITE_TEXTS, Right.APPROVE_TEXTS),
    "staff:texts_back": _any_of(Right.WRITE_TEXTS),
    "staff:texts_approve": _any_of(Right.APPROVE_TEXTS),
    "staff:texts_compare": _any_of(Right.WRITE_TEXTS, Right.APPROVE_TEXTS),
    "staff:texts_sample": _any_of(Right.WRITE_TEXTS, Right.APPROVE_TEXTS),
    "staff:numbering": _any_of(Right.KEEP_NUMBERING),
    "staff:numbering_change": _any_of(Right.KEEP_NUMBERING),
}
API: dict[str, Access] = {
    "healthz": Door.PUBLIC,
    "api:openapi-json": Door.PUBLIC,
    "api:list_appeals": Door.BEARER,
    "api:register_appeal": Door.BEARER,
    "api:read_appeal": Door.BEARER,
    "api:list_acts": Door.BEARER,
    "api:perform_act": Door.BEARER,
    "api:api-root": Door.PUBLIC,
    "api-missing": Door.PUBLIC,
    "api-missing-v1": Door.PUBLIC,
    "api-missing-below": Door.PUBLIC,
}
# Its proof comes with the message: the signature of the state's register.
EXCHANGE: dict[str, Access] = {"exchange_eotinish": Door.BEARER, "delivery_sms": Door.BEARER}
TABLE: Mapping[str, Access] = {**PUBLIC_SITE, **SIGN_IN, **WORKPLACE, **API, **EXCHANGE}

# What a person who still owes the second factor may do: set it up, or go away.
SETTING_UP = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "mfa_reauthenticate",
        "mfa_activate_totp",
        "mfa_view_recovery_codes",
    }
)


def admits(access: frozenset[Right], actor: Actor) -> bool:
    return any(actor.may(right) for right in access)
