// The gene list page, docs/gene-list.md: all of its state stands in the address after `#`, which no server sees.
import { figurePage } from "./address.js";
import { shown } from "./chance.js";
import { common, documentOf, genes, genesOf, rank, resolve, split } from "./genesets.js";
import { saveButton } from "./mine.js";
import { open, rows as texts, tableOf, yearOf } from "./store.js";
import { button, copy, counted, element as el, figures, number, saveTable, unread } from "./tools.js";

const byId = (id) => document.getElementById(id);
const form = byId("list"), directory = document.querySelector("form.find").action;
const PAGE = 25, FIELDS = ["genes", "background", "organism", "least", "words", "like", "sort"];
const narrow = matchMedia("(max-width: 40rem)");
const COLUMNS = [["", "Figure"], ["year", "Year"], ["genes", "Genes"], ["p", "p"], ["", "q"]];
const ORDERS = { p: () => 0, genes: (a, b) => b.k - a.k, year: (a, b) => a.d - b.d };
let start, sets, answer, turn = 0, rowsShown = 0;

function state() {
  const given = new URLSearchParams(location.hash.slice(1)), s = Object.fromEntries(FIELDS.map((f) => [f, given.get(f) ?? ""]));
  return { ...s, organism: given.get("organism"), least: Math.min(999, Math.max(1, Math.floor(+s.least) || 2)), words: s.words === "1", sort: s.sort in ORDERS ? s.sort : "p" };
}

function address(s) {
  const q = new URLSearchParams();
  for (const f of ["genes", "background"]) if (s[f].trim()) q.set(f, split(s[f]).join(","));
  if (s.organism !== null && s.organism !== sets?.organisms[0]) q.set("organism", s.organism);
  if (s.least !== 2) q.set("least", s.least);
  if (s.words) q.set("words", "1");
  if (s.like) q.set("like", s.like);
  if (s.sort !== "p") q.set("sort", s.sort);
  return `${location.pathname}#${String(q).replaceAll("%2C", ",")}`;
}

function go(change, replace = false) {
  history[replace ? "replaceState" : "pushState"](null, "", address({ ...state(), ...change }));
  return run();
}

// What the form holds; a list that was changed is no longer a figure's own.
const own = () => split(byId("genes").value).join() === split(state().genes).join();
const entered = () => ({ like: own() ? state().like : "", genes: byId("genes").value, background: byId("background").value, organism: sets ? byId("organism").value : state().organism, least: Math.max(1, Math.floor(+byId("least").value) || 2), words: byId("words").checked });

async function load() {
  start = await open(directory);
  if (sets) return;
  sets = await genes();
  byId("organism").prepend(...sets.organisms.map((name) => el("option", { value: name, textContent: name })));
  byId("organism").value = organism(state());
}

const organism = (now) => (now.organism === null ? sets.organisms[0] ?? "" : sets.organisms.includes(now.organism) ? now.organism : "");

const failed = (e) => unread(byId("told"), "The gene sets", e, run);

async function run() {
  const mine = ++turn, now = state();
  for (const f of ["genes", "background"]) if (split(byId(f).value).join() !== split(now[f]).join()) byId(f).value = split(now[f]).join("\n");
  if (now.background) byId("background").closest("details").open = true;
  byId("least").value = now.least;
  byId("words").checked = now.words;
  byId("names").replaceChildren();
  byId("hits").replaceChildren();
  byId("found").hidden = true;
  byId("told").textContent = "";
  byId("how").hidden = !!now.genes; // it would move with each row that comes
  if (!now.genes) return;
  const waiting = setTimeout(() => { byId("told").textContent = "Reading the gene sets…"; }, 150);
  try {
    await load();
    byId("organism").value = organism(now);
    const scope = genesOf(sets, organism(now)), found = await resolve(sets, split(now.genes), scope);
    const ground = now.background ? await resolve(sets, split(now.background), scope) : undefined;
    const but = now.like ? await documentOf(now.like) : undefined;
    if (mine !== turn) return;
    const universe = ground ? marked(ground) : scope, list = marked(found);
    answer = { ...rank(sets, list, universe, { ...now, but }), now, list, universe };
    clearTimeout(waiting);
    tell(found, ground);
    if (but !== undefined) byId("names").prepend(el("li", {}, "The genes of ", el("a", { href: figurePage(now.like), textContent: now.like }), ", which is not ranked."));
    await draw(mine);
    if (mine === turn) byId("found").hidden = !answer.rows.length;
  } catch (e) {
    if (mine === turn) failed(e);
  } finally {
    clearTimeout(waiting);
    if (mine === turn) byId("how").hidden = false;
  }
}

function marked({ genes: some }) {
  const one = new Uint8Array(sets.names.length);
  for (const g of some.keys()) one[g] = 1;
  return one;
}

const some = (list) => list.slice(0, 60).join(", ") + (list.length > 60 ? ` and ${number(list.length - 60)} more` : "");

// What became of the names, and how many figures there are.
function tell(found, ground) {
  const { now, rows, tests, n, N, universe } = answer, names = split(now.genes).length, name = (g) => sets.names[g];
  const known = names - found.unknown.length - found.outside.length, of = organism(now);
  byId("told").textContent = `${number(known)} of ${counted(names, "name")} known: ${number(n)} of the ${counted(N, "gene")} of the background. `
    + `${figures(rows.length)} hold${rows.length === 1 ? "s" : ""} at least ${now.words ? `${counted(now.least, "word")} for them` : `${now.least} of them`}, of ${number(tests)} that could.`;
  const strange = now.organism && of !== now.organism;
  const out = ground ? [...found.genes.keys()].filter((g) => !universe[g]).map(name) : [];
  const ensembl = found.unknown.some((x) => /^ENS[A-Z]*[EGPT]\d{6}/i.test(x)) ? " Ensembl ids have no entry here: take symbols or NCBI Gene ids." : "";
  byId("names").replaceChildren(...[
    strange && `The menu has the organisms of most figures, and ${now.organism} is none of them: genes of all organisms count.`,
    found.unknown.length && `Not known: ${some(found.unknown)}.${ensembl}`,
    found.outside.length && `No gene of ${of}: ${some(found.outside.map(([x, g]) => (x.toLowerCase() === name(g).toLowerCase() ? x : `${x} (${name(g)})`)))}.`,
    found.several.length && `More than one gene: ${some(found.several.map(([x, [g, ...others]]) => `${x} was taken for ${name(g)}, not ${others.map(name).join(" or ")}`))}.`,
    out.length && `Not in your background: ${some(out)}.`,
    ground && ground.unknown.length + ground.outside.length && `Of the background ${counted(ground.unknown.length + ground.outside.length, "name")} not known: ${some([...ground.unknown, ...ground.outside.map(([x]) => x)].slice(0, 20))}.`,
  ].filter(Boolean).map((textContent) => el("li", { textContent })));
}

// A phone has no room for years and q: they stand before the genes.
const columns = () => COLUMNS.filter(([key, title]) => !narrow.matches || (key !== "year" && title !== "q"));

async function draw(mine) {
  const { now, rows } = answer, focused = byId("head").contains(document.activeElement);
  answer.sorted = now.sort === "p" ? rows : [...rows].sort((a, b) => ORDERS[now.sort](a, b) || a.p - b.p || a.d - b.d);
  byId("head").replaceChildren(el("tr", {}, ...columns().map(([key, title]) => {
    const text = (key === "genes" && now.words ? "Words" : title) + (now.sort === key ? (key === "p" ? "\u00a0↑" : "\u00a0↓") : ""), cell = el("th", { scope: "col" }, key ? button(text, () => sort(key)) : text);
    if (now.sort === key) cell.setAttribute("aria-sort", key === "p" ? "ascending" : "descending");
    if (focused && now.sort === key) setTimeout(() => cell.firstChild.focus());
    return cell;
  })));
  byId("hits").replaceChildren();
  rowsShown = 0;
  await more(mine);
}

// Another order of the same figures: nothing is counted anew.
function sort(key) {
  history.replaceState(null, "", address({ ...state(), sort: key }));
  answer.now.sort = key;
  return draw(++turn).catch(failed);
}

async function more(mine = turn) {
  const next = answer.sorted.slice(rowsShown, rowsShown + PAGE), read = await texts(next.map((row) => row.d));
  if (mine !== turn) return undefined;
  const lines = next.map((row, i) => line(row, read[i]));
  byId("hits").append(...lines);
  rowsShown += next.length;
  byId("more").hidden = rowsShown >= answer.sorted.length;
  return lines[0];
}

const groups = (row) => common(sets, row.d, answer.list, answer.universe).map((group) => group.map((g) => sets.names[g]));

function line(row, { figid, title }) {
  const words = groups(row), year = yearOf(start.years, row.d) || "", size = `${row.k}/${row.K}`, p = shown(row.p), q = shown(row.q), named = words.map((w) => w.join(" + ")).join(", ");
  return el("tr", {}, el("td", {}, el("a", { href: figurePage(figid, words.flat()), textContent: title }), el("br"), el("small", { textContent: narrow.matches ? [year, `q ${q}`, named].filter(Boolean).join(" · ") : named }), " ", saveButton(figid, title)),
    ...(narrow.matches ? [size, p] : [year, size, p, q]).map((textContent) => el("td", { textContent })));
}

// All figures of the answer, in the order shown, as a table.
async function ranked() {
  const { sorted } = answer, told = await tableOf(sorted.map((row) => row.d));
  return [["figid", "url", "title", "year", "overlap", "size", "p", "q", "genes"], ...sorted.map((row) => {
    const [figid, title] = told(row.d);
    return [figid, figurePage(figid), title, yearOf(start.years, row.d) || "", row.k, row.K, shown(row.p, 6), shown(row.q, 6), groups(row).flat().join(" ")];
  })];
}

form.addEventListener("submit", (e) => { e.preventDefault(); go({ ...entered() }); });
form.addEventListener("focusin", () => load().catch(() => {}), { once: true });
for (const id of ["organism", "least", "words"]) byId(id).addEventListener("change", () => { if (state().genes) go(entered(), true); });
byId("more").addEventListener("click", () => more().then((first) => first?.querySelector("a").focus(), failed));
byId("save").addEventListener("click", saveTable("gene-list.tsv", ranked));
byId("copy").addEventListener("click", copy(() => location.href));
addEventListener("popstate", run);
narrow.addEventListener("change", () => { if (answer) draw(++turn).catch(failed); });
run();
