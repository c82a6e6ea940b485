// What the pages of the book do when clicked. Every page can be read without it.
(() => {
  "use strict";

  const byId = (id) => document.getElementById(`book:${id}`);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const loaded = new Map();

  function whenReady(work) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", work);
    else work();
  }

  /** Load a file beside the page once; in the archive what it holds is in the page already. */
  function load(file) {
    if (!loaded.has(file)) {
      const promise = new Promise((resolve, reject) => {
        const script = start(file);
        script.onload = resolve;
        script.onerror = () => reject(new Error(`${file} is not beside this page`));
      });
      loaded.set(file, promise);
    }
    return loaded.get(file);
  }

  function remember(key, value) {
    try {
      localStorage.setItem(`clicks-to-streets.${key}`, value);
    } catch {
      // Without storage a choice holds for this page.
    }
  }

  function recall(key) {
    try {
      return localStorage.getItem(`clicks-to-streets.${key}`);
    } catch {
      return null;
    }
  }

  function save(file, address) {
    const link = document.createElement("a");
    link.download = file;
    link.href = address;
    document.body.append(link);
    link.click();
    link.remove();
  }

  // Theme

  function setUpTheme() {
    const [button] = all('[data-act="theme"]');
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () =>
      (document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
    const label = () => {
      button.textContent = isDark() ? "Light" : "Dark";
      button.setAttribute("aria-label", isDark() ? "Light theme" : "Dark theme");
    };
    button.addEventListener("click", () => {
      document.documentElement.dataset.theme = isDark() ? "light" : "dark";
      remember("theme", document.documentElement.dataset.theme);
      label();
    });
    system.addEventListener("change", label);
    label();
  }

  // Contents, on a narrow page

  function setUpContents() {
    const [button] = all('[data-act="contents"]');
    const list = byId("contents");
    const show = (isOpen) => {
      list.classList.toggle("open", isOpen);
      button.setAttribute("aria-expanded", String(isOpen));
    };
    button.addEventListener("click", () => show(!list.classList.contains("open")));
    list.addEventListener("click", (event) => event.target.closest("a") && show(false));
  }

  // Code

  function setUpCode() {
    const [button] = all('[data-act="code"]');
    const folds = all("details.source");
    if (folds.length === 0) {
      button.remove();
      return;
    }
    const first = folds.map((fold) => fold.open);
    const isHidden = () => folds.every((fold) => !fold.open);
    const label = () => {
      button.textContent = isHidden() ? "Show code" : "Hide code";
    };
    button.addEventListener("click", () => {
      const isOpen = isHidden();
      for (const fold of folds) fold.open = isOpen;
      remember("code", isOpen ? "shown" : "hidden");
      label();
    });
    if (recall("code") === "hidden") for (const fold of folds) fold.open = false;
    for (const fold of folds) fold.addEventListener("toggle", label);
    // A link to a place inside folded code must show it; so must a list that is folded from the start.
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const inTarget = target?.matches(".code") ? all("details.source", target) : [];
    for (const fold of inTarget) if (first[folds.indexOf(fold)]) fold.open = true;
    label();
  }

  // Figures

  function setUpFigures() {
    for (const figure of all("figure[data-file]")) {
      const image = figure.querySelector("img");
      const on = (act, work) => figure.querySelector(`[data-act="${act}"]`)?.addEventListener("click", work);
      on("svg", () => save(`${figure.dataset.file}.svg`, image.src));
      on("png", () => savePng(figure.dataset.file, image));
      on("explore", () => (figure.classList.contains("explored") ? showPicture(figure) : explore(figure)));
    }
    if (!matchMedia("(hover: hover) and (min-width: 60rem)").matches || !("IntersectionObserver" in window))
      return;
    // With a mouse figures answer to it as soon as they are near; by touch they would catch the finger that scrolls.
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          observer.unobserve(target);
          explore(target);
        }
      },
      { rootMargin: "300px" },
    );
    for (const figure of all("figure[data-file]"))
      if (figure.querySelector('[data-act="explore"]')) observer.observe(figure);
  }

  /** The image drawn anew at twice its size, since a screen shows at least that. */
  async function savePng(file, image) {
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * Number(image.getAttribute("width"));
    canvas.height = 2 * Number(image.getAttribute("height"));
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    save(`${file}.png`, canvas.toDataURL("image/png"));
  }

  async function explore(figure) {
    const button = figure.querySelector('[data-act="explore"]');
    try {
      await loadPlotly();
    } catch {
      button.remove(); // The picture stays, and says all that the figure says.
      return;
    }
    const paper = figure.querySelector(".paper");
    let plot = paper.querySelector(".plot");
    figure.classList.add("explored");
    if (plot === null) {
      plot = document.createElement("div");
      plot.className = "plot";
      plot.setAttribute("aria-hidden", "true"); // The image keeps its place, and its words, for screen readers.
      paper.append(plot);
      const { data, layout } = JSON.parse(
        figure.querySelector('script[type="application/json"]').textContent,
      );
      await globalThis.Plotly.newPlot(plot, data, layout, { displayModeBar: false, responsive: false });
    }
    button.textContent = "Picture";
    button.setAttribute("aria-label", "Picture instead of the figure to explore");
    markScrollers();
  }

  function showPicture(figure) {
    figure.classList.remove("explored");
    const button = figure.querySelector('[data-act="explore"]');
    button.textContent = "Explore";
    button.setAttribute("aria-label", "Explore this figure");
  }

  function loadPlotly() {
    if (globalThis.Plotly !== undefined) return Promise.resolve();
    const inPage = byId("plotly");
    if (inPage === null) return load("plotly.js");
    const script = document.createElement("script");
    script.textContent = inPage.textContent;
    document.head.append(script);
    return globalThis.Plotly === undefined
      ? Promise.reject(new Error("plotly.js did not start"))
      : Promise.resolve();
  }

  // Search

  /** A word as it is compared: small letters, and й, ё, ң, ө, ү as keyboards without them write them. */
  function foldTerm(term) {
    const folded = term.toLowerCase().normalize("NFC");
    return folded.replaceAll("ё", "е").replaceAll("ң", "н").replaceAll("ө", "о").replaceAll("ү", "у");
  }

  let index;

  async function searchIndex() {
    if (globalThis.MiniSearch === undefined) await load("minisearch.js");
    if (globalThis.searchEntries === undefined) await load("search-entries.js");
    if (index !== undefined) return index;
    index = new globalThis.MiniSearch({
      fields: ["title", "text", "page"],
      processTerm: foldTerm,
      searchOptions: {
        boost: { title: 3 },
        combineWith: "AND",
        prefix: true,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      },
    });
    index.addAll(globalThis.searchEntries.map((entry, id) => ({ id, ...entry })));
    return index;
  }

  function setUpSearch() {
    const dialog = byId("search");
    const words = byId("words");
    const open = () => {
      if (!dialog.open) dialog.showModal();
      words.focus();
      words.select();
    };
    for (const button of all('[data-act="search"]')) button.addEventListener("click", open);
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target.closest?.("input, textarea, select");
      if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        open();
      }
    });
    words.addEventListener("input", search);
    words.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault(); // Escape would first empty the field and close the search only when pressed again.
      if (event.key === "Escape") dialog.close();
      else byId("results").querySelector("a")?.click();
    });
    byId("results").addEventListener("click", (event) => event.target.closest("a") && dialog.close());
  }

  async function search() {
    const query = byId("words").value.trim();
    let found = [];
    try {
      if (query !== "") found = (await searchIndex()).search(query);
    } catch (error) {
      byId("found").textContent = `The search needs a file that is missing: ${error.message}`;
      return;
    }
    if (query !== byId("words").value.trim()) return; // An answer to a question that has changed meanwhile.
    const shown = found.slice(0, 20);
    byId("results").replaceChildren(...shown.map(resultOf));
    const number = found.length === 1 ? "1 place" : `${found.length} places`;
    const part = found.length > shown.length ? `; the first ${shown.length} are shown` : "";
    byId("found").textContent =
      query === "" ? "" : found.length === 0 ? `Nothing holds “${query}”.` : number + part;
  }

  function resultOf({ id, terms }) {
    const { href, page, title, text } = globalThis.searchEntries[id];
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = href;
    link.textContent = title;
    const place = document.createElement("span");
    place.className = "place";
    place.textContent = page === title ? "" : page;
    const words = document.createElement("p");
    words.append(...excerpt(text, terms));
    item.append(link, place, words);
    return item;
  }

  /** The words around the first place where a found term stands, which is marked. */
  function excerpt(text, terms) {
    const folded = foldTerm(text);
    const places = terms.map((term) => [folded.indexOf(term), term.length]).filter(([at]) => at >= 0);
    places.sort((a, b) => a[0] - b[0]);
    const [at, length] = places[0] ?? [0, 0];
    // Folding keeps the number of letters, save for rare ones: then nothing is marked rather than the wrong thing.
    const isSame = folded.length === text.length;
    const from = Math.max(0, text.lastIndexOf(" ", Math.max(0, at - 60)));
    const cut = text.slice(from, from + 180);
    const dots = (isCut) => (isCut ? "…" : "");
    if (!isSame || length === 0) return [dots(from > 0) + cut + dots(from + 180 < text.length)];
    const mark = document.createElement("mark");
    mark.textContent = text.slice(at, at + length);
    return [
      dots(from > 0) + text.slice(from, at),
      mark,
      text.slice(at + length, from + 180) + dots(from + 180 < text.length),
    ];
  }

  // Claims

  function setUpClaims() {
    const [form] = all("form.filter");
    if (form === undefined) return;
    form.hidden = false;
    const selects = all("select[data-filter]", form);
    const claims = all("ol.claims > li");
    const filter = () => {
      let shown = 0;
      for (const claim of claims) {
        claim.hidden = selects.some(
          ({ value, dataset }) => value !== "" && claim.dataset[dataset.filter] !== value,
        );
        if (!claim.hidden) shown++;
      }
      form.querySelector("[data-count]").textContent =
        shown === claims.length ? `${shown} claims` : `${shown} of ${claims.length} claims`;
    };
    const choose = (key, value) => {
      const select = selects.find(({ dataset }) => dataset.filter === key);
      if ([...select.options].some((option) => option.value === value)) select.value = value;
    };
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", filter);
    for (const link of all("a[data-choose]")) {
      link.addEventListener("click", () => {
        choose("verdict", link.dataset.choose);
        filter();
      });
    }
    for (const [key, value] of new URLSearchParams(location.search))
      if (key === "verdict" || key === "evidence") choose(key, value);
    filter();
  }

  /** On the first page a verdict leads to the claims that have it. */
  function setUpTally() {
    if (document.querySelector("form.filter") !== null) return;
    for (const link of all("a[data-choose]")) {
      link.setAttribute(
        "href",
        `${link.getAttribute("href")}?${new URLSearchParams({ verdict: link.dataset.choose })}`,
      );
    }
  }

  // Keyboard

  /** What scrolls within itself must be reached by keyboard, and only that. */
  function markScrollers() {
    for (const element of all(".scroll, pre")) {
      if (element.scrollWidth > element.clientWidth + 1) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    }
  }

  whenReady(() => {
    for (const button of all("button[data-act]")) button.hidden = false;
    setUpTheme();
    setUpContents();
    setUpCode();
    setUpSearch();
    setUpClaims();
    setUpTally();
    setUpFigures();
    markScrollers();
    let isDue = false;
    const markSoon = () => {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        markScrollers();
      });
    };
    addEventListener("resize", markSoon);
    addEventListener("toggle", markSoon, true);
    document.documentElement.dataset.ready = "";
  });
})();
