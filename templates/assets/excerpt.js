// Pieces of a caption around what was looked for, with the matches marked.
import { plain, sequence, spaced, term } from "./tokens.js";

const WORD = /[\p{L}\p{N}]+(?:[-\u2010-\u2015\u2212][\p{L}\p{N}]+)*/gu;
const LENGTH = 240;

// Where wanted terms stand in a text: [start, end] in order.
export function matches(text, wanted) {
  const terms = new Set(wanted.flatMap((w) => w.terms)), begins = wanted.flatMap((w) => w.begins ?? []), phrases = wanted.flatMap((w) => w.phrases ?? []);
  const words = [...text.matchAll(WORD)].map((m) => ({ at: m.index, end: m.index + m[0].length, text: m[0], term: term(m[0]) }));
  const found = [];
  for (const w of words) {
    const parts = [w.term, ...sequence(w.text)];
    if (parts.some((p) => terms.has(p) || begins.some((b) => p.startsWith(b)))) found.push([w.at, w.end]);
  }
  for (let i = 0; i + 1 < words.length; i++) {  // `il 6`, `TGF beta 1`
    for (const j of [i + 1, i + 2]) {
      if (j >= words.length || words[j].end - words[i].at > 20) break;
      const piece = text.slice(words[i].at, words[j].end), t = term(piece);
      if (terms.has(t) && spaced(plain(piece)).some((s) => s[2] === t)) found.push([words[i].at, words[j].end]);
    }
  }
  for (const phrase of phrases) {
    for (let i = 0; i < words.length; i++) {
      for (let j = i, seen = []; j < words.length && seen.length < phrase.length; j++) {
        seen = seen.concat(sequence(words[j].text));
        if (seen.length === phrase.length && seen.every((s, k) => s === phrase[k])) found.push([words[i].at, words[j].end]);
      }
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([, end], i) => !found.slice(0, i).some((f) => f[1] >= end));
}

// A fragment of the text with `mark` elements, cut to about 240 characters around the first match.
export function marked(text, wanted, whole = false) {
  const out = document.createDocumentFragment(), found = matches(text, wanted);
  let start = 0, end = text.length;
  if (!whole && text.length > LENGTH) {
    const first = found[0]?.[0] ?? 0;
    start = first < LENGTH / 2 ? 0 : text.lastIndexOf(" ", first - 60) + 1;
    end = text.length - start <= LENGTH ? text.length : text.lastIndexOf(" ", start + LENGTH);
    if (end <= start) end = start + LENGTH;
  }
  let at = start;
  if (start) out.append("… ");
  for (const [from, to] of found) {
    if (from < at || to > end) continue;
    out.append(text.slice(at, from), Object.assign(document.createElement("mark"), { textContent: text.slice(from, to) }));
    at = to;
  }
  out.append(text.slice(at, end), end < text.length ? " …" : "");
  return out;
}
