"""Django's settings; what an installer may change comes from `environment.py`."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from qabyldau.config.databases import databases, use_recent_sqlite
from qabyldau.config.delivery import DELIVERY
from qabyldau.config.environment import ENVIRONMENT, Line, Stage

use_recent_sqlite()

PACKAGE = Path(__file__).resolve().parent.parent
VAR = ENVIRONMENT.var.resolve()
VAR.mkdir(parents=True, exist_ok=True)
PRODUCTION = ENVIRONMENT.env is Stage.PRODUCTION
TESTING = ENVIRONMENT.env is Stage.TEST

SECRET_KEY = ENVIRONMENT.secret()
SEAL_KEYS = {"1": ENVIRONMENT.key("seal_key")}
SEAL_KEY_ID = "1"
INDEX_KEY = ENVIRONMENT.key("index_key")
CHECKPOINT_KEY = ENVIRONMENT.key("checkpoint_key")
CHECKPOINTS = VAR / "checkpoints.txt"
LISTEN = (ENVIRONMENT.host, ENVIRONMENT.port)
DEBUG = False
ALLOWED_HOSTS = [*ENVIRONMENT.allowed_hosts, *(["testserver"] if TESTING else [])]
OFFICE = ENVIRONMENT.office
PUBLIC_URL = ENVIRONMENT.address
PROXIES = ENVIRONMENT.proxies
WIDGET_HOSTS = ENVIRONMENT.widget_hosts

INSTALLED_APPS = [
    "qabyldau.people",
    "qabyldau.journal",
    "qabyldau.worktime",
    "qabyldau.bodies",
    "qabyldau.occupancy",
    "qabyldau.outbox",
    "qabyldau.signatures",
    "qabyldau.papers",
    "qabyldau.registry",
    "qabyldau.exchange",
    "qabyldau.schedule",
    "qabyldau.materials",
    "qabyldau.review",
    "qabyldau.screening",
    "qabyldau.participation",
    "qabyldau.calls",
    "qabyldau.surveys",
    "qabyldau.consulting",
    "qabyldau.control",
    "qabyldau.reception",
    "qabyldau.sameday",
    "qabyldau.replanning",
    "qabyldau.minutes",
    "qabyldau.press",
    "qabyldau.video",
    "qabyldau.reporting",
    "qabyldau.config.apps.Config",
    "qabyldau.demo",
    "qabyldau.jobs",
    "qabyldau.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "qabyldau.web.middleware.devices.DevicesMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "qabyldau.web.middleware.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "qabyldau.web.middleware.actor.ActorMiddleware",
    "qabyldau.web.middleware.doors.DoorsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "qabyldau.web.middleware.refusals.RefusalsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "qabyldau.config.urls"
WSGI_APPLICATION = "qabyldau.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        # Every area of the pages keeps its templates and its words beside its views.
        "DIRS": sorted(PACKAGE.glob("web/*/templates")),
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "qabyldau.web.context.stream",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Pages of the published schedule, made once for each of its states; tests make each anew.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": {
        "BACKEND": f"django.core.cache.backends.{'dummy.DummyCache' if TESTING else 'locmem.LocMemCache'}",
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
}
DATABASES = databases(ENVIRONMENT.database_url, VAR)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if TESTING
    else ["django.contrib.auth.hashers.Argon2PasswordHasher"]
)
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["username", "full_name"]},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "staff:home"
ACCOUNT_ADAPTER = "qabyldau.web.signin.adapter.StaffAccountAdapter"
ACCOUNT_FORMS = {
    "login": "qabyldau.web.signin.forms.SignInForm",
    "reauthenticate": "qabyldau.web.signin.forms.SamePersonForm",
    "change_password": "qabyldau.web.signin.forms.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
# Theirs count in the memory of one process; ours (axes, web/signin/limits.py) count in the database.
ACCOUNT_RATE_LIMITS = False
MFA_ADAPTER = "qabyldau.web.signin.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "qabyldau.web.signin.forms.CodeForm",
    "reauthenticate": "qabyldau.web.signin.forms.SamePersonByCodeForm",
    "activate_totp": "qabyldau.web.signin.forms.FirstCodeForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Qabyldau"
MFA_TOTP_TOLERANCE = 1
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "qabyldau.web.signin.locked.folded_username"
AXES_CLIENT_IP_CALLABLE = "qabyldau.web.address.client_address"
AXES_LOCKOUT_CALLABLE = "qabyldau.web.signin.locked.respond"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_ENABLE_ACCESS_FAILURE_LOG = True
# What axes keeps of a failed attempt: never what was typed.
AXES_SENSITIVE_PARAMETERS = [
    "username",
    "ip_address",
    "login",
    "password",
    "oldpassword",
    "password1",
    "password2",
    "csrfmiddlewaretoken",
]

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "qabyldau"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = ENVIRONMENT.https
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
STAFF_IDLE_MINUTES = 15
ADMIN_IDLE_MINUTES = 10
CSRF_COOKIE_SECURE = ENVIRONMENT.https
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "qabyldau.web.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.public_url] if ENVIRONMENT.public_url else []
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.https else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
        "media-src": [SELF],
    },
}

USE_TZ = True
TIME_ZONE = "Asia/Oral"
USE_I18N = True
LANGUAGE_CODE = "kk"
LANGUAGES = [("kk", _("Kazakh")), ("ru", _("Russian"))]
LANGUAGE_COOKIE_NAME = "language"
LOCALE_PATHS = [*sorted(PACKAGE.glob("web/*/locale")), PACKAGE / "api/locale", PACKAGE / "web/locale"]
FORMAT_MODULE_PATH = ["qabyldau.web.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [VAR / "built"]
(VAR / "built").mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}
WHITENOISE_USE_FINDERS = TESTING
MEDIA_ROOT = VAR / "media"
ATTACHMENT_BYTES = 10 * 1024 * 1024
ATTACHMENTS_PER_APPEAL = 5
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

BOT_CHECK = ENVIRONMENT.bot_check and not TESTING
SMTP_URL = ENVIRONMENT.smtp_url
EOTINISH = ENVIRONMENT.eotinish
EOTINISH_IS_AUTOMATIC = EOTINISH is not Line.MANUAL
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from
DELIVERY_LINES = DELIVERY.lines(SMTP_URL, DEFAULT_FROM_EMAIL)
DEMO_PASSWORD = ENVIRONMENT.demo_password.get_secret_value() if ENVIRONMENT.demo_password else ""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"qabyldau": {"level": "INFO"}, "axes": {"level": "ERROR"}},
}
