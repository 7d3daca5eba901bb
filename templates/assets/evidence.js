// Arrow, sentence and list row of one relation answer to each other: to the pointer, to the keyboard, and to a press.
import { element } from "./tools.js";

export function evidence(article) {
  article.querySelectorAll("ol.relations > li").forEach((row, i) => { row.dataset.r = i; });
  const marks = [...article.querySelectorAll("[data-r]")];
  const numbers = new Map(marks.map((el) => [el, el.dataset.r.split(" ")]));
  let pinned = null;
  const show = (wanted) => {
    for (const el of marks) el.classList.toggle("on", Boolean(wanted) && numbers.get(el).some((n) => wanted.includes(n)));
  };
  for (const el of marks) {
    el.addEventListener("pointerenter", (e) => e.pointerType === "mouse" && show(numbers.get(el)));
    el.addEventListener("pointerleave", (e) => e.pointerType === "mouse" && show(pinned));
    if (el.closest("svg")) reach(el); // no listener for the focus: Chromium would make the arrow a stop without a name
    else {
      el.addEventListener("focusin", () => show(numbers.get(el)));
      el.addEventListener("focusout", () => show(pinned));
      if (el.tagName === "LI") chip(el);
    }
    if (el.tagName !== "LI") el.addEventListener("click", () => pin(numbers.get(el)));
  }
  const chips = [...article.querySelectorAll(".chip")];
  function pin(wanted) {
    pinned = pinned && String(pinned) === String(wanted) ? null : wanted;
    for (const c of chips) c.setAttribute("aria-pressed", Boolean(pinned?.includes(c.parentElement.dataset.r)));
    show(pinned);
  }
  for (const c of chips) c.onclick = () => pin([c.parentElement.dataset.r]);
  article.addEventListener("keydown", (e) => e.key === "Escape" && pinned && pin(pinned));
}

/** The number of a row becomes a button: the way in for the keyboard. */
function chip(row) {
  const number = Number(row.dataset.r) + 1;
  const made = element("button", { type: "button", className: "chip", textContent: number, title: "Mark in diagram and caption" });
  made.setAttribute("aria-label", `Mark relation ${number} in the diagram and the caption`);
  made.setAttribute("aria-pressed", "false");
  row.prepend(made);
}

/** A wide, unseen copy of an arrow's line: a line of 1.5 pixels is hard to point at. */
function reach(arrow) {
  const line = arrow.tagName === "path" ? arrow : arrow.querySelector("path");
  const wide = document.createElementNS("http://www.w3.org/2000/svg", "path");
  wide.setAttribute("d", line.getAttribute("d"));
  wide.setAttribute("class", "reach");
  wide.setAttribute("data-reach", "");
  if (arrow === line) {
    const g = document.createElementNS("http://www.w3.org/2000/svg", "g");
    line.before(g);
    g.append(wide);
    for (const type of ["pointerenter", "pointerleave", "click"])
      wide.addEventListener(type, (e) => line.dispatchEvent(new PointerEvent(type, { pointerType: e.pointerType })));
  } else arrow.append(wide);
}
