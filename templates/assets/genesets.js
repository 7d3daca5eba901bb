// What a list of names means, and which figures hold its genes.  The files are described in docs/search-index.md.
import { adjusted, lnGroups, lnTail, touched } from "./chance.js";
import { Reader, lookup, once, rows } from "./store.js";
import { term } from "./tokens.js";

const FIGURE = 128; // the field of a figure's identifiers
const NAMESAKES = 20; // figures whose identifiers are one but for their punctuation
const LOOKUPS = 200; // names of a list that are looked for in the search index, which is read in pieces

const column = (length, read) => Uint32Array.from({ length }, read);
const starts = (sizes) => { let at = 0; const found = new Uint32Array(sizes.length + 1); sizes.forEach((n, i) => (found[i + 1] = at += n)); return found; };

// Ascending numbers of several groups, each the distance from the one before it in its group.
function groups(from, next, first = () => next()) {
  const all = new Uint32Array(from.at(-1));
  for (let g = 1; g < from.length; g++) for (let i = from[g - 1], n = 0; i < from[g]; i++) all[i] = n = i === from[g - 1] ? first(g - 1) : n + next();
  return all;
}

// The file of sets: names of genes; box b holds the genes members[boxes[b] .. boxes[b + 1]], document d the boxes held[of[d] .. of[d + 1]].
export function readSets(bytes) {
  const r = new Reader(bytes), next = () => r.number(), count = next(), names = r.text().split("\n").slice(0, count);
  const boxes = starts(column(next(), next)), firsts = steps(r, boxes.length - 1), members = groups(boxes, next, (b) => firsts[b]);
  const of = starts(column(next(), next));
  return { names, boxes, members, of, held: groups(of, next) };
}

function steps(r, length) {
  let last = 0;
  return column(length, () => { const n = r.number(); return (last += n % 2 ? -(n + 1) / 2 : n / 2); });
}

// The file of genes: the first id of each file of ids, organisms, the sets of them, and the set that each gene is of.
export function readGenes(bytes) {
  const r = new Reader(bytes), next = () => r.number(), each = (read) => Array.from({ length: next() }, read);
  return { bounds: each(next), organisms: each(() => r.text()), sets: each(() => each(next)), scopes: column(next(), next) };
}

// A file of ids: the gene of each.
export function readIds(bytes) {
  const r = new Reader(bytes), count = r.number(), ids = steps(r, count);
  return new Map(Array.from(ids, (id) => [id, r.number()]));
}

// All that ranking needs, loaded once: the two files, in how many figures each gene is, and genes by the terms of their names.
let all;
export const genes = () => (all ??= load().catch((e) => { all = undefined; throw e; }));

async function load() {
  const [sets, file] = await Promise.all([once("g/sets.bin", readSets), once("g/genes.bin", readGenes)]);
  const figures = new Uint32Array(sets.names.length), seen = new Int32Array(sets.names.length).fill(-1), byTerm = new Map();
  for (let d = 0; d + 1 < sets.of.length; d++) eachGene(sets, d, (g) => { if (seen[g] !== d) { seen[g] = d; figures[g]++; } });
  sets.names.forEach((name, g) => {
    const t = term(name), known = byTerm.get(t);
    if (known) known.push(g); else byTerm.set(t, [g]);
  });
  return { ...sets, ...file, figures, byTerm };
}

function eachGene(s, d, use) {
  for (let i = s.of[d]; i < s.of[d + 1]; i++) for (let b = s.held[i], m = s.boxes[b]; m < s.boxes[b + 1]; m++) use(s.members[m]);
}

// The genes of an organism as one byte a gene; of all organisms for "".
export function genesOf(s, organism) {
  const o = s.organisms.indexOf(organism);
  return o < 0 ? new Uint8Array(s.names.length).fill(1) : Uint8Array.from(s.scopes, (set) => +s.sets[set].includes(o));
}

// The names of a list: what stands between white space, commas, semicolons, bars and quotation marks, each once.
export const split = (text) => [...new Set(text.split(/[\s,;|"\u201c-\u201f\u3001\uff0c\uff1b]+/).map((name) => name.replace(/^["'[(]+|["'\])]+$/g, "")).filter(Boolean))];

// What names mean within a scope: genes (with the names that mean each), names with more meanings, names of genes
// outside it, and names of none.
export async function resolve(s, names, scope) {
  const found = { genes: new Map(), several: [], outside: [], unknown: [] };
  let lookups = 0;
  const answers = await Promise.all(names.map(async (name) => {
    const id = /^(?:ncbigene:|entrez:|geneid:)?(\d+)(?:\.0)?$/i.exec(name)?.[1];
    if (id) return { genes: await byId(s, +id) };
    const own = best(s, s.byTerm.get(term(name)) ?? [], scope, name);
    if (own.some((g) => scope[g])) return { genes: own.slice(0, 1) };
    const entry = lookups++ < LOOKUPS ? await lookup(term(name)) : undefined;
    const meant = (entry?.synonyms ?? []).map((t) => best(s, s.byTerm.get(t) ?? [], scope, "")[0]).filter((g) => g !== undefined);
    return { genes: [...meant.filter((g) => scope[g]), ...own, ...meant] };
  }));
  answers.forEach(({ genes }, i) => {
    const inside = [...new Set(genes)].filter((g) => scope[g]), [gene] = inside;
    if (gene === undefined) return genes.length ? found.outside.push([names[i], genes[0]]) : found.unknown.push(names[i]);
    if (inside.length > 1) found.several.push([names[i], inside]);
    found.genes.set(gene, [...(found.genes.get(gene) ?? []), names[i]]);
  });
  return found;
}

// Genes of a term, those in scope first, of these the one spelt so, then by figures.
const best = (s, some, scope, name) => [...some].sort((a, b) => scope[b] - scope[a]
  || (s.names[b].toLowerCase() === name.toLowerCase()) - (s.names[a].toLowerCase() === name.toLowerCase()) || s.figures[b] - s.figures[a]);

async function byId(s, id) {
  const file = s.bounds.findLastIndex((bound) => bound <= id);
  const gene = file < 0 ? undefined : (await once(`g/ids-${file}.bin`, readIds)).get(id);
  return gene === undefined ? [] : [gene];
}

// The document of a figure, or undefined.
export async function documentOf(figid) {
  const found = (await lookup(term(figid)))?.read() ?? [], named = found.flatMap(([fields, documents]) => (fields & FIGURE ? [...documents] : []));
  return (await rows(named.slice(0, NAMESAKES))).find((row) => row.figid === figid)?.document;
}

// What the words of figures stand for: a function of a figure and a universe that leaves in `genes` those of the universe, word after
// word, and in `ends` where each word's end; it returns how many words. Of a word counts what no word before it stands for, and
// words of one gene go first.
export function reader(s) {
  const genes = new Uint32Array(s.names.length), ends = new Uint32Array(s.names.length);
  const seen = new Int32Array(s.names.length);
  let turn = 0;
  const { of, held, boxes, members } = s;
  const read = (d, universe) => {
    let words = 0, at = 0;
    turn++;
    for (let pass = 0; pass < 2; pass++) {
      for (let i = of[d]; i < of[d + 1]; i++) {
        const from = boxes[held[i]], to = boxes[held[i] + 1], before = at;
        if ((to - from > 1) !== (pass > 0)) continue;
        for (let m = from; m < to; m++) {
          const g = members[m];
          if (!universe[g] || seen[g] === turn) continue;
          seen[g] = turn;
          genes[at++] = g;
        }
        if (at > before) ends[words++] = at;
      }
    }
    return words;
  };
  return { genes, ends, read };
}

// The genes of a list in a figure, as groups of those that one word stands for.
export function common(s, d, list, universe) {
  const { genes, ends, read } = reader(s), count = read(d, universe);
  return Array.from(ends.subarray(0, count), (end, w) => Array.from(genes.subarray(w && ends[w - 1], end)).filter((g) => list[g])).filter((some) => some.length);
}

// The figures that hold at least `least` genes (or `words`) of a list, those least likely by chance first: [{ d, k, K, p, q }], p and q
// as logarithms; n genes of the list among N of the universe; and the number of tests: figures that could hold so many. The document
// `but` is no figure to be ranked.
export function rank(s, list, universe, { least = 2, words = false, but = -1 } = {}) {
  let n = 0, N = 0, tests = 0;
  universe.forEach((inside, g) => { N += inside; n += inside & list[g]; });
  const rows = [], tails = new Map(), chances = [], { genes, ends, read } = reader(s);
  const tail = (k, K) => {
    const key = K * 65536 + k;
    if (!tails.has(key)) tails.set(key, lnTail(k, K, n, N));
    return tails.get(key);
  };
  for (let d = 0; d + 1 < s.of.length; d++) {
    const count = d === but ? 0 : read(d, universe), K = words ? count : count && ends[count - 1];
    if (K < least) continue;
    tests++;
    let k = 0;
    for (let w = 0, i = 0; w < count; w++) {
      let mine = 0;
      for (; i < ends[w]; i++) mine += list[genes[i]];
      k += words ? +(mine > 0) : mine;
    }
    if (!k) continue;
    const size = (w) => ends[w] - (w && ends[w - 1]);
    rows.push({ d, k, K, p: words ? lnGroups(k, Array.from({ length: count }, (_, w) => (chances[size(w)] ??= touched(size(w), n, N)))) : tail(k, K) });
  }
  rows.sort((a, b) => a.p - b.p || b.k - a.k || a.d - b.d);
  const q = adjusted(rows.map((row) => row.p), tests);
  rows.forEach((row, i) => { row.q = q[i]; });
  return { rows: rows.filter((row) => row.k >= least), tests, n, N };
}
