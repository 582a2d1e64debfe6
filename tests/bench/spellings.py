# SPDX-License-Identifier: MIT
"""The plan of text.py in the languages of the programs that are compared.

All get the same words, font, sizes and margins: A4, Inter, body 11/16, forms
9.5/12.5, tables 9/12; all make contents with page numbers, bookmarks, running
feet, repeated heads of tables, and tagged PDF where they can.
"""
import html
import os

FONTS = "/usr/share/fonts/opentype/inter"


def split(cell):
    """A cell's words and its note, or None."""
    return cell if isinstance(cell, tuple) else (cell, None)


# ---- planpress ----

def row(cells):
    return "| " + " | ".join(cells) + " |\n"


def markdown(text, out):
    notes = []
    out.write("---\nkind: plan\ntitle: A plan of some length\nservice: Waterways\nperiod: 2026/27\n---\n\n## Contents {.contents}\n\n")
    out.write("## Overview {.overview}\n\n" + "\n\n".join(text.overview) + "\n\n## How each measure works {.measures}\n")
    for measure in text.measures:
        out.write(f"\n### {measure['title']} {{#{measure['id']}}}\n\n")
        for label, value in measure["rows"]:
            if isinstance(value, list):
                out.write(f"- {label}:\n" + "".join(f"  {n}. {item}\n" for n, item in enumerate(value, 1)))
            else:
                out.write(f"- {label}: {value}\n")
    for title, kind, heads, rows in text.tables:
        out.write(f"\n## {title} {{.{kind}}}\n\n" + row(heads) + row(["---"] * len(heads)))
        for cells in rows:
            words = []
            for cell in cells:
                said, note = split(cell)
                if note:
                    notes.append(note)
                    said += f"[^n{len(notes)}]"
                words.append(said)
            out.write(row(words))
    out.write("\n" + "".join(f"[^n{n}]: {note}\n" for n, note in enumerate(notes, 1)))


def corpus(text, folder):
    with open(os.path.join(folder, "council.yaml"), "w", encoding="utf-8") as out:
        out.write("name: Wexmere District Council\njurisdiction: england\n")
    with open(os.path.join(folder, "plan.md"), "w", encoding="utf-8") as out:
        markdown(text, out)


# ---- Typst ----

TYPST = """#set document(title: "A plan of some length")
#set page(paper: "a4", margin: (top: 28mm, bottom: 24mm, x: 20mm), numbering: "1 / 1", footer: context [Wexmere District Council #h(1fr) Page #counter(page).display() of #counter(page).final().first()])
#set text(font: "Inter", size: 11pt, lang: "en", region: "GB", hyphenate: false)
#set par(leading: 5pt, spacing: 13pt)
#set heading(numbering: "1.1")
#set table(stroke: none, inset: (x: 5pt, y: 3.2pt), align: left + top)
#show table: set text(size: 9pt)
#show heading.where(level: 1): it => { pagebreak(weak: true); block(text(size: 26pt, it)) }
#show heading.where(level: 2): set text(size: 18pt)
#let form(..rows) = { set text(size: 9.5pt); table(columns: (120pt, 1fr), inset: (x: 5pt, y: 6.4pt), ..rows) }
#text(size: 40pt)[*A plan of some length*]
#outline(title: [Contents])
"""


def typst_text(words):
    return "".join("\\" + c if c in "\\#*_$@<>`[]~=-+/'\"" else c for c in words)


def typst(text, out):
    out.write(TYPST + "= Overview\n" + "\n\n".join(map(typst_text, text.overview)) + "\n\n= How each measure works\n")
    for measure in text.measures:
        out.write(f"\n== {typst_text(measure['title'])}\n#form(")
        for label, value in measure["rows"]:
            if isinstance(value, list):
                said = "\n" + "".join(f"+ {typst_text(item)}\n" for item in value)
            else:
                said = typst_text(value)
            out.write(f"[*{typst_text(label)}*], [{said}],\n")
        out.write(")\n")
    for title, _, heads, rows in text.tables:
        out.write(f"\n= {title}\n#table(columns: {len(heads)}, table.header(" + ", ".join(f"[*{typst_text(h)}*]" for h in heads) + "),\n")
        for cells in rows:
            for cell in cells:
                said, note = split(cell)
                out.write(f"[{typst_text(said)}{f'#footnote[{typst_text(note)}]' if note else ''}], ")
            out.write("\n")
        out.write(")\n")


# ---- HTML, for WeasyPrint ----

SHEET = """@page{size:A4;margin:28mm 20mm 24mm;@bottom-left{content:"Wexmere District Council"}@bottom-right{content:"Page " counter(page) " of " counter(pages)}}
@font-face{font-family:Inter;src:url(file://FONTS/Inter-Regular.otf)}
@font-face{font-family:Inter;font-weight:600;src:url(file://FONTS/Inter-SemiBold.otf)}
body{font:11pt/16pt Inter}h1{font-size:26pt;line-height:32pt;break-before:page;bookmark-level:1}h2{font-size:18pt;line-height:24pt;bookmark-level:2}
h1,h2,th{font-weight:600;text-align:left}table{width:100%;border-collapse:collapse;font-size:9pt;line-height:12pt}
td,th{padding:3.2pt 5pt;vertical-align:top}.form{font-size:9.5pt;line-height:12.5pt}.form td,.form th{padding:6.4pt 5pt}.form th{width:120pt}
ol{margin:0;padding-left:15pt}nav a::after{content:leader(".") target-counter(attr(href url),page)}nav a{display:block;color:inherit;text-decoration:none}
.note{float:footnote;font-size:9pt}.title{font-size:40pt;line-height:44pt}
"""


def web(text, out):
    e, heads_seen = html.escape, []

    def head(level, words):
        heads_seen.append((level, words))
        return f'<h{level} id="h{len(heads_seen)}">{e(words)}</h{level}>\n'

    body = [head(1, "Overview"), *(f"<p>{e(p)}</p>\n" for p in text.overview), head(1, "How each measure works")]
    for measure in text.measures:
        body.append(head(2, measure["title"]) + '<table class="form">')
        for label, value in measure["rows"]:
            said = "<ol>" + "".join(f"<li>{e(i)}</li>" for i in value) + "</ol>" if isinstance(value, list) else e(value)
            body.append(f'<tr><th scope="row">{e(label)}</th><td>{said}</td></tr>\n')
        body.append("</table>\n")
    for title, _, heads, rows in text.tables:
        body.append(head(1, title) + "<table><thead><tr>" + "".join(f'<th scope="col">{e(h)}</th>' for h in heads) + "</tr></thead><tbody>\n")
        for cells in rows:
            body.append("<tr>")
            for cell in cells:
                said, note = split(cell)
                body.append(f"<td>{e(said)}{f'<span class=note>{e(note)}</span>' if note else ''}</td>")
            body.append("</tr>\n")
        body.append("</tbody></table>\n")
    out.write('<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>A plan of some length</title><style>'
              + SHEET.replace("FONTS", FONTS) + '</style><body><p class="title">A plan of some length</p><nav>'
              + "".join(f'<a href="#h{n}">{e(words)}</a>\n' for n, (_, words) in enumerate(heads_seen, 1)) + "</nav>\n")
    out.write("".join(body) + "</body></html>\n")


# ---- XSL-FO, for FOP ----

FO = """<?xml version="1.0" encoding="UTF-8"?>
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Inter" font-size="11pt" line-height="16pt" xml:lang="en">
<fo:layout-master-set><fo:simple-page-master master-name="a4" page-width="210mm" page-height="297mm" margin="14mm 20mm 10mm">
<fo:region-body margin-top="14mm" margin-bottom="14mm"/><fo:region-after extent="8mm"/></fo:simple-page-master></fo:layout-master-set>
<fo:declarations><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A plan of some length</dc:title></rdf:Description></rdf:RDF></x:xmpmeta></fo:declarations>
"""
FOP = f"""<?xml version="1.0"?><fop version="1.0"><accessibility>true</accessibility><renderers><renderer mime="application/pdf">
<pdf-ua-mode>PDF/UA-1</pdf-ua-mode><fonts>
<font kerning="yes" embed-url="file://{FONTS}/Inter-Regular.otf"><font-triplet name="Inter" style="normal" weight="normal"/></font>
<font kerning="yes" embed-url="file://{FONTS}/Inter-SemiBold.otf"><font-triplet name="Inter" style="normal" weight="bold"/></font>
</fonts></renderer></renderers></fop>
"""


def fo_cell(words, bold=False, pad="3.2pt 5pt"):
    weight = ' font-weight="bold"' if bold else ""
    return f'<fo:table-cell padding="{pad}"><fo:block{weight}>{words}</fo:block></fo:table-cell>'


def fo_note(note, number):
    return (f'<fo:footnote><fo:inline font-size="6.5pt" baseline-shift="super">{number}</fo:inline><fo:footnote-body>'
            f'<fo:block font-size="9pt" line-height="12pt" font-weight="normal">{number} {html.escape(note)}</fo:block></fo:footnote-body></fo:footnote>')


def fo_form(measure):
    for label, value in measure["rows"]:
        said = html.escape(value) if isinstance(value, str) else "".join(
            f"<fo:block>{n} {html.escape(item)}</fo:block>" for n, item in enumerate(value, 1))
        yield "<fo:table-row>" + fo_cell(html.escape(label), True, "6.4pt 5pt") + fo_cell(said, False, "6.4pt 5pt") + "</fo:table-row>\n"


def formatting_objects(text, out):
    heads, body, notes = [], [], 0

    def head(level, words):
        heads.append((level, words))
        size, lead, page = (("26pt", "32pt", "page"), ("18pt", "24pt", "auto"))[level - 1]
        return (f'<fo:block id="h{len(heads)}" role="H{level}" font-size="{size}" line-height="{lead}" font-weight="bold" '
                f'break-before="{page}" keep-with-next="always">{html.escape(words)}</fo:block>\n')

    body += [head(1, "Overview"), *(f'<fo:block space-after="8pt">{html.escape(p)}</fo:block>\n' for p in text.overview)]
    body.append(head(1, "How each measure works"))
    for measure in text.measures:
        body.append(head(2, measure["title"]) + '<fo:table table-layout="fixed" width="170mm" font-size="9.5pt" line-height="12.5pt">'
                    '<fo:table-column column-width="120pt"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-body>')
        body += [*fo_form(measure), "</fo:table-body></fo:table>\n"]
    for title, _, names, rows in text.tables:
        body.append(head(1, title) + '<fo:table table-layout="fixed" width="170mm" font-size="9pt" line-height="12pt"><fo:table-header><fo:table-row>'
                    + "".join(fo_cell(html.escape(n), True) for n in names) + "</fo:table-row></fo:table-header><fo:table-body>")
        for cells in rows:
            body.append("<fo:table-row>")
            for cell in cells:
                said, note = split(cell)
                notes += bool(note)
                body.append(fo_cell(html.escape(said) + (fo_note(note, notes) if note else "")))
            body.append("</fo:table-row>\n")
        body.append("</fo:table-body></fo:table>\n")
    out.write(FO + "<fo:bookmark-tree>" + "".join(
        f'<fo:bookmark internal-destination="h{n}"><fo:bookmark-title>{html.escape(w)}</fo:bookmark-title></fo:bookmark>\n'
        for n, (_, w) in enumerate(heads, 1)) + "</fo:bookmark-tree>\n")
    out.write('<fo:page-sequence master-reference="a4" language="en"><fo:static-content flow-name="xsl-region-after"><fo:block font-size="8.5pt">'
              'Wexmere District Council <fo:leader/> Page <fo:page-number/> of <fo:page-number-citation-last ref-id="all"/></fo:block></fo:static-content>'
              '<fo:flow flow-name="xsl-region-body" id="all"><fo:block font-size="40pt" line-height="44pt">A plan of some length</fo:block>\n')
    for n, (_, words) in enumerate(heads, 1):
        out.write(f'<fo:block text-align-last="justify">{html.escape(words)}<fo:leader leader-pattern="dots"/>'
                  f'<fo:page-number-citation ref-id="h{n}"/></fo:block>\n')
    out.write("".join(body) + "</fo:flow></fo:page-sequence></fo:root>\n")
