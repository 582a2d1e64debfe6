# SPDX-License-Identifier: MIT
"""round_trip.py PROGRAM FOLDER CORPUS...: convert every Markdown document of
each corpus to XML, and that to XML and to Markdown and back to XML; all the
XML must be the same. So must be what is left after the removal, printed with
all that it places, and that print of its own. The last line counts the
documents."""
import pathlib
import shutil
import subprocess
import sys

program, folder, *corpora = sys.argv[1:]
failures = count = 0
kept = pathlib.Path(folder) / 'xml'
kept.mkdir(parents=True, exist_ok=True)


def fail(what, said=''):
    global failures
    failures += 1
    print(f'{what}\n{said[:1500]}')


def convert(path, to):
    words = ['show', 'corpus'] if to == 'whole' else ['convert', '--to', to]
    done = subprocess.run([program, *words, str(path)], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or not (done.stdout or to == 'whole'):
        fail(f'{path} to {to}: exit {done.returncode}', done.stderr)
        return None
    return done.stdout


def first_difference(one, other):
    for a, b in zip(one.split('\n'), other.split('\n')):
        if a != b:
            return f'-{a}\n+{b}'
    return 'one is longer'


def through(path, suffix, text, to):
    """Converts text that stands in the place of a document of the corpus."""
    other = path.with_suffix(suffix)
    hidden = path.with_name('_' + path.name)
    path.rename(hidden)
    other.write_text(text, encoding='utf-8')
    result = convert(other, to)
    other.unlink()
    hidden.rename(path)
    return result


def round_trip(path, name):
    global count
    first = convert(path, 'xml')
    if first is None:
        return
    count += 1
    (kept / (name.replace('/', '_') + '.xml')).write_text(first, encoding='utf-8')
    second = through(path, '.xml', first, 'xml')
    if second is not None and second != first:
        fail(f'{name}: XML to XML differs', first_difference(first, second))
    markdown = through(path, '.xml', first, 'md')
    if markdown is None:
        return
    third = through(path, '.md', markdown, 'xml')
    if third is not None and third != first:
        fail(f'{name}: XML to Markdown to XML differs', first_difference(first, third))
    whole = convert(path, 'whole')
    again = whole and through(path, '.xml', whole, 'whole')
    if again is not None and again != whole:
        fail(f'{name}: what is left after the removal is not read back', first_difference(whole, again))


def is_part(path):
    return any(line.strip() == 'kind: part' for line in path.read_text(encoding='utf-8').split('\n')[:20])


for corpus in corpora:
    copy = pathlib.Path(folder) / 'corpus'
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(corpus, copy)
    for document in sorted(copy.rglob('*.md')):
        local = str(document.relative_to(copy))
        if document.name[0] in '._' or document.name == 'README.md' or is_part(document):
            continue
        round_trip(document, corpus.rstrip('/') + '/' + local)
print(f'{count} documents')
sys.exit(failures > 0 or count == 0)
