// The search boxes and the page of results: suggestions while a reader types, each with its answer
// (the time limit and who publishes), and results that can be narrowed, sorted and linked to.
// Loaded when a box is first used; what is found and in which order is search.js's.
(() => {
  "use strict";

  const { find, marked, start, MOST } = globalThis.gongkaiFind;
  const RECENT = "gongkai-recent";
  const STEP = 20;
  const SUGGESTED = 8;

  function element(name, properties = {}, ...content) {
    const one = Object.assign(document.createElement(name), properties);
    one.append(...content);
    return one;
  }

  const highlighted = (text, words) => marked(text, words)
    .map(([part, hit]) => hit ? element("mark", {}, part) : part);

  const dayWords = (text) => text.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");

  const bodies = (units) => units.length > 3
    ? `${units.slice(0, 2).join("、")}等 ${units.length} 个单位` : units.join("、");

  function recent(add) {
    let found = [];
    try {
      found = JSON.parse(localStorage.getItem(RECENT)) || [];
      if (add !== undefined) {
        found = add ? [add, ...found.filter((one) => one !== add)].slice(0, 5) : [];
        localStorage.setItem(RECENT, JSON.stringify(found));
      }
    } catch (refused) { /* this browser keeps nothing */ }
    return found;
  }

  // Runs *work* for the latest of many calls; what was overtaken is dropped.
  function latest(work, done, failed) {
    let turn = 0;
    return async (...asked) => {
      const mine = ++turn;
      try {
        const answer = await work(...asked);
        if (mine === turn) done(answer, ...asked);
      } catch (lost) {
        if (mine === turn) failed(...asked);
      }
    };
  }

  // ---- a box with suggestions -----------------------------------------------------------------

  function addSuggestions(form, number) {
    const input = form.elements.namedItem("q");
    const root = form.dataset.root;
    const list = element("ul", { id: `suggestions-${number}`, className: "suggestions", hidden: true });
    const said = element("span", { className: "unseen" });
    let options = [];
    let chosen = -1;

    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "建议");
    said.setAttribute("role", "status");
    form.append(list, said);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
    })) input.setAttribute(name, value);

    const pageOf = (query) => `${root}search.html?q=${encodeURIComponent(query)}`;

    function show(made, words) {
      options = made;
      chosen = -1;
      list.replaceChildren(...options.map(({ content }, at) => {
        const one = element("li", { id: `${list.id}-${at}` }, ...content);
        one.setAttribute("role", "option");
        one.setAttribute("aria-selected", "false");
        one.addEventListener("mousedown", (event) => event.preventDefault());
        one.addEventListener("click", () => take(at));
        return one;
      }));
      list.hidden = !options.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      input.removeAttribute("aria-activedescendant");
      said.textContent = words;
    }

    function choose(at) {
      if (!options.length) return;
      chosen = (at + options.length + 1) % (options.length + 1);
      if (chosen === options.length) chosen = -1;
      [...list.children].forEach((one, number) =>
        one.setAttribute("aria-selected", String(number === chosen)));
      if (chosen < 0) {
        input.removeAttribute("aria-activedescendant");
      } else {
        input.setAttribute("aria-activedescendant", list.children[chosen].id);
        list.children[chosen].scrollIntoView({ block: "nearest" });
      }
    }

    function take(at) {
      const { address, act } = options[at];
      if (act) {
        act();
      } else {
        if (input.value.trim()) recent(input.value.trim());
        location.href = address;
      }
    }

    function row(one, words) {
      const told = [one.told && dayWords(one.told), bodies(one.unit), one.category.join("、") || one.kindTitle];
      return {
        address: root + one.path,
        content: [
          element("span", { className: "suggested" }, ...highlighted(one.name, words)),
          element("span", { className: "answer" }, told.filter(Boolean).join(" · ")),
        ],
      };
    }

    function showRecent() {
      const before = recent().map((query) => ({ address: pageOf(query), content: [query] }));
      if (before.length) before.push({ act: () => { recent(""); show([], ""); }, content: ["清除查过的字词"] });
      show(before, before.length ? "查过的字词" : "");
    }

    const suggest = latest((query) => find(query, {}, "", SUGGESTED), (found, query) => {
      if (document.activeElement !== input) return;
      const rows = (found.rows.length ? found.rows : found.near).map((one) => row(one, found.words));
      const total = found.total === null ? `${MOST} 条以上` : `${found.total} 条`;
      const all = { address: pageOf(query), content: [found.rows.length ? `查看全部 ${total}结果` : "查看相近的结果"] };
      const words = found.rows.length ? `找到 ${total}，用上下键选择`
        : rows.length ? "没有找到，有相近的结果，用上下键选择" : "没有找到";
      show(rows.length ? [...rows, all] : [], words);
    }, () => show([], ""));

    const update = () => {
      const query = input.value.trim();
      if (query) suggest(query);
      else showRecent();
    };

    input.addEventListener("input", (event) => { if (!event.isComposing) update(); });
    input.addEventListener("compositionend", update);
    input.addEventListener("focus", update);
    input.addEventListener("blur", () => show([], ""));
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) update();
        else choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? options.length - 1 : chosen - 1);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        take(chosen);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        show([], "");
      }
    });
    if (document.activeElement === input) update();
  }

  // ---- the page of results --------------------------------------------------------------------

  async function addResults(form) {
    const by = (id) => document.getElementById(id);
    const [list, nearby, status, more, narrow] =
      ["results", "near", "results-count", "results-more", "narrow"].map(by);
    const input = form.elements.namedItem("q");
    const asked = new URLSearchParams(location.search);
    let shown = STEP;

    const head = await start();
    const facets = [["kind", "类别", ...[0, 1].map((at) => head.kinds.map((one) => one[at]))],
      ...head.facets.map(([facet, title, values]) => [facet, title, values, values])];
    const selects = facets.map(([facet, title]) => {
      const select = element("select", { id: `by-${facet}`, name: facet });
      const label = element("label", { htmlFor: select.id }, title);
      narrow.lastElementChild.append(element("div", { className: "choice" }, label, select));
      return select;
    });
    const sort = form.elements.namedItem("sort");

    function offer(select, [, , values, titles], counts) {
      const value = select.value || asked.get(select.name) || "";
      const kept = values.map((one, at) => [one, titles[at], counts ? counts.get(one) || 0 : null])
        .filter(([one, , held]) => held !== 0 || one === value);
      if (counts) kept.sort((one, other) => other[2] - one[2]);
      select.replaceChildren(new Option("全部", ""), ...kept.map(([one, title, held]) =>
        new Option(held === null ? title : `${title}（${held}）`, one)));
      if (value && !values.includes(value)) select.append(new Option(value, value));
      select.value = value;
      select.parentNode.hidden = !value && kept.length < 1;
    }

    function state() {
      const filters = {};
      for (const select of selects) if (select.value) filters[select.name] = select.value;
      return [input.value.trim(), filters, sort.value];
    }

    function card(one, words) {
      const link = element("a", { href: one.path }, ...highlighted(one.name, words));
      const where = [one.kindTitle, ...one.field, one.where > 3 ? "见于正文" : one.where > 2 ? "见于要素" : ""];
      const made = element("li", { className: "card" },
        element("p", { className: "card-what" }, link,
          element("span", { className: "card-where" }, where.filter(Boolean).join(" · "))));
      made.dataset.kind = one.kind;
      made.dataset.id = one.id;
      const line = (name, key, value) => made.append(element("p", { className: name },
        ...(value ? [element("span", { className: "key" }, key), value] : [])));
      if (one.kind === "entries") line("card-limit", "时限", one.told || "未写明");
      else line("card-limit", "日期", dayWords(one.told));
      line("card-bodies", "单位", one.kind === "units" ? "" : bodies(one.unit));
      made.append(element("p", { className: "card-marks" },
        ...[...one.category, ...one.status].map((word) => element("span", { className: "mark" }, word))));
      return made;
    }

    function words(found, query, narrowed) {
      const single = found.words.some((word) => word.length === 1 && !/[a-z0-9]/.test(word[0]));
      const note = single ? "单个字只在名称里查找。" : "";
      if (found.total === null) return `找到 ${MOST} 条以上。${note}`;
      if (found.total) return `找到 ${found.total} 条。${note}`;
      if (!query && !narrowed) return "";
      if (found.near.length) return `没有找到“${query}”。下面是含有其中大部分字词的记录，不是查找的结果。${note}`;
      return `没有找到。请减少字词或者条件再试。${note}`;
    }

    // How many finds there are of each value, told when it is known.
    const count = latest(async (found, idle) => idle ? null : found.counts(), (counts) => {
      facets.forEach((facet, at) => offer(selects[at], facet, counts && counts[facet[0]]));
      narrow.dataset.state = "done";
    }, () => {});

    const update = latest((query, filters, order) => find(query, filters, order, shown), (found, query, filters) => {
      const narrowed = Object.keys(filters).length > 0;
      const idle = !query && !narrowed;
      count(found, idle);
      list.replaceChildren(...found.rows.map((one) => card(one, found.words)));
      nearby.replaceChildren(...found.near.map((one) => card(one, found.words)));
      status.textContent = words(found, query, narrowed);
      more.hidden = found.rows.length >= (found.total === null ? MOST : found.total);
      by("browse").hidden = !idle;
      by("found").hidden = idle;
      list.dataset.total = found.total === null ? `${MOST}+` : String(found.total);
      list.dataset.state = "done";
    }, () => {
      status.textContent = "检索数据没有读到，请刷新本页，或者从下面的索引查找。";
      by("found").hidden = by("browse").hidden = false;
      list.dataset.state = "failed";
    });

    function changed(keep) {
      if (!keep) shown = STEP;
      const [query, filters, order] = state();
      const address = new URLSearchParams();
      if (query) address.set("q", query);
      for (const [name, value] of Object.entries(filters)) address.set(name, value);
      if (order) address.set("sort", order);
      const text = address.toString();
      try {
        history.replaceState(null, "", location.pathname + (text ? `?${text}` : ""));
      } catch (refused) { /* some browsers keep the address of a file as it is */ }
      list.dataset.state = "loading";
      return update(query, filters, order);
    }

    input.value = asked.get("q") || "";
    if (input.value.trim()) recent(input.value.trim());
    sort.value = asked.get("sort") === "date" ? "date" : "";
    facets.forEach((facet, at) => offer(selects[at], facet, null));
    asked.forEach((value, name) => asked.delete(name));
    narrow.hidden = false;
    narrow.open = matchMedia("(min-width: 56em)").matches || state()[2] !== "" || Object.keys(state()[1]).length > 0;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (input.value.trim()) recent(input.value.trim());
      changed();
    });
    form.addEventListener("change", (event) => { if (event.target !== input) changed(); });
    input.addEventListener("input", (event) => { if (!event.isComposing) changed(); });
    input.addEventListener("compositionend", () => changed());
    more.addEventListener("click", async () => {
      const next = list.children.length;
      shown += STEP;
      await changed(true);
      const link = list.children[next] && list.children[next].querySelector("a");
      if (link) link.focus();
    });
    changed(true);
  }

  const page = document.getElementById("finder");
  document.querySelectorAll("form.finding").forEach(addSuggestions);
  if (page) {
    addResults(page).catch(() => {
      document.getElementById("results-count").textContent = "检索数据没有读到，请刷新本页，或者从下面的索引查找。";
      document.getElementById("found").hidden = false;
      document.getElementById("results").dataset.state = "failed";
    });
  }
})();
