// Every page: the search box, `/` to reach it, fields that take names, the chart of years, and links that keep what one came from.
for (const form of document.querySelectorAll("form.find")) {
  const input = form.elements.q;
  input.placeholder ||= "Gene, word, id…";
  const help = async () => (await import("./suggest.js")).attach(input, form.action);
  input.addEventListener("focus", help, { once: true });
  if (document.activeElement === input) help();
  document.addEventListener("keydown", (e) => {
    if (e.key !== "/" || !input.offsetParent || e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, textarea, select, [contenteditable]")) return;
    e.preventDefault();
    input.focus();
    input.select();
  });
}
for (const field of document.querySelectorAll("[type=search], textarea")) { // no phone knows genes
  for (const name of ["autocomplete", "autocapitalize", "autocorrect"]) field.setAttribute(name, "off");
  field.spellcheck = false;
}
for (const list of document.querySelectorAll("[data-genes]"))
  for (const a of list.querySelectorAll("a[href]")) a.search = `?genes=${encodeURIComponent(list.dataset.genes)}`;
const years = document.querySelector(".many"); // on a phone it scrolls, and the newest are seen first; its links are the way for the keyboard
if (years) Object.assign(years, { scrollLeft: years.scrollWidth, tabIndex: -1 });
if (/[?&]genes=/.test(location.search) && document.querySelector("article.figure")) import("./highlight.js");
