# SPDX-License-Identifier: MIT
"""csv_of.py PLAN.md: puts each table of records into a CSV file beside the
plan, and a link to it in its place, with the heading's words as its caption."""
import csv
import os
import re
import sys

PROSE = {'customers', 'risk-key', 'methodology', 'theme', None}    # free tables, and those that print as one


def cells_of(line):
    return [cell.strip().replace('\\|', '|') for cell in re.split(r'(?<!\\)\|', line)[1:-1]]


def main():
    plan = sys.argv[1]
    lines = open(plan, encoding='utf-8').read().split('\n')
    kind, title, out, count, at = None, '', [], 0, 0
    while at < len(lines):
        line = lines[at]
        if line.startswith('#'):
            braces = re.search(r'\{[^}]*\.([a-z-]+)', line)
            kind, title = braces.group(1) if braces else None, re.sub(r' *\{.*', '', line).lstrip('# ')
        if not line.startswith('|') or kind in PROSE:
            out.append(line)
            at += 1
            continue
        rows, above = [], []
        while at < len(lines) and lines[at].startswith('|'):
            rows.append(cells_of(lines[at]))
            at += 1
        del rows[1]
        for row in rows:
            row[:] = [above[i] if cell == '"' else cell for i, cell in enumerate(row)]
            above = row
        count += 1
        name = f'table-{count}.csv'
        with open(os.path.join(os.path.dirname(plan), name), 'w', newline='', encoding='utf-8') as file:
            csv.writer(file).writerows(rows)
        out.append(f'[{title}]({name})')
    open(plan, 'w', encoding='utf-8').write('\n'.join(out))
    sys.exit(count == 0)


main()
