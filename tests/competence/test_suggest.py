"""Whose matter a text is about: suggested with the words that led to it, never decided."""

import pytest

from qabyldau.competence import Level, bodies, subjects, suggest
from qabyldau.likeness.lexicon import lexicon

TOLD = [
    ("В доме нет холодной воды, насос сломан.", "utilities.water.supply"),
    ("Su qubyry jaryldy, aulamyzdy su basty.", "utilities.water.breakdown"),
    ("Батареи холодные, котельная не топит.", "utilities.energy.heating"),
    ("Көшедегі шамдар жанбайды, түнде қараңғы.", "utilities.cleanliness.lighting"),
    ("Мусор не вывозят, на свалке запах.", "utilities.cleanliness.rubbish"),
    ("Дорога разбита, просим засыпать ямы щебнем.", "roads.roads.repair"),
    ("Автобус бағытын алып тастады.", "roads.transport.bus"),
    ("Балабақша кезегінде үш жыл тұрмыз, орын бермейді.", "education.small.kindergarten"),
    ("Сосед передвинул забор, граница участка нарушена.", "land.plots.dispute"),
    ("Баспана кезегінен себепсіз шығарып тастады.", "housing.getting.queue"),
    ("Зейнетақыма өтілім қосылмады.", "social.payments.pension"),
    ("Директор не платит зарплату третий месяц.", "social.work.wages"),
    ("В амбулатории нет врача.", "health.care.doctor"),
    ("Су тасқынынан кейін өтемақы бермеді.", "ecology.emergency.flood"),
    ("У меня украли скот, полиция бездействует.", "order.safety.crime"),
    ("Не согласен с решением суда, апелляция отказала.", "outside.justice.judgment"),
    ("Сот орындаушысы шотымды бұғаттады.", "outside.justice.execution"),
    ("Брат не отдаёт мою долю наследства, нотариус отказал.", "outside.private.inheritance"),
    ("Банк требует вернуть кредит досрочно.", "outside.private.bank"),
    ("Қолхатпен қарызға ақша алып, қайтармай жүр.", "outside.private.debt"),
    ("Предлагаю изменить закон, пусть министерство внесёт поправки.", "outside.state.law"),
]


@pytest.mark.parametrize(("text", "subject"), TOLD)
def test_p14_the_first_suggestion_is_the_subject(text: str, subject: str) -> None:
    assert suggest(text)[0].subject.code == subject


@pytest.mark.parametrize(
    "text", ["", "Прошу принять меня по личному вопросу", "Қабылдауға жазыңыз", "1 2 3 !"]
)
def test_a_text_without_a_subject_suggests_nothing(text: str) -> None:
    assert suggest(text) == []


def test_p14_a_suggestion_shows_the_words_that_led_to_it() -> None:
    found = suggest("Не согласен с решением суда, апелляция отказала.")[0]

    assert found.words == ("суда", "апелляция")
    assert found.competent.level is Level.COURT
    assert not found.competent.is_ours


def test_p14_local_and_territorial_bodies_are_ours() -> None:
    ours = {body.level for body in bodies().values() if body.is_ours}

    assert ours == {Level.LOCAL, Level.TERRITORIAL}


def test_every_subject_has_three_levels_in_both_languages_and_known_concepts() -> None:
    known = lexicon().weights

    assert len({subject.code for subject in subjects()}) == len(subjects()) >= 50
    for subject in subjects():
        assert subject.code.count(".") == 2
        assert subject.needs
        assert (subject.needs | subject.helps) <= set(known)
        for words in (subject.section, subject.category, subject.name, subject.body.name):
            assert words.kk
            assert words.ru


def test_every_level_has_a_body_and_every_body_a_subject() -> None:
    assert {body.level for body in bodies().values()} == set(Level)
    assert {subject.body.code for subject in subjects()} == set(bodies())
