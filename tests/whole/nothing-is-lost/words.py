# SPDX-License-Identifier: MIT
"""words.py CORPUS.xml PAGE.html: what the canonical print of a document says
and its page does not.

The print is read as runs: the words between two tags. Each run must stand in
the text of the page, and as often as it stands in the print. Left out are the
labels, which the style words anew, and what the table RULES below names.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from html.parser import HTMLParser

# Keys of front matter that are for the program and not for the reader, or that
# print as the title of what they name.
KEYS = {'id', 'language', 'style', 'numbering', 'audience', 'references', 'forward-plan', 'supplement-to'}
# Where each word must stand, but not the glue between them.
BY_WORD = {'links', 'report', 'paper', '@period', 'profile'}
# What may print once for several that say the same.
MERGED = {('skill', 'post'), ('result', 'measure')}
INLINE = {'a', 'em', 'strong', 'wbr', 'span', 'svg', 'path'}
STATED = re.compile(r'(?: variance)? ?[+\-−][0-9][0-9.,]*(?: ?%| points?| pts)?$')
# In a table of results the status says it, in place of the figure.
STATED_AS = ('no data yet', 'not yet available')    # how the status says what was typed
# A column of many dates has them short.
MONTH = re.compile(r'\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober|ober|cember|tember)\b')


def squeeze(words):
    return MONTH.sub(r'\1', ' '.join(words.replace('\u00a0', ' ').split()))


class Page(HTMLParser):
    """The text of a page, a space where a block begins or ends."""

    def __init__(self):
        super().__init__()
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attributes):
        if tag in ('head', 'nav', 'sup'):
            self.hidden += 1
        if tag not in INLINE:
            self.parts.append(' ')

    def handle_endtag(self, tag):
        if tag in ('head', 'nav', 'sup'):
            self.hidden -= 1
        if tag not in INLINE:
            self.parts.append(' ')

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def is_part(place):
    """A part is replaced with its text; the words of the link that places it are its author's."""
    return not any(child.tag.split('}')[1] in ('table', 'group') or child.find('*') is not None and
                   child.tag.split('}')[1] not in ('section', 'ul', 'ol') for child in place)


def runs(element, within):
    """Each run with the names of the elements around it."""
    name = element.tag.split('}')[1]
    around = within + [name]
    if name == 'li' and 'milestones' in around and ': ' in (element.text or ''):
        period, _, reached = element.text.partition(': ')    # in a table the period is the head
        reached, _, state = reached.rstrip(') ').partition(' (') if reached.endswith(')') else (reached, '', '')
        yield period, around + ['@period']
        yield reached, around
        yield state, around    # which may have a column
    elif name == 'treatment' and ' – ' in (element.text or ''):
        word, _, how = element.text.partition(' – ')    # in a table the word may have a column
        yield word, around + ['@word']
        yield how, around
    elif element.text and element.text.strip():
        yield element.text, around
    for child in element:
        if name == 'place' and child.tag.endswith('}title') and is_part(element):
            continue
        yield from runs(child, around)
        if child.tail and child.tail.strip():
            yield child.tail, around
    for attribute in ('remark', 'unit', 'reason', 'public-title', 'period'):
        if element.get(attribute):
            yield element.get(attribute), around + ['@' + attribute]


def wanted(words, around, ids):
    """What must stand on the page for this run."""
    words = squeeze(words)
    if 'about' in around and around[2] in KEYS or around[-1] == 'contents' or around[-2:] == ['contents', 'title']:
        return []
    if 'about' in around and around[2] == 'period':     # it may be said in months
        return re.findall(r'\d{4}', words)
    if around[-1] == '@period':     # 2025/26 may be said in years: 2025 to 2026
        return [word for word in re.findall(r'\w+', words) if len(word) != 2]
    if around[-2:] == ['result', 'measure'] and words.casefold() in ids:
        return []
    if BY_WORD & set(around):
        return re.findall(r'\w+', words)
    if 'actual' in around:
        words = squeeze(STATED.sub('', words))
    return [words] if words else []


def count_in(text, run):
    """How often a run stands there by itself, and not within a longer word."""
    before = r'(?<!\w)' if re.match(r'\w', run) else ''
    after = r'(?!\w)' if re.search(r'\w$', run) else ''
    return len(re.findall(before + re.escape(run) + after, text))


def main():
    page = Page()
    page.feed(open(sys.argv[2], encoding='utf-8').read())
    text = squeeze(''.join(page.parts)).casefold().replace(*STATED_AS)
    root = ElementTree.parse(sys.argv[1]).getroot()
    ids = {element.get('id').casefold() for element in root.iter() if element.get('id')}
    times, where = Counter(), {}
    for words, around in runs(root, []):
        once = BY_WORD & set(around) or around[-1].startswith('@') or 'about' in around
        for run in wanted(words, around, ids):
            is_again = once and run in times or (tuple(around[-2:]), run) in where
            times[run] += not is_again
            where[run] = '/'.join(around[1:])
            if tuple(around[-2:]) in MERGED:
                where[(tuple(around[-2:]), run)] = True
    lost = [(run, count, found) for run, count in times.items()
            for found in [count_in(text, run.casefold())] if found < count]
    for run, count, found in lost:
        print(f'{where[run]}: {run!r} stands {count} times in the source, {found} on the page')
    sys.exit(len(lost) > 0)


main()
