// My figures: the ids of figures that this browser keeps for this site, docs/saved.md, the buttons that save one, and the way there.
import { figids } from "./address.js";
import { button, element, number, say } from "./tools.js";

export const MOST = 1000;
const root = new URL("..", import.meta.url), KEY = `figures ${root.pathname}`; // a host may have several sites

/** The list as it is kept; what is no id in it is passed over. */
export function saved() {
  try {
    return figids((localStorage.getItem(KEY) ?? "").split(" ")).slice(0, MOST);
  } catch {
    return [];
  }
}

/** Whether the browser lets the site keep something. */
export function allowed() {
  try {
    return Boolean(localStorage);
  } catch {
    return false;
  }
}

/** Keeps a list in place of the old one; says so where the browser does not let it, or where it is too long, and returns whether it did. */
export function keep(list) {
  try {
    if (list.length > MOST) throw new RangeError(`no more than ${MOST} figures can be saved`);
    if (list.length) localStorage.setItem(KEY, list.join(" "));
    else localStorage.removeItem(KEY);
  } catch (e) {
    say(e instanceof RangeError ? `Not saved: ${e.message}.` : "Not saved: your browser lets this page keep nothing.");
    return false;
  }
  dispatchEvent(new Event("figures")); // `storage` is for other tabs
  return true;
}

/** A button that saves a figure or takes it back; its name stays, as its state is told apart from it. */
export function saveButton(figid, title = "") {
  const made = button("", () => press(figid));
  made.dataset.figid = figid;
  made.ariaLabel = `Saved in my figures${title && `: ${title}`}`;
  made.style.minWidth = "4.4rem"; // both words fit, and nothing moves
  show([made]);
  return made;
}

function press(figid) {
  const list = saved(), there = list.includes(figid), changed = there ? list.filter((other) => other !== figid) : [...list, figid];
  if (keep(changed)) say(there ? "No longer in my figures." : `Saved in my figures (${number(changed.length)}).`);
}

let held = new Set();
function show(buttons) {
  for (const one of buttons) {
    one.ariaPressed = held.has(one.dataset.figid);
    one.textContent = one.ariaPressed === "true" ? "Saved" : "Save";
  }
}

// The last entry of the menu while something is saved: it hangs from the header into the room above the page, and moves nothing.
const way = element("a", { className: "button", href: `${root}saved/` });
Object.assign(way.style, { position: "absolute", right: "clamp(1rem, 3vw, 2.5rem)", top: "100%", height: "1.5rem", minHeight: 0, lineHeight: "1.4rem",
  padding: "0 .7rem", borderTop: 0, borderRadius: "0 0 .5rem .5rem", zIndex: 1 });
if (location.pathname === way.pathname) way.ariaCurrent = "true";

function renew() {
  held = new Set(saved());
  show(document.querySelectorAll("button[data-figid]"));
  way.textContent = `My figures (${number(held.size)})`;
  if (!held.size) way.remove();
  else if (!way.isConnected) document.querySelector("body > header nav")?.append(way);
}

say(""); // a screen reader listens only to a place that is there before its text
for (const change of ["figures", "storage", "pageshow"]) addEventListener(change, renew);
renew();
