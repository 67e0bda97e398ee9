"""Does a text say what it is about? A hint for the worker, who decides.

The text is folded to one Latin skeleton, so that Kazakh in Cyrillic and in any Latin spelling meet;
then words of greeting, plea and address are taken away. What is left, if anything, is the matter.
"""

import re
import unicodedata

LETTERS = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфыіқғңәөүұһэёў", "abvgdeziiklmnoprstufiikgnaouuheeu", strict=True)),
        "ж": "j",
        "х": "h",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ъ": "",
        "ь": "",
        "ю": "iu",
        "я": "ia",
        "ı": "i",
        "ə": "a",
        "q": "k",
        "y": "i",
        "w": "u",
        "x": "h",
        "'": "",
        "’": "",
        "ʼ": "",
    }
)
WORD = re.compile(r"[^\W\d_]+")
REPEATED = re.compile(r"(.{1,3})\1{2,}")
SHORTEST = 3

# Whole words that carry no matter: greetings, pronouns, particles, the words of a form.
EMPTY_WORDS = """
    здравствуйте здравствуй добрый день утро вечер уважаемый уважаемая уважаемые привет ассалаумагалейкум
    салеметсіз салеметсізбе салем сәлеметсіз сәлеметсізбе сәлем құрметті армысыз
    и а но я мы вы он она мне меня мной моя мой мое моё мои моему моим нас нам наш вас вам ваш вашу вашего
    к на по в во с со о об от для у до из бы же ли не это этот эту тот так как очень
    пожалуйста спасибо заранее благодарю буду благодарна благодарен рахмет алдын ала
    хочу хотел хотела хотелось хотим бы нужно надо необходимо можно могу возможно срочно
    дата дату время удобное ближайшее ближайшую ближайший любой любое любую
    день дни неделя неделе ждет жду
    лично личный личного личному личном личным личное личные
    вопрос вопросу вопросы вопросам важный важному важное
    разный разным некоторым некоторые своему своим
    мен маған менің мені біз бізді бізге сіз сізден сізге сіздің бен және үшін да де та те ма ме бе па
    өтінемін отінемін сұраймын сураймын сұраймыз керек еді болады болса болар мүмкін
    келеді келемін қалаймын қалаймыз тілеймін барғым барайын кіргім кірейін кездескім көргім
    бір жеке өз өзім өзімнің мәселе мәселем мәселемен мәселелер мәселелермен мәселесі
    сұрақ сұрағым сұрақпен бойынша туралы
    күн күні уақыт уақытты тез жедел шұғыл
    тест test проверка asdf qwerty йцукен фыва олдж нет жоқ есть бар ну вот
    зам зко бқо деп едім едік
"""
# Beginnings of words of plea, booking and address, in whatever form they stand.
EMPTY_STEMS = """
    прош прос обраща обращен принят прим приним запис запиш занес
    приём прием попаст попасть встреч встрет поговор побесед перегово аудиенц
    аким заместител руковод начальн област аппарат глав район город перв управл
    западн казахстан назнач напомин рассмотр возможн содейств оказ
    қабылда қабылдау жаз жазы өтін сұра сура әкім облыс орынбасар басшы аппарат аудан қала
    батыс қазақстан рұқсат тағайында кездес сөйлес белгіле қой
"""


def _fold(text: str) -> str:
    """One Latin skeleton for Russian, Kazakh in Cyrillic, and Kazakh in Latin letters."""
    folded = text.lower().replace("й", "и").replace("zh", "j").replace("kh", "h").translate(LETTERS)
    bare = unicodedata.normalize("NFKD", folded)
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


WORDS = frozenset(_fold(EMPTY_WORDS).split())
STEMS = tuple(_fold(EMPTY_STEMS).split())
# Water and a home: two letters, and two of the commonest matters there are.
SHORT_MATTERS = frozenset(_fold("су үй").split())


def looks_empty(text: str) -> bool:
    """Whether nothing but a plea for a reception is left of the text."""
    return not any(_carries_matter(word) for word in WORD.findall(_fold(text)))


def _carries_matter(word: str) -> bool:
    if word in SHORT_MATTERS:
        return True
    idle = len(word) < SHORTEST or word in WORDS or word.startswith(STEMS)
    return not idle and not REPEATED.search(word)
