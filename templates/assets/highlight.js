// The highlight contract, docs/highlight.md: ?genes=TP53,ncbigene:1956 marks rows and diagram nodes.
import { geneId } from "./address.js";
import { term } from "./tokens.js";

const wanted = [...new Set((new URLSearchParams(location.search).get("genes") ?? "").split(",").map((g) => g.trim()).filter(Boolean))].slice(0, 500);

function mark() {
  const links = [...document.querySelectorAll(".genes dd a")].map((a) => ({ a, id: geneId(a.href), name: term(a.textContent), word: term(a.closest("dd").previousElementSibling?.textContent ?? "") }));
  const words = new Set(), ids = new Set(), names = new Set();
  let found = 0;
  for (const gene of wanted) {
    const id = gene.match(/^(?:ncbigene:|entrez:)?(\d+)$/i)?.[1], name = id ? "" : term(gene);
    const hits = links.filter((l) => (id ? l.id === id : l.name === name));
    const rows = hits.length || id ? hits : links.filter((l) => l.word === name);
    if (rows.length) found++;
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
  say.append(`${found} of ${wanted.length} gene${wanted.length === 1 ? "" : "s"} highlighted. `);
  const clear = Object.assign(document.createElement("a"), { href: location.pathname, textContent: "Show without" });
  say.append(clear);
  document.querySelector("main h1")?.after(say);
  for (const a of document.querySelectorAll("#more ~ ul a")) a.search = location.search;
}
if (wanted.length) mark();
