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

# Keys of front matter that are for the program and not for the reader.
KEYS = {'id', 'language', 'style', 'numbering', 'audience', 'references', 'forward-plan'}
# Fields whose names print as what they name, one by one; the glue between them does not.
NAMES = {'links', 'report', 'paper', 'measure', 'ref'}
INLINE = {'a', 'em', 'strong', 'span', 'sup', 'svg', 'path'}
STATED = re.compile(r'(?: variance)? ?[+\-−][0-9][0-9.,]*(?: ?%| points?| pts)?$')


def squeeze(words):
    return ' '.join(words.replace('\u00a0', ' ').split())


class Page(HTMLParser):
    """The text of a page, a space where a block begins or ends."""

    def __init__(self):
        super().__init__()
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attributes):
        if tag in ('head', 'nav'):
            self.hidden += 1
        if tag not in INLINE:
            self.parts.append(' ')

    def handle_endtag(self, tag):
        if tag in ('head', 'nav'):
            self.hidden -= 1
        if tag not in INLINE:
            self.parts.append(' ')

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def runs(element, within):
    """Each run with the names of the elements around it."""
    name = element.tag.split('}')[1]
    around = within + [name]
    if element.text and element.text.strip():
        yield element.text, around
    for child in element:
        yield from runs(child, around)
        if child.tail and child.tail.strip():
            yield child.tail, around
    for attribute in ('remark', 'unit', 'reason', 'public-title', 'period'):
        words = element.get(attribute)
        if words:
            yield words, around + ['@' + attribute]


def wanted(words, around):
    """The runs that must stand on the page for this one."""
    if 'about' in around and around[2] in KEYS:
        return []
    if around[-1] == 'contents' or around[-2:] == ['contents', 'title']:
        return []
    if NAMES & set(around):
        return re.findall(r'\w+', words)
    if around[-1] == 'actual' or around[-2:-1] == ['actual']:
        words = STATED.sub('', squeeze(words))
    return [squeeze(words)] if squeeze(words) else []


def main():
    page = Page()
    page.feed(open(sys.argv[2], encoding='utf-8').read())
    text = squeeze(''.join(page.parts)).casefold()
    root = ElementTree.parse(sys.argv[1]).getroot()
    times, where = Counter(), {}
    for words, around in runs(root, []):
        for run in wanted(words, around):
            once = NAMES & set(around) or around[-1].startswith('@') or 'about' in around
            times[run] = 1 if once else times[run] + 1
            where[run] = '/'.join(around[1:])
    lost = 0
    for run, count in times.items():
        found = len(re.findall(r'(?<!\w)' + re.escape(run.casefold()) + r'(?!\w)', text))
        if found < count:
            lost = 1
            print(f'{where[run]}: {run!r} stands {count} times in the source, {found} on the page')
    sys.exit(lost)


main()
