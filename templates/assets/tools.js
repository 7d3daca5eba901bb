// Small parts that the pages' scripts share: elements, buttons, copying and saving, each with a word of what happened.

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export const button = (textContent, onclick) => element("button", { type: "button", textContent, onclick });

export function group(list, name, members) {
  const dd = element("dd");
  dd.append(...members);
  list.append(element("dt", { textContent: name }), dd);
}

let status, clearing;

/** Says what happened where a screen reader hears it, and on the page for a moment. */
export function say(words) {
  if (!status) document.body.append(status = element("p", { className: "status", role: "status" }));
  status.textContent = words;
  clearTimeout(clearing);
  clearing = setTimeout(() => { status.textContent = ""; }, 4000);
}

/** A handler that copies what `make` gives. */
export const copy = (make) => async () => {
  const value = make();
  try {
    await navigator.clipboard.writeText(value);
    say("Copied to the clipboard.");
  } catch {
    byHand(value); // no permission, or an address without https
  }
};

function byHand(value) {
  const box = element("dialog", { className: "by-hand", ariaLabel: "Copy by hand" });
  const area = element("textarea", { value, readOnly: true, rows: 10, ariaLabel: "Text to copy" });
  box.append(element("p", { textContent: "The browser does not let this page copy; the text is marked, copy it by hand." }), area,
    button("Close", () => box.close()));
  box.onclose = () => box.remove();
  document.body.append(box);
  box.showModal();
  area.select();
}

/** A handler that saves what `make` gives, which may have to wait for files, as a file. */
export const save = (make, name, type, what = "file") => async ({ currentTarget: pressed }) => {
  pressed.disabled = true; // until the files are there
  try {
    const url = URL.createObjectURL(new Blob([await make()], { type }));
    element("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 300_000); // an iPhone asks first, and reads the file when it is told to
    say(`Saved as ${name}.`);
  } catch (e) {
    say(`The ${what} could not be made (${e.message}).`);
  } finally {
    pressed.disabled = false;
  }
};

/** A handler that saves a table: the function gives its rows, the names of its columns first. */
export const saveTable = (name, make) => save(async () => tsv(await make()), name, "text/tab-separated-values", "table");

/** Rows as lines of cells with a tab between them. */
export const tsv = (rows) => rows.map((row) => row.map((value) => String(value).replace(/[\t\r\n]+/g, " ")).join("\t") + "\n").join("");

/** Numbers as all pages write them: `12 345`, `1 figure`. */
export const number = (n) => n.toLocaleString("en").replaceAll(",", "\u202f");
export const counted = (n, one) => `${number(n)} ${one}${n === 1 ? "" : "s"}`;
export const figures = (n) => counted(n, "figure");

/** Whether something failed that this browser will never do. */
export const beyond = (e) => e.name === "NotSupportedError";

/** Says where a status stands that something could not be read, with a button that tries again, or the ways that the page has for readers without scripts. */
export function unread(place, what, e, again) {
  if (!beyond(e)) return place.replaceChildren(`${what} could not be read (${e.message}). `, button("Try again", again));
  const ways = new DOMParser().parseFromString(document.querySelector("main noscript")?.textContent ?? "", "text/html").querySelector("span");
  return place.replaceChildren(`${what} cannot be read by this browser, which is too old. `, ...(ways?.childNodes ?? []));
}

/** Says so where something takes longer than a moment; gives the function that ends the waiting. */
export function patience(words) {
  const waiting = setTimeout(() => say(words), 800);
  return () => clearTimeout(waiting);
}
