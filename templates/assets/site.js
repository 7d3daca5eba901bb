// Every page: the reader's theme before anything is painted, the switch for it, the list a figure is opened from, and mine.js
// where a figure is to be saved or some are.
// A figure's page gets its tools from figure.js.
(() => {
  const root = document.documentElement;
  const stored = (store, key, ...value) => {
    try {
      const place = window[store];
      return value.length === 0 ? place.getItem(key) : value[0] === null ? place.removeItem(key) : place.setItem(key, value[0]);
    } catch {
      return undefined; // storage is blocked: the page does without
    }
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  const choice = () => {
    const chosen = stored("localStorage", "theme");
    if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
    else if (chosen === null) delete root.dataset.theme;
  };
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  choice();

  // A browser that does not know light-dark() has one colour of each pair from here, and light ones on paper.
  const pairs = (rules) => [...rules].flatMap((rule) => [...pairs(rule.cssRules ?? []), ...[...rule.style ?? []].flatMap((name) => {
    const two = /^\s*light-dark\(([^,]+),(.+)\)$/.exec(rule.style.getPropertyValue(name));
    return two ? [[rule.style, name, two[1], two[2]]] : [];
  })]);
  const painted = CSS.supports("color", "light-dark(red, red)") ? [] : [...document.styleSheets].flatMap((sheet) => pairs(sheet.cssRules));
  const paint = (dark) => painted.forEach(([style, name, ...two]) => style.setProperty(name, two[+dark]));
  paint(isDark());
  addEventListener("beforeprint", () => paint(false));
  addEventListener("afterprint", () => paint(isDark()));

  const themeSwitch = () => {
    const button = document.createElement("button");
    button.className = "theme";
    button.type = "button";
    button.textContent = "Dark";
    button.setAttribute("aria-label", "Dark theme");
    const show = () => {
      button.setAttribute("aria-pressed", isDark());
      paint(isDark());
    };
    button.onclick = () => {
      const dark = !isDark();
      if (dark === system.matches) delete root.dataset.theme;
      else root.dataset.theme = dark ? "dark" : "light";
      stored("localStorage", "theme", root.dataset.theme ?? null);
      show();
    };
    system.addEventListener("change", show);
    const again = () => { choice(); show(); }; // it was chosen in another tab, or on the page that one comes back from
    addEventListener("storage", ({ key }) => key === "theme" && again());
    addEventListener("pageshow", ({ persisted }) => persisted && again());
    show();
    document.querySelector("body > header")?.append(button);
  };

  const saved = `figures ${new URL("..", document.currentScript.src).pathname}`;
  const mine = () => document.querySelector("form.find") && import("./mine.js"); // a site without search has none
  addEventListener("storage", ({ key }) => key === saved && mine());

  document.addEventListener("click", ({ target }) => {
    const list = target.closest?.("a")?.closest(".figs, .cards");
    if (!list) return;
    const title = document.querySelector("h1")?.textContent ?? document.title;
    const items = [...list.querySelectorAll("li > a")].map((a) => a.pathname);
    stored("sessionStorage", "list", JSON.stringify({ title, href: location.href, items }));
  });

  document.addEventListener("DOMContentLoaded", () => {
    themeSwitch();
    import("./box.js");
    const figure = document.querySelector("article.figure");
    if (figure || stored("localStorage", saved)) mine(); // figure.js waits for it
    if (figure) import("./figure.js");
    const told = document.querySelector(":is([data-genes], [data-name]).figs"); // without the index the page is what it was
    if (told && document.querySelector("form.find")) import("./statements.js").then(({ tell }) => tell(told)).catch(() => {});
  });
})();
