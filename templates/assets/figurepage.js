// What a figure's page holds, as plain values: the page itself, or one that was read.
import { geneId } from "./address.js";

/** The rows of a list of what is in the figure: the word, its name elsewhere, its links; a link alone has the word as its text. */
export const rows = (list) => [...list.querySelectorAll("li")].map((li) => {
  const first = li.firstChild, links = [...li.querySelectorAll("a[href]")];
  return { word: (first.data ?? first.textContent).trim(), name: li.querySelector("small")?.textContent ?? "", links };
});

/** The genes of a figure by organism: [{ name, table: [[organism, word, symbol, id]], genes: [{ symbol, id, href, words }] }]. */
export const organisms = (article) => [...article.querySelectorAll(".genes details")].map((d) => {
  const name = d.querySelector("summary b").textContent.trim(), genes = new Map();
  const found = rows(d).flatMap(({ word, links }) => links.map((a) => [name, word, a.textContent.trim(), geneId(a.href) ?? "", a.href]));
  for (const [, word, symbol, id, href] of found) {
    if (genes.has(id)) genes.get(id).words.push(word);
    else genes.set(id, { symbol, id, href, words: [word] });
  }
  return { name, table: found.map((row) => row.slice(0, 4)), genes: [...genes.values()] };
});

/** The figure's number in its paper, such as `Figure 3`. */
export const label = (article) => article.querySelector(".kicker").firstChild.textContent.split("·")[0].trim();
