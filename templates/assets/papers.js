// Papers of several figures as RIS and BibTeX, each paper once, with its figures.  Pure.
import { inverted, tex } from "./cite.js";

/** The papers of works as `work` in cite.js makes them, in the order of their first figures. */
export function papers(works) {
  const found = new Map();
  for (const w of works) {
    const key = w.pmcid || w.doi || w.id;
    if (!found.has(key)) found.set(key, { ...w, figures: [] });
    found.get(key).figures.push(`${w.label}: ${w.url}`);
  }
  return [...found.values()];
}

const address = (p) => (p.doi ? `https://doi.org/${p.doi}` : p.pmcid && `https://pmc.ncbi.nlm.nih.gov/articles/${p.pmcid}/`);

export const ris = (list) => list.map((p) => {
  const [first, last] = p.pages.split("-");
  const rows = [
    ["TY", "JOUR"], ["TI", p.paper || p.pmcid], ...p.authors.map((a) => ["AU", inverted(a)]), ...(p.more ? [["AU", "et al."]] : []), ["PY", p.year],
    ["T2", p.journal], ["VL", p.volume], ["IS", p.issue], ["SP", first], ["EP", last], ["DO", p.doi], ["UR", address(p)], ["C2", p.pmcid],
    ...(p.journal ? [] : [["N1", p.reference]]), ...p.figures.map((figure) => ["N1", figure]),
  ];
  return rows.filter(([, v]) => v).map(([tag, v]) => `${tag}  - ${v.replace(/\s+/g, " ")}\r\n`).join("") + "ER  - \r\n";
}).join("\r\n");

export const bibtex = (list) => list.map((p) => {
  const people = p.authors.map(inverted).join(" and ") + (p.more ? " and others" : "");
  const rows = [
    ["title", `{${tex(p.paper || p.pmcid)}}`], ["author", tex(people)], ["year", p.year], ["journal", tex(p.journal)], ["volume", p.volume],
    ["number", p.issue], ["pages", p.pages.replace("-", "--")], ["doi", p.doi], ["url", address(p)],
    ["note", tex([p.pmcid, ...(p.journal ? [] : [p.reference]), ...p.figures].filter(Boolean).join("; "))],
  ];
  const body = rows.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`).join(",\n");
  return `@article{${(p.pmcid || p.id).replace(/[^\w.:-]/g, "_")},\n${body}\n}\n`;
}).join("\n");
