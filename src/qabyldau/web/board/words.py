"""What the board says, always in both languages side by side."""

from qabyldau.regulation.words import Words

TITLE = Words(kk="Жеке қабылдау күні", ru="День личного приёма граждан")
CALLED = Words(kk="Шақырылды", ru="Приглашаются")
NEXT = Words(kk="Келесі", ru="Следующие")
NOBODY = Words(kk="Әзірге ешкім шақырылған жоқ", ru="Пока никого не вызывают")
WAIT = Words(
    kk="Нөміріңізді күтіңіз: хабарландыру қазақ және орыс тілдерінде беріледі.",
    ru="Ожидайте свой номер: объявление прозвучит на казахском и русском языках.",
)
LAST = Words(
    kk="Соңғы нөмірді күту — шамамен {minutes} мин", ru="Ожидание последнего номера — около {minutes} мин"
)
EMPTY = Words(kk="Кезекте ешкім жоқ", ru="В очереди никого нет")
ONLINE = Words(kk="Байланыс бар", ru="На связи")
STALE = Words(kk="Байланыс жоқ: деректер ескірген", ru="Нет связи: данные устарели")
SOUND = Words(kk="Дыбысты қосу", ru="Включить звук")
MINUTES = Words(kk="{minutes} мин", ru="{minutes} мин")
