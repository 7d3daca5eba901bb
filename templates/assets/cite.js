// A figure's citation in four forms, made from the page's JSON-LD.  Pure: no document, no network.

/** What the forms need: the figure and its paper, as plain values; an unknown one is "". */
export function work(jsonld, { label, site }) {
  const nodes = jsonld["@graph"] ?? [jsonld];
  const dataset = nodes.find((n) => n["@type"] === "Dataset") ?? {};
  const paper = [dataset.citation ?? []].flat()[0] ?? {};
  const image = [dataset.isBasedOn ?? []].flat()[0] ?? {};
  const identifier = [dataset.identifier ?? []].flat()[0]; // a text where the markup has to be short
  const reference = reading(image.creditText ?? "");
  const identifiers = [paper.identifier ?? []].flat().map(String);
  const after = (prefix) => identifiers.find((i) => i.startsWith(prefix))?.slice(prefix.length) ?? "";
  return {
    id: identifier?.value ?? identifier ?? "",
    title: (dataset.name ?? "").replace(/\.$/, ""),
    label,
    site,
    url: dataset.url ?? "",
    paper: (paper.name ?? "").replace(/\.$/, ""),
    doi: after("doi:"),
    pmcid: after("pmc:"),
    reference: image.creditText ?? "",
    ...reference,
    journal: reference.journal || ([paper.isPartOf ?? []].flat()[0]?.name ?? ""),
    year: reference.year || String(paper.datePublished ?? "").slice(0, 4),
  };
}

/** The parts of a reference such as `A Author, et al. Journal. 2008 Dec;57(12):3211-3221.`; authors or year may lack, what cannot be told apart is "". */
export function reading(reference) {
  const none = { authors: [], more: false, journal: "", year: "", volume: "", issue: "", pages: "" };
  const m = /^(?:(.{1,400}?,? et al|.{0,400}?[^\s.]{2})\. )?([^.]{1,120}(?:\. ?[^.\d]{1,60}){0,8})\. (?:(\d{4})\b[^;]{0,20}(?:;(.{0,80}))?|;(.{1,80}))$/.exec(reference.trim());
  if (!m) return none;
  const [, people = "", journal, year = "", dated, undated] = m, more = /,? et al$/.test(people);
  const authors = people.replace(/,? et al$/, "").split(/,\s*(?:and\s+|&\s*)?|\s+and\s+/).filter(Boolean);
  const place = /^([^(:]*?)(?:\(([^)]*)\))?(?::(.*?))?\.?$/.exec(dated ?? undated ?? "") ?? [];
  return { authors, more, journal, year, volume: place[1]?.trim() ?? "", issue: place[2] ?? "", pages: place[3] ?? "" };
}

export function text(w) {
  const credit = [w.paper && `${w.paper}.`, w.reference || (w.year && `${w.year}.`)].filter(Boolean).join(" ");
  const link = w.doi ? ` https://doi.org/${w.doi}.` : "";
  return `${w.title}. ${w.label} in: ${credit || w.pmcid}${link} Redrawn at ${w.site}, ${w.url}`;
}

export function bibtex(w) {
  const people = w.authors.map(inverted).join(" and ") + (w.more ? " and others" : "");
  const rows = [
    ["title", w.title && `{${tex(w.title)}}`], ["author", tex(people)], ["year", w.year],
    ["howpublished", tex(`${w.label} in: ${w.paper || w.pmcid}`)], ["journal", tex(w.journal)], ["volume", w.volume],
    ["number", w.issue], ["pages", w.pages.replace("-", "--")], ["doi", w.doi], ["url", w.url],
    ["note", tex(w.pmcid ? `${w.site}; ${w.pmcid}` : w.site)],
  ];
  const body = rows.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`).join(",\n");
  return `@misc{${w.id.replace(/[^\w.:-]/g, "_") || "figure"},\n${body}\n}\n`;
}

export function ris(w) {
  const [first, last] = w.pages.split("-");
  const rows = [
    ["TY", "FIGURE"], ["TI", w.title], ...w.authors.map((a) => ["AU", inverted(a)]), ["PY", w.year], ["T2", w.journal],
    ["VL", w.volume], ["IS", w.issue], ["SP", first], ["EP", last], ["DO", w.doi], ["UR", w.url], ["DB", w.site], ["AN", w.pmcid],
    ["N1", `${w.label} in: ${[w.paper, w.reference].filter(Boolean).join(". ") || w.pmcid}`],
  ];
  return rows.filter(([, v]) => v).map(([tag, v]) => `${tag}  - ${v.replace(/\s+/g, " ")}\r\n`).join("") + "ER  - \r\n";
}

export function csl(w) {
  const item = {
    id: w.id, type: "figure", title: w.title, author: w.authors.map((name) => ({ literal: name })),
    issued: w.year ? { "date-parts": [[Number(w.year)]] } : undefined, "container-title": w.journal || undefined,
    volume: w.volume || undefined, issue: w.issue || undefined, page: w.pages || undefined, DOI: w.doi || undefined,
    PMCID: w.pmcid || undefined, URL: w.url, source: w.site, note: `${w.label} in: ${w.paper || w.pmcid}`,
  };
  return JSON.stringify([item], null, 2) + "\n";
}

/** `Ada B Lovelace` as `Lovelace, Ada B`; a single word, or a name that has its comma, stays. */
export function inverted(name) {
  const words = name.trim().split(/\s+/);
  return words.length < 2 || name.includes(",") ? name : `${words.at(-1)}, ${words.slice(0, -1).join(" ")}`;
}

const TEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
export const tex = (s) => s.replace(/[\\~^]|[&%$#_{}]/g, (c) => TEX[c] ?? `\\${c}`);
