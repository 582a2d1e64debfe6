# SPDX-License-Identifier: MIT
"""mutants.py PROGRAM FOLDER COUNT [SEED]: spoil documents by chance, then ask
jing (with FOLDER/schema.rng) and the program about each. What only the
program can know (keys, ids, dates, numbers, how many columns cells cover) is
left out of the comparison."""
import pathlib
import random
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

program, folder, count, *seed = sys.argv[1:]
chance = random.Random(int(seed[0]) if seed else 19110401)
NAMESPACE = '{urn:planpress:1}'
tree.register_namespace('', 'urn:planpress:1')
ELEMENTS = ['p', 'ul', 'li', 'ol', 'q', 'em', 'a', 'br', 'note', 'ref', 'img', 'table', 'tr', 'td', 'th', 'title', 'section',
            'measures', 'measure', 'risks', 'risk', 'owner', 'target', 'impact', 'group', 'field', 'place', 'view',
            'about', 'notes', 'theme', 'removed', 'caption', 'performance', 'references', 'document-status', 'version']
ATTRIBUTES = ['id', 'form', 'show', 'href', 'ref', 'name', 'period', 'remark', 'total', 'loose', 'start', 'colspan',
              'head', 'align', 'kind', 'of', 'class', 'same', 'unit', 'depth', 'landscape', 'sort']
VALUES = ['yes', 'no', 'rows', 'fields', 'x1', '2', '2026/27', 'outcomes-map', 'left', 'form']

MADE = '''<plan xmlns="urn:planpress:1"><about><title>Ferries</title><service>Ferries</service><period>2026/27</period>
<references sort="act" address="https://a.example"><title>An Act</title><also>Act</also></references></about>
<p>Words <em>in <strong>marks</strong></em>, <a href="https://a.example" title="t">a link</a>, <ref>a name</ref>,<br/><note ref="n"/>.</p>
<section id="one"><title>Prose</title><ul loose="yes"><li>one</li><li><p>two</p><ol start="2"><li>x</li></ol></li></ul><q><p>said</p></q>
<table align="left right"><caption>c</caption><tr head="yes"><th>a</th><th>b</th></tr><tr><th>1</th><td>2</td></tr></table>
<view kind="outcomes-map" of="all">the map</view><removed paragraph="3" reason="names one" rows="2">gone</removed>
<section><title>Below</title><p>text</p></section></section>
<measures period="2025/26"><title>Measures</title><theme><title>Theme</title><owner>A</owner>
<measure id="m"><title>First</title><owner>B</owner><target period="2026/27" remark="r">12</target><purpose><p>a</p><p>b</p></purpose>
<p>prose</p><section><title>In it</title></section></measure></theme></measures>
<budget form="rows"><title>Budget</title><group><title>G</title><line><title>x</title><amount period="2026/27" unit="£000">1</amount></line></group>
<line total="yes"><title>all</title><amount period="2026/27" unit="£000">1</amount></line></budget>
<document-status><title>Status</title><version>0.3</version><owner>C</owner></document-status>
<notes><note id="n">a note</note></notes></plan>'''


def spoil(root):
    """One change somewhere: an element taken out, put in, renamed, moved; an attribute; words."""
    every = list(root.iter())
    parents = {child: parent for parent in every for child in parent}
    element = chance.choice(every[1:])
    parent = parents[element]
    at = list(parent).index(element)
    kind = chance.randrange(7)
    if kind == 0:
        parent.remove(element)
    elif kind == 1:
        element.tag = NAMESPACE + chance.choice(ELEMENTS)
    elif kind == 2:
        new = tree.Element(NAMESPACE + chance.choice(ELEMENTS))
        new.text = chance.choice([None, 'words'])
        parent.insert(at, new)
    elif kind == 3:
        element.set(chance.choice(ATTRIBUTES), chance.choice(VALUES))
    elif kind == 4 and element.attrib:
        del element.attrib[chance.choice(list(element.attrib))]
    elif kind == 5:
        parent.remove(element)
        to = chance.choice([e for e in root.iter() if e is not element and not any(e is x for x in element.iter())])
        to.insert(chance.randint(0, len(to)), element)
    else:
        element.tail = (element.tail or '') + ' words '


def said(path):
    """The names of the program's messages about a file."""
    done = subprocess.run([program, 'check', str(path)], capture_output=True, text=True, check=False)
    lines = [line for line in (done.stdout + done.stderr).split('\n') if 'the first covers' not in line]
    return set(re.findall(r': error: .*\[([a-z-]+)\]', '\n'.join(lines)))


files = []
for number in range(int(count)):
    root = tree.fromstring(MADE)
    for _ in range(chance.choice([0, 1, 1, 1, 2])):
        spoil(root)
    path = pathlib.Path(folder) / f'{number}.xml'
    path.write_bytes(tree.tostring(root, encoding='utf-8'))
    files.append(path)
done = subprocess.run(['jing', f'{folder}/schema.rng', *map(str, files)], capture_output=True, text=True, check=False)
refused = {}
for line in done.stdout.split('\n'):
    found = re.match(r'(.*?\.xml):\d+:\d+: (?:error|fatal): (.*)', line)
    if found:
        refused.setdefault(pathlib.Path(found[1]).name, found[2])
failures = 0
for path in files:
    ours = said(path)
    schema = ours & {'not-in-schema', 'misplaced-kind'}
    if (path.name in refused) == bool(schema):
        continue
    if path.name in refused and ours - schema:
        continue	# refused by both, for other words
    failures += 1
    print(f'{path}: jing: {refused.get(path.name, "sound")}\n  ours: {ours or "sound"}')
print(f'{len(refused)} of {len(files)} refused by jing; {failures} differ')
sys.exit(failures > 0 or not refused or len(refused) == len(files))
