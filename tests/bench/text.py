# SPDX-License-Identifier: MIT
"""The plan that is measured: the same words for every program.

A plan of FORMS measures holds a form of 14 rows for each, eight tables whose
rows grow with the measures, and a note on every sixth result; 45 forms are
about 90 pages. Words are drawn from a vocabulary wide enough that no cache of
shaped words flatters anybody: 100 pages hold at least 8,000 distinct ones. The
same number of forms gives the same text, always.
"""
import random

COMMON = """the of and to in a is that for it as was with be by on not he his but at are this have from or had an they
which one you were all her she there would their we him been has when who will no more if out so up said what its about than into
them can only other time new some could these two may first then do any like my now over such our man me even most made after also
did many off before must well back through years much where your way down should because long each just state people those too
council service plan year work public local area report officer centre home road water park street housing meeting budget
target measure result quarter resident visit team member support review repair inspection contract record answer reply""".split()
HEADS = "b br c ch cl d dr f fl g gr h j k l m n p ph pl pr qu r s sc sh sl st str t th tr v w wh".split()
HEARTS = "a e i o u ai ea ee ie oa ou ar er or ur".split()
TAILS = "b ck d ft g l ld ll lm m mp n nd ng nt p r rd rk rm rn s sk ss st t th x".split()
ENDS = ["", "", "", "ed", "ing", "er", "ly", "ness", "ment", "able", "al", "ance"]
VOCABULARY = 20000
FEW = 10		# forms: a plan of fewer holds three of the tables


class Text:
    def __init__(self, forms):
        self.forms = forms
        self.chance = random.Random(20261122)
        self.words = sorted({self.new_word() for _ in range(VOCABULARY * 2)})
        self.chance.shuffle(self.words)
        self.words = self.words[:VOCABULARY]
        self.measures = [self.measure(i) for i in range(forms)]
        self.overview = [self.paragraph(70) for _ in range(4 + forms // 15)]
        self.tables = [self.performance(), self.targets(), self.forward_plan(), self.objectives(),
                       self.risks(), self.budget(), self.contracts(), self.skills()][: 8 if forms >= FEW else 3]

    # ---- words ----

    def new_word(self):
        pick = self.chance.choice
        word = pick(HEADS) + pick(HEARTS) + pick(TAILS)
        if self.chance.random() < 0.5:
            word += pick(HEARTS) + pick(TAILS)
        return word + pick(ENDS)

    def word(self):
        return self.chance.choice(COMMON if self.chance.random() < 0.55 else self.words)

    def phrase(self, least, most):
        words = [self.word() for _ in range(self.chance.randint(least, most))]
        words[0] = words[0].capitalize()
        return " ".join(words)

    def sentence(self):
        return self.phrase(8, 18) + "."

    def paragraph(self, words):
        said = []
        while sum(len(part.split()) for part in said) < words:
            said.append(self.sentence())
        return " ".join(said)

    def post(self):
        return self.phrase(1, 2) + " " + self.chance.choice(["Officer", "Manager", "Supervisor", "Engineer"])

    # ---- forms ----

    def measure(self, number):
        target = self.chance.randint(20, 900)
        return {
            "id": f"m{number + 1}", "title": self.phrase(4, 8), "target": target,
            "rows": [
                ("Owner", self.post()),
                ("Co-owners", f"{self.post()}, {self.post()}"),
                ("Purpose", self.paragraph(self.chance.randint(40, 150))),
                ("Outcome", self.paragraph(self.chance.randint(20, 80))),
                ("Formula", self.paragraph(30)),
                ("Source of data", self.phrase(3, 7)),
                ("Frequency", "Quarterly"),
                ("Better", "higher"),
                ("Target", f"{target:,}"),
                ("Who measures", self.post()),
                ("Who acts on the data", self.post()),
                ("What will be done", [self.sentence() for _ in range(self.chance.randint(3, 8))]),
                ("Feedback", self.paragraph(40)),
                ("Resources", self.paragraph(self.chance.randint(40, 150))),
            ]}

    # ---- tables: title, kind of section, heads, rows; a cell may hold (words, note) ----

    def performance(self):
        rows = []
        for number, measure in enumerate(self.measures):
            target = measure["target"]
            actual = target + self.chance.randint(-target // 4, target // 4)
            cell = f"{actual:,}"
            rows.append([measure["title"], f"{target:,}", (cell, self.sentence()) if number % 6 == 5 else cell])
        return ("How the year went", "performance period=2025/26", ["Measure", "Target", "Actual"], rows)

    def targets(self):
        return ("What we aim at", "targets", ["Measure", "Target 2026/27", "Target 2027/28", "Target 2028/29"],
                [[m["title"]] + [f"{m['target'] + m['target'] * year // 20:,}" for year in range(3)] for m in self.measures])

    def several(self, share, row):
        return [row(number) for number in range(max(3, self.forms * share // 100))]

    def forward_plan(self):
        return ("Decisions ahead", "forward-plan", ["Date", "Decision", "Committee", "Reason"],
                self.several(40, lambda n: [f"{n % 28 + 1} {['May', 'June', 'July', 'October'][n % 4]} 2026", self.phrase(4, 9),
                                            self.phrase(1, 3), self.paragraph(30)]))

    def objectives(self):
        return ("What we want to reach", "objectives", ["No", "Objective", "Owner", "Due", "Progress"],
                self.several(40, lambda n: [str(n + 1), self.phrase(6, 12), self.post(), f"Q{n % 4 + 1} 2026/27", self.paragraph(40)]))

    def risks(self):
        return ("What could go wrong", "risks", ["Ref", "Risk", "Impact", "Likelihood", "Treatment", "Owner"],
                self.several(60, lambda n: [f"R{n + 1}", self.phrase(6, 14), str(n % 4 + 1), str(n // 4 % 4 + 1),
                                            "Treat – " + self.phrase(15, 30).lower(), self.post()]))

    def budget(self):
        return ("What it costs", "budget", ["Budget", "2026/27", "2027/28", "2028/29"],
                self.several(40, lambda n: [self.phrase(2, 5)] + [f"{self.chance.randint(10, 999) * 100:,}" for _ in range(3)]))

    def contracts(self):
        return ("What we buy", "contracts", ["Contract", "Supplier", "Sum", "Start", "End"],
                self.several(40, lambda n: [f"{self.phrase(2, 5)} {n + 1}", self.phrase(1, 3), f"£{self.chance.randint(10, 900) * 100:,}",
                                            "1 April 2025", "31 March 2028"]))

    def skills(self):
        return ("What we can do", "skills", ["Post", "Skill or qualification", "Kept up to date"],
                self.several(40, lambda n: [self.post(), self.phrase(2, 6), "Yes" if n % 3 else "No"]))
