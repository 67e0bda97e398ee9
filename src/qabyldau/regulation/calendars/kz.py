"""The calendar of Kazakhstan, five-day week, 2020-2028: holidays, moved days off, worked weekends.

A holiday that falls on a day off makes the next working day free; the seventh of January and Kurban Ait
never move. The Government (since 2024 the Ministry of Labour) exchanges days off for worked weekends.
"""

from datetime import date

from qabyldau.regulation.calendar import DayOff, WorkingCalendar
from qabyldau.regulation.words import Words

NEW_YEAR = Words(kk="Жаңа жыл", ru="Новый год")
CHRISTMAS = Words(kk="Православиелік Рождество", ru="Православное Рождество")
WOMENS_DAY = Words(kk="Халықаралық әйелдер күні", ru="Международный женский день")
NAURYZ = Words(kk="Наурыз мейрамы", ru="Наурыз мейрамы")
UNITY_DAY = Words(kk="Қазақстан халқының бірлігі мерекесі", ru="Праздник единства народа Казахстана")
DEFENDER_DAY = Words(kk="Отан қорғаушы күні", ru="День защитника Отечества")
VICTORY_DAY = Words(kk="Жеңіс күні", ru="День Победы")
CAPITAL_DAY = Words(kk="Астана күні", ru="День столицы")
KURBAN_AIT = Words(kk="Құрбан айт", ru="Курбан-айт")
CONSTITUTION_DAY = Words(kk="Конституция күні", ru="День Конституции")
REPUBLIC_DAY = Words(kk="Республика күні", ru="День Республики")
FIRST_PRESIDENT_DAY = Words(kk="Тұңғыш Президент күні", ru="День Первого Президента")
INDEPENDENCE_DAY = Words(kk="Тәуелсіздік күні", ru="День Независимости")
EXCHANGED = Words(kk="демалыс күні ауыстырылды", ru="перенесённый день отдыха")

YEARS = range(2020, 2029)

# (holiday, its days in a year, first year, last year)
HOLIDAYS = (
    (NEW_YEAR, "01-01 01-02", 2020, 2028),
    (CHRISTMAS, "01-07", 2020, 2028),
    (WOMENS_DAY, "03-08", 2020, 2028),
    (NAURYZ, "03-21 03-22 03-23", 2020, 2028),
    (UNITY_DAY, "05-01", 2020, 2028),
    (DEFENDER_DAY, "05-07", 2020, 2028),
    (VICTORY_DAY, "05-09", 2020, 2028),
    (CAPITAL_DAY, "07-06", 2020, 2028),
    (CONSTITUTION_DAY, "08-30", 2020, 2025),
    (CONSTITUTION_DAY, "03-15", 2027, 2028),
    (REPUBLIC_DAY, "10-25", 2022, 2028),
    (FIRST_PRESIDENT_DAY, "12-01", 2020, 2021),
    (INDEPENDENCE_DAY, "12-16 12-17", 2020, 2021),
    (INDEPENDENCE_DAY, "12-16", 2022, 2028),
)

# By the moon; the days of 2027 and 2028 are estimates, to be corrected on the calendar page.
KURBAN_AIT_DAYS = (
    "2020-07-31 2021-07-20 2022-07-09 2023-06-28 2024-06-16 2025-06-06 2026-05-27 2027-05-16 2028-05-05"
)

# The working day that became free because the holiday fell on a day off.
MOVED = (
    (WOMENS_DAY, "2020-03-09"),
    (NAURYZ, "2020-03-24 2020-03-25"),
    (CONSTITUTION_DAY, "2020-08-31"),
    (NEW_YEAR, "2021-01-04"),
    (NAURYZ, "2021-03-24"),
    (UNITY_DAY, "2021-05-03"),
    (VICTORY_DAY, "2021-05-10"),
    (NEW_YEAR, "2022-01-03 2022-01-04"),
    (UNITY_DAY, "2022-05-02"),
    (DEFENDER_DAY, "2022-05-10"),
    (NEW_YEAR, "2023-01-03"),
    (DEFENDER_DAY, "2023-05-08"),
    (INDEPENDENCE_DAY, "2023-12-18"),
    (NAURYZ, "2024-03-25"),
    (CAPITAL_DAY, "2024-07-08"),
    (WOMENS_DAY, "2025-03-10"),
    (NAURYZ, "2025-03-24 2025-03-25"),
    (CAPITAL_DAY, "2025-07-07"),
    (CONSTITUTION_DAY, "2025-09-01"),
    (REPUBLIC_DAY, "2025-10-27"),
    (WOMENS_DAY, "2026-03-09"),
    (NAURYZ, "2026-03-24 2026-03-25"),
    (VICTORY_DAY, "2026-05-11"),
    (REPUBLIC_DAY, "2026-10-26"),
    (NEW_YEAR, "2027-01-04"),
    (NAURYZ, "2027-03-24"),
    (UNITY_DAY, "2027-05-03"),
    (VICTORY_DAY, "2027-05-10"),
    (NEW_YEAR, "2028-01-03 2028-01-04"),
    (DEFENDER_DAY, "2028-05-08"),
    (INDEPENDENCE_DAY, "2028-12-18"),
)

# (day off by exchange, the weekend day worked for it)
EXCHANGES = (
    ("2020-01-03", "2020-01-05"),
    ("2020-05-08", "2020-05-11"),
    ("2020-12-18", "2020-12-20"),
    ("2021-07-05", "2021-07-03"),
    ("2022-03-07", "2022-03-05"),
    ("2022-08-29", "2022-08-27"),
    ("2022-10-24", "2022-10-22"),
    ("2023-07-07", "2023-07-01"),
    ("2024-05-08", "2024-05-04"),
    ("2025-01-03", "2025-01-05"),
)


def _days_off() -> dict[date, DayOff]:
    found: dict[date, DayOff] = {}
    for name, days, first, last in HOLIDAYS:
        for year in range(first, last + 1):
            found |= {date.fromisoformat(f"{year}-{day}"): DayOff(name) for day in days.split()}
    found |= {day: DayOff(KURBAN_AIT) for day in _dates(KURBAN_AIT_DAYS)}
    for name, days in MOVED:
        found |= {day: DayOff(name, moved=True) for day in _dates(days)}
    return found | {date.fromisoformat(off): DayOff(EXCHANGED, moved=True) for off, _ in EXCHANGES}


def _dates(days: str) -> list[date]:
    return [date.fromisoformat(day) for day in days.split()]


KZ = WorkingCalendar(
    years=YEARS,
    days_off=_days_off(),
    working_weekends=frozenset(date.fromisoformat(worked) for _, worked in EXCHANGES),
)
