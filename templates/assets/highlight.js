// The highlight contract, docs/highlight.md: ?genes=TP53,ncbigene:1956 marks rows and diagram nodes.
import { geneId } from "./address.js";
import { rows } from "./figurepage.js";
import { term } from "./tokens.js";

const links = [...document.querySelectorAll(".genes")].flatMap(rows)
  .flatMap(({ word, links: found }) => found.map((a) => ({ a, id: geneId(a.href), name: term(a.textContent), word: term(word) })));

// The rows of an entry: of a gene's id, else of a symbol, else of a drawn word.
function rowsOf(gene) {
  const id = gene.match(/^(?:ncbigene:|entrez:)?(\d+)$/i)?.[1], name = id ? "" : term(gene);
  if (!id && !name) return [];
  const hits = links.filter((l) => (id ? l.id === id : l.name === name));
  return hits.length || id ? hits : links.filter((l) => l.word === name);
}

// A comma that is percent-encoded belongs to a name that holds one; else it parts a list that was encoded as a whole.
const entries = (/[?&]genes=([^&]*)/.exec(location.search)?.[1] ?? "").split(",").map((part) => new URLSearchParams(`g=${part}`).get("g"));
const wanted = [...new Set(entries.flatMap((g) => (rowsOf(g).length ? [g] : g.split(","))).map((g) => g.trim()).filter(Boolean))].slice(0, 500);

const TOLD = 12; // names of genes that are not there, before their number tells the rest

function mark() {
  const words = new Set(), ids = new Set(), names = new Set(), missing = [];
  for (const gene of wanted) {
    const rows = rowsOf(gene);
    if (!rows.length) missing.push(gene);
    for (const l of rows) {
      l.a.classList.add("lit");
      l.a.closest("details")?.setAttribute("open", "");
      words.add(l.word); ids.add(l.id); names.add(l.name);
    }
  }
  for (const node of document.querySelectorAll("svg.dg a:not(.q)")) {
    const id = geneId(node.getAttribute("href") ?? "");
    const text = term(node.querySelector("text").textContent);
    if ((id && ids.has(id)) || words.has(text) || names.has(text)) node.classList.add("lit");
  }
  for (const line of document.querySelectorAll("svg.dg .q text")) // names beside the diagram
    line.replaceChildren(...line.textContent.split(/(: |, |,$)/).map((part) => {
      if (!part || !(words.has(term(part)) || names.has(term(part)))) return part;
      const lit = document.createElementNS(line.namespaceURI, "tspan");
      lit.setAttribute("class", "lit");
      lit.append(part);
      return lit;
    }));
  const say = Object.assign(document.createElement("p"), { className: "highlighted" });
  say.setAttribute("role", "status");
  say.append(`${wanted.length - missing.length} of ${wanted.length} gene${wanted.length === 1 ? "" : "s"} highlighted. `);
  const clear = Object.assign(document.createElement("a"), { href: location.pathname, textContent: "Show without" });
  say.append(clear);
  if (missing.length) say.append(`. Not in this figure: ${missing.slice(0, TOLD).join(", ")}${missing.length > TOLD ? ` and ${missing.length - TOLD} more` : ""}.`);
  document.querySelector("main h1")?.after(say);
  for (const a of document.querySelectorAll("#more ~ ul a")) a.search = location.search;
}
if (wanted.length) mark();
