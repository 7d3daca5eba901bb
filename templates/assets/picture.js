// A figure's picture: the next address where one fails, a card that leads to PMC where all do, and a large view.
import { filled } from "./address.js";
import { button, element } from "./tools.js";

/** The other addresses of a picture, from the one that the page has; none where the first template did not give it. */
export function fallbacks(src, templates, pmcid) {
  const literal = (s) => s.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const [first, ...rest] = templates;
  const names = [];
  const pattern = first.split(/(\{pmcid\}|\{filename\})/).map((part) => {
    const name = /^\{(pmcid|filename)\}$/.exec(part)?.[1];
    if (!name) return literal(part);
    names.push(name);
    return names.indexOf(name) < names.length - 1 ? ".*" : "(.*)";
  }).join("");
  const found = new RegExp(`^${pattern}$`).exec(src);
  if (!found) return [];
  const values = { pmcid, ...Object.fromEntries([...new Set(names)].map((name, i) => [name, found[i + 1]])) };
  return rest.map((t) => filled(t, values));
}

export function picture(figure, templates, label, pmcid) {
  const image = figure?.querySelector("img");
  if (!image) return;
  const link = image.parentElement;
  const next = fallbacks(image.getAttribute("src"), templates, pmcid);
  const failed = () => {
    const src = next.shift();
    if (src) image.src = src;
    else link.replaceWith(lost(link.href, label));
  };
  image.addEventListener("error", failed);
  if (image.complete && image.naturalWidth === 0 && image.currentSrc) failed();
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !image.naturalWidth) return;
    event.preventDefault();
    enlarge(image, link.href, label);
  });
}

function lost(href, label) {
  const card = element("p", { className: "lost held", textContent: "The picture could not be loaded. " });
  card.append(element("a", { href, textContent: `See ${label} at PubMed Central` }));
  return card;
}

function enlarge(image, href, label) {
  const box = element("dialog", { className: "large", ariaLabel: label });
  const bar = element("p");
  bar.append(element("a", { href, textContent: `${label} at PubMed Central`, className: "button" }), button("Close", () => box.close()));
  box.append(bar, element("img", { src: image.currentSrc, alt: image.alt }));
  box.onclose = () => box.remove();
  box.onclick = (event) => event.target === box && box.close();
  document.body.append(box);
  box.showModal();
}
