// Suggestions below a search box: an ARIA combobox with a list, https://www.w3.org/WAI/ARIA/apg/patterns/combobox/.
import { open, suggestions } from "./store.js";
import { FIELDS, quote } from "./query.js";
import { term } from "./tokens.js";
import { figures } from "./tools.js";

const KINDS = { g: "gene", s: "gene", c: "chemical", d: "disease", o: "organism" };
const FIELD = /^(-?)(?:(\w+):"?)?/; // of a field only its own names are suggested, and what is left out stays left out
const MOST = 8;
let lists = 0;

// What may be meant by the text so far: {start, typed, rows}, where rows replace the text from `start`.
async function guess(text) {
  const whole = await from(text, 0, 1), at = text.search(/\S*$/);
  return whole.rows.length || !whole.typed || !at ? whole : from(text, at, 2);
}

async function from(text, at, least) {
  const [head, minus, name] = FIELD.exec(text.slice(at)), field = name?.toLowerCase(), typed = term(text.slice(at + head.length));
  const rows = typed.length < least ? [] : await suggestions(typed);
  return { start: at + minus.length, typed, rows: FIELDS.has(field) ? rows.filter((row) => KINDS[row[2]] === field) : rows };
}

function choose(rows, typed) {
  const seen = new Map();
  for (const row of rows) {
    const key = KINDS[row[2]] + "\t" + row[1].toLowerCase(), old = seen.get(key);
    if (!old || (old[2] === "s" && row[2] === "g")) seen.set(key, row);
  }
  const group = (row) => (KINDS[row[2]] === "gene" ? 0 : 1);
  return [...seen.values()].sort((a, b) => (b[0] === typed) - (a[0] === typed) || group(a) - group(b) || b[3] - a[3]).slice(0, MOST);
}

// Makes a text field a combobox; choosing a suggestion submits its form.
export function attach(input, directory) {
  const id = `suggestions${++lists}`;
  const list = Object.assign(document.createElement("ul"), { id, className: "suggest", hidden: true, tabIndex: -1 }); // a list that scrolls would be a stop on the way on
  const status = Object.assign(document.createElement("span"), { className: "unseen" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  status.setAttribute("role", "status");
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", id]]) input.setAttribute(name, value);
  input.after(list, status);
  list.addEventListener("mousedown", (e) => e.preventDefault()); // the field keeps the focus
  let current = -1, shown = { start: 0, rows: [] }, turn = 0;

  const close = () => {
    list.hidden = true;
    current = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const move = (to) => {
    const options = list.children;
    options[current]?.removeAttribute("aria-selected");
    current = (to + options.length) % options.length;
    options[current].setAttribute("aria-selected", "true");
    options[current].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[current].id);
  };
  const pick = (i) => {
    const [, name, kind] = shown.rows[i];
    input.value = `${input.value.slice(0, shown.start)}${KINDS[kind]}:${quote(name)}`;
    close();
    input.form.requestSubmit();
  };
  const draw = () => {
    list.replaceChildren(...shown.rows.map(([word, name, kind, n], i) => {
      const li = Object.assign(document.createElement("li"), { id: `${id}-${i}` });
      li.setAttribute("role", "option");
      const also = kind === "s" ? ` drawn as ${word}` : "";
      li.append(Object.assign(document.createElement("b"), { textContent: name }),
        Object.assign(document.createElement("small"), { textContent: `${KINDS[kind]}${also} · ${figures(n)}` }));
      li.addEventListener("click", () => pick(i)); // not when it is touched: a finger may move the list
      return li;
    }));
    list.hidden = !shown.rows.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    status.textContent = shown.rows.length ? `${shown.rows.length} suggestions` : "";
    current = -1;
  };
  const update = async () => {
    const mine = ++turn, text = input.value;
    const found = await open(directory).then(() => guess(text)).catch(() => undefined); // without the index there are none
    if (!found || mine !== turn || document.activeElement !== input) return;
    shown = { start: found.start, rows: choose(found.rows, found.typed) };
    draw();
  };
  input.addEventListener("input", update);
  input.addEventListener("blur", () => { turn++; close(); });
  input.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && !list.hidden) { e.preventDefault(); turn++; close(); }
    else if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      if (list.hidden) update();
      else move(e.key === "ArrowDown" ? current + 1 : current < 0 ? -1 : current - 1);
    } else if (e.key === "Enter" && current >= 0) { e.preventDefault(); pick(current); }
  });
  input.form.addEventListener("submit", () => { turn++; close(); });
  if (input.value && document.activeElement === input) update();
}
