// A figure's page: its tools, made from what the page holds.  The build puts `IMAGES` before this file: the addresses
// of a picture, in order of fallback, with {pmcid} and {filename}; and `GENE_LIST`: whether the site has a gene list page.
import { figidOf } from "./address.js";
import * as cite from "./cite.js";
import { evidence } from "./evidence.js";
import { label as labelOf, organisms as organismsOf } from "./figurepage.js";
import { picture } from "./picture.js";
import { gpml, SERVICES } from "./send.js";
import { button, copy, group, element, save, saveTable, say } from "./tools.js";

const article = document.querySelector("article.figure");
const look = article.querySelector(".look");
const permalink = document.querySelector("link[rel=canonical]")?.href ?? location.href;
const figid = figidOf(permalink), label = labelOf(article), organisms = organismsOf(article);
const image = article.querySelector("figure img");
// A site without search has no list of saved figures either.
const mine = document.querySelector("form.find") && await import("./mine.js").catch(() => null);

function sections() {
  const nav = element("nav", { className: "sections", ariaLabel: "On this page" });
  for (const h of article.querySelectorAll("h2[id]")) nav.append(element("a", { href: `#${h.id}`, textContent: h.textContent }));
  nav.prepend(element("a", { href: "#main", textContent: "Figure" }));
  const steps = neighbours();
  nav.append(...steps);
  look.before(nav);
  if (mine) nav.append(kept(getComputedStyle(nav).paddingRight, steps.length ? "" : "auto"));
}

/** The button that saves the figure, in view at the bar's end however narrow that is; `side` is the bar's own margin there. */
function kept(side, marginLeft) {
  const end = element("span", {}, mine.saveButton(figid));
  Object.assign(end.style, { position: "sticky", right: `-${side}`, flex: "none", alignSelf: "stretch", display: "flex", alignItems: "center", background: "inherit",
    padding: `0 ${side} 0 .5rem`, margin: `0 -${side} 0 ${marginLeft || 0}` });
  return end;
}

/** Previous and next in the list that the reader came from. */
function neighbours() {
  try {
    const { title, href, items } = JSON.parse(sessionStorage.getItem("list"));
    const at = items.indexOf(location.pathname);
    if (at < 0) return [];
    const step = (to, words, arrow) => items[to] && element("a", {
      href: items[to], rel: to < at ? "prev" : "next", textContent: arrow, ariaLabel: `${words} figure in ${title}`,
    });
    const place = element("a", { href, textContent: `${at + 1} of ${items.length}`, title, ariaLabel: `${at + 1} of ${items.length} in ${title}` });
    const span = element("span", { className: "steps" });
    span.append(...[step(at - 1, "Previous", "←"), place, step(at + 1, "Next", "→")].filter(Boolean));
    return [span];
  } catch {
    return [];
  }
}

function use() {
  const list = element("dl");
  const work = () => cite.work(JSON.parse(document.querySelector("script[type='application/ld+json']").textContent),
    { label, site: document.querySelector("body > header a").textContent.trim() });
  group(list, "Cite", [
    button("Copy text", copy(() => cite.text(work()))),
    button("Copy BibTeX", copy(() => cite.bibtex(work()))),
    button("Save RIS", save(() => cite.ris(work()), `${figid}.ris`, "application/x-research-info-systems")),
    button("Save CSL-JSON", save(() => cite.csl(work()), `${figid}.json`, "application/vnd.citationstyles.csl+json")),
  ]);
  const files = element("dd", { className: "downloads" });
  if (image) files.append(element("a", { href: image.src, textContent: "Picture", className: "button" }));
  if (organisms.length) files.append(button("Genes (TSV)", saveTable(`${figid}-genes.tsv`,
    () => [["organism", "word", "symbol", "ncbigene_id"], ...organisms.flatMap((o) => o.table)])));
  if (files.firstChild) list.append(element("dt", { textContent: "Download" }), files);
  group(list, "Permalink", [element("a", { href: permalink, textContent: permalink })]);
  group(list, "Share", [...(mine ? [mine.saveButton(figid)] : []), button("Copy link", copy(() => permalink)), button("Copy card (HTML)", copy(card))]);
  const section = element("section", { className: "facts use" });
  section.append(element("h2", { id: "use", textContent: "Cite and share" }), list);
  const figure = look.querySelector("figure");
  const column = element("div", { className: "column" });
  figure.before(column);
  column.append(figure);
  look.append(section);
  sections();
  const wide = matchMedia("(min-width: 62rem)"); // there it stands below the picture
  const place = () => (wide.matches ? column : look).append(section);
  wide.onchange = place;
  place();
}

/** The paper’s title leads to it, and the keyboard moves a drawing that is wider than the page. */
function reach() {
  const title = article.querySelector(".facts cite"), figure = article.querySelector(".facts code")?.parentElement;
  const paper = figure?.nextElementSibling?.nextElementSibling?.querySelector("a");
  if (title && paper) title.replaceChildren(element("a", { href: paper.href, rel: "external" }, ...title.childNodes));
  const drawing = article.querySelector(".dgs");
  if (!drawing || drawing.scrollWidth <= drawing.clientWidth) return;
  Object.assign(drawing, { role: "group", ariaLabel: "Diagram" }); // Firefox makes it a stop whether it has links or not
  if (!drawing.querySelector("a")) drawing.tabIndex = 0;
}

/** A card for other pages: the picture, its title and where it is from. */
function card() {
  const box = element("figure");
  const link = element("a", { href: permalink });
  if (image) link.append(element("img", { src: image.src, alt: image.alt, width: 480 }));
  const caption = element("figcaption");
  caption.append(element("a", { href: permalink, textContent: article.querySelector("h1").textContent }),
    ` ${label}. ${article.querySelector(".facts cite")?.textContent ?? ""}`);
  box.append(...(image ? [link, caption] : [caption]));
  return box.outerHTML;
}

function send() {
  const section = article.querySelector("#genes")?.parentElement;
  if (!organisms.length || !section) return;
  const bar = element("div", { className: "send" });
  const choice = element("select", { id: "organism" });
  for (const [i, o] of organisms.entries()) choice.append(element("option", { value: i, textContent: `${o.name} (${o.genes.length})` }));
  const buttons = element("span");
  const chosen = () => organisms[choice.value];
  const named = () => chosen().genes.filter((g) => g.symbol !== g.id);
  const similar = element("a", { textContent: "Find figures with the same genes" });
  const fill = () => {
    const o = chosen();
    similar.href = alike(named(), o.name);
    similar.parentElement.hidden = !GENE_LIST || named().length < 2;
    const places = SERVICES.filter((s) => s.serves(o.name)).map((s) => {
      const hint = o.genes.length > s.most ? ` (first ${s.most})` : "";
      if (s.href) return element("a", { className: "button", href: s.href(named(), o.name), target: "_blank", rel: "noopener", textContent: s.name + hint });
      return button(s.name + hint, () => post(s.post, s.fields(named(), `${figid} ${o.name}`)));
    });
    buttons.replaceChildren(...places,
      button("Copy symbols", copy(() => named().map((g) => g.symbol).join("\n"))),
      button("Copy GPML for PathVisio", copy(() => gpml(o.genes))));
  };
  const line = element("p", { className: "send" }, similar);
  choice.onchange = fill;
  fill();
  bar.append(element("label", { htmlFor: "organism", textContent: "Send the genes of" }), choice, buttons);
  section.querySelector("details").before(line, bar);
}

/** The gene list page with the genes of this figure, which ranks all other figures by them: docs/gene-list.md. */
function alike(genes, organism) {
  const state = { genes: genes.slice(0, 500).map((g) => g.symbol).join(","), organism, words: 1, like: figid };
  return `../enrichment/#${String(new URLSearchParams(state)).replaceAll("%2C", ",")}`;
}

/** Sends a form in a new tab: the way in for sites that take a list by POST alone. */
function post(action, fields) {
  const form = element("form", { action, method: "post", enctype: "multipart/form-data", target: "_blank", hidden: true });
  for (const [name, value] of Object.entries(fields)) form.append(element("textarea", { name, value }));
  document.body.append(form);
  form.submit();
  form.remove();
}

picture(article.querySelector("figure"), IMAGES, label, figid.split("__")[0]);
use();
send();
evidence(article);
reach();
say(""); // a screen reader listens only to a place that is there before its text
if (article.querySelector(".dgs > svg")) import("./export.js"); // the diagram as a file
