import assert from "node:assert/strict";
import test from "node:test";
import { deflateSync } from "node:zlib";

const { common, genesOf, rank, readGenes, readIds, readSets, resolve, split } = await import(`${process.env.ASSETS}/genesets.js`);
const { open } = await import(`${process.env.ASSETS}/store.js`);
const { term } = await import(`${process.env.ASSETS}/tokens.js`);

const NAMES = ["AKT1", "AKT2", "AKT3", "HLA-A", "hlaa", "IL6", "TP53", "Trp53"];
const BOXES = [[0, 1, 2], [5], [0], [6, 7], [6], [3], [4]];
const FIGURES = [[0, 1], [2, 0, 3, 4], [], [1, 5]];

const starts = (lists) => Uint32Array.from([0, ...lists.map((l, i) => lists.slice(0, i + 1).flat().length)]);
const figures = NAMES.map((_, g) => FIGURES.filter((f) => f.some((b) => BOXES[b].includes(g))).length);
const SETS = {
  names: NAMES, boxes: starts(BOXES), members: Uint32Array.from(BOXES.flat()), of: starts(FIGURES), held: Uint32Array.from(FIGURES.flat()),
  organisms: ["Homo sapiens", "Mus musculus"], sets: [[0, 1], [1], []], scopes: Uint32Array.from([0, 0, 0, 0, 2, 0, 0, 1]), bounds: [], figures,
  byTerm: NAMES.reduce((m, name, g) => m.set(term(name), [...(m.get(term(name)) ?? []), g]), new Map()),
};
const ALL = genesOf(SETS, "");
const marked = (...genes) => Uint8Array.from(NAMES, (_, g) => +genes.includes(g));

test("numbers of the files", () => {
  const text = (s) => [s.length, ...new TextEncoder().encode(s)];
  const sets = readSets(Uint8Array.from([3, ...text("A\nB\nC"), 2, 2, 1, 0, 2, 2, 3, 1, 0, 2, 0, 1, 1]));
  assert.deepEqual([sets.names, [...sets.boxes], [...sets.members], [...sets.of], [...sets.held]],
    [["A", "B", "C"], [0, 2, 3], [0, 2, 1], [0, 1, 1, 3], [0, 1, 2]]);
  const genes = readGenes(Uint8Array.from([1, 7, 2, ...text("x"), ...text("y"), 2, 1, 0, 2, 0, 1, 3, 1, 0, 1]));
  assert.deepEqual([genes.bounds, genes.organisms, genes.sets, [...genes.scopes]], [[7], ["x", "y"], [[0], [0, 1]], [1, 0, 1]]);
  assert.deepEqual([...readIds(Uint8Array.from([2, 14, 6, 1, 0]))], [[7, 1], [10, 0]]);
});

test("a list is parted at white space, commas and semicolons, and holds a name once", () => {
  assert.deepEqual(split(" TP53\tMDM2;IL-6,\r\n'AKT1' \"TNF-α\"\u00a0TP53,,"), ["TP53", "MDM2", "IL-6", "AKT1", "TNF-α"]);
  assert.deepEqual(split(" \n"), []);
});

test("an organism's genes", () => {
  assert.deepEqual([...genesOf(SETS, "Homo sapiens")], [1, 1, 1, 1, 0, 1, 1, 0]);
  assert.deepEqual([...genesOf(SETS, "Mus musculus")], [1, 1, 1, 1, 0, 1, 1, 1]);
  assert.deepEqual([...genesOf(SETS, "")], [1, 1, 1, 1, 1, 1, 1, 1]);
});

test("spellings of a symbol are one gene; of two symbols with one term the one spelt so, or of most figures", async () => {
  const found = await resolve(SETS, ["il-6", "Il6", "HLAA", "HLA-A", "hla a"], ALL);
  assert.deepEqual([...found.genes], [[5, ["il-6", "Il6"]], [4, ["HLAA"]], [3, ["HLA-A", "hla a"]]]);
  const human = await resolve(SETS, ["HLAA"], genesOf(SETS, "Homo sapiens"));
  assert.deepEqual([...human.genes.keys()], [3]);
});

// an index of one file, in which `p38` and `akt` are other names
async function serveIndex() {
  const text = (s) => [s.length, ...new TextEncoder().encode(s)], postings = [1, 2, 1, 0];
  const term = (name, ...meant) => [0, ...text(name), postings.length, 8, meant.length, ...meant.flatMap(text)];
  const shard = [2, ...term("akt", "akt2", "akt1", "no such"), ...term("p53", "trp53"), ...postings, ...postings];
  const files = { "start.bin": Buffer.from(JSON.stringify({ version: "1", terms: [[0, ""]], suggestions: [], statements: [] })), "t/0-0.bin": Uint8Array.from(shard) };
  globalThis.fetch = async (path) => new Response(deflateSync(files[path.split("?")[0].slice("x/".length)]));
  await open("x/");
}

test("other names come from the search index: of several genes that of most figures, and the others are told", async () => {
  await serveIndex();
  const found = await resolve(SETS, ["Akt", "p53", "nobody", "AKT3"], ALL);
  assert.deepEqual([...found.genes], [[1, ["Akt"]], [7, ["p53"]], [2, ["AKT3"]]]);
  assert.deepEqual([found.several, found.unknown, found.outside], [[["Akt", [1, 0]]], ["nobody"], []]);
  const human = await resolve(SETS, ["p53", "Trp53"], genesOf(SETS, "Homo sapiens"));
  assert.deepEqual([human.genes.size, human.outside], [0, [["p53", 7], ["Trp53", 7]]]);
});

test("words: of a figure's genes each stands behind one, those of a word of its own behind that", () => {
  const groups = (d, list = ALL, universe = ALL) => common(SETS, d, list, universe);
  assert.deepEqual(groups(0), [[5], [0, 1, 2]]);
  assert.deepEqual(groups(1), [[0], [6], [1, 2], [7]]);
  assert.deepEqual(groups(1, marked(0, 1, 7)), [[0], [1], [7]]);
  assert.deepEqual(groups(1, ALL, marked(0, 6)), [[0], [6]]);
  assert.deepEqual(groups(2), []);
});

test("figures by overlap", () => {
  const near = (ln, p) => assert.ok(Math.abs(Math.exp(ln) - p) < 1e-12, `${Math.exp(ln)}, not ${p}`);
  const { rows, tests, n, N } = rank(SETS, marked(0, 1, 2), ALL, { least: 2 });
  assert.deepEqual([rows.map(({ d, k, K }) => [d, k, K]), tests, n, N], [[[0, 3, 4], [1, 3, 5]], 3, 3, 8]);
  near(rows[0].p, 4 / 56); // of 56 draws of 3 from 8
  near(rows[1].p, 10 / 56);
  near(rows[0].q, 12 / 56);
  near(rows[1].q, 15 / 56);
  const words = rank(SETS, marked(0, 1, 2), ALL, { least: 1, words: true });
  assert.deepEqual(words.rows.map(({ d, k, K }) => [d, k, K]), [[1, 2, 4], [0, 1, 2]]);
  const own = rank(SETS, marked(0, 6), marked(0, 3, 5, 6), { least: 1 });
  assert.deepEqual([own.rows.map(({ d, k, K }) => [d, k, K]), own.tests, own.n, own.N], [[[1, 2, 2], [0, 1, 2]], 3, 2, 4]);
});
