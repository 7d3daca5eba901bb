// Reads the files of the search index, whose format is in docs/search-index.md, and writes its numbers.
const decoder = new TextDecoder();
const files = new Map();
let place = "", version = "", start;

async function load(path) {
  if (!globalThis.DecompressionStream) throw new DOMException("no DecompressionStream", "NotSupportedError");
  const response = await fetch(place + path + (version && `?v=${version}`), version ? {} : { cache: "no-cache" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const stream = response.body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export function once(path, read) {
  if (!files.has(path)) files.set(path, load(path).then(read).catch((e) => { files.delete(path); throw e; }));
  return files.get(path);
}

const json = (bytes) => JSON.parse(decoder.decode(bytes));
const order = (term) => term.replace("~", "\uffff"); // pairs come after all words, also after those of other scripts
const runs = (list) => list.flatMap(([number, bounds]) => bounds.split("\n").map((bound, i) => ({ bound: order(bound), file: `${number}-${i}` })));

// Opens the index in a directory, once.
export function open(directory) {
  place = directory;
  start ??= load("start.bin").then((bytes) => {
    const s = json(bytes);
    version = s.version;
    return { ...s, terms: runs(s.terms), suggestions: runs(s.suggestions), statements: runs(s.statements) };
  }).catch((e) => { start = undefined; throw e; });
  return start;
}

// The files that can hold terms from `low` to `high`, inclusive.
function between(list, low, high) {
  let from = 0, to = list.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (list[middle].bound <= order(low)) from = middle; else to = middle;
  }
  let end = from + 1;
  while (end < list.length && list[end].bound <= order(high)) end++;
  return list.slice(from, end).map((s) => s.file);
}

export class Reader {
  constructor(bytes) { this.bytes = bytes; this.at = 0; }
  number() {
    let n = 0, shift = 1, b;
    do { b = this.bytes[this.at++]; n += (b & 127) * shift; shift *= 128; } while (b > 127);
    return n;
  }
  text() { const n = this.number(); return decoder.decode(this.bytes.subarray(this.at, (this.at += n))); }
}

// A shard's dictionary: each term with its gene, synonyms, and where its postings stand.
export function shard(bytes) {
  const r = new Reader(bytes), terms = new Map(), count = r.number();
  let last = "", offset = 0;
  for (let i = 0; i < count; i++) {
    const shared = r.number();
    last = last.slice(0, shared) + r.text();
    const size = r.number(), flags = r.number(), entry = { term: last, offset, size };
    if (flags & 1) entry.gene = r.text();
    if (flags & 2) entry.stem = flags & 4 ? r.text() : entry.gene;
    if (flags & 8) entry.synonyms = Array.from({ length: r.number() }, () => r.text());
    terms.set(last, entry);
    offset += size;
  }
  const base = r.at;
  for (const entry of terms.values()) entry.read = () => postings(bytes.subarray(base + entry.offset, base + entry.offset + entry.size));
  return terms;
}

// Postings as [fields, documents] pairs.
function postings(bytes) {
  const r = new Reader(bytes), groups = [], count = r.number();
  const list = () => {
    const documents = new Uint32Array(r.number());
    for (let i = 0, d = 0; i < documents.length; i++) documents[i] = d += r.number();
    return documents;
  };
  for (let left = count; left; left--) groups.push([r.number(), list()]);
  if (count) return groups;
  const by = new Map(), documents = list();
  for (const d of documents) {
    const fields = bytes[r.at++];
    if (!by.has(fields)) by.set(fields, []);
    by.get(fields).push(d);
  }
  return [...by];
}

const readShard = (file) => once(`t/${file}.bin`, shard);

// The entry of a term, or undefined.
export async function lookup(term) {
  const { terms } = await start;
  return terms.length ? (await readShard(between(terms, term, term)[0])).get(term) : undefined;
}

// Entries of terms that begin so, from at most `limit` files.
export async function lookupPrefix(prefix, limit = 4) {
  const { terms } = await start;
  const shards = await Promise.all(between(terms, prefix, prefix + "\uffff").slice(0, limit).map(readShard));
  return shards.flatMap((s) => [...s.values()].filter((e) => e.term.startsWith(prefix)));
}

// Suggestions that begin so: [term, name, kind, figures, stem?], those of most figures first.
export async function suggestions(prefix) {
  const { suggestions: list } = await start;
  let some = between(list, prefix, prefix + "\uffff");
  const rows = await Promise.all(
    (some.length > 2 ? ["hot", ...between(list, prefix, prefix)] : some).map((file) => once(`s/${file}.bin`, json)));
  return rows.flat().filter((row) => row[0].startsWith(prefix));
}

// The file of statements that can hold a gene whose name has this term, read; undefined where there is none.
export async function statementsAt(term, read) {
  const { statements } = await start;
  return statements.length ? once(`r/${between(statements, term, term)[0]}.bin`, read) : undefined;
}

// Text rows of documents: {figid, title, label, filename, caption, paper}.
export async function rows(documents) {
  const { block, directory } = await start;
  return Promise.all(documents.map(async (d) => {
    const n = Math.floor(d / block);
    const [figid, title, label, filename, caption, paper] = (await once(`d/${Math.floor(n / directory)}/${n}.bin`, json))[d % block];
    return { document: d, figid, title, label, filename, caption, paper };
  }));
}

// The rows of a file of the table, as [figids, titles, labels]; `words` are those of all files.
export function tableRows(bytes, words) {
  const r = new Reader(bytes), count = r.number(), own = [];
  const each = (n, read) => Array.from({ length: n }, read), text = () => r.text();
  const numbers = each(count, () => each(r.number(), () => r.number()));
  for (let left = r.number(); left; left--) own.push(r.text());
  let next = 0, last = 0;
  const titles = numbers.map((title) => title.map((n) => (n ? words[n - 1] : own[next++])).join(" "));
  const pmcids = each(count, () => { const n = r.number(); return (last += n % 2 ? -(n + 1) / 2 : n / 2); });
  const figids = each(count, text).map((rest, i) => (pmcids[i] ? `PMC${pmcids[i]}__${rest}` : rest));
  const labels = each(r.number(), text);
  return [figids, titles, each(count, () => labels[r.number()])];
}

// A file of the table, read.
export const table = async (number) => {
  const words = once("b/words.bin", json);
  words.catch(() => {}); // whoever waits for it is told
  return once(`b/${number}.bin`, async (bytes) => tableRows(bytes, await words));
};

// The rows of documents in the table's files, read eight at a time: a function from a document to [figid, title].
export async function tableOf(documents) {
  const { table: size } = await start, files = new Map(), wanted = [...new Set(documents.map((d) => Math.floor(d / size)))];
  for (let i = 0; i < wanted.length; i += 8) await Promise.all(wanted.slice(i, i + 8).map(async (n) => files.set(n, await table(n))));
  return (d) => files.get(Math.floor(d / size)).slice(0, 2).map((column) => column[d % size]);
}

function unrun(runs, documents) {
  const values = new Uint16Array(documents);
  for (let i = 0, d = 0; i < runs.length; i += 2) values.fill(runs[i], d, (d += runs[i + 1]));
  return values;
}

// Organisms: {names, also, sets, of: number of a set by document}.
export const organisms = () => once("f/organisms.bin", async (bytes) => {
  const value = json(bytes);
  return { ...value, of: unrun(value.runs, (await start).documents) };
});

// Journals: {names, of: number of a journal by document}.
export const journals = () => once("f/journals.bin", async (bytes) => {
  const value = json(bytes);
  return { ...value, of: unrun(value.runs, (await start).documents) };
});

// 1 for each document whose diagram shows relations.
export const diagrams = () => once("f/diagrams.bin", async (bytes) => {
  const values = new Uint8Array((await start).documents);
  json(bytes).reduce((d, length, i) => (values.fill(i & 1, d, d + length), d + length), 0);
  return values;
});

// The number of genes of each document.
export const geneCounts = () => once("f/genes.bin", async (bytes) => {
  const r = new Reader(bytes);
  return Array.from({ length: (await start).documents }, () => r.number());
});

// The place of each document when all are sorted by title.
export const titleRanks = () => once("f/titles.bin", async (bytes) => {
  const ranks = new Uint32Array((await start).documents);
  bytes.forEach((b, i) => (ranks[i % ranks.length] += b << 8 * Math.floor(i / ranks.length)));
  return ranks;
});

// The year of a document, 0 where it has none.
export function yearOf(years, document) {
  let from = 0, to = years.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (years[middle][1] <= document) from = middle; else to = middle;
  }
  return years[from]?.[0] ?? 0;
}

// The documents from the first year to the last, as [from, to).
export function yearRange(years, documents, first, last) {
  const inside = years.flatMap(([year, d], i) => (year >= first && year <= last && year ? [[d, years[i + 1]?.[1] ?? documents]] : []));
  return inside.length ? [inside[0][0], inside.at(-1)[1]] : [0, 0];
}
