"""What the person who installs Qabyldau may set, read once at start from the environment."""

import os
import secrets
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import AliasChoices, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

KEY_BYTES = 32
KEYS = ("secret_key", "seal_key", "index_key", "checkpoint_key")
SQLITE_NAME = "qabyldau.sqlite3"


class Stage(StrEnum):
    DEVELOPMENT = "development"
    TEST = "test"
    PRODUCTION = "production"


def _named(name: str) -> AliasChoices:
    return AliasChoices(f"QABYLDAU_{name}", name)


class Line(StrEnum):
    """How appeals get into e-Otinish."""

    MANUAL = "manual"
    SHEP = "shep"
    SIMULATOR = "simulator"


class Verifier(StrEnum):
    """Who verifies signatures of the state."""

    NONE = "none"
    NCANODE = "ncanode"
    LOCAL = "local"


class Video(StrEnum):
    """Whose rooms receptions by video are held in."""

    NONE = "none"
    JITSI = "jitsi"
    BIGBLUEBUTTON = "bigbluebutton"


class Environment(BaseSettings):
    """Each field is an environment variable `QABYLDAU_<NAME>`; a bad value stops the start with its name."""

    model_config = SettingsConfigDict(env_prefix="QABYLDAU_", extra="ignore", populate_by_name=True)

    env: Stage = Stage.DEVELOPMENT
    var: Path = Path("var")
    secret_key: SecretStr | None = None
    seal_key: SecretStr | None = Field(None, description="64 hex digits: encrypts identification numbers")
    index_key: SecretStr | None = Field(None, description="64 hex digits: keyed look-up of those numbers")
    checkpoint_key: SecretStr | None = Field(
        None, description="64 hex digits: signs the journal's checkpoints"
    )
    database_url: str = Field("", validation_alias=_named("DATABASE_URL"))
    host: str = Field("127.0.0.1", validation_alias=_named("HOST"))
    port: int = Field(8000, validation_alias=_named("PORT"))
    allowed_hosts: Annotated[list[str], NoDecode] = Field(default_factory=lambda: ["127.0.0.1", "localhost"])
    public_url: str = ""
    https: bool = False
    widget_hosts: Annotated[list[str], NoDecode] = Field(
        default_factory=list, description="sites that may show the schedule in a frame of theirs"
    )
    proxies: int = Field(0, ge=0, description="how many of our own proxies write X-Forwarded-For")
    demo_password: SecretStr | None = None
    office: str = "zko"
    smtp_url: str = Field(
        "", description="smtp://user:password@host:port/?starttls=1; empty: letters go to the console"
    )
    mail_from: str = "qabyldau@localhost"
    eotinish: Line = Field(Line.MANUAL, description="manual: a clerk types the number; shep; simulator")
    eotinish_url: str = Field("", description="the asynchronous channel; empty for the simulator: its own")
    eotinish_service: str = "EOTINISH_REGISTRATION"
    eotinish_sender: str = ""
    eotinish_password: SecretStr = SecretStr("")
    eotinish_key: Path | None = Field(None, description="PEM: the RSA key that signs what we send")
    eotinish_key_password: SecretStr | None = None
    eotinish_certificate: Path | None = Field(None, description="PEM: the certificate of that key")
    eotinish_trusted: Path | None = Field(None, description="PEM: certificates whose answers are believed")
    eotinish_check_revocation: bool = Field(
        False, description="ask the verifier of signatures about the register's certificate each time"
    )
    bot_check: bool = Field(
        True, description="ask whoever sends from the site to show that they are no program"
    )
    signature: Verifier = Field(Verifier.NONE, description="none: nobody signs; ncanode; local: RSA only")
    signature_url: str = Field("", description="where NCANode answers, e.g. http://127.0.0.1:14579")
    signature_trusted: Path | None = Field(None, description="PEM: the roots, and the authorities under them")
    signature_lists: Path | None = Field(None, description="folder of lists of revoked certificates, *.crl")
    signature_list_urls: Annotated[list[str], NoDecode] = Field(default_factory=list)
    signature_ocsp_url: str = Field("", description="the responder; empty: only lists are read")
    signature_may_be_unchecked: bool = Field(False, description="believe what nobody knows the revocation of")
    video: Video = Field(Video.NONE, description="none: no receptions by video; jitsi; bigbluebutton")
    video_url: str = Field(
        "", description="your own server: https://video.example.kz; no public one is assumed"
    )
    video_application: str = Field("qabyldau", description="jitsi: the app_id the server knows us as")
    video_secret: SecretStr = Field(SecretStr(""), description="shared with the server alone")

    @model_validator(mode="before")
    @classmethod
    def _split_hosts(cls, values: dict[str, object]) -> dict[str, object]:
        listed = ("allowed_hosts", "widget_hosts", "signature_list_urls")
        for name in (*listed, *(f"QABYLDAU_{one.upper()}" for one in listed)):
            if isinstance(hosts := values.get(name), str):
                values[name] = [host.strip() for host in hosts.split(",") if host.strip()]
        return values

    @model_validator(mode="after")
    def _production_is_explicit(self) -> "Environment":
        missing = [name for name in KEYS if getattr(self, name) is None]
        if self.env is Stage.PRODUCTION and missing:
            names = ", ".join(f"QABYLDAU_{name.upper()}" for name in missing)
            raise ValueError(f"production needs its own keys: set {names}")
        return self

    @model_validator(mode="after")
    def _a_real_line_is_whole(self) -> "Environment":
        needed = ("url", "sender", "password", "key", "certificate", "trusted")
        missing = [name for name in needed if not _text(getattr(self, f"eotinish_{name}"))]
        if self.eotinish is Line.SHEP and missing:
            names = ", ".join(f"QABYLDAU_EOTINISH_{name.upper()}" for name in missing)
            raise ValueError(f"the line to e-Otinish is not whole: set {names}")
        if self.eotinish is Line.SHEP and self.env is Stage.PRODUCTION and self.eotinish_url[:6] != "https:":
            raise ValueError("appeals go to e-Otinish over https only: see QABYLDAU_EOTINISH_URL")
        if self.eotinish is Line.SIMULATOR and self.env is Stage.PRODUCTION:
            raise ValueError("a simulator is no register: set QABYLDAU_EOTINISH to manual or shep")
        return self

    @model_validator(mode="after")
    def _revocation_is_asked_of_somebody(self) -> "Environment":
        if self.eotinish_check_revocation and self.signature is Verifier.NONE:
            raise ValueError("nobody knows what was revoked: set QABYLDAU_SIGNATURE to ncanode or local")
        return self

    @model_validator(mode="after")
    def _a_verifier_is_whole(self) -> "Environment":
        needs = {Verifier.NCANODE: "signature_url", Verifier.LOCAL: "signature_trusted"}
        name = needs.get(self.signature, "")
        if name and not getattr(self, name):
            raise ValueError(f"nobody can verify signatures so: set QABYLDAU_{name.upper()}")
        return self

    @model_validator(mode="after")
    def _a_video_server_is_whole(self) -> "Environment":
        missing = [name for name in ("url", "secret") if not _text(getattr(self, f"video_{name}"))]
        if self.video is Video.NONE:
            return self
        if missing:
            names = ", ".join(f"QABYLDAU_VIDEO_{name.upper()}" for name in missing)
            raise ValueError(f"the video server is not whole: set {names}")
        if self.env is Stage.PRODUCTION and self.video_url[:6] != "https:":
            raise ValueError("cameras open over https only: see QABYLDAU_VIDEO_URL")
        return self

    @property
    def address(self) -> str:
        return self.public_url.rstrip("/") or f"http://{self.host}:{self.port}"

    @property
    def has_database(self) -> bool:
        """Whether there is anything to ask: a server named, or a file made by the first start."""
        return bool(self.database_url) or (self.var / SQLITE_NAME).exists()

    def key(self, name: str) -> bytes:
        """A 32-byte key: from the environment, or (never in production) made once in `var/keys`."""
        given: SecretStr | None = getattr(self, name)
        if given is not None:
            return bytes.fromhex(given.get_secret_value())
        return bytes.fromhex(self._made_once(name))

    def secret(self) -> str:
        return self.secret_key.get_secret_value() if self.secret_key else self._made_once("secret_key")

    def _made_once(self, name: str) -> str:
        path = self.var / "keys" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), open(path, "x", opener=_private) as file:
            file.write(secrets.token_hex(KEY_BYTES))
        return path.read_text()


def _text(given: object) -> str:
    return given.get_secret_value() if isinstance(given, SecretStr) else str(given or "")


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


ENVIRONMENT = Environment()
