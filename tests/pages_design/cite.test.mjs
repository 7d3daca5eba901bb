import assert from "node:assert/strict";
import test from "node:test";

const { bibtex, csl, reading, ris, text, work } = await import(`${process.env.ASSETS}/cite.js`);

const jsonld = {
  "@graph": [{
    "@type": "Dataset", name: "Insulin & its 50% share", url: "https://pages.example/figures/PMC1__f.1.html",
    identifier: { "@type": "PropertyValue", value: "PMC1__f.1" },
    isBasedOn: [{ "@type": "ImageObject", creditText: "Ada B Lovelace, Alan Turing, et al. J Example. 2008 Dec;57(12):3211-3221." }],
    citation: [{ "@type": "ScholarlyArticle", name: "A paper.", identifier: ["pmc:PMC1", "doi:10.5555/a_b"], datePublished: "2008" }],
  }, { "@type": "BreadcrumbList" }],
};
const w = work(jsonld, { label: "Figure 1", site: "Pathway Figures" });

test("what the page says is read", () => {
  assert.equal(w.id, "PMC1__f.1");
  assert.equal(w.doi, "10.5555/a_b");
  assert.equal(w.pmcid, "PMC1");
  assert.equal(w.paper, "A paper");
  assert.deepEqual(w.authors, ["Ada B Lovelace", "Alan Turing"]);
  assert.ok(w.more);
});

test("an identifier is a value or a text, as the page has room", () => {
  const [dataset] = jsonld["@graph"];
  const named = (identifier) => work({ "@graph": [{ ...dataset, identifier }] }, { label: "Figure 1", site: "" }).id;
  assert.equal(named("PMC1__f.1"), "PMC1__f.1");
  assert.equal(named(["PMC1__f.1", "other"]), "PMC1__f.1");
  assert.equal(named(undefined), "");
});

test("text", () => {
  assert.equal(text(w), "Insulin & its 50% share. Figure 1 in: A paper. Ada B Lovelace, Alan Turing, et al. J Example. " +
    "2008 Dec;57(12):3211-3221. https://doi.org/10.5555/a_b. Redrawn at Pathway Figures, https://pages.example/figures/PMC1__f.1.html");
});

test("BibTeX: TeX's own characters are escaped, addresses are not", () => {
  assert.equal(bibtex(w), `@misc{PMC1__f.1,
  title = {{Insulin \\& its 50\\% share}},
  author = {Lovelace, Ada B and Turing, Alan and others},
  year = {2008},
  howpublished = {Figure 1 in: A paper},
  journal = {J Example},
  volume = {57},
  number = {12},
  pages = {3211--3221},
  doi = {10.5555/a_b},
  url = {https://pages.example/figures/PMC1__f.1.html},
  note = {Pathway Figures; PMC1}
}
`);
  const braces = bibtex({ ...w, title: "a } b { c \\ ~^" });
  assert.match(braces, /a \\} b \\{ c \\textbackslash\{\} \\textasciitilde\{\}\\textasciicircum\{\}/);
});

test("RIS: a type first, an end last, two letters and two spaces", () => {
  const lines = ris(w).split("\r\n");
  assert.equal(lines[0], "TY  - FIGURE");
  assert.equal(lines.at(-2), "ER  - ");
  assert.ok(lines.slice(0, -1).every((l) => /^[A-Z][A-Z0-9]  - /.test(l)));
  assert.ok(lines.includes("AU  - Lovelace, Ada B") && lines.includes("SP  - 3211") && lines.includes("EP  - 3221"));
  assert.ok(!ris({ ...w, title: "two\r\nER  - lines" }).includes("\r\nER  - lines"));
});

test("CSL-JSON: an array of one item, without unknown values", () => {
  const [item] = JSON.parse(csl(w));
  assert.equal(item.type, "figure");
  assert.deepEqual(item.issued, { "date-parts": [[2008]] });
  assert.equal(item.DOI, "10.5555/a_b");
  const [bare] = JSON.parse(csl(work({}, { label: "Figure", site: "S" })));
  assert.ok(!("issued" in bare) && !("DOI" in bare));
});

test("a reference that cannot be told apart gives nothing", () => {
  for (const odd of ["", "in press", "2008", "Nobody knows", `${"a, ".repeat(5000)}`]) assert.deepEqual(reading(odd).authors, []);
});

test("a reference may name nobody", () => {
  const r = reading("Pharmacol Rev. 2018;70:68-141.");
  assert.deepEqual([r.authors, r.journal, r.year, r.volume, r.pages], [[], "Pharmacol Rev", "2018", "70", "68-141"]);
});

test("the journal keeps the points of its short name", () => {
  const r = reading("A Author, B Author. Proc. Natl. Acad. Sci. U.S.A. 2010;107:1-2.");
  assert.equal(r.journal, "Proc. Natl. Acad. Sci. U.S.A");
  assert.deepEqual([r.year, r.volume, r.issue, r.pages, r.more], ["2010", "107", "", "1-2", false]);
});
