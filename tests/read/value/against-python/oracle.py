# SPDX-License-Identifier: MIT
"""oracle.py PROGRAM FILE: write amounts, dates and words by chance, with what
they mean worked out here by Python's own numbers and calendar; PROGRAM must
read the same. Dates that do not exist must be reported."""
import calendar
import datetime
import random
import subprocess
import sys
from decimal import Decimal

program, path = sys.argv[1:]
chance = random.Random(2026)
MONTHS = list(calendar.month_name)[1:]
UNITS = {'days': 'days', 'day': 'days', 'weeks': 'weeks', 'hours': 'hours', 'working days': 'working days', 'FTE': 'FTE'}
START = {1: 4, 2: 7, 3: 10, 4: 1}


def digits():
    """A number as typed, and its value with as many decimals."""
    whole = chance.choice([0, 7, 38, 412, 1250, 98000, 1234567])
    typed = f'{whole:,}' if chance.random() < .6 else str(whole)
    decimals = chance.choice(['', '', '', '.5', '.25'])
    return typed + decimals, str(whole) + decimals


def amount():
    typed, value = digits()
    kind = chance.randrange(6)
    if kind == 0:
        return typed, f'amount {value}'
    if kind == 1:
        space = chance.choice(['', ' '])
        return f'{typed}{space}%', f'amount {value} percent'
    if kind == 2:
        return f'£{typed}', f'amount {value} money'
    if kind == 3:
        minus = '' if Decimal(value) == 0 else '-'
        return f'(£{typed})', f'amount {minus}{value} money'
    if kind == 4:
        unit = chance.choice(list(UNITS))
        return f'{typed} {unit}', f'amount {value} [{UNITS[unit]}]'
    power = chance.choice([('k', 3), ('m', 6), ('bn', 9)])
    places = len(value.split('.')[1]) if '.' in value else 0
    number = Decimal(value).scaleb(power[1])
    return f'£{typed}{power[0]}', f'amount {number:.{places}f} money'


def figure():
    typed, meaning = amount()
    if chance.random() < .2:
        word, name = chance.choice([('about', 'about'), ('at least', 'at-least'), ('up to', 'at-most'), ('over', 'over')])
        typed, meaning = f'{word} {typed}', meaning.replace('amount ', f'amount {name} ')
    tail = chance.randrange(6)
    if tail == 0:
        span = chance.choice(['year', 'quarter', 'month'])
        before = chance.choice(['per', 'a', 'each'])
        typed, meaning = f'{typed} {before} {span}', f'{meaning} per {span}'
    elif tail == 1:
        typed += chance.choice([' by March 2027', ' within 10 working days', ' of calls in 20 seconds', ' (3 of them late)'])
    elif tail == 2:
        typed, meaning = typed + ' (provisional)', meaning + ' provisional'
    elif tail == 3:
        sign = chance.choice(['+', '-', '−'])
        number = chance.randint(1, 99)
        return 'actual', f'{typed} {sign}{number}%', f'{meaning} stated {"" if sign == "+" else "-"}{number} percent'
    elif tail == 4:
        return 'target', f'{typed}, then 5 more', 'unclear !unclear_value@1'
    return 'target', typed, meaning


def month_end(year, month):
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def span(first, last, exactness):
    return f'when {first} {exactness}' if first == last else f'when {first} {last} {exactness}'


def quarter(year, number):
    first = datetime.date(year + (number == 4), START[number], 1)
    return first, month_end(first.year, first.month + 2)


def day():
    """A day in one of its forms; one that does not exist is a fault."""
    year, month, number = chance.randint(1990, 2060), chance.randint(1, 12), chance.randint(1, 31)
    form = chance.randrange(5)
    exists = number <= calendar.monthrange(year, month)[1]
    weekday = ''
    if form == 0:
        typed = f'{number:02}/{month:02}/{year}'
    elif form == 1:
        typed = f'{year}-{month:02}-{number:02}'
    else:
        if form == 2 and exists:
            true = datetime.date(year, month, number).weekday()
            said = chance.choice([true, true, chance.randrange(7)])
            exists = said == true
            weekday = calendar.day_name[said] + ' '
        name = MONTHS[month - 1] if form < 4 else MONTHS[month - 1][:3]
        ordinal = 'th' if form == 3 and 4 <= number <= 20 else ''
        typed = f'{weekday}{number}{ordinal} {name} {year}'
    return typed, f'when {year}-{month:02}-{number:02} day' if exists else 'unclear !bad_date@1'


def date():
    year, kind = chance.randint(1999, 2060), chance.randrange(7)
    following = f'{(year + 1) % 100:02}'
    if kind == 0:
        month = chance.randint(1, 12)
        return f'{MONTHS[month - 1]} {year}', span(datetime.date(year, month, 1), month_end(year, month), 'month')
    if kind == 1:
        number = chance.randint(1, 4)
        typed = chance.choice([f'Q{number} {year}/{following}', f'{year}/{following} Q{number}', f'Quarter {number} {year}-{following}'])
        return typed, span(*quarter(year, number), 'quarter')
    if kind == 2:
        typed = chance.choice([f'{year}/{following}', f'{year}-{following}', f'{year}/{year + 1}', f'{year} to {year + 1}'])
        return typed, span(datetime.date(year, 4, 1), datetime.date(year + 1, 3, 31), 'year')
    if kind == 3:
        later = year + chance.randint(2, 9)
        if later // 100 != year // 100:
            return f'{year}-{later}', span(datetime.date(year, 4, 1), datetime.date(later, 3, 31), 'years')
        return f'{year}-{later % 100:02}', span(datetime.date(year, 4, 1), datetime.date(later, 3, 31), 'years')
    if kind == 4:
        number = chance.randrange(4)
        first = datetime.date(year, 3 + 3 * number, 1)
        last = month_end(year, first.month + 2) if number < 3 else month_end(year + 1, 2)
        return f'{["Spring", "Summer", "Autumn", "Winter"][number]} {year}', span(first, last, 'season')
    if kind == 5:
        first, last = sorted(chance.sample(range(1, 13), 2))
        return (f'{MONTHS[first - 1]}{chance.choice(["-", " to ", " – "])}{MONTHS[last - 1]} {year}',
                span(datetime.date(year, first, 1), month_end(year, last), 'month'))
    return day()


cases = []
for _ in range(1500):
    role, typed, meaning = figure()
    cases.append(('value', role, typed, meaning))
    typed, meaning = date()
    remark = chance.choice(['', '', ', extended once', ' (extended once)']) if meaning.startswith('when') else ''
    cases.append(('date', 'date', typed + remark, meaning))
with open(path, 'w', encoding='utf-8') as file:
    file.writelines('\t'.join(case[:3]) + '\n' for case in cases)
read = subprocess.run([program, path], capture_output=True, check=True).stdout.decode().split('\n')
failures = [(case, is_) for case, is_ in zip(cases, read) if case[3] != is_]
for case, is_ in failures[:20]:
    print(f'{case[1]}: "{case[2]}" is "{is_}", not "{case[3]}"')
print(f'{len(failures)} of {len(cases)} differ')
sys.exit(bool(failures))
