"""Why an emergency could not be declared or ended so."""

from collections.abc import Mapping

from qabyldau.regulation.words import Words

LAW: Mapping[str, Words] = {
    "emergency_ends_before_start": Words(
        kk="Төтенше режимнің соңғы күні бірінші күннен бұрын бола алмайды: {day}.",
        ru="Последний день режима не может быть раньше первого: {day}.",
    ),
    "emergency_is_over": Words(kk="Бұл режим аяқталған.", ru="Этот режим уже окончен."),
}
