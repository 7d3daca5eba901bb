// A query as text and as a value: words, phrases, exclusions and filters.
export const FIELDS = new Set(["gene", "chemical", "disease", "organism", "journal", "year", "has"]);
const DOI = /(?:https?:\/\/(?:dx\.)?doi\.org\/|\bdoi:\s*)(?=10\.\d)/gi;
const PAGE = /https?:\/\/\S*?\/(PMC\d[\w.-]*?)(?:\.html)?(?:[/?#]\S*)?(?=\s|$)/gi, PMC = /\b(?:pmcid:\s*)?PMC[\s:]*(?=\d{4})/gi;
const PART = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi;

// The query in this site's signs: quotation marks as phones and word processors make them, identifiers without what people copy with them.
const tidy = (text) => text.replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"').replace(DOI, "").replace(PAGE, "$1").replace(PMC, "PMC");

// Parts {field, text, phrase, not} in order; a field that is none is text.
export function parse(text) {
  const parts = [];
  for (const [whole, minus, name, quoted, bare] of tidy(text).matchAll(PART)) {
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
