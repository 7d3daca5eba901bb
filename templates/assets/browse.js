// The table of all figures: only the rows in view exist, and only their files are loaded.
import { figurePage } from "./address.js";
import { facets, search, useIndex } from "./engine.js";
import { saveButton } from "./mine.js";
import * as store from "./store.js";
import { beyond, element as el, figures, patience, saveTable, unread } from "./tools.js";

const byId = (id) => document.getElementById(id);
const ROW = 32, SPARE = 12;
const COLUMNS = [
  ["title", "Title", "minmax(15rem, 3fr)"], ["label", "Number", "7rem"], ["year", "Year", "4.5rem"], ["organisms", "Organisms", "minmax(9rem, 1fr)"],
  ["journal", "Journal", "minmax(9rem, 1fr)"], ["genes", "Genes", "5rem"], ["diagram", "Relations", "6rem"], ["figid", "Figure id", "17rem"], ["saved", "Save", "6rem"],
];
const NAMES = COLUMNS.map(([name]) => name), USUAL = "title,year,organisms,journal,genes,saved", SORTS = ["title", "year", "organisms", "journal", "genes", "diagram"];
const table = byId("table"), directory = document.querySelector("form.find").action;
let s, organisms, journals, genes, diagrams, documents = [], files = new Map(), body, turn = 0;

const role = (name, r, ...children) => {
  const e = el(name, {}, ...children);
  e.setAttribute("role", r);
  return e;
};

function state() {
  const q = new URLSearchParams(location.search), shown = (q.get("columns") ?? USUAL).split(",").filter((c) => NAMES.includes(c));
  const sort = q.get("sort") ?? "-year";
  return { q: q.get("q") ?? "", organism: q.get("organism") ?? "", journal: q.get("journal") ?? "", diagram: q.get("has") === "diagram", sort: SORTS.includes(sort.replace("-", "")) ? sort : "-year", columns: shown.length ? shown : USUAL.split(",") };
}

function go(change, replace = true) {
  const n = { ...state(), ...change }, q = new URLSearchParams();
  for (const f of ["q", "organism", "journal"]) if (n[f]) q.set(f, n[f]);
  if (n.diagram) q.set("has", "diagram");
  if (n.sort !== "-year") q.set("sort", n.sort);
  if (n.columns.join() !== USUAL) q.set("columns", n.columns.join());
  const text = String(q);
  history[replace ? "replaceState" : "pushState"](null, "", location.pathname + (text && `?${text}`));
  return run();
}

const cells = {
  title: (d, f, i) => f[1][i], label: (d, f, i) => f[2][i], figid: (d, f, i) => f[0][i],
  year: (d) => store.yearOf(s.years, d) || "", organisms: (d) => organisms.sets[organisms.of[d]].map((o) => organisms.names[o]).join(", "),
  journal: (d) => journals.names[journals.of[d]], genes: (d) => genes?.[d] ?? "", diagram: (d) => (diagrams[d] ? "yes" : ""),
};

async function keys(column) {
  if (column === "title") { const ranks = await store.titleRanks(); return (d) => ranks[d]; }
  if (column === "genes") { genes ??= await store.geneCounts(); return (d) => genes[d]; }
  if (column === "diagram") return (d) => diagrams[d];
  if (column === "year") return (d) => store.yearOf(s.years, d);
  const names = column === "journal" ? journals.names : organisms.sets.map((set) => set.map((o) => organisms.names[o]).join(", "));
  const order = names.map((x, i) => [x.toLowerCase(), i]).sort((a, b) => (a[0] < b[0] ? -1 : 1)), rank = [];
  order.forEach(([, i], place) => (rank[i] = place));
  return (d) => rank[(column === "journal" ? journals : organisms).of[d]];
}

const failed = (e, again = run) => unread(byId("count"), "The index", e, again);

function tell() {
  const text = figures(documents.length);
  if (byId("count").textContent !== text) byId("count").textContent = text; // not read out twice
}

async function run() {
  const mine = ++turn, ready = patience("Reading the index…");
  try { await fill(mine, state()); } catch (e) { if (mine === turn) failed(e); } finally { ready(); }
}

async function fill(mine, now) {
  byId("words").value = now.q;
  byId("organism").value = now.organism;
  byId("journal").value = now.journal;
  byId("diagram").checked = now.diagram;
  byId("columns").querySelectorAll("input").forEach((box, i) => { box.checked = now.columns.includes(NAMES[i]); });
  if (now.columns.includes("genes")) genes ??= await store.geneCounts();
  const choice = [["organism", now.organism], ["journal", now.journal], ["has", now.diagram && "diagram"]].filter(([, value]) => value);
  const found = now.q.trim() || choice.length ? (await search(now.q, { sort: "new", choice })).documents : Array.from({ length: s.documents }, (_, d) => d);
  const column = now.sort.replace("-", ""), key = await keys(column), way = now.sort[0] === "-" ? -1 : 1;
  if (mine !== turn) return;
  documents = now.sort === "-year" ? found : found.sort((a, b) => way * (key(a) - key(b)) || a - b);
  tell();
  frame(now);
}

function frame(now) {
  const shown = COLUMNS.filter(([name]) => now.columns.includes(name));
  table.style.setProperty("--columns", shown.map(([, , width]) => width).join(" "));
  table.style.setProperty("--width", `${shown.reduce((sum, [, , width]) => sum + parseFloat(/[\d.]+/.exec(width)), 0)}rem`);
  table.setAttribute("aria-rowcount", documents.length + 1);
  const head = role("div", "row", ...shown.map(([name, title]) => {
    if (!SORTS.includes(name)) return role("span", "columnheader", title);
    const current = now.sort.replace("-", "") === name, down = now.sort[0] === "-";
    const button = el("button", { type: "button", textContent: title + (current ? (down ? " ↓" : " ↑") : "") });
    button.addEventListener("click", async () => {
      await go({ sort: current ? (down ? name : `-${name}`) : ["year", "genes", "diagram"].includes(name) ? `-${name}` : name }, false);
      table.querySelectorAll(".head button").forEach((b) => b.textContent.startsWith(title) && b.focus());
    });
    const cell = role("span", "columnheader", button);
    if (current) cell.setAttribute("aria-sort", down ? "descending" : "ascending");
    return cell;
  }));
  head.classList.add("row", "head");
  body = role("div", "rowgroup");
  body.className = "body";
  body.style.height = `${documents.length * ROW}px`;
  table.replaceChildren(role("div", "rowgroup", head), body);
  table.firstChild.style.display = "contents";
  table.scrollTop = 0;
  draw();
}

function draw() {
  if (!body) return; // nothing could be read yet
  const shown = state().columns, columns = COLUMNS.filter(([name]) => shown.includes(name));
  const from = Math.max(0, Math.floor(table.scrollTop / ROW) - SPARE), to = Math.min(documents.length, Math.ceil((table.scrollTop + table.clientHeight) / ROW) + SPARE);
  const rows = [], missing = new Set();
  for (let i = from; i < to; i++) {
    const d = documents[i], number = Math.floor(d / s.table), file = files.get(number);
    if (!file) missing.add(number);
    const row = role("div", "row", ...columns.map(([name]) => cell(name, d, file)));
    row.className = "row";
    row.style.top = `${i * ROW}px`;
    row.setAttribute("aria-rowindex", i + 2);
    rows.push(row);
  }
  const key = (e) => e.getAttribute("href") ?? e.dataset.figid, focused = body.contains(document.activeElement) ? key(document.activeElement) : null;
  body.replaceChildren(...rows);
  if (focused) [...body.querySelectorAll("a, button")].find((e) => key(e) === focused)?.focus({ preventScroll: true });
  for (const number of missing) read(number).then(() => { tell(); later(); }, (e) => failed(e, draw));
}

function cell(name, d, file) {
  const i = d % s.table;
  if (!file && ["title", "label", "figid", "saved"].includes(name)) return role("span", "cell", "…");
  if (name === "saved") return role("span", "cell", saveButton(file[0][i], file[1][i]));
  const value = cells[name](d, file, i);
  const inside = name === "title" ? el("a", { href: figurePage(file[0][i]), textContent: value, title: value }) : String(value);
  return role("span", "cell", inside);
}

async function read(number) {
  if (!files.has(number)) files.set(number, await store.table(number));
  return files.get(number);
}

let waiting = false;
function later() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; draw(); });
}

// All figures of the table as it is shown.
async function exported() {
  const now = state(), columns = NAMES.filter((name) => name !== "figid" && name !== "saved" && now.columns.includes(name));
  const wanted = [...new Set(documents.map((d) => Math.floor(d / s.table)))];
  for (let i = 0; i < wanted.length; i += 8) await Promise.all(wanted.slice(i, i + 8).map(read));
  return [["figid", "pmcid", "url", ...columns], ...documents.map((d) => {
    const f = files.get(Math.floor(d / s.table)), figid = f[0][d % s.table];
    return [figid, figid.split("__")[0], figurePage(figid), ...columns.map((name) => cells[name](d, f, d % s.table))];
  })];
}

function columnChoice() {
  byId("columns").replaceChildren(...COLUMNS.map(([name, title]) => {
    const box = el("input", { type: "checkbox", disabled: name === "title" });
    box.addEventListener("change", () => {
      const on = new Set(state().columns);
      on[box.checked ? "add" : "delete"](name);
      go({ columns: NAMES.filter((c) => on.has(c)) });
    });
    return el("label", {}, box, ` ${title}`);
  }));
}

const options = (id, counts) => byId(id).append(...counts.slice(0, 300).map(([name, n]) => el("option", { value: name, textContent: `${name} (${n})` })));

async function load() {
  s = await useIndex(directory);
  [organisms, journals, diagrams] = await Promise.all([store.organisms(), store.journals(), store.diagrams()]);
  const counts = await facets(Array.from({ length: s.documents }, (_, d) => d), s);
  options("organism", counts.organism);
  options("journal", counts.journal);
  columnChoice();
  document.querySelector(".browser").hidden = false;
  table.addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  addEventListener("popstate", run);
  let typing;
  byId("words").addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => go({ q: byId("words").value }), 250); });
  byId("filter").addEventListener("submit", (e) => e.preventDefault());
  for (const id of ["organism", "journal"]) byId(id).addEventListener("change", () => go({ [id]: byId(id).value }, false));
  byId("diagram").addEventListener("change", () => go({ diagram: byId("diagram").checked }, false));
  byId("export").addEventListener("click", saveTable("figures.tsv", exported));
  return run();
}

function begin() {
  const ready = patience("Reading the index…");
  return load().catch((e) => {
    document.querySelector(".browser").hidden = false;
    byId("filter").hidden = table.hidden = beyond(e);
    failed(e, begin);
  }).finally(ready);
}
begin();
