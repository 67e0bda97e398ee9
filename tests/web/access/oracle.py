"""Who may open what and do what, written by hand from the description of the roles: never from the program.

A letter is a role: c clerk, o operator, d department, h head of office, a akim, y deputy, f official,
e executor, b representative of a body, p press, u auditor, m administrator.
"""

from qabyldau.people.roles import Role

LETTERS = {
    "c": Role.CLERK,
    "o": Role.OPERATOR,
    "d": Role.DEPARTMENT,
    "h": Role.HEAD_OF_OFFICE,
    "a": Role.AKIM,
    "y": Role.DEPUTY,
    "f": Role.OFFICIAL,
    "e": Role.EXECUTOR,
    "b": Role.BODY_REPRESENTATIVE,
    "p": Role.PRESS,
    "u": Role.AUDITOR,
    "m": Role.ADMIN,
}
EVERYBODY = "codhayfebpum"
READERS = "codhayu"  # of every appeal of the office; an official (f) reads those they receive themselves
PUBLIC, PROGRAMS = "public", "programs"

# act: (may do it, the role may ask for it but the law refuses)
ACTS = {
    "screen": ("d", ""),
    "leave": ("d", ""),
    "take_up": ("d", ""),
    "submit": ("d", ""),
    "approve": ("h", ""),
    "refuse": ("h", ""),
    "send_back": ("h", ""),
    "extend": ("hay", "df"),
    "appoint": ("cd", ""),
    "hold": ("chayf", ""),
    "miss": ("chayf", ""),
    "close": ("d", ""),
    "withdraw": ("cod", ""),
    "note_external_number": ("cd", ""),
    "reveal": ("cdh", ""),
}
ROUTES = {
    "staff:home": EVERYBODY,
    "staff:decisions": "h",
    "staff:search": READERS + "f",
    "staff:numbers": "cd",
    "staff:exchange": "cd",
    "staff:exchange_report": "cd",
    "staff:exchange_decide": "cd",
    "staff:exchange_send": "cd",
    "staff:letters": "cd",
    "staff:letters_letter": "cd",
    "staff:letters_paper": "cd",
    "staff:register": "cod",
    "staff:register_form": "cod",
    "staff:register_talon": "cod",
    "staff:register_talon_paper": "cod",
    "staff:register_protocol": "cdh",
    "staff:appeal": READERS + "f",
    "staff:appeal_file": READERS + "f",
    "staff:appeal_add_files": "cod",
    **{f"staff:act_{name}": may + refused for name, (may, refused) in ACTS.items()},
    "staff:days": READERS + "f",
    "staff:days_day": READERS + "f",
    "staff:days_plan": "cd",
    "staff:days_publish": "cd",
    "staff:days_send_list": "d",
    "staff:days_distribute": "cd",
    "staff:people": "m",
    "staff:people_end_role": "m",
    "staff:bodies": "dm",
    "staff:bodies_new": "dm",
    "staff:bodies_body": "dm",
    "staff:bodies_change": "dm",
    "staff:bodies_end": "dm",
    "staff:bodies_end_member": "dm",
    "staff:officials": "m",
    "staff:officials_end": "m",
    "staff:hours": "m",
    "staff:settings": "m",
    "staff:calendar": "m",
    "staff:journal": "um",
    "account_logout": EVERYBODY,
    "account_reauthenticate": EVERYBODY,
    "mfa_reauthenticate": EVERYBODY,
    "account_change_password": EVERYBODY,
    "account_office": EVERYBODY,
    "mfa_index": EVERYBODY,
    "mfa_activate_totp": EVERYBODY,
    "mfa_deactivate_totp": EVERYBODY,
    "mfa_view_recovery_codes": EVERYBODY,
    "mfa_generate_recovery_codes": EVERYBODY,
    "account_login": PUBLIC,
    "mfa_authenticate": PUBLIC,
    "public:home": PUBLIC,
    "public:receivers": PUBLIC,
    "public:schedule": PUBLIC,
    "public:act": PUBLIC,
    "public:accessibility": PUBLIC,
    "public:privacy": PUBLIC,
    "public:help": PUBLIC,
    "public:view": PUBLIC,
    "public:request": PUBLIC,
    "public:request_begin": PUBLIC,
    "public:request_step": PUBLIC,
    "public:request_check": PUBLIC,
    "public:request_done": PUBLIC,
    "public:request_paper": PUBLIC,
    "public:request_finish": PUBLIC,
    "public:track": PUBLIC,
    "public:track_appeal": PUBLIC,
    "public:track_withdraw": PUBLIC,
    "public:track_leave": PUBLIC,
    "healthz": PUBLIC,
    "api:openapi-json": PUBLIC,
    "api:api-root": PUBLIC,
    "api-missing": PUBLIC,
    "api-missing-v1": PUBLIC,
    "api-missing-below": PUBLIC,
    "exchange_eotinish": PROGRAMS,
    "delivery_sms": PROGRAMS,
    "api:list_appeals": PROGRAMS,
    "api:register_appeal": PROGRAMS,
    "api:read_appeal": PROGRAMS,
    "api:list_acts": PROGRAMS,
    "api:perform_act": PROGRAMS,
}


def roles(letters: str) -> frozenset[Role]:
    return frozenset(LETTERS[letter] for letter in letters)


def may_open(route: str, role: Role) -> bool:
    letters = ROUTES[route]
    return letters in {PUBLIC, PROGRAMS} or role in roles(letters)
