"""Which mail relay and which SMS provider: read once at start from the environment, secrets apart."""

from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from qabyldau.gateways.smsc import URL


class SmsLine(StrEnum):
    """How short messages go: into files, by smsc.kz, or as a file describes it."""

    FILES = "files"
    SMSC = "smsc"
    HTTP = "http"


class DeliveryEnvironment(BaseSettings):
    """Each field is an environment variable `QABYLDAU_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="QABYLDAU_", extra="ignore")

    mail_name: str = Field("", description="the name beside the sender's address")
    bounce_address: str = Field("", description="mailbox for returned letters: the relay pipes it to us")
    sms: SmsLine = SmsLine.FILES
    sms_url: str = Field(URL, description="for smsc: its address")
    sms_file: Path | None = Field(None, description="for http: the description of the gateway (TOML)")
    sms_login: str = ""
    sms_password: SecretStr = SecretStr("")
    sms_token: SecretStr = Field(SecretStr(""), description="API key")
    sms_sender: str = Field("", description="the name that people see as the sender")
    sms_secret: SecretStr = Field(SecretStr(""), description="proves reports on delivery")

    @model_validator(mode="after")
    def _is_whole(self) -> "DeliveryEnvironment":
        if self.sms is SmsLine.SMSC and not (self.sms_token.get_secret_value() or self.sms_login):
            raise ValueError(
                "smsc.kz must know us: set QABYLDAU_SMS_TOKEN, or QABYLDAU_SMS_LOGIN and _PASSWORD"
            )
        if self.sms is SmsLine.HTTP and self.sms_file is None:
            raise ValueError("the SMS gateway is not described: set QABYLDAU_SMS_FILE")
        return self

    def lines(self, smtp_url: str, sender: str) -> tuple[tuple[str, dict[str, str]], ...]:
        """What an administrator may see of the channels: never a login, a password or a key."""
        relay = urlsplit(smtp_url)
        mail = {
            "relay": f"{relay.scheme}://{relay.hostname}:{relay.port or 25}" if smtp_url else "",
            "sender": sender if smtp_url else "",
            "bounces": self.bounce_address,
        }
        sms = {
            "kind": str(self.sms),
            "host": urlsplit(self.sms_url).netloc if self.sms is SmsLine.SMSC else "",
            "described": str(self.sms_file or ""),
            "sender": self.sms_sender,
            "reports": "yes" if self.sms_secret.get_secret_value() else "",
        }
        return ("email", mail), ("sms", sms)


DELIVERY = DeliveryEnvironment()
