# SPDX-License-Identifier: MIT
"""What an author of chance says: words, some of them as no author would spell
them, in spans of Markdown. Every choice comes from the one source of chance,
so a seed makes the same text everywhere."""
import struct
import zlib

PLAIN = """access agreed annual asset bridge budget canal care centre charges children cleared clinic committee
community consultation contract council county crew culvert data decision delivered depot district draft drainage
early estate evening family ferry flood footpath forecast funding garden grant grid harbour health highway homes
housing impact income inspection internal June keeper land lease library licence local lock maintenance market measure
members minutes month mooring museum network office open outcome partner path people permit planning plant play
policy pool port public quarter quay rail ranger recycling register repair report resident review risk river road
school season service share shelter ship site skills slipway square staff station street support survey target
team tenant theatre tide towpath town trade training transport trees trust upkeep valley van village visit volunteer
ward warden waste water weir well wharf winter work yard year young""".split()
WELSH = """adroddiad aelodau afon amgylchedd arian cartref cefnogi chwarter coed cyfarfod cyfrifoldeb cyngor cymuned
cynllun diogel ffordd gwaith gwasanaeth gwastraff gwybodaeth hawliau iechyd llwybr llyfrgell mesur newid oedran parc penderfyniad
pentref perfformiad plant pobl rheolwr safon tai targed teulu tref trigolion ysgol""".split()
OF_WELSH = "a ac ar at am dros gan gyda i mae mewn nid o oedd sydd wrth yn yr y'r".split()
SMALL = "the of and to in for on with by from at is are was were will be has have that this each all no not as or if".split()
JOINED = ["n/a", "3–4", "2013–2016", "No. 4", "1 April 2026", "H-CLIC", "£1.2 million", "Cllr Rowe", "R&D", "24/7", "e.g.",
          "09:30–17:00", "co-operative", "not-for-profit", "0.25%", "−3.5", "C&I", "A1/A2", "£1,250,000", "p.m.", "5 km"]
LONG = ["Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
        "intergovernmentalisation/decentralisation/recentralisation", "HOUSING_BENEFIT_OVERPAYMENT_RECOVERY_RATE_2026_27",
        "https://wexmere.example/a/very/long/address/that/nobody/would/type?with=a&query=and-more#fragment"]
ODD = ["Gŵyther", "Siân", "Llŷr", "Ŵyn", "ŷ", "Ïö", "œuvre", "Łódź", "Škoda", "ﬁsh", "x²", "H₂O", "½", "⅜", "→", "←", "↑", "↓", "✓", "✔",
       "✗", "✘", "●", "○", "■", "▲", "▼", "≥", "≤", "≠", "±", "×", "÷", "−", "€", "¥", "§", "¶", "†", "‡", "…", "“so”", "‘so’", "«oui»",
       "a\u00a0b", "soft\u00adhyphen", "zero\u200bwidth", "no\u2060break", "e\u0301", "n\u0303a", "o\u0302\u0323", "Ωμέγα", "Кириллица",
       "a\u202fb", "\u2009thin", "Æ", "ß", "ĳ", "ŉ", "ǆ", "№", "℡", "™", "①", "Ⅳ", "﹪", "１２"]
RARE = ["漢字", "ひらがな", "한국어", "हिन्दी", "ไทย", "🙂", "👩‍🚒", "𝔘𝔫𝔦", "𐤀𐤁", "⠃⠗", "\ufb4f", "\u0e33", "ꙮ"]
RIGHT = [("he", "שלום לכל התושבים"), ("ar", "مرحبا بكم في المجلس"), ("ar", "١٢٣ بيت (في 2026)"), ("he", "דו\"ח 2026/27 – 95%"),
         ("ur", "کونسل کا منصوبہ"), ("fa", "برنامه ۱۴۰۵")]
PHRASES = ["cynefin", "hwb i'r gymuned", "Mae'r cyngor yn gofalu", "Tŷ Mawr", "llwybrau'r gamlas"]
MARKS = ["\\*", "\\_", "\\[sic\\]", "\\#", "\\<", "\\>", "&amp;", "\\\\", "\\`", "\\~", "{x}", "@", "^", "$", "%", "'", "\\!", "+", "="]


class Words:
    """Words of one document; oddness is how often a word is none of every day."""

    def __init__(self, chance, oddness):
        self.chance, self.oddness, self.notes, self.names = chance, oddness, [], []
        self.common, self.small = PLAIN, SMALL

    def happens(self, share):
        return self.chance.random() < share

    def some(self, least, most):
        return self.chance.randint(least, most)

    def one(self, of):
        return of[self.chance.randrange(len(of))]

    def odd(self):
        kind = self.some(0, 19)
        return self.one(LONG) if kind == 0 else self.one(RARE) if kind == 1 else self.one(MARKS) if kind < 5 else \
            self.one(JOINED) if kind < 10 else self.one(ODD)

    def word(self):
        if self.happens(self.oddness):
            return self.odd()
        return self.one(self.small if self.happens(.35) else self.common)

    def plain(self, least, most):
        """Words of every day alone, of which a name or a title is made."""
        return " ".join(self.one(self.common) for _ in range(self.some(least, most)))

    def title(self, least=1, most=6):
        said = self.plain(least, most)
        if self.happens(self.oddness):
            said += " " + self.one(ODD)
        return said[0].upper() + said[1:]

    def note(self):
        if not self.notes or self.happens(.8):
            self.notes.append(f"n{len(self.notes) + 1}")
            return f"[^{self.notes[-1]}]"
        return f"[^{self.one(self.notes)}]"

    def span(self, marked):
        kind = self.some(0, 9)
        if kind < 3:
            return f"**{self.plain(1, 3)}**"
        if kind < 5:
            return f"*{self.plain(1, 2)}*"
        if kind == 5:
            return f"[{self.plain(1, 4)}](https://wexmere.example/{self.one(PLAIN)}?a=1&b=2)"
        if kind == 6 and self.happens(self.oddness * 4):
            language, words = self.one(RIGHT)
            return f"[{words}](lang:{language})"
        if kind == 6:
            return f"[{self.one(PHRASES)}](lang:cy)"
        if kind == 7 and self.names:
            return f"[{self.one(self.names)}]"
        return self.word() + (self.note() if marked and self.happens(.5) else "")

    def line(self, most=12, marked=True):
        """Words and spans in one line; the first is a plain word, so that no mark of Markdown begins it."""
        parts = [self.one(self.common)]
        for _ in range(self.some(0, most)):
            parts.append(self.span(marked) if self.happens(.06) else self.word())
        said = " ".join(parts)
        return said[0].upper() + said[1:]

    def sentence(self, most=24):
        return self.line(most) + "."

    def paragraph(self, most=5):
        return " ".join(self.sentence() for _ in range(self.some(1, most)))

    def cell(self, most=8):
        return (self.line(most) + ("<br>" + self.line(most) if self.happens(.1) else "")).replace("|", "\\|")

    def list(self, most=6, indent=""):
        lines, ordered = [], self.happens(.4)
        for number in range(self.some(1, most)):
            mark = f"{number + 1}. " if ordered else "- "
            lines.append(indent + mark + self.line(20))
            if self.happens(.15) and len(indent) < 6:
                lines.append(self.list(3, indent + " " * len(mark)))
        return "\n".join(lines)

    def note_texts(self, body):
        """The texts of all notes that are marked in it; they mark none themselves."""
        return "".join(f"[^{name}]: {self.line(18, marked=False)}.\n" for name in self.notes if f"[^{name}]" in body)


def picture(chance):
    """A PNG of some size and any kind of pixel: grey, colours, palette, see-through, in rows or laced."""
    width, height = chance.choice([(1, 1), (3, 200), (200, 3), (64, 48), (320, 200), (97, 131)])
    kind, depth = chance.choice([(0, 1), (0, 8), (0, 16), (2, 8), (2, 16), (3, 4), (3, 8), (4, 8), (6, 8), (6, 16)])
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[kind]
    row = (width * channels * depth + 7) // 8
    shade = bytes(chance.randrange(256) for _ in range(row))
    if kind == 3:       # of sixteen colours
        shade = bytes(byte & (0xFF if depth == 4 else 0x0F) for byte in shade)

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    parts = [chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0))]
    if kind == 3:
        parts.append(chunk(b"PLTE", bytes(chance.randrange(256) for _ in range(48))))
        if chance.random() < .5:
            parts.append(chunk(b"tRNS", bytes(chance.randrange(256) for _ in range(16))))
    parts.append(chunk(b"IDAT", zlib.compress((b"\0" + shade) * height)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + chunk(b"IEND", b"")
