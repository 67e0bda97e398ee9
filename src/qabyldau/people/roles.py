"""Roles of a reception, and the only table that says who may do what."""

from enum import StrEnum

from qabyldau.regulation.norms.schedule import Rank


class Role(StrEnum):
    CLERK = "clerk"
    OPERATOR = "operator"
    DEPARTMENT = "department"
    HEAD_OF_OFFICE = "head_of_office"
    AKIM = "akim"
    DEPUTY = "deputy"
    OFFICIAL = "official"
    EXECUTOR = "executor"
    BODY_REPRESENTATIVE = "body_representative"
    PRESS = "press"
    AUDITOR = "auditor"
    ADMIN = "admin"


class Right(StrEnum):
    """What a person may be allowed to do; a right that stands in no row below is nobody's."""

    READ_APPEALS = "read_appeals"
    READ_OWN_RECEPTIONS = "read_own_receptions"
    REGISTER = "register"
    REGISTER_CALL = "register_call"
    ATTACH = "attach"
    NOTE_EXTERNAL_NUMBER = "note_external_number"
    REVEAL_IDENTITY = "reveal_identity"
    SCREEN = "screen"
    LEAVE = "leave"
    ASK_DATA = "ask_data"
    SUPPLY_DATA = "supply_data"
    REDIRECT = "redirect"
    MERGE = "merge"
    NOTE_CONTACT = "note_contact"
    NAME_TOGETHER = "name_together"
    TAKE_UP = "take_up"
    SUBMIT = "submit"
    DECIDE = "decide"
    EXTEND = "extend"
    SEND_LIST = "send_list"
    APPOINT = "appoint"
    RECORD_RECEPTION = "record_reception"
    WRITE_MINUTES = "write_minutes"
    SIGN_MINUTES = "sign_minutes"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    PLAN_DAYS = "plan_days"
    APPROVE_SCHEDULE = "approve_schedule"
    REHEARSE = "rehearse"
    ASK_TODAY = "ask_today"
    ANSWER_TODAY = "answer_today"
    REPLAN = "replan"
    TELL_ABSENCE = "tell_absence"
    DECLARE_RESTRICTION = "declare_restriction"
    RECORD_WISH = "record_wish"
    HAND_OVER_PAPER = "hand_over_paper"
    READ_JOURNAL = "read_journal"
    ORDER_CALENDAR = "order_calendar"
    KEEP_PEOPLE = "keep_people"
    WRITE_TEXTS = "write_texts"
    APPROVE_TEXTS = "approve_texts"
    KEEP_NUMBERING = "keep_numbering"
    KEEP_CHANNELS = "keep_channels"
    CHANGE_CONTACT = "change_contact"
    KEEP_BODIES = "keep_bodies"
    KEEP_VOICE = "keep_voice"
    INVITE_BODIES = "invite_bodies"
    ANSWER_INVITATION = "answer_invitation"
    RECORD_PRESENCE = "record_presence"
    REPORT_REFUSALS = "report_refusals"
    ASK_CENTRAL = "ask_central"
    PREPARE_FOREIGNERS = "prepare_foreigners"
    ASK_MATERIALS = "ask_materials"
    ANSWER_MATERIALS = "answer_materials"
    AGREE_NOTE = "agree_note"
    HEAR = "hear"
    CONTROL = "control"
    CARRY_OUT = "carry_out"
    MOVE_INSTRUCTION_DAY = "move_instruction_day"
    READ_CONTROL = "read_control"
    REOPEN = "reopen"
    OVERSEE = "oversee"
    REPORT = "report"
    READ_REPORTS = "read_reports"
    DECLARE_EMERGENCY = "declare_emergency"
    RUN_SURVEYS = "run_surveys"
    CALL_SURVEYS = "call_surveys"
    READ_SURVEYS = "read_surveys"
    KEEP_ROSTER = "keep_roster"
    RECORD_CONSULTATION = "record_consultation"
    CALL_IN = "call_in"
    KEEP_PRESS = "keep_press"


RANKS = {
    Role.AKIM: Rank.AKIM_AND_DEPUTIES,
    Role.DEPUTY: Rank.AKIM_AND_DEPUTIES,
    Role.HEAD_OF_OFFICE: Rank.HEAD_OF_OFFICE_AND_DEPUTIES,
}

R = Role
RIGHTS: dict[Right, frozenset[Role]] = {
    Right.READ_APPEALS: frozenset(
        {R.CLERK, R.OPERATOR, R.DEPARTMENT, R.HEAD_OF_OFFICE, R.AKIM, R.DEPUTY, R.AUDITOR}
    ),
    Right.READ_OWN_RECEPTIONS: frozenset({R.OFFICIAL}),
    Right.REGISTER: frozenset({R.CLERK, R.DEPARTMENT}),
    Right.REGISTER_CALL: frozenset({R.OPERATOR, R.CLERK, R.DEPARTMENT}),
    Right.ATTACH: frozenset({R.CLERK, R.OPERATOR, R.DEPARTMENT}),
    Right.NOTE_EXTERNAL_NUMBER: frozenset({R.CLERK, R.DEPARTMENT}),
    Right.REVEAL_IDENTITY: frozenset({R.CLERK, R.DEPARTMENT, R.HEAD_OF_OFFICE}),
    Right.SCREEN: frozenset({R.DEPARTMENT}),
    Right.LEAVE: frozenset({R.DEPARTMENT}),
    Right.ASK_DATA: frozenset({R.DEPARTMENT}),
    Right.SUPPLY_DATA: frozenset({R.CLERK, R.OPERATOR, R.DEPARTMENT}),
    Right.REDIRECT: frozenset({R.DEPARTMENT}),
    Right.MERGE: frozenset({R.CLERK, R.DEPARTMENT}),
    Right.NOTE_CONTACT: frozenset({R.CLERK, R.OPERATOR, R.DEPARTMENT}),
    Right.NAME_TOGETHER: frozenset({R.CLERK, R.OPERATOR, R.DEPARTMENT}),
    Right.TAKE_UP: frozenset({R.DEPARTMENT}),
    Right.SUBMIT: frozenset({R.DEPARTMENT}),
    Right.DECIDE: frozenset({R.HEAD_OF_OFFICE}),
    Right.EXTEND: frozenset({R.HEAD_OF_OFFICE, R.AKIM, R.DEPUTY, R.OFFICIAL, R.DEPARTMENT}),
    Right.SEND_LIST: frozenset({R.DEPARTMENT}),
    Right.APPOINT: frozenset({R.CLERK, R.DEPARTMENT}),
    Right.RECORD_RECEPTION: frozenset({R.CLERK, R.OFFICIAL, R.AKIM, R.DEPUTY, R.HEAD_OF_OFFICE}),
    Right.WRITE_MINUTES: frozenset({R.CLERK, R.DEPARTMENT, R.OFFICIAL, R.AKIM, R.DEPUTY, R.HEAD_OF_OFFICE}),
    Right.SIGN_MINUTES: frozenset({R.OFFICIAL, R.AKIM, R.DEPUTY, R.HEAD_OF_OFFICE}),
    Right.CLOSE: frozenset({R.DEPARTMENT}),
    Right.WITHDRAW: frozenset({R.CLERK, R.OPERATOR, R.DEPARTMENT}),
    Right.PLAN_DAYS: frozenset({R.CLERK, R.DEPARTMENT}),
    Right.APPROVE_SCHEDULE: frozenset({R.AKIM}),
    Right.REHEARSE: frozenset({R.DEPARTMENT, R.HEAD_OF_OFFICE, R.AKIM}),
    Right.ASK_TODAY: frozenset({R.CLERK, R.DEPARTMENT}),
    Right.ANSWER_TODAY: frozenset({R.OFFICIAL, R.CLERK}),
    Right.REPLAN: frozenset({R.CLERK, R.DEPARTMENT}),
    Right.TELL_ABSENCE: frozenset({R.CLERK, R.DEPARTMENT, R.OFFICIAL, R.AKIM, R.DEPUTY, R.HEAD_OF_OFFICE}),
    Right.DECLARE_RESTRICTION: frozenset({R.DEPARTMENT, R.HEAD_OF_OFFICE}),
    Right.RECORD_WISH: frozenset({R.CLERK, R.OPERATOR, R.DEPARTMENT}),
    Right.HAND_OVER_PAPER: frozenset({R.CLERK, R.DEPARTMENT}),
    Right.READ_JOURNAL: frozenset({R.AUDITOR, R.ADMIN}),
    Right.ORDER_CALENDAR: frozenset({R.ADMIN}),
    Right.KEEP_PEOPLE: frozenset({R.ADMIN}),
    Right.WRITE_TEXTS: frozenset({R.DEPARTMENT}),
    Right.APPROVE_TEXTS: frozenset({R.HEAD_OF_OFFICE}),
    Right.KEEP_NUMBERING: frozenset({R.ADMIN}),
    Right.KEEP_CHANNELS: frozenset({R.ADMIN}),
    Right.CHANGE_CONTACT: frozenset({R.CLERK, R.OPERATOR, R.DEPARTMENT}),
    Right.KEEP_BODIES: frozenset({R.ADMIN, R.DEPARTMENT}),
    Right.KEEP_VOICE: frozenset({R.ADMIN, R.DEPARTMENT}),
    Right.INVITE_BODIES: frozenset({R.DEPARTMENT}),
    Right.ANSWER_INVITATION: frozenset({R.BODY_REPRESENTATIVE}),
    Right.RECORD_PRESENCE: frozenset({R.CLERK, R.DEPARTMENT}),
    Right.REPORT_REFUSALS: frozenset({R.DEPARTMENT}),
    Right.ASK_CENTRAL: frozenset({R.DEPARTMENT}),
    Right.PREPARE_FOREIGNERS: frozenset({R.CLERK, R.DEPARTMENT}),
    Right.ASK_MATERIALS: frozenset({R.DEPARTMENT}),
    Right.ANSWER_MATERIALS: frozenset({R.EXECUTOR, R.BODY_REPRESENTATIVE}),
    Right.AGREE_NOTE: frozenset({R.CLERK, R.DEPARTMENT, R.OFFICIAL, R.DEPUTY, R.AKIM}),
    Right.HEAR: frozenset({R.DEPARTMENT, R.HEAD_OF_OFFICE}),
    Right.CONTROL: frozenset({R.DEPARTMENT}),
    Right.CARRY_OUT: frozenset({R.EXECUTOR, R.BODY_REPRESENTATIVE}),
    Right.MOVE_INSTRUCTION_DAY: frozenset({R.DEPARTMENT, R.OFFICIAL, R.AKIM, R.DEPUTY, R.HEAD_OF_OFFICE}),
    Right.READ_CONTROL: frozenset({R.DEPARTMENT, R.OFFICIAL, R.AKIM, R.DEPUTY, R.HEAD_OF_OFFICE, R.AUDITOR}),
    Right.REOPEN: frozenset({R.CLERK, R.OPERATOR, R.DEPARTMENT}),
    Right.OVERSEE: frozenset({R.AKIM, R.DEPUTY, R.HEAD_OF_OFFICE}),
    Right.REPORT: frozenset({R.DEPARTMENT}),
    Right.READ_REPORTS: frozenset({R.DEPARTMENT, R.HEAD_OF_OFFICE, R.AKIM, R.DEPUTY, R.AUDITOR}),
    Right.DECLARE_EMERGENCY: frozenset({R.DEPARTMENT, R.HEAD_OF_OFFICE}),
    Right.RUN_SURVEYS: frozenset({R.DEPARTMENT}),
    Right.CALL_SURVEYS: frozenset({R.OPERATOR, R.DEPARTMENT}),
    Right.READ_SURVEYS: frozenset({R.DEPARTMENT, R.HEAD_OF_OFFICE, R.AKIM, R.DEPUTY, R.AUDITOR}),
    Right.KEEP_ROSTER: frozenset({R.CLERK, R.DEPARTMENT}),
    Right.RECORD_CONSULTATION: frozenset({R.CLERK, R.DEPARTMENT}),
    Right.CALL_IN: frozenset({R.CLERK, R.DEPARTMENT}),
    Right.KEEP_PRESS: frozenset({R.PRESS, R.DEPARTMENT}),
}
