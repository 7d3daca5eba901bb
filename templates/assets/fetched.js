// A figure as its own page tells it, read from another page.  No index is needed, and what leads on from an old id does so here.
import { figidOf, figurePage } from "./address.js";
import * as cite from "./cite.js";
import { label, organisms } from "./figurepage.js";

/**
 * What an id stands for: a figure; { gone: true } where the site has none; { several: [{ figid, title }] } where it is the old id
 * of more than one.  Raises what `fetch` raises, or an Error with the status.
 */
export async function figureOf(figid, signal) {
  const page = await pageOf(figid, signal), moved = page?.querySelector("meta[http-equiv=refresh]");
  if (!moved) return page ? read(page, figid) : { gone: true };
  const now = figidOf(page.querySelector("a[href]")?.getAttribute("href") ?? ""), other = await pageOf(now, signal);
  return other ? read(other, now) : { gone: true };
}

async function pageOf(figid, signal) {
  const response = await fetch(figurePage(figid), { signal });
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new Error(`status ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), "text/html"); // its links start here, a directory as deep as its own
}

function read(page, asked) {
  const article = page.querySelector("article.figure"), text = (selector, from = article) => from.querySelector(selector)?.textContent.trim() ?? "";
  if (!article) {
    const several = [...page.querySelectorAll("main ul.figs a")].map((a) => ({ figid: figidOf(a.getAttribute("href")), title: a.textContent }));
    return several.length ? { several } : { gone: true };
  }
  const figid = figidOf(page.querySelector("link[rel=canonical]")?.getAttribute("href") ?? asked);
  const facts = Object.fromEntries([...article.querySelectorAll(".facts dt")].map((dt) => [dt.textContent, dt.nextElementSibling]));
  const work = cite.work(JSON.parse(text("script[type='application/ld+json']", page) || "{}"), { label: label(article), site: text("body > header a", page) });
  const said = (name) => facts[name]?.textContent.trim() ?? "";
  return {
    figid, url: figurePage(figid), title: text("h1"), label: work.label, year: work.year || text(".kicker [href*='years/']"), image: article.querySelector("figure img")?.getAttribute("src") ?? "",
    paper: work.paper, journal: said("Journal") || work.journal, doi: said("DOI"), reference: work.reference,
    species: [...article.querySelectorAll(".kicker [href*='organisms/']")].map((a) => a.textContent), organisms: organisms(article),
    work: { ...work, journal: said("Journal") || work.journal, doi: said("DOI") || work.doi, pmcid: said("PMC") || work.pmcid },
  };
}
