// The search page: the query and all filters stand in the address, results in #results, their number in #count.
import { encoded, figurePage, filled } from "./address.js";
import { CAPTION, CHEMICAL, DISEASE, GENE, ID, PAPER, TITLE, WORD, facets, reasons, search, useIndex } from "./engine.js";
import { marked } from "./excerpt.js";
import { saveButton } from "./mine.js";
import { meant } from "./near.js";
import { parse, quote } from "./query.js";
import { organisms, rows, tableOf, yearOf } from "./store.js";
import { term } from "./tokens.js";
import { element as el, figures, number, patience, saveTable, unread } from "./tools.js";

const byId = (id) => document.getElementById(id);
const input = document.querySelector("main form.find input"), form = input.form;
const PAGE = 10, FACETS = { organism: "Organism", year: "Year", journal: "Journal", has: "Diagram" };
const NAMED = new Set(["gene", "chemical", "disease"]); // fields of one name
let answer, shown = 0, turn = 0;

// The state of the page as its address says it: query, filters, order, number of results shown.
function state() {
  const q = new URLSearchParams(location.search);
  return { q: q.get("q") ?? "", filters: Object.keys(FACETS).flatMap((f) => q.getAll(f).map((v) => [f, v])), sort: q.get("sort") ?? "", show: Math.min(1000, Math.max(0, Math.floor(+q.get("show"))) || PAGE) };
}

function address(s) {
  const q = new URLSearchParams();
  if (s.q) q.set("q", s.q);
  for (const [f, v] of s.filters) q.append(f, v);
  if (s.sort) q.set("sort", s.sort);
  if (s.show > PAGE) q.set("show", s.show);
  const text = String(q);
  return location.pathname + (text && `?${text}`);
}

function go(change, replace = false) {
  const to = address({ ...state(), ...change }), same = to === location.pathname + location.search; // no second step to go back
  history[replace || same ? "replaceState" : "pushState"](null, "", to);
  return run();
}

const failed = (e) => {
  unread(byId("count"), "The search index", e, run);
  byId("results").removeAttribute("aria-busy");
};

async function run() {
  const mine = ++turn, s = state();
  if (input.value !== s.q) input.value = s.q;
  byId("sort").value = s.sort;
  document.title = (s.q ? `${s.q} · ` : "") + document.title.split(" · ").slice(-2).join(" · ");
  const any = s.q.trim() || s.filters.length, ready = patience(any ? "Searching…" : "Reading the index…");
  if (any) byId("results").setAttribute("aria-busy", "true");
  try {
    const { documents } = await useIndex(form.action);
    if (!any && mine === turn) rest(documents);
    if (!any) return;
    organisms().catch(() => {}); // each result names its own: on their way while the terms are looked up
    const found = await search(s.q, { sort: s.sort, choice: s.filters });
    if (mine !== turn) return;
    answer = found;
    shown = 0;
    byId("say").hidden = byId("said").hidden = true;
    await more(s.show, mine, true);
    const n = answer.documents.length;
    byId("save").hidden = !n;
    byId("count").textContent = n ? figures(n) : "No figure has all of that.";
    drawFacets(s, mine).catch((e) => { if (mine === turn) unread(byId("filters"), "The filters", e, () => drawFacets(s, mine).catch(failed)); });
    if (!n) await offer(s, mine);
    offerSaid(s.q);
  } catch (e) {
    if (mine === turn) failed(e);
  } finally {
    ready();
  }
}

// Where the query is one name, a button opens what figures say of it.
function offerSaid(q) {
  const parts = parse(q), one = byId("say"), place = byId("said");
  const name = parts.every(({ field, not }) => !not && (!field || (parts.length === 1 && NAMED.has(field)))) ? parts.map(({ text }) => text).join(" ") : "";
  one.hidden = !answer.documents.length || !/\p{L}/u.test(name) || /^PMC\d/i.test(name);
  one.textContent = `What figures say of ${name}`;
  const show = (open) => {
    place.hidden = !open;
    one.setAttribute("aria-expanded", open);
    if (open) sayOf(name, place, turn);
  };
  show(false);
  one.onclick = () => show(place.hidden);
}

// What figures say of a name, or of the gene that it stands for.
async function sayOf(name, place, mine) {
  place.replaceChildren();
  const genes = [...new Set(answer.wanted.flatMap(({ hit }) => hit.genes.map((g) => g.gene)))];
  try {
    const { saidOf, section } = await import("./statements.js");
    const said = await saidOf(form.action, name) ?? (genes.length === 1 ? await saidOf(form.action, genes[0]) : undefined);
    if (mine === turn) place.replaceChildren(said ? section(said) : el("p", { role: "status", textContent: `No relation of ${name} was read in a caption, or given.` }));
  } catch (e) {
    if (mine === turn) unread(place, "The index", e, () => sayOf(name, place, mine));
  }
  place.scrollIntoView({ block: "nearest" }); // on a phone the filters stand between
}

// The page without a query.
function rest(documents) {
  byId("count").textContent = `Type to search ${figures(documents)}.`;
  byId("results").replaceChildren();
  byId("filters").replaceChildren();
  byId("more").hidden = byId("save").hidden = byId("say").hidden = byId("said").hidden = true;
  byId("results").removeAttribute("aria-busy");
}

// Where no figure has all: names near to a word that is in none, or how many figures have each part alone; each is a link.
async function offer(s, mine) {
  const parts = answer.wanted.map(({ part, hit, weak }) => ({ ...part, weak, typed: part.shown ?? part.text, n: hit.fields.reduce((n, f) => n + !!f, 0) }));
  const unknown = parts.find(({ phrase, n }) => !phrase && !n)?.typed;
  const names = unknown ? (await meant(term(unknown))).map((name) => (unknown === unknown.toUpperCase() ? name.toUpperCase() : name)) : [];
  const species = (await organisms()).names;
  if (mine !== turn) return;
  const link = (textContent, q, filters) => el("a", { href: address({ ...s, q, filters, show: PAGE }), textContent });
  const near = names.map((name) => [link(name, s.q.replace(unknown, () => quote(name)), s.filters)]);
  for (const name of species) { // as words, an organism is looked for in titles and captions alone
    const at = ` ${s.q.toLowerCase()} `.indexOf(` ${name.toLowerCase()} `);
    if (at >= 0) near.unshift(["the organism ", link(name, `${s.q.slice(0, at)}organism:${quote(name)}${s.q.slice(at + name.length)}`, s.filters)]);
  }
  const alone = parts.filter(({ n, weak }) => n && !weak).map(({ field, phrase, typed, n }) =>
    [link(typed, (field && `${field}:`) + (field || phrase ? quote(typed) : typed), []), ` in ${figures(n)}`]);
  const listed = (items, last) => items.flatMap((item, i) => (i ? [i + 1 < items.length ? ", " : last, ...item] : item));
  byId("count").replaceChildren(`No figure has ${unknown ?? "all of that"}.`,
    ...(near.length ? [" Did you mean ", ...listed(near, " or "), "?"] : alone.length ? [" Alone: ", ...listed(alone, ", "), "."] : []));
}

// All figures found, in their order, as a table.
async function found() {
  const { documents, start } = answer, [told, names] = await Promise.all([tableOf(documents), organisms()]);
  return [["figid", "url", "title", "year", "organisms"], ...documents.map((d) => {
    const [figid, title] = told(d);
    return [figid, figurePage(figid), title, yearOf(start.years, d) || "", names.sets[names.of[d]].map((o) => names.names[o]).join(", ")];
  })];
}

async function more(upTo, mine, anew = false) {
  const some = answer.documents.slice(shown, upTo);
  const [texts, names] = await Promise.all([rows(some), organisms()]);
  if (mine !== turn) return;
  const items = texts.map((row) => hit(row, names));
  if (anew) byId("results").replaceChildren(...items);
  else byId("results").append(...items);
  shown = Math.min(upTo, answer.documents.length);
  byId("results").removeAttribute("aria-busy");
  byId("more").hidden = shown >= answer.documents.length;
  if (!anew) items[0]?.querySelector("h2 a").focus();
}

function hit(row, names) {
  const why = reasons(answer, row.document);
  const genes = [...new Set(why.filter((w) => w.fields & (GENE | WORD)).flatMap((w) => w.genes))];
  const link = figurePage(row.figid, genes);
  const year = yearOf(answer.start.years, row.document);
  const set = names.sets[names.of[row.document]].map((o) => names.names[o]);
  const li = el("li", {}, picture(row, link), el("div", {},
    el("h2", {}, el("a", { href: link }, marked(row.title, why, true))),
    el("p", { className: "quiet" }, [row.label, set.join(", "), year || ""].filter(Boolean).join(" · "), " ", saveButton(row.figid, row.title)),
    row.caption ? el("p", {}, marked(row.caption, why)) : "",
    el("p", { className: "why" }, ...reasonTexts(why, row))));
  return li;
}

function reasonTexts(why, row) {
  const words = why.map((w) => {
    const genes = w.genes.filter((g) => g).slice(0, 3).join(", ");
    const places = [];
    if (w.fields & ID) places.push("identifier");
    if (w.fields & GENE) places.push(genes && genes.toLowerCase() !== w.text.toLowerCase() ? `gene ${genes}` : "gene list");
    if (w.fields & WORD) places.push("word in the picture");
    if (w.fields & TITLE) places.push("title");
    if (w.fields & CHEMICAL) places.push("chemical");
    if (w.fields & DISEASE) places.push("disease");
    if (w.fields & PAPER) places.push(row.paper ? "paper’s title" : "paper");
    if (w.fields & CAPTION) places.push("caption");
    return places.length ? el("span", {}, el("b", { textContent: w.text }), ` in ${places.join(", ").replace(/^identifier$/, "its identifiers")}`) : "";
  });
  return words.filter(Boolean);
}

function picture(row, link) {
  const pmcid = row.figid.split("__")[0], urls = row.filename ? answer.start.images.map((t) => filled(t, { pmcid: encoded(pmcid), filename: encoded(row.filename) })) : [];
  const a = el("a", { href: link, tabIndex: -1, className: "thumb" });
  a.setAttribute("aria-hidden", "true");
  if (urls.length) {
    const img = el("img", { alt: "", loading: "lazy", referrerPolicy: "no-referrer", width: 120, height: 90, src: urls.shift() });
    img.addEventListener("error", () => { const next = urls.shift(); if (next) img.src = next; else img.remove(); });
    a.append(img);
  }
  return a;
}

async function drawFacets(s, mine) {
  const counts = await facets(answer.documents, answer.start, answer.near);
  if (mine !== turn) return;
  const open = new Set([...byId("filters").querySelectorAll("details[open]")].map((d) => d.dataset.facet));
  const focused = document.activeElement.closest("#filters") ? document.activeElement.dataset.value : undefined;
  byId("filters").replaceChildren(...Object.entries(FACETS).map(([facet, title]) => {
    const chosen = s.filters.filter(([f]) => f === facet).map(([, v]) => v);
    const values = [...chosen.map((v) => [v, counts[facet].find(([x]) => x === v)?.[1] ?? 0]), ...counts[facet].filter(([v]) => !chosen.includes(v))];
    if (!values.length) return "";
    const box = el("details", { open: open.has(facet) || chosen.length > 0 || innerWidth > 900 }, el("summary", { textContent: title }));
    box.dataset.facet = facet;
    const list = el("ul"), rest = values.slice(8);
    const item = ([v, n]) => el("li", {}, el("label", {}, check(facet, v, chosen.includes(v)), ` ${facet === "has" ? "with relations" : v} `, el("small", { textContent: number(n) })));
    list.append(...values.slice(0, 8).map(item));
    box.append(list);
    if (rest.length) {
      const button = el("button", { type: "button", textContent: `${Math.min(rest.length, 200)} more` });
      button.addEventListener("click", () => { list.append(...rest.slice(0, 200).map(item)); button.remove(); });
      box.append(button);
    }
    return box;
  }).filter(Boolean));
  if (focused) [...byId("filters").querySelectorAll("input")].find((i) => i.dataset.value === focused)?.focus();
}

function check(facet, value, checked) {
  const box = el("input", { type: "checkbox", checked });
  box.dataset.value = `${facet}:${value}`;
  box.addEventListener("change", async () => {
    const others = state().filters.filter(([f, v]) => f !== facet || v !== value);
    await go({ filters: box.checked ? [...others, [facet, value]] : others, show: PAGE });
  });
  return box;
}

let typing;
input.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => go({ q: input.value, show: PAGE }, true), 250);
});
form.addEventListener("submit", (e) => {
  e.preventDefault();
  clearTimeout(typing);
  go({ q: input.value, show: PAGE });
});
byId("save").addEventListener("click", saveTable("figures.tsv", found));
byId("sort").addEventListener("change", () => go({ sort: byId("sort").value, show: PAGE }));
byId("more").addEventListener("click", () => {
  const show = shown + PAGE;
  history.replaceState(null, "", address({ ...state(), show }));
  more(show, turn).catch(failed);
});
addEventListener("popstate", run);
document.querySelector(".finder").hidden = false;
// Who comes back from a figure finds the list where it was left, though its results are there only now.
byId("results").addEventListener("click", () => history.replaceState({ y: scrollY }, ""));
run().then(() => { if (history.state?.y) scrollTo({ top: history.state.y, behavior: "instant" }); });
