// Names and words that the index knows, near to one that it does not know.
import { lookupPrefix, suggestions } from "./store.js";

/** Letters to add, drop, change or swap with the next until one text is the other (optimal string alignment), or `most + 1`. */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length], most + 1);
}

/** Of candidates {term, name, figures} the few nearest to a term, names of most figures first among equals; each name once. */
export function nearest(term, candidates, limit = 3) {
  const most = term.length < 6 ? 1 : 2, found = new Map();
  for (const c of candidates) {
    const d = distance(term, c.term, most);
    if (d && d <= most && !(found.get(c.term)?.figures >= c.figures)) found.set(c.term, { ...c, d });
  }
  const all = [...found.values()].sort((a, b) => a.d - b.d || b.figures - a.figures || (a.term < b.term ? -1 : 1));
  return all.filter((c) => c.d === all[0].d).slice(0, limit).map((c) => c.name);
}

/** How a term may begin: as it does, or with a letter too many or two letters swapped where it begins. */
const beginnings = (term, length) => {
  const [a, b, c, d] = term;
  return [...new Set([a + b + c, a + b + d, a + c + b, a + c + d, b + a + c].map((text) => text.slice(0, length)))];
};

/** What may have been meant by a term that no figure has: names as they are spelt, words as terms. */
export async function meant(term) {
  if (term.length < 4 || /\d{4}/.test(term)) return []; // of an identifier, no other is meant
  const [names, words] = await Promise.all([
    Promise.all(beginnings(term, 2).map(suggestions)), Promise.all(beginnings(term, 3).map((text, i) => lookupPrefix(text, i ? 1 : 2))),
  ]);
  return nearest(term, [
    ...names.flat().map(([known, name, kind, figures]) => ({ term: known, name: kind === "s" ? known : name, figures })),
    ...words.flat().map((entry) => ({ term: entry.term, name: entry.gene ?? entry.term, figures: 0 })),
  ]);
}
