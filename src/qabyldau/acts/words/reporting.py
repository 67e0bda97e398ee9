"""Why a report was not made or not noted as sent, and why another edition cannot be tried."""

from collections.abc import Mapping

from qabyldau.regulation.words import Words

LAW: Mapping[str, Words] = {
    "quarter_not_over": Words(
        kk="Бұл кезең әлі аяқталған жоқ: есепті {day} бастап жасауға болады. "
        "Оған дейін алдын ала көрсеткіштер көрсетіледі.",
        ru="Этот период ещё не закончился: отчёт можно составить с {day}. "
        "До этого дня показываются предварительные показатели.",
    ),
    "report_sent_when": Words(
        kk="Есептің жіберілген күні ({day}) {since} ерте және бүгіннен кеш бола алмайды.",
        ru="День отправки отчёта ({day}) не может быть раньше {since} и позже сегодняшнего.",
    ),
    "edition_without_norm": Words(
        kk="«{edition}» редакциясында бұл мерзім туралы тармақ жоқ: есептеуге негіз жоқ.",
        ru="В редакции «{edition}» нет пункта об этом сроке: считать не по чему.",
    ),
}
