"""The indicators as data: what each is called, how it is defined, under which norm, over which rows.

A figure and the list of what it counts are the same query: they cannot disagree. Every indicator counts
things by a date that is written once, so that a quarter that is over gives the same figures again.
"""

from __future__ import annotations

from qabyldau.control import figures as control
from qabyldau.materials import figures as materials
from qabyldau.participation import figures as participation
from qabyldau.reception import figures as reception
from qabyldau.registry import figures as registry
from qabyldau.regulation.norms.control import (
    BindingRequests,
    FinalAnswer,
    InstructionControl,
    Minutes,
    QuarterlyReport,
)
from qabyldau.regulation.norms.deadlines import AnswerDeadline, Redirection
from qabyldau.regulation.norms.intake import Channels
from qabyldau.regulation.norms.queue import Precedence
from qabyldau.regulation.norms.reception import InvitedBodies, Languages, VideoByConsent
from qabyldau.regulation.norms.refusal import Ground, Withdrawal
from qabyldau.regulation.norms.schedule import MonthlyReception, Receivers
from qabyldau.regulation.words import Words
from qabyldau.reporting.kinds import Section
from qabyldau.reporting.kpi import APPEAL, DAY, Kpi, Shown, through
from qabyldau.reporting.names import Called
from qabyldau.review import figures as review
from qabyldau.schedule import figures as schedule
from qabyldau.screening import figures as screening

S = Section
KPIS: tuple[Kpi, ...] = (
    Kpi(
        "received_by_channel",
        S.RECEIVED,
        Channels,
        Words(kk="Түсу жолдары бойынша", ru="По каналам поступления"),
        Words(
            kk="Кезеңде тіркелген жолданымдар, түскен жолы бойынша. Тіркелген күні есептеледі.",
            ru="Обращения, зарегистрированные в периоде, по каналу поступления. Считается день регистрации.",
        ),
        registry.received,
        APPEAL,
        "channel",
        Called.CHANNELS,
    ),
    Kpi(
        "received_by_topic",
        S.RECEIVED,
        QuarterlyReport,
        Words(kk="Тақырыптары бойынша", ru="По темам"),
        Words(
            kk="Кезеңде тіркелген жолданымдар, тіркеу кезінде белгіленген тақырыбы бойынша.",
            ru="Обращения, зарегистрированные в периоде, по теме, отмеченной при регистрации.",
        ),
        registry.received,
        APPEAL,
        "topic",
        Called.TOPICS,
    ),
    Kpi(
        "received_by_language",
        S.RECEIVED,
        Languages,
        Words(kk="Тілі бойынша", ru="По языку"),
        Words(
            kk="Кезеңде тіркелген жолданымдар, өтініш беруші таңдаған тіл бойынша.",
            ru="Обращения, зарегистрированные в периоде, по языку, выбранному заявителем.",
        ),
        registry.received,
        APPEAL,
        "language",
        Called.LANGUAGES,
    ),
    Kpi(
        "received_by_kind",
        S.RECEIVED,
        QuarterlyReport,
        Words(kk="Өтініш берушілер бойынша", ru="По заявителям"),
        Words(
            kk="Кезеңде тіркелген жолданымдар: азаматтар, заңды тұлғалар, шетелдіктер.",
            ru="Обращения, зарегистрированные в периоде: граждане, юридические лица, иностранцы.",
        ),
        registry.received,
        APPEAL,
        "applicant__kind",
        Called.KINDS,
    ),
    Kpi(
        "received_out_of_turn",
        S.RECEIVED,
        Precedence,
        Words(kk="Кезектен тыс қабылдану құқығы бар", ru="С правом приёма вне очереди"),
        Words(
            kk="Кезеңде тіркелген, құқығын құжатпен растаған өтініш берушілер, санаттары бойынша.",
            ru="Зарегистрированные в периоде заявители, подтвердившие право документом, по категориям.",
        ),
        registry.out_of_turn,
        APPEAL,
        "standing",
        Called.STANDINGS,
    ),
    Kpi(
        "decided",
        S.DECIDED,
        QuarterlyReport,
        Words(kk="Қабылданған шешімдер", ru="Принятые решения"),
        Words(
            kk="Кезеңде шығарылған шешімдер; бір жолданым бойынша бірнеше шешім болуы мүмкін.",
            ru="Решения, принятые в периоде; по одному обращению их может быть несколько.",
        ),
        review.decided,
        through("at"),
        "outcome",
        Called.OUTCOMES,
    ),
    Kpi(
        "refused_by_ground",
        S.DECIDED,
        Ground,
        Words(kk="Бас тарту негіздері", ru="Основания отказов"),
        Words(
            kk="Кезеңде шығарылған дәлелді бас тартулар, негіздері бойынша.",
            ru="Мотивированные отказы, принятые в периоде, по основаниям.",
        ),
        review.refused,
        through("at"),
        "ground",
        Called.GROUNDS,
    ),
    Kpi(
        "redirected",
        S.DECIDED,
        Redirection,
        Words(kk="Басқа органдарға жіберілгені", ru="Перенаправлено в другие органы"),
        Words(
            kk="Кезеңде құзыретті органға жіберілген жолданымдар немесе олардың бөліктері.",
            ru="Обращения или их части, переданные в периоде компетентному органу.",
        ),
        screening.redirected,
        through("at"),
        "scope",
        Called.SCOPES,
    ),
    Kpi(
        "withdrawn",
        S.DECIDED,
        Withdrawal,
        Words(kk="Кері қайтарып алынғаны", ru="Отозвано заявителями"),
        Words(
            kk="Кезеңде өтініш берушінің өзі кері қайтарып алған жолданымдар.",
            ru="Обращения, которые заявители отозвали в периоде.",
        ),
        registry.withdrawn,
        APPEAL,
    ),
    Kpi(
        "closed_by_character",
        S.DECIDED,
        FinalAnswer,
        Words(kk="Түпкілікті жауаптар", ru="Окончательные ответы"),
        Words(
            kk="Кезеңде берілген түпкілікті дәлелді жауаптар, сипаты бойынша.",
            ru="Окончательные мотивированные ответы, данные в периоде, по их характеру.",
        ),
        reception.closed,
        through("at"),
        "character",
        Called.CHARACTERS,
    ),
    Kpi(
        "answers_in_time",
        S.TERMS,
        AnswerDeadline,
        Words(kk="Жауап мерзімінің сақталуы", ru="Соблюдение срока ответа"),
        Words(
            kk="Кезеңде аяқталған жауап мерзімдері: соңғы заңды күннен кейін берілсе, мерзім бұзылған.",
            ru="Сроки ответа, завершившиеся в периоде: нарушен, если ответ позже последнего дня.",
        ),
        registry.answered,
        through("met_on"),
        "verdict",
        Called.VERDICTS,
    ),
    Kpi(
        "days_held",
        S.RECEPTION,
        MonthlyReception,
        Words(kk="Қабылдау күндері", ru="Дни приёма"),
        Words(
            kk="Кезеңнің жарияланған және алынып тасталмаған қабылдау күндері, қабылдайтын адам бойынша.",
            ru="Опубликованные и не снятые дни приёма периода, по принимающему.",
        ),
        schedule.held,
        DAY,
        "official_id",
        Called.OFFICIALS,
    ),
    Kpi(
        "came_by_official",
        S.RECEPTION,
        Receivers,
        Words(kk="Қабылданған адамдар", ru="Принято людей"),
        Words(
            kk="Кезеңде келгені белгіленген өтініш берушілер, қабылдаған адам бойынша.",
            ru="Заявители, о явке которых отмечено в периоде, по принимавшему.",
        ),
        reception.came,
        through("at", "appointment__appeal"),
        "appointment__slot__day__official_id",
        Called.OFFICIALS,
    ),
    Kpi(
        "came_by_mode",
        S.RECEPTION,
        VideoByConsent,
        Words(kk="Қабылдау түрі", ru="Форма приёма"),
        Words(
            kk="Кезеңде қабылданған өтініш берушілер: жеке өзі келгені және бейнебайланыс арқылы.",
            ru="Принятые в периоде заявители: лично и по видеосвязи.",
        ),
        reception.came,
        through("at", "appointment__appeal"),
        "appointment__mode",
        Called.MODES,
    ),
    Kpi(
        "missed_by_official",
        S.RECEPTION,
        Minutes,
        Words(kk="Келмегендер", ru="Не явились"),
        Words(
            kk="Кезеңде келмегені белгіленген өтініш берушілер, қабылдайтын адам бойынша.",
            ru="Заявители, о неявке которых отмечено в периоде, по принимающему.",
        ),
        reception.missed,
        through("at", "appointment__appeal"),
        "appointment__slot__day__official_id",
        Called.OFFICIALS,
    ),
    Kpi(
        "bodies_asked",
        S.BODIES,
        InvitedBodies,
        Words(kk="Шақырылған органдар", ru="Приглашения органам"),
        Words(
            kk="Кезеңде органдарға жіберілген шақырулар.",
            ru="Приглашения на приём, отправленные органам в периоде.",
        ),
        participation.asked,
        Shown("day", "day_id", "day__on", "asked_at"),
        "body_id",
        Called.BODIES,
    ),
    Kpi(
        "bodies_declined",
        S.BODIES,
        InvitedBodies,
        Words(kk="Қатысудан бас тартулар", ru="Отказы от участия"),
        Words(
            kk="Кезеңде органдардан түскен қатысудан бас тартулар.",
            ru="Отказы органов от участия в приёме, полученные в периоде.",
        ),
        participation.declined,
        Shown("day", "invitation__day_id", "invitation__day__on", "at"),
        "invitation__body_id",
        Called.BODIES,
    ),
    Kpi(
        "bodies_absent",
        S.BODIES,
        InvitedBodies,
        Words(kk="Келмеген органдар", ru="Неявка органов"),
        Words(
            kk="Қабылдауға келмегені кезеңде белгіленген органдар.",
            ru="Органы, неявка которых на приём отмечена в периоде.",
        ),
        participation.absent,
        Shown("day", "invitation__day_id", "invitation__day__on", "at"),
        "invitation__body_id",
        Called.BODIES,
    ),
    Kpi(
        "materials_unmet",
        S.BODIES,
        BindingRequests,
        Words(kk="Уақытында берілмеген материалдар", ru="Материалы, не данные в срок"),
        Words(
            kk="Мерзімі кезеңде келген, бірақ кеш берілген немесе кезең соңына дейін берілмеген материалдар.",
            ru="Запросы, срок которых пришёлся на период, а ответ дан позже или не дан до конца периода.",
        ),
        materials.unmet,
        through("due_on"),
        "body_id",
        Called.BODIES,
    ),
    Kpi(
        "instructions_given",
        S.CONTROL,
        InstructionControl,
        Words(kk="Берілген тапсырмалар", ru="Дано поручений"),
        Words(
            kk="Кезеңде берілген хаттамалық тапсырмалар, тапсырма берген адам бойынша.",
            ru="Протокольные поручения, данные в периоде, по давшему поручение.",
        ),
        control.given,
        through("given_on"),
        "given_by_id",
        Called.OFFICIALS,
    ),
    Kpi(
        "instructions_due",
        S.CONTROL,
        InstructionControl,
        Words(kk="Тапсырмалардың орындалуы", ru="Исполнение поручений"),
        Words(
            kk="Мерзімі кезеңде келген тапсырмалар: мерзімінде баяндалғаны, кеш баяндалғаны, "
            "кезең соңына дейін баяндалмағаны.",
            ru="Поручения, срок которых пришёлся на период: доложено в срок, позже, не доложено.",
        ),
        control.due,
        through("due_on"),
        "verdict",
        Called.VERDICTS,
    ),
    Kpi(
        "instructions_off",
        S.CONTROL,
        FinalAnswer,
        Words(kk="Бақылаудан алынғаны", ru="Снято с контроля"),
        Words(
            kk="Кезеңде түпкілікті жауаппен бақылаудан алынған тапсырмалар.",
            ru="Поручения, снятые с контроля в периоде окончательным ответом.",
        ),
        control.taken_off,
        through("off_on"),
    ),
    Kpi(
        "breaches_by_clause",
        S.BREACHES,
        QuarterlyReport,
        Words(kk="Тармақтар бойынша бұзушылықтар", ru="Нарушения по пунктам"),
        Words(
            kk="Кезеңде анықталған, тармаққа сай келмеген фактілер; бір жолданымда бірнешеу болуы мүмкін.",
            ru="Найденные в периоде факты, не отвечающие пункту; в одном обращении их может быть несколько.",
        ),
        registry.breaches,
        through("at"),
        "clause",
        Called.CLAUSES,
    ),
)
BY_CODE = {one.code: one for one in KPIS}
