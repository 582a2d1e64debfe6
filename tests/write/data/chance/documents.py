# SPDX-License-Identifier: MIT
"""documents.py PROGRAM FOLDER COUNT [SEED]: make documents by chance as XML;
each must convert to XML that converts to itself, and to Markdown that
converts back to the same XML."""
import pathlib
import random
import subprocess
import sys
from xml.sax.saxutils import escape, quoteattr

program, folder, count, *seed = sys.argv[1:]
chance = random.Random(int(seed[0]) if seed else 20260401)

WORDS = ['*', '_x_', '[sic]', '#', '1.', '-', '+', '>', '<b>', '&amp;', '&copy;', '`code`', '|', '\\', '"', "it's",
         '---', '{x}', '!', '~~~', 'a_b', '2*3', '(x)', ':', '^', '[^n]', '…', '–', 'é', '==', "'", '%', '@', '£1',
         '1)', '**', '![', '](', '<!-', '&', '#1', '\\*', 'R&D', 'a|b', 'x:', '"q"', '::', 'Owner:', '10%', '~', '$']
PLAIN = ['plan', 'the', 'lock', 'gates', 'open', 'at', 'noon', 'two', 'ferries', 'cross', 'Weir', 'Naïve', 'towpath']
VALUES = ['38', '£1.2m', '40 to 60', '12 per quarter', '95% within 10 working days', 'TBC', '18 of 24', '(£450)',
          '12.5 days (provisional)', 'Yearly', 'March 2027']
ids = iter(range(10 ** 6))


def some(words, least, most):
    return ' '.join(chance.choice(words) for _ in range(chance.randint(least, most)))


def words(most=6):
    """Words in which marks stand alone, at the ends and within others."""
    parts = []
    for _ in range(chance.randint(1, most)):
        part = chance.choice(WORDS) if chance.random() < .45 else chance.choice(PLAIN)
        if chance.random() < .15:
            part += chance.choice(WORDS)
        parts.append(part)
    return ' '.join(parts)


def mark(deep):
    """Something other than words; a letter stands at the ends of emphasis."""
    kind = chance.randrange(9)
    if kind == 0:
        return f'<em>{some(PLAIN, 1, 2)}</em>'
    if kind == 1:
        inner = f' {mark(deep + 1)} {chance.choice(PLAIN)}' if deep < 2 else ''
        return f'<strong>{some(PLAIN, 1, 2)}{inner}</strong>'
    if kind == 2:
        return f'<ref>{some(PLAIN, 1, 3)}</ref>'
    if kind == 3 and deep == 0:
        return '<br/>'
    if kind == 4 and deep == 0:
        title = f' title={quoteattr(words(3))}' if chance.random() < .3 else ''
        address = chance.choice(['https://a.example/x_y?a=1&b=2', '#plan', 'https://b.example/(c)', 'lang:cy'])
        return f'<a href={quoteattr(address)}{title}>{escape(some(PLAIN, 1, 3))}</a>'
    if kind == 5 and deep == 0:
        return f'<note ref="{note()}"/>'
    if kind == 6 and deep == 0:
        return f'<!--{chance.choice([" for me ", "x--y", "-", "a-b", chr(92)])}-->'.replace('--y', '-\\-y').replace('<!----->', '<!---\\-->')
    return escape(words(2))


notes = []


def note():
    if not notes or chance.random() < .5:
        notes.append(f'n{next(ids)}')
    return chance.choice(notes)


def inline():
    parts = [escape(words())]
    for _ in range(chance.randint(0, 3)):
        parts += [mark(0), escape(words())]
    return ' '.join(parts)


def item(deep):
    if deep > 2 or chance.random() < .7:
        return f'<li>{inline()}</li>'
    return f'<li><p>{inline()}</p>{listed(deep + 1)}</li>'


def listed(deep=0):
    items = ''.join(item(deep) for _ in range(chance.randint(2, 4)))
    loose = ' loose="yes"' if chance.random() < .3 else ''
    if chance.random() < .5:
        return f'<ul{loose}>{items}</ul>'
    start = f' start="{chance.randint(2, 30)}"' if chance.random() < .3 else ''
    return f'<ol{start}{loose}>{items}</ol>'


def table():
    columns = chance.randint(1, 4)
    rows = ['<tr head="yes">' + ''.join(f'<th>{inline()}</th>' for _ in range(columns)) + '</tr>']
    for _ in range(chance.randint(1, 3)):
        cells = [inline() if chance.random() < .8 else '' for _ in range(columns)]
        rows.append(f'<tr><th>{cells[0]}</th>' + ''.join(f'<td>{cell}</td>' for cell in cells[1:]) + '</tr>')
    align = chance.choice(['', f' align="{" ".join(chance.choice(["left", "right", "centre"]) for _ in range(columns))}"'])
    return f'<table{align}>' + ''.join(rows) + '</table>'


def prose(tables=True):
    kinds = ['p', 'p', 'p', 'list', 'q', 'comment', 'view'] + (['table'] if tables else [])
    blocks = []
    for _ in range(chance.randint(1, 4)):
        kind = chance.choice(kinds)
        if kind == 'p':
            blocks.append(f'<p>{inline()}</p>')
        elif kind == 'list' and any(block[:2] != '<!' for block in blocks):	# never first: it would be fields
            blocks.append(listed())
        elif kind == 'q':
            blocks.append(f'<q><p>{inline()}</p><p>{inline()}</p></q>')
        elif kind == 'comment':
            blocks.append(f'<!-- {some(PLAIN, 1, 4)} -->')
        elif kind == 'view':
            blocks.append(f'<view kind="outcomes-map" of="{chance.choice(["all", "plan"])}">{escape(words())} <em>plan</em></view>')
        elif kind == 'table':
            blocks.append(table())
    return ''.join(blocks) or f'<p>{inline()}</p>'


def identity():
    return f' id="x{next(ids)}"' if chance.random() < .4 else ''


def exempt():
    return f' exempt="3" reason="{some(PLAIN, 1, 3)}"' if chance.random() < .15 else ''


def title():
    return f'<title>{escape(words())} {chance.choice(PLAIN)}{next(ids)}</title>'


def flow():
    if chance.random() < .6:
        return inline()
    return f'<p>{inline()}</p>' + (listed() if chance.random() < .5 else f'<p>{inline()}</p>')


def measure(form):
    fields = [f'<owner>{inline()}</owner>', f'<target>{chance.choice(VALUES)}</target>',
              f'<actual period="2025/26">{chance.choice(VALUES)}</actual>',
              f'<target period="2027/28" remark="{some(PLAIN, 1, 2)}">{chance.choice(VALUES)}</target>']
    if form == 'fields':
        fields += [f'<purpose>{flow()}</purpose>', '<notes/>', f'<steps>{listed()}</steps>',
                   f'<basis xml:lang="cy">{inline()}</basis>', f'<explanation>{inline()}</explanation>']
        chosen = ''.join(field for field in fields if chance.random() < .7) or fields[0]
        text = prose() if chance.random() < .3 else ''
        if text and chance.random() < .3:
            text += f'<section>{title()}{prose()}</section>'
        return f'<measure{identity()}{exempt()}>{title()}{chosen}{text}</measure>'
    chosen = ''.join(field for field in fields if chance.random() < .7)
    return f'<measure{identity()}{exempt()}>{title()}{chosen or fields[1]}</measure>'


def budget():
    lines = []
    for _ in range(chance.randint(1, 3)):
        group = ''.join(f'<line>{title()}<amount period="2026/27" unit="£000">{chance.choice(["120", "(30)", "1,250"])}</amount>'
                        f'<amount period="2027/28" unit="£000">90</amount></line>' for _ in range(2))
        lines.append(f'<group>{title()}{group}</group>')
    total = '<line total="yes"><title><strong>All</strong></title><amount period="2026/27" unit="£000"><strong>1</strong></amount></line>'
    return f'<budget form="rows">{title()}{"".join(lines)}{total}</budget>'


def project():
    steps = ''.join(f'<li>Q{n} 2026/27: {inline()}</li>' for n in range(1, chance.randint(2, 4)))
    return f'<project{identity()}>{title()}<milestones><ul>{steps}</ul></milestones></project>'


def post(depth):
    deep = f' depth="{depth}"' if depth else ''
    text = f'<text>{chance.choice(PLAIN)}, 2 FTE</text>' if chance.random() < .6 else ''
    return f'<post{deep}><title>{some(PLAIN, 1, 3)}</title>{text}</post>'


def section(deep=0):
    kind = chance.choice(['section', 'section', 'overview', 'measures', 'performance', 'budget', 'projects', 'structure'])
    attributes = identity() + (' period="2025/26"' if chance.random() < .3 else '') + exempt()
    if kind == 'budget':
        return budget()
    if kind == 'projects':
        return f'<projects{attributes}>{title()}{project()}{project()}</projects>'
    if kind == 'structure':
        return f'<structure form="list"{attributes}>{title()}{post(0)}{post(1)}{post(1)}{post(2)}{post(0)}</structure>'
    if kind in ('measures', 'performance'):
        form = chance.choice(['fields', 'rows'])
        records = ''.join(measure(form) for _ in range(chance.randint(1, 4)))
        words_before = f'<p>{inline()}</p>' if chance.random() < .5 else ''
        said = ' form="rows"' if form == 'rows' else ''
        return f'<{kind}{attributes}{said}>{title()}{words_before}{records}</{kind}>'
    below = section(deep + 1) if deep < 2 and chance.random() < .4 else ''
    return f'<{kind}{attributes}>{title()}{prose()}{below}</{kind}>'


def document():
    notes.clear()
    sections = ''.join(section() for _ in range(chance.randint(1, 4)))
    summary = chance.choice(['', f'<summary>{inline()}</summary>', f'<summary><p>{inline()}</p><p>{inline()}</p></summary>'])
    about = f'<about>{title()}<service>{inline()}</service><period>2026/27</period>{summary}</about>'
    before = f'<p>{inline()}</p>' if chance.random() < .5 else ''
    texts = ''.join(f'<note id="{name}">{flow()}</note>' for name in list(dict.fromkeys(notes)))
    said = set()
    while len(said) < len(notes):		# notes in notes
        said = set(notes)
        texts = ''.join(f'<note id="{name}">{escape(words())}</note>' for name in dict.fromkeys(notes))
    return f'<plan xmlns="urn:planpress:1">{about}{before}{sections}{f"<notes>{texts}</notes>" if texts else ""}</plan>\n'


def convert(name, text, to):
    path = pathlib.Path(folder) / name
    path.write_text(text, encoding='utf-8')
    done = subprocess.run([program, 'convert', '--to', to, str(path)], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or not done.stdout:
        return f'exit {done.returncode}\n{done.stderr[:1500]}', False
    return done.stdout, True


def difference(one, other):
    for number, (a, b) in enumerate(zip(one.split('\n'), other.split('\n'))):
        if a != b:
            return f'{number + 1}:\n-{a[:600]}\n+{b[:600]}'
    return 'one is longer'


failures = 0
for number in range(int(count)):
    made = document()
    first, sound = convert('a.xml', made, 'xml')
    steps = [('XML is not read', '', '')] if not sound else []
    if sound:
        second, sound = convert('b.xml', first, 'xml')
        if second != first:
            steps.append(('XML to XML', first, second))
        markdown, sound = convert('b.xml', first, 'md')
        third, sound = convert('c.md', markdown, 'xml') if sound else (markdown, False)
        if third != first:
            steps.append(('XML to Markdown to XML', first, third))
    for what, one, other in steps:
        for name in ('a.xml', 'b.xml', 'c.md'):		# kept for who looks into it
            if (pathlib.Path(folder) / name).exists():
                (pathlib.Path(folder) / f'{number}-{name}').write_bytes((pathlib.Path(folder) / name).read_bytes())
        failures += 1
        print(f'document {number}: {what} {difference(one, other) if one else first}')
    if failures > 4:
        break
print(f'{failures} differ')
sys.exit(failures > 0)
