// How text becomes search terms: the twin of sitegen/indexes/tokens.py; both run on tests/indexes/cases.json.
const LETTERS = Object.fromEntries(
  "αa βb γg δd εe ϵe ζz ηh θth ιi κk ĸk λl μu νn ξx οo πp ρr σs ςs τt υy φf χc ψps ωo".split(" ").map((p) => [p[0], p.slice(1)]));
export const NAMES = { alpha: "a", beta: "b", gamma: "g", delta: "d", epsilon: "e", zeta: "z", theta: "th", kappa: "k", lambda: "l", sigma: "s", omega: "o" };
const NAME = new RegExp(Object.keys(NAMES).sort((a, b) => b.length - a.length).join("|"), "g");
const GREEK = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const WRITTEN_OUT = /^(?:interleukin(?=[0-9])|interferon(?=[abgl][0-9]?$))/; // interleukin-6 is IL-6 and interferon gamma IFN-γ
const SHORT = { interleukin: "il", interferon: "ifn" };
const MARKS = /[\u0300-\u036f\u00ad]/g;
const JOINED = /[^\p{L}\p{N}]+|[\u{10000}-\u{10ffff}]+/gu;
const HYPHEN = /[-\u2010-\u2015\u2212]/;
const COMPOUND = /[\p{L}\p{N}]+(?:[-\u2010-\u2015\u2212][\p{L}\p{N}]+)*/gu;
const SECOND = /[ -](\d{1,2}\p{L}?|alpha|beta|gamma|delta|epsilon|zeta|theta|kappa|lambda|sigma|omega|[α-ωϵĸ])(?:[ -]?(alpha|beta|gamma|delta|\p{L}|\d{1,2}))?(?![\p{L}\p{N}])/gu;
const FIRST = /(?:^|[\s(\[/,;:])(\p{L}{2,6}|interleukin|interferon)$/u;
export const STOPWORDS = new Set(
  "a an and are as at be been but by can for from has have in into is it its may not of on or such than that the their then these this to was were which with".split(" "));
const ASCII = /^[\0-\x7f]*$/, LETTER_LAST = /\p{L}$/u, LETTERS_ONLY = /^\p{L}+$/u, DIGITS_ONLY = /^\p{Nd}+$/u;
export const MAX_TERM = 64;

export const plain = (text) => ASCII.test(text) ? text.toLowerCase()
  : text.normalize("NFKD").replace(MARKS, "").toLowerCase().replace(/[ßẞ]/g, "ss").replace(/ς/g, "σ").normalize("NFC");

const latin = (text) => text.replace(NAME, (m) => NAMES[m]).replace(GREEK, (m) => LETTERS[m]).replace(WRITTEN_OUT, (m) => SHORT[m]);

export const term = (name) => latin(plain(name).replace(JOINED, "")).slice(0, MAX_TERM);

const compounds = (text) => plain(text).match(COMPOUND) ?? [];

export const sequence = (text) => compounds(text).flatMap((c) => c.split(HYPHEN).map(term).filter(Boolean));

export const isWord = (w) => w.length > 1 && !STOPWORDS.has(w) && !(w.length < 3 && DIGITS_ONLY.test(w));

// The matches of SECOND that follow a letter.  A lookbehind would say so: a browser that knows none would run no script that imports this one.
function* seconds(low) {
  SECOND.lastIndex = 0;
  for (let m; (m = SECOND.exec(low));) {
    if (LETTER_LAST.test(low.slice(Math.max(0, m.index - 2), m.index))) yield m;
    else SECOND.lastIndex = m.index + 1;
  }
}

// Names written with a space: `il 6`, `tgf beta 1`; [start, end, term] in the plain text, the longest last.
export function spaced(low) {
  const found = [];
  for (const m of seconds(low)) {
    const first = low.slice(Math.max(0, m.index - 12), m.index).match(FIRST);
    if (!first || STOPWORDS.has(first[1])) continue;
    const start = m.index - first[1].length, name = first[1] + m[1];
    found.push([start, m.index + 1 + m[1].length, term(name)]);
    if (m[2]) found.push([start, m.index + m[0].length, term(name + m[2])]);
  }
  return found;
}

export function terms(text) {
  const low = plain(text), found = new Set();
  for (const c of low.match(COMPOUND) ?? []) for (const t of compoundTerms(c)) found.add(t);
  for (const [, , t] of spaced(low)) found.add(t);
  return found;
}

function compoundTerms(compound) {
  const parts = compound.split(HYPHEN).filter(Boolean), found = [];
  for (const part of parts) {
    const word = term(part);
    if (isWord(word)) found.push(word);
    if (word !== part && ASCII.test(part) && part.length <= MAX_TERM) found.push(part);
  }
  for (let start = 0; start < parts.length - 1; start++) {
    for (const end of [start + 2, start + 3]) {
      const run = parts.slice(start, end), last = run.at(-1);
      if (end > parts.length || run.every((p) => DIGITS_ONLY.test(p))) continue;
      if ((start || end > 2) && last.length >= 5 && LETTERS_ONLY.test(last)) continue;
      if (run.some((p) => p.length <= 3 || !ASCII.test(p) || p in NAMES || /\p{Nd}/u.test(p))) found.push(term(run.join("")));
    }
  }
  return found;
}

const TABLE = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
export const crc32 = (text) =>
  (new TextEncoder().encode(text).reduce((c, b) => TABLE[(c ^ b) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

export function pairCodes(words) {
  const hashes = words.map(crc32);
  return hashes.slice(1).map((b, i) => ((Math.imul(hashes[i], 0x9e3779b1) ^ b) >>> 16));
}
