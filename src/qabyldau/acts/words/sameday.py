"""Why an official cannot be asked to receive today, or the answer came too late."""

from collections.abc import Mapping

from qabyldau.regulation.words import Words

LAW: Mapping[str, Words] = {
    "asked_today_already": Words(
        kk="Бұл жолданым бойынша лауазымды адамнан сұралды, жауабы әлі жоқ.",
        ru="По этому обращению должностное лицо уже спросили, ответа ещё нет.",
    ),
    "asked_today_answered": Words(kk="Бұл сұраққа жауап берілген.", ru="На этот вопрос уже ответили."),
    "asked_another_day": Words(
        kk="Сұрақ басқа күні қойылған: бүгінгі күнге қайта сұраңыз.",
        ru="Вопрос был задан в другой день: спросите заново о сегодняшнем.",
    ),
    "today_is_off": Words(
        kk="Бүгін демалыс немесе мереке күні. Күні: {day}.",
        ru="Сегодня выходной или праздничный день. День: {day}.",
    ),
}
