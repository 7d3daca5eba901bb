// What a figure's page holds, as plain values: the page itself, or one that was read.
import { geneId } from "./address.js";

/** The words of a list with the genes behind each: the rows of a table as shown. */
function rows(list, organism) {
  const found = [];
  let word = "";
  for (const cell of list.children) {
    if (cell.tagName === "DT") word = cell.textContent.trim();
    else for (const a of cell.querySelectorAll("a[href]")) found.push([organism, word, a.textContent.trim(), geneId(a.href) ?? "", a.href]);
  }
  return found;
}

/** The genes of a figure by organism: [{ name, table: [[organism, word, symbol, id]], genes: [{ symbol, id, href, words }] }]. */
export const organisms = (article) => [...article.querySelectorAll(".genes details")].map((d) => {
  const name = d.querySelector("summary b").textContent.trim(), found = rows(d.querySelector("dl"), name), genes = new Map();
  for (const [, word, symbol, id, href] of found) {
    if (genes.has(id)) genes.get(id).words.push(word);
    else genes.set(id, { symbol, id, href, words: [word] });
  }
  return { name, table: found.map((row) => row.slice(0, 4)), genes: [...genes.values()] };
});

/** The figure's number in its paper, such as `Figure 3`. */
export const label = (article) => article.querySelector(".kicker").firstChild.textContent.split("·")[0].trim();
