// Answers a query: which documents hold all its parts, how well, and why.
import { parse, years } from "./query.js";
import * as store from "./store.js";
import { NAMES, STOPWORDS, isWord, pairCodes, plain, sequence, spaced, term } from "./tokens.js";

export const GENE = 1, WORD = 2, TITLE = 4, CAPTION = 8, PAPER = 16, CHEMICAL = 32, DISEASE = 64, ID = 128;
const NAME = 255 & ~(TITLE | CAPTION | PAPER); // fields that hold names, not running text
const MASKS = { "": 255, gene: GENE | WORD, chemical: CHEMICAL, disease: DISEASE };
const WEIGHTS = [[ID, 20], [GENE, 8], [TITLE, 7], [WORD, 5], [CHEMICAL, 4], [DISEASE, 4], [PAPER, 3], [CAPTION, 2]];
const SYNONYM = 4; // a gene that the word is only elsewhere a name of
const FACETS = new Set(["organism", "journal", "year", "has"]);

const weights = Array.from({ length: 256 }, (_, mask) => {
  const [best = 0, ...rest] = WEIGHTS.filter(([bit]) => mask & bit).map(([, w]) => w);
  return best + rest.reduce((sum, w) => sum + w, 0) / 10;
});

// A set of documents with fields, as a Uint8Array of one byte a document.
const empty = (n) => new Uint8Array(n);

// Adds an entry's documents; says whether there were any.
function fill(target, entry, mask) {
  let any = false;
  for (const [fields, documents] of entry.read()) {
    const kept = fields & mask;
    if (!kept) continue;
    any ||= documents.length > 0;
    for (const d of documents) target[d] |= kept;
  }
  return any;
}

// Looks a name up with the genes it is a synonym of: {term, genes, fields: Uint8Array} or undefined.
async function name(t, mask, n) {
  const entry = await store.lookup(t);
  if (!entry) return undefined;
  const fields = empty(n), genes = [];
  let any = fill(fields, entry, mask);
  if (entry.gene && mask & GENE) genes.push(entry);
  if (mask & GENE && !entry.gene) {
    for (const other of await Promise.all((entry.synonyms ?? []).slice(0, 3).map(store.lookup))) {
      if (!other) continue;
      if (fill(fields, other, GENE)) any = true;
      genes.push(other);
    }
  }
  return any ? { terms: [t], genes, fields, synonym: !entry.gene } : undefined;
}

const both = (hits, n) => {
  const fields = empty(n);
  for (let d = 0; d < n; d++) {
    let all = 255, any = 0;
    for (const h of hits) { const f = h.fields[d]; if (!f) { all = any = 0; break; } any |= f; all &= f; }
    fields[d] = all || any;
  }
  return { terms: hits.flatMap((h) => h.terms), genes: hits.flatMap((h) => h.genes), fields };
};

// A word as typed: a name, a gene id, the words of a compound, or the beginning of words.
async function word(text, mask, n, last) {
  if (text.endsWith("*")) return prefix(term(text), mask, n, Infinity);
  const t = term(text);
  if (!t) return undefined;
  const found = [], [, source, id] = (mask & GENE && /^(ncbigene:|entrez:|geneid:)?(\d+)$/i.exec(text)) || [];
  const entry = id && await store.lookup("#" + id.padStart(12, "0"));
  if (entry) {
    const fields = empty(n);
    fill(fields, entry, GENE);
    found.push({ terms: [], genes: [{ gene: "ncbigene:" + id }], fields });
  }
  if (source) return found[0] ?? none(n); // an id, and no number of a text
  const direct = await name(t, mask, n), all = sequence(text);
  if (direct && (mask !== 255 || !STOPWORDS.has(t))) found.push(direct);
  if (direct && mask === 255 && all.length > 1 && !isSpaced(text, t) && !direct.fields.some((f) => f & ID)) {
    const side = await phrase(text, mask, n); // `cyclin-D1` where figures have a space
    if (some(side)) return { ...join([...found, side], n), phrases: side.phrases };
  }
  if (found.length) return join(found, n);
  const words = [...new Set(all.filter(isWord))], weak = all.length > 1 && words.length < 2;
  if (weak && mask === 255) { // `interleukin-6` where the figures have a space
    const side = await phrase(text, mask, n);
    if (some(side)) return side;
  }
  if (words.length && all.length > 1) {
    const hits = await Promise.all(words.map(async (w) =>
      await name(w, mask, n) ?? (last && w === all.at(-1) ? prefix(w, mask, n) : undefined)));
    return hits.every(Boolean) ? both(hits, n) : none(n);
  }
  if (!isWord(t)) return undefined;
  const begun = last ? await prefix(t, mask, n, 3, plain(text)) : none(n);
  return weak && !some(begun) ? undefined : begun;
}

// Whether a text with a space for its hyphen, such as `IL 6`, is found under the same term.
const isSpaced = (text, t) => spaced(plain(text).replace(/[^\p{L}\p{N}]+/gu, " ")).some(([, , joined]) => joined === t);
const some = (hit) => hit?.fields.some(Boolean);
const none = (n) => ({ terms: [], genes: [], fields: empty(n) });

function join(hits, n) {
  if (hits.length === 1) return hits[0];
  const fields = empty(n);
  for (const h of hits) for (let d = 0; d < n; d++) fields[d] |= h.fields[d];
  return { terms: hits.flatMap((h) => h.terms), genes: hits.flatMap((h) => h.genes), fields };
}

// The beginning of words; while one types, of those in the first files alone.
async function prefix(t, mask, n, files = 3, typed = t) {
  const begins = typed === t ? [t] : [t, typed];
  const fields = empty(n), entries = (await Promise.all(begins.map((b) => store.lookupPrefix(b, files)))).flat();
  for (const entry of entries) fill(fields, entry, mask & ~ID | (t.startsWith("pmc") ? ID : 0));
  return { terms: [], begins, genes: entries.filter((e) => e.gene).slice(0, 5), fields };
}

// A phrase: all its words, and each pair of neighbours side by side.
async function phrase(text, mask, n) {
  const words = sequence(text);
  if (words.length < 2) return word(text, mask, n, false);
  const hits = await Promise.all(words.filter(isWord).map((w) => name(w, 255, n)));
  if (!hits.every(Boolean)) return none(n);
  const pairs = await Promise.all(pairCodes(words).map((code) => store.lookup("~" + code.toString(16).padStart(4, "0"))));
  if (!pairs.every(Boolean)) return none(n);
  const sides = pairs.map((entry) => { const fields = empty(n); fill(fields, entry, 255); return { terms: [], genes: [], fields }; });
  const found = both([...hits, ...sides], n);
  for (let d = 0; d < n; d++) if (found.fields[d]) found.fields[d] = sides.reduce((f, s) => f & s.fields[d], 255);
  return { ...found, terms: [], genes: [], phrases: [words] };
}

// What stands in quotation marks: a phrase of the texts, or one name of the tables, such as `"citric acid"` or `"PMC123__fig-1"`.
async function quoted(text, n) {
  const [side, whole] = await Promise.all([phrase(text, 255, n), name(term(text), NAME, n)]);
  return side && whole ? { ...join([side, whole], n), phrases: side.phrases } : side ?? whole;
}

// A single letter or small number, which has a term as a name alone: it is looked for beside its neighbours.
const isPlain = (p) => p && !p.field && !p.phrase && !p.not && !p.shown && !p.text.endsWith("*");
const isWeak = (p) => isPlain(p) && /^(.|\d\d)$/u.test(term(p.text));
const isGreek = (text) => Object.keys(NAMES).some((greek) => greek.startsWith(plain(text))); // `nf kap`, on the way to `nf kappa b`

// Such a part as a name, or with a neighbour as one name (`interleukin 6`) or side by side; a neighbour may stand in the one name.
async function beside(part, before, after, n) {
  const pairs = [[before, part, before], [part, after, after]].filter(([, , other]) => isPlain(other) && !STOPWORDS.has(term(other.text)));
  const found = await Promise.all(pairs.map(async ([a, b, other]) => {
    const [one, two] = await Promise.all([name(term(a.text + b.text), 255, n), phrase(`${a.text} ${b.text}`, 255, n)]);
    return { other, one, hits: [one, two].filter(some), shown: `${a.text} ${b.text}` };
  }));
  const own = STOPWORDS.has(term(part.text)) ? undefined : await name(term(part.text), 255, n);
  const good = found.filter((f) => f.hits.length), hits = [...good.flatMap((f) => f.hits), ...(own ? [own] : [])];
  if (!hits.length) return undefined;
  return { hit: { ...join(hits, n), phrases: hits.flatMap((h) => h.phrases ?? []) }, shown: good[0]?.shown, ones: good.filter((f) => f.one) };
}

// Words that a space joins to one name, such as `il 6`, become one part where the index knows the name.
async function joined(parts) {
  const plainParts = parts.filter((p) => !p.field && !p.phrase && !p.not);
  const low = plainParts.map((p) => plain(p.text)).join(" ");
  let out = parts;
  for (const [from, to, t] of spaced(low).reverse()) {
    let at = 0;
    const inside = plainParts.filter((p) => { const a = at; at += plain(p.text).length + 1; return a >= from && at - 1 <= to; });
    if (inside.length < 2 || !inside.every((p) => out.includes(p)) || !(await store.lookup(t))) continue;
    out = out.flatMap((p) => (p === inside[0] ? [{ ...p, text: inside.map((i) => i.text).join(""), shown: inside.map((i) => i.text).join(" ") }]
      : inside.includes(p) ? [] : [p]));
  }
  return out;
}

// A filter as a function of a document.
async function filter(part, s) {
  const wanted = term(part.text);
  if (part.field === "year") {
    const range = years(part.text);
    if (!range) return () => false;
    const [from, to] = store.yearRange(s.years, s.documents, ...range);
    return (d) => d >= from && d < to;
  }
  if (part.field === "has") {
    if (!["diagram", "relations"].includes(part.text.toLowerCase())) return () => false;
    const flags = await store.diagrams();
    return (d) => flags[d] === 1;
  }
  const facet = part.field === "organism" ? await store.organisms() : await store.journals();
  const named = facet.names.map((x, i) => [x, ...(facet.also?.[i] ?? [])].some((y) => term(y) === wanted)), exact = named.includes(true);
  const good = facet.names.map((x, i) => (exact ? named[i] : wanted !== "" && term(x).includes(wanted)));
  if (part.field === "journal") return (d) => good[facet.of[d]];
  const sets = facet.sets.map((set) => set.some((o) => good[o]));
  return (d) => sets[facet.of[d]];
}

// What a document scores for a part of the query, by the fields in which it has it: rare parts count more.
function scale(hit, n) {
  let count = 0;
  for (let d = 0; d < n; d++) if (hit.fields[d]) count++;
  const rarity = Math.log(1 + n / (count || 1));
  return weights.map((weight, fields) => rarity * (fields === GENE && hit.synonym ? SYNONYM : weight));
}

// Documents by score; there are few different scores, so that whole lists move, not documents.
function bestFirst(documents, scores) {
  const lists = new Map();
  documents.forEach((d, i) => {
    const list = lists.get(scores[i]);
    if (list) list.push(d); else lists.set(scores[i], [d]);
  });
  return [...lists].sort((a, b) => b[0] - a[0]).flatMap(([, list]) => list);
}

// The filters chosen beside the query, as [facet, value] pairs: of a facet any value is enough.
const chosen = (choice, s) => Promise.all([...new Set(choice.map(([field]) => field))].map(async (name) => {
  const any = await Promise.all(choice.filter(([field]) => field === name).map(([field, text]) => filter({ field, text }, s)));
  return { name, keeps: (d) => any.some((keeps) => keeps(d)) };
}));

// The answer: {documents (best first), near: those that the choice in one facet alone keeps out, by facet, what is wanted}.
export async function search(text, { sort = "", choice = [] } = {}) {
  const s = await store.open(place), n = s.documents;
  const parts = await joined(parse(text));
  const last = parts.at(-1), open = last && !last.phrase && !last.not && !/\s$/.test(text);
  const weak = parts.length > 1 ? parts.filter(isWeak) : [];
  const answers = await Promise.all(parts.map(async (part, i) => {
    if (FACETS.has(part.field)) return { part, keeps: await filter(part, s) };
    if (part === weak[0]) { // the others only as names: each one here may load four files
      const found = await beside(part, parts[i - 1], parts[i + 1], n), t = term(part.text);
      return { part: { ...part, shown: found?.shown ?? part.text }, ...found, weak: true, loose: t === "a" || (open && part === last && !/\d/.test(t)) };
    }
    const hit = part.phrase && part.field === "" ? await quoted(part.text, n)
      : await word(part.text, MASKS[part.field], n, open && part === last);
    const other = weak.includes(part);
    return { part, hit, weak: other || (parts.length > 1 && part === last && open && isGreek(part.text)), loose: other };
  }));
  for (const { other, one } of answers.flatMap((a) => a.ones ?? [])) {
    const a = answers[parts.indexOf(other)];
    if (a.hit && !a.weak) a.hit = { ...a.hit, ...join([a.hit, one], n) };
  }
  const wanted = answers.filter((a) => a.hit && !a.part.not), unwanted = answers.filter((a) => a.hit && a.part.not);
  const filters = answers.filter((a) => a.keeps), picked = await chosen(choice, s);
  const known = wanted.length || filters.length || unwanted.length || picked.length;
  const scales = wanted.map(({ hit }) => scale(hit, n)), sets = wanted.map(({ hit }) => hit.fields);
  let documents, scores, near;
  const collect = (loose) => {
    documents = [];
    scores = [];
    near = {};
    for (let d = 0; known && d < n; d++) {
      let score = 0, good = true;
      for (let i = 0; good && i < sets.length; i++) {
        const fields = sets[i][d];
        if (fields) score += scales[i][fields]; else good = loose[i];
      }
      if (!good || (unwanted.length && unwanted.some((a) => a.hit.fields[d])) || (filters.length && filters.some((a) => a.keeps(d) === a.part.not))) continue;
      const fails = picked.filter((p) => !p.keeps(d));
      if (fails.length === 1) (near[fails[0].name] ??= []).push(d);
      if (fails.length) continue;
      scores.push(score);
      documents.push(d);
    }
  };
  const firm = wanted.some((a) => !a.weak); // what is weak may be missing, but something must be there
  collect(wanted.map((a) => firm && !!a.loose));
  if (!documents.length && !Object.keys(near).length && firm && wanted.some((a) => a.weak && !a.loose)) collect(wanted.map((a) => !!a.weak));
  if (sort === "old") documents.sort((a, b) => (store.yearOf(s.years, a) || 9999) - (store.yearOf(s.years, b) || 9999) || a - b);
  return { text, parts, documents: sort === "old" || sort === "new" ? documents : bestFirst(documents, scores), near, wanted, start: s };
}

export let place = "../search/";
export const useIndex = (directory) => { place = directory; return store.open(directory); };

// Counts of each facet's values, [[name, count]], most first: how many figures a value would show beside those of the other facets.
export async function facets(documents, s, near = {}) {
  const [organisms, journals, flags] = await Promise.all([store.organisms(), store.journals(), store.diagrams()]);
  const byOrganism = new Uint32Array(organisms.names.length), byJournal = new Uint32Array(journals.names.length), bySet = new Uint32Array(organisms.sets.length);
  const byYear = new Map();
  let diagrams = 0;
  const of = (facet, add) => { documents.forEach(add); near[facet]?.forEach(add); };
  of("organism", (d) => bySet[organisms.of[d]]++);
  of("journal", (d) => byJournal[journals.of[d]]++);
  of("has", (d) => (diagrams += flags[d]));
  of("year", (d) => {
    const year = store.yearOf(s.years, d);
    if (year) byYear.set(year, (byYear.get(year) ?? 0) + 1);
  });
  organisms.sets.forEach((set, i) => set.forEach((o) => (byOrganism[o] += bySet[i])));
  const top = (names, counts) => names.map((x, i) => [x, counts[i]]).filter(([x, c]) => x && c).sort((a, b) => b[1] - a[1]);
  return {
    organism: top(organisms.names, byOrganism), journal: top(journals.names, byJournal),
    year: [...byYear].sort((a, b) => b[0] - a[0]).map(([y, c]) => [String(y), c]),
    has: diagrams ? [["diagram", diagrams]] : [],
  };
}

// Why a document is in the answer: [{text, genes, fields}] by part.
export const reasons = (answer, document) => answer.wanted.map(({ part, hit }) => ({
  text: part.shown ?? part.text, fields: hit.fields[document], genes: hit.genes.map((g) => g.gene), terms: hit.terms, begins: hit.begins, phrases: hit.phrases,
}));
