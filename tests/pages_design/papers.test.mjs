import assert from "node:assert/strict";
import test from "node:test";

const { bibtex, papers, ris } = await import(`${process.env.ASSETS}/papers.js`);
const figure = (id, label, more = {}) => ({
  id, label, url: `https://a.example/${id}`, title: "A figure", paper: "Sugar & <b>sweets</b>", doi: "10.5555/a_b", pmcid: "PMC1", reference: "Ada B Author, Bo Other, et al. J Ex. 2020 Jan;1(2):3-9.",
  authors: ["Ada B Author", "Bo Other"], more: true, journal: "Journal of Examples", year: "2020", volume: "1", issue: "2", pages: "3-9", ...more,
});
const bare = { ...figure("PMC2__x", "Figure 1", { paper: "PMC2", doi: "", pmcid: "PMC2", reference: "in press", authors: [], more: false, journal: "", year: "", volume: "", issue: "", pages: "" }) };
const list = papers([figure("PMC1__a", "Figure 1"), bare, figure("PMC1__b", "Figure 3")]);

test("each paper is there once, with its figures", () => {
  assert.deepEqual(list.map((p) => [p.pmcid, p.figures]), [
    ["PMC1", ["Figure 1: https://a.example/PMC1__a", "Figure 3: https://a.example/PMC1__b"]], ["PMC2", ["Figure 1: https://a.example/PMC2__x"]]]);
});

test("RIS", () => {
  assert.equal(ris(list), [
    "TY  - JOUR", "TI  - Sugar & <b>sweets</b>", "AU  - Author, Ada B", "AU  - Other, Bo", "AU  - et al.", "PY  - 2020", "T2  - Journal of Examples", "VL  - 1",
    "IS  - 2", "SP  - 3", "EP  - 9", "DO  - 10.5555/a_b", "UR  - https://doi.org/10.5555/a_b", "C2  - PMC1", "N1  - Figure 1: https://a.example/PMC1__a",
    "N1  - Figure 3: https://a.example/PMC1__b", "ER  - ", "",
    "TY  - JOUR", "TI  - PMC2", "UR  - https://pmc.ncbi.nlm.nih.gov/articles/PMC2/", "C2  - PMC2", "N1  - in press", "N1  - Figure 1: https://a.example/PMC2__x", "ER  - ", "",
  ].join("\r\n"));
});

test("BibTeX", () => {
  assert.equal(bibtex(list), `@article{PMC1,
  title = {{Sugar \\& <b>sweets</b>}},
  author = {Author, Ada B and Other, Bo and others},
  year = {2020},
  journal = {Journal of Examples},
  volume = {1},
  number = {2},
  pages = {3--9},
  doi = {10.5555/a_b},
  url = {https://doi.org/10.5555/a_b},
  note = {PMC1; Figure 1: https://a.example/PMC1\\_\\_a; Figure 3: https://a.example/PMC1\\_\\_b}
}

@article{PMC2,
  title = {{PMC2}},
  url = {https://pmc.ncbi.nlm.nih.gov/articles/PMC2/},
  note = {PMC2; in press; Figure 1: https://a.example/PMC2\\_\\_x}
}
`);
});

test("what stands in a field cannot begin another one", () => {
  const [paper] = papers([figure("PMC1__a", "Figure 1", { paper: "A\r\nER  - \r\nTY  - X } , y = {", authors: [] })]);
  assert.equal(ris([paper]).match(/^ER {2}-/gm).length, 1);
  assert.ok(bibtex([paper]).includes("TY  - X \\} , y = \\{}}"));
});
