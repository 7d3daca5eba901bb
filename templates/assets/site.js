// A figure's page: pictures that fall back to their next address, and evidence that answers to its arrow.
for (const img of document.querySelectorAll("img[data-next]")) {
  const next = img.dataset.next.split(" ");
  const fallBack = () => {
    const url = next.shift();
    if (url) img.src = url;
    else img.closest("figure").classList.add("lost");
  };
  if (img.complete && img.src && !img.naturalWidth && img.currentSrc) fallBack();
  img.addEventListener("error", fallBack);
}

const marks = [...document.querySelectorAll("[data-r]")];
const numbers = (el) => el.dataset.r.split(" ");
const mark = (el, on) => {
  const wanted = new Set(numbers(el));
  for (const other of marks) if (numbers(other).some((n) => wanted.has(n))) other.classList.toggle("lit", on);
};
for (const el of marks) {
  for (const [type, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]])
    el.addEventListener(type, () => mark(el, on));
}
