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

  function give(one, attributes) {
    for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
  }

  const highlighted = (text, words) => marked(text, words)
    .map(([part, hit]) => hit ? element("mark", {}, part) : part);

  const bodies = (units) => units.length > 3
    ? `${units.slice(0, 2).join("、")}等 ${units.length} 个单位` : units.join("、");

  const counted = (total) => total === null ? `${MOST} 条以上` : `${total} 条`;

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
  function latest(work, done, failed = () => {}) {
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

  // Calls *act* when what is typed has changed, but not for letters that become a character.
  function typed(input, act) {
    input.addEventListener("input", (event) => { if (!event.isComposing) act(); });
    input.addEventListener("compositionend", act);
  }

  // ---- a box with suggestions -----------------------------------------------------------------

  function addSuggestions(form, number) {
    const input = form.elements.namedItem("q");
    const root = form.dataset.root;
    const list = element("ul", { id: `suggestions-${number}`, className: "suggestions", hidden: true });
    const said = element("span", { className: "unseen" });
    let options = [];
    let chosen = -1;

    give(list, { role: "listbox", "aria-label": "建议" });
    give(said, { role: "status" });
    form.append(list, said);
    give(input, {
      role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
    });

    const pageOf = (query) => root + "search.html?q=" + encodeURIComponent(query);

    function show(made, words = "") {
      options = made;
      chosen = -1;
      list.replaceChildren(...options.map(({ content }, at) => {
        const one = element("li", { id: `${list.id}-${at}` }, ...content);
        give(one, { role: "option", "aria-selected": "false" });
        one.addEventListener("mousedown", (event) => event.preventDefault());
        one.addEventListener("click", () => take(at));
        return one;
      }));
      list.hidden = !options.length;
      give(input, { "aria-expanded": !list.hidden, "aria-activedescendant": "" });
      said.textContent = words;
    }

    function choose(at) {
      chosen = at < options.length ? at : -1;
      [...list.children].forEach((one, number) =>
        one.setAttribute("aria-selected", number === chosen));
      const one = list.children[chosen];
      input.setAttribute("aria-activedescendant", one?.id || "");
      one?.scrollIntoView({ block: "nearest" });
    }

    function take(at) {
      const { address, act } = options[at];
      if (act) act();
      else location.href = address;
    }

    function row(one, words) {
      const told = [one.told, bodies(one.unit), one.category.join("、") || one.title];
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
      if (before.length) before.push({ act: () => { recent(""); show([]); }, content: ["清除记录"] });
      show(before);
    }

    const suggest = latest((query) => find(query, {}, "", SUGGESTED), (found, query) => {
      if (document.activeElement !== input) return;
      const rows = (found.rows.length ? found.rows : found.near).map((one) => row(one, found.words));
      const whole = element("span", {}, found.rows.length ? "查看全部结果" : "查看相近的结果");
      const words = found.rows.length ? "" : rows.length ? "没有找到，有相近的结果" : "没有找到";
      show(rows.length ? [...rows, { address: pageOf(query), content: [whole] }] : [], words);
      if (found.rows.length) found.total().then((total) => {
        if (!whole.isConnected) return; // something else was typed
        whole.textContent = `查看全部 ${counted(total)}结果`;
        said.textContent = `找到 ${counted(total)}`;
      }, () => {});
    }, () => show([]));

    function update() {
      const query = input.value.trim();
      if (query) suggest(query);
      else showRecent();
    }

    typed(input, update);
    input.addEventListener("focus", update);
    input.addEventListener("blur", () => show([]));
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) update();
        else if (event.key === "ArrowDown") choose(chosen + 1);
        else choose(chosen < 0 ? options.length - 1 : chosen - 1);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        take(chosen);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        show([]);
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

    function lost() {
      status.textContent = status.dataset.lost;
      by("found").hidden = by("browse").hidden = false;
      list.dataset.state = "failed";
    }

    const head = await start().catch(lost);
    if (!head) return;
    const facets = head.facets;
    const selects = facets.map(([facet, title]) => {
      const select = element("select", { id: `by-${facet}`, name: facet });
      const label = element("label", { htmlFor: select.id }, title);
      narrow.lastElementChild.append(element("div", { className: "choice" }, label, select));
      return select;
    });
    const sort = form.elements.namedItem("sort");

    function offer(select, [, , values, , titles = values], counts) {
      const value = select.options.length ? select.value : asked.get(select.name) || "";
      const kept = values.map((one, at) => [one, titles[at], counts ? counts.get(one) || 0 : null])
        .filter(([one, , held]) => held !== 0 || one === value);
      if (counts) kept.sort((one, other) => other[2] - one[2]);
      select.replaceChildren(new Option("全部", ""), ...kept.map(([one, title, held]) =>
        new Option(held === null ? title : `${title}（${held}）`, one)));
      if (value && !values.includes(value)) select.append(new Option(value, value));
      select.value = value;
      select.parentNode.hidden = !value && !kept.length;
    }

    function state() {
      const filters = {};
      for (const select of selects) if (select.value) filters[select.name] = select.value;
      return [input.value.trim(), filters, sort.value];
    }

    function card(one, words) {
      const made = by("result").content.firstElementChild.cloneNode(true);
      const [what, limit, units, marks] = made.children;
      const line = (where, key, value) => value && where.append(element("span", { className: "key" }, key), value);
      Object.assign(made.dataset, { kind: one.kind, id: one.id });
      what.firstChild.href = one.path;
      what.firstChild.append(...highlighted(one.name, words));
      what.lastChild.append([one.title, ...one.field, ["见于要素", "见于正文"][one.where - 3]].filter(Boolean).join(" · "));
      if (one.kind === "entries") line(limit, "时限", one.told || "未写明");
      else line(limit, "日期", one.told);
      line(units, "单位", bodies(one.unit));
      marks.append(...[...one.category, ...one.status].map((word) => element("span", { className: "mark" }, word)));
      return made;
    }

    function words(total, { words, near }, query) {
      const single = words.some((word) => word.length === 1 && !/[a-z0-9]/.test(word[0]));
      const said = total !== 0 ? `找到 ${counted(total)}。`
        : `没有找到${query && `“${query}”`}。` + (near.length ? "" : status.dataset.none);
      return said + (single ? status.dataset.single : "");
    }

    // How many finds there are of each value, told when it is known.
    const count = latest(async (found, idle) => idle ? null : found.counts(), (counts) => {
      facets.forEach((facet, at) => offer(selects[at], facet, counts && counts[facet[0]]));
      narrow.dataset.state = "done";
    });

    // How many there are is told when it is known.
    const tell = latest((found) => found.total(), (total, found, query, idle) => {
      status.textContent = idle ? "" : words(total, found, query);
      more.hidden = found.rows.length >= (total ?? MOST);
      list.dataset.total = total ?? `${MOST}+`;
      list.dataset.state = "done";
      count(found, idle);
    }, lost);

    const update = latest((query, filters, order) => find(query, filters, order, shown), (found, query, filters) => {
      const idle = !query && !Object.keys(filters).length;
      list.replaceChildren(...found.rows.map((one) => card(one, found.words)));
      nearby.replaceChildren(...found.near.map((one) => card(one, found.words)));
      by("browse").hidden = !idle;
      by("found").hidden = idle;
      by("nearby").hidden = !found.near.length;
      tell(found, query, idle);
    }, lost);

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
    narrow.hidden = false;
    narrow.open = matchMedia("(min-width: 56em)").matches || sort.value || Object.keys(state()[1]).length;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (input.value.trim()) recent(input.value.trim());
      changed();
    });
    form.addEventListener("change", (event) => { if (event.target !== input) changed(); });
    typed(input, () => changed());
    more.addEventListener("click", async () => {
      const next = list.children.length;
      shown += STEP;
      await changed(true);
      list.children[next]?.querySelector("a").focus();
    });
    changed(true);
  }

  const page = document.getElementById("finder");
  document.querySelectorAll("form.finding").forEach(addSuggestions);
  if (page) addResults(page);
})();
