"""Why a survey could not be drawn, answered or settled so."""

from collections.abc import Mapping

from qabyldau.regulation.words import Words

LAW: Mapping[str, Words] = {
    "survey_without_questions": Words(
        kk="Алдымен сауалнаманың сұрақтарын жазыңыз.", ru="Сначала напишите вопросы анкеты."
    ),
    "survey_without_score": Words(
        kk="Кемінде бір сұрақ 1-ден 5-ке дейінгі баға болуы керек.",
        ru="Хотя бы один вопрос должен быть оценкой от 1 до 5.",
    ),
    "survey_days_not_over": Words(
        kk="Сұралатын күндер аяқталған болуы керек, ал соңғысы біріншісінен бұрын болмауы керек: {day}.",
        ru="Дни, о которых спрашивают, должны быть позади, и последний не раньше первого: {day}.",
    ),
    "survey_sample_too_large": Words(
        kk="Іріктемеде {asked} адам сұралды, ал осы күндері сұрауға болатыны — {there}.",
        ru="В выборке запрошено человек: {asked}, а спросить за эти дни можно: {there}.",
    ),
    "survey_task_is_over": Words(
        kk="Бұл адам жауап берген немесе енді сұралмайды.",
        ru="Этот человек уже ответил или его больше не спрашивают.",
    ),
    "survey_concern_settled": Words(
        kk="Бұл төмен баға қаралып қойған.", ru="Эту низкую оценку уже рассмотрели."
    ),
}
