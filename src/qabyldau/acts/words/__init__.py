"""Why an act was not done, in both languages: one wording a code, for pages and API alike.

A file of this folder for each concern; together they are `LAW`.
"""

from collections.abc import Mapping
from datetime import date

from qabyldau.acts.words import (
    appeal,
    calls,
    consideration,
    consulting,
    control,
    materials,
    participation,
    press,
    reception,
    replanning,
    reporting,
    review,
    sameday,
    schedule,
    screening,
    signing,
    surveys,
)
from qabyldau.regulation.unlawful import Fact, UnlawfulError
from qabyldau.regulation.wording import date_words
from qabyldau.regulation.words import Language, Words

LAW: Mapping[str, Words] = {
    **appeal.LAW,
    **calls.LAW,
    **review.LAW,
    **consideration.LAW,
    **materials.LAW,
    **schedule.LAW,
    **reception.LAW,
    **replanning.LAW,
    **reporting.LAW,
    **sameday.LAW,
    **surveys.LAW,
    **screening.LAW,
    **signing.LAW,
    **participation.LAW,
    **consulting.LAW,
    **press.LAW,
    **control.LAW,
}
FILES: Mapping[str, Words] = {
    "too_large": Words(kk="Файл тым үлкен.", ru="Файл слишком большой."),
    "too_many": Words(kk="Файлдар тым көп.", ru="Файлов слишком много."),
    "empty": Words(kk="Файл бос.", ru="Файл пустой."),
    "kind": Words(
        kk="Мұндай файл қабылданбайды. Қабылданады: PDF, JPEG, PNG, DOCX.",
        ru="Такой файл не принимается. Принимаются: PDF, JPEG, PNG, DOCX.",
    ),
}
DAYS: Mapping[str, Words] = {
    "past": Words(kk="Бұл күн өтіп кеткен.", ru="Этот день уже прошёл."),
    "day_off": Words(kk="Бұл күн — демалыс немесе мереке.", ru="Этот день — выходной или праздник."),
    "too_long": Words(
        kk="Қабылдау түн ортасынан асып кетеді: уақытты немесе орын санын азайтыңыз.",
        ru="Приём затянулся бы за полночь: уменьшите время или число мест.",
    ),
    "twice": Words(
        kk="Бұл лауазымды адамның осы күнгі осы уақытта қабылдауы бар.",
        ru="У этого должностного лица на этот день и час приём уже есть.",
    ),
    "series_length": Words(
        kk="Тізбектің соңғы күні басынан кейін және бір жылдан аспайтын болуы керек.",
        ru="Последний день серии должен быть после первого и не дальше года от него.",
    ),
    "series_empty": Words(
        kk="Бұл аралықта мұндай бірде-бір жұмыс күні жоқ.",
        ru="В этом промежутке нет ни одного такого рабочего дня.",
    ),
    "taken_off": Words(kk="Бұл күн кестеден алынған.", ru="Этот день снят с графика."),
    "another_month": Words(
        kk="Күнді басқа айға ауыстыруға болмайды: оны алып тастап, сол айда жаңасын жоспарлаңыз.",
        ru="День нельзя перенести в другой месяц: снимите его и запланируйте новый в том месяце.",
    ),
    "room_named_twice": Words(
        kk="Мұндай атаумен орын бұрын енгізілген.", ru="Место с таким названием уже есть."
    ),
    "room_before_start": Words(
        kk="Соңғы күн бірінші күннен бұрын бола алмайды.",
        ru="Последний день не может быть раньше первого.",
    ),
}


class _Said(dict[str, str]):
    """Facts in words; one that an offer does not know yet is left open."""

    def __missing__(self, _: str) -> str:
        return "…"


def law_message(refused: UnlawfulError, language: Language | str) -> str:
    """The sentence for a person; its clause stands in `refused.citation`."""
    said = {name: _said(fact, language) for name, fact in refused.facts.items()}
    return LAW[refused.code][language].format_map(_Said(said))


def _said(fact: Fact, language: Language | str) -> str:
    return date_words(fact, language) if isinstance(fact, date) else str(fact)
