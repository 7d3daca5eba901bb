// A query as text and as a value: words, phrases, exclusions and filters.
export const FIELDS = new Set(["gene", "chemical", "disease", "organism", "journal", "year", "has"]);
const PART = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi;

// Parts {field, text, phrase, not} in order; a field that is none is text.
export function parse(text) {
  const parts = [];
  for (const [whole, minus, name, quoted, bare] of text.matchAll(PART)) {
    const field = name?.toLowerCase();
    if (name && !FIELDS.has(field)) {
      const value = whole.slice(minus.length).replaceAll('"', " ").trim();
      parts.push({ field: "", text: value, phrase: false, not: !!minus });
    } else {
      const value = (quoted ?? bare).trim();
      if (value) parts.push({ field: field ?? "", text: value, phrase: quoted !== undefined, not: !!minus });
    }
  }
  return parts;
}

// Years of `2015`, `2015..2020`, `2015..`, `..2020` or `2015-2020`, or undefined.
export function years(text) {
  const m = text.match(/^(\d{4})?(?:(\.\.|-)(\d{4})?)?$/);
  if (!m || !(m[1] || m[3])) return undefined;
  return m[2] ? [+(m[1] ?? 0), +(m[3] ?? 9999)] : [+m[1], +m[1]];
}

export const quote = (text) => (/^[\p{L}\p{N}][^\s":]*$/u.test(text) ? text : `"${text.replaceAll('"', "")}"`);
