// Added to pages by `sitegen serve`: reloads after each build and shows the content's faults.
(() => {
  const mine = Number(document.currentScript.dataset.build);
  const panel = document.createElement("section");
  panel.setAttribute("role", "alert");
  panel.setAttribute("aria-label", "Faults in the content");
  const line = (tag, text, parent) => {
    const el = document.createElement(tag);
    el.textContent = text;
    parent.append(el);
    return el;
  };
  const show = (all, old) => {
    const told = new Set([...document.querySelectorAll("#faults code")].map((e) => e.textContent)); // the page tells them itself
    const faults = all.filter((f) => !told.has(f.place));
    panel.replaceChildren();
    if (!faults.length) return panel.remove();
    const shadow = panel.shadowRoot ?? panel.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:host{position:fixed;inset:auto 0 0 0;max-height:45vh;overflow:auto;z-index:99;font:14px/1.4 system-ui;
      background:#7a1f12;color:#fff;padding:.8rem 1.2rem}code{font-weight:700}li{margin:.3rem 0}small{display:block;opacity:.85}`);
    shadow.adoptedStyleSheets = [sheet];
    shadow.replaceChildren();
    const stands = old ? ": this is the site as it was before" : "";
    line("strong", `${faults.length} fault${faults.length === 1 ? "" : "s"} in the content${stands}`, shadow);
    const list = document.createElement("ul");
    for (const f of faults) {
      const item = document.createElement("li");
      line("code", f.place, item);
      item.append(` ${f.code} ${f.message}`);
      line("small", f.hint, item);
      list.append(item);
    }
    shadow.append(list);
    document.body.append(panel);
  };
  const events = new EventSource("/-/events");
  events.onmessage = (event) => {
    const state = JSON.parse(event.data);
    if (state.build !== mine) location.reload();
    else show(state.faults, state.old);
  };
  addEventListener("pagehide", () => events.close());
})();
