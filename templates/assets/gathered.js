// What several figures come to: their genes, as gene sets and counted, and their table.  Pure.  A figure is { figid, url, title, organisms, … },
// its organisms as figurepage.js reads them.
import { tsv } from "./tools.js";

const genesOf = (figure, organism) => figure.organisms.find((o) => o.name === organism)?.genes ?? [];
/** Genes whose symbol is known; where it is lost, a page has the id in its place. */
const named = (genes) => genes.filter((g) => g.symbol !== g.id);

/** The organisms that some figures have genes of, those of most figures first: [[name, figures]]. */
export function organismsOf(figures) {
  const counts = new Map();
  for (const { organisms } of figures) for (const { name } of organisms) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** The number of a figure's genes by NCBI id, of all organisms, as in the table of all figures. */
export const geneCount = ({ organisms }) => new Set(organisms.flatMap((o) => o.genes.map((g) => g.id || g.symbol))).size;

/** Gene sets of an organism as GMT: a line for each figure that has some, with its id, its title and the genes, each once. */
export const gmt = (figures, organism, kind) => tsv(figures.flatMap((figure) => {
  const genes = genesOf(figure, organism), names = [...new Set(kind === "id" ? genes.map((g) => g.id).filter(Boolean) : named(genes).map((g) => g.symbol))];
  return names.length ? [[figure.figid, figure.title, ...names]] : [];
}));

/** The genes of an organism, those of most figures first: [{ symbol, id, href, words, figids }]. */
export function tally(figures, organism) {
  const found = new Map();
  for (const figure of figures) for (const { symbol, id, href, words } of genesOf(figure, organism)) {
    const key = id || symbol;
    if (!found.has(key)) found.set(key, { symbol, id, href, words: new Set(), figids: [] });
    words.forEach((word) => found.get(key).words.add(word));
    found.get(key).figids.push(figure.figid);
  }
  const text = new Intl.Collator("en");
  return [...found.values()].map((g) => ({ ...g, words: [...g.words] })).sort((a, b) => b.figids.length - a.figids.length || text.compare(a.symbol, b.symbol));
}

/** Genes of which figures share some: those of at least two, or all of one figure. */
export const sharedGenes = (genes, figures) => named(genes).filter((g) => g.figids.length >= Math.min(2, figures));

export const geneRows = (genes, organism) => [["gene", "ncbigene_id", "organism", "figures", "words", "figids"],
  ...genes.map((g) => [g.symbol, g.id, organism, g.figids.length, g.words.join("; "), g.figids.join(" ")])];

/** The table of figures; of one that could not be read its id and why. */
export const figureRows = (figures) => [["figid", "pmcid", "url", "title", "figure", "year", "paper", "journal", "doi", "reference", "organisms", "genes", "symbols", "note"],
  ...figures.map((f) => (f.organisms ? [f.figid, f.figid.split("__")[0], f.url, f.title, f.label, f.year, f.paper, f.journal, f.doi, f.reference, f.species.join(", "),
    geneCount(f), [...new Set(f.organisms.flatMap((o) => named(o.genes).map((g) => g.symbol)))].join(" "), f.note]
    : [f.figid, ...Array(12).fill(""), f.note]))];
