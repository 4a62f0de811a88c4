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

  const span = (className, ...content) => element("span", { className }, ...content);
  const on = (one, event, act) => one.addEventListener(event, act);

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
    } catch { /* this browser keeps nothing */ }
    return found;
  }

  // Runs *work* for the latest of many calls; what was overtaken is dropped.  Both it and *done* are
  // told how to ask whether they still are of the latest.
  function latest(work, done, failed) {
    let turn = 0;
    return async (...asked) => {
      const mine = ++turn;
      const current = () => mine === turn;
      try {
        const answer = await work(current, ...asked);
        if (current()) done(answer, current, ...asked);
      } catch {
        if (current()) failed();
      }
    };
  }

  // Calls *act* when what is typed has changed, but not for letters that become a character.
  function typed(input, act) {
    on(input, "input", (event) => { if (!event.isComposing) act(); });
    on(input, "compositionend", act);
  }

  // ---- a box with suggestions -----------------------------------------------------------------

  function addSuggestions(form, number) {
    const input = form.elements.q;
    const root = form.dataset.root;
    const list = element("ul", { id: `suggestions-${number}`, className: "suggestions", hidden: true });
    const said = span("unseen");
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
        on(one, "mousedown", (event) => event.preventDefault());
        on(one, "click", () => take(at));
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
          span("suggested", ...highlighted(one.name, words)),
          span("answer", told.filter(Boolean).join(" · ")),
        ],
      };
    }

    function showRecent() {
      const before = recent().map((query) => ({ address: pageOf(query), content: [query] }));
      if (before.length) before.push({ act: () => { recent(""); show([]); }, content: ["清除记录"] });
      show(before);
    }

    const used = () => document.activeElement === input;

    const suggest = latest(async (current, query) => query && find(query, {}, "", SUGGESTED, (one, words) => {
      if (current() && used() && list.hidden) show([row(one, words)]);
    }), (found, current, query) => {
      if (!used()) return;
      if (!query) return showRecent();
      const rows = (found.rows[0] ? found.rows : found.near).map((one) => row(one, found.words));
      const whole = span("", found.rows[0] ? "查看全部结果" : "查看相近的结果");
      const words = found.rows[0] ? "" : rows.length ? "没有找到，有相近的结果" : "没有找到";
      const before = options[1] ? -1 : chosen; // in the first row, which came early
      show(rows.length ? [...rows, { address: pageOf(query), content: [whole] }] : [], words);
      choose(before);
      if (found.rows[0]) found.total().then((total) => {
        if (!whole.isConnected) return; // something else was typed
        whole.textContent = `查看全部 ${counted(total)}结果`;
        said.textContent = `找到 ${counted(total)}`;
      }, () => {});
    }, () => show([]));

    const update = () => suggest(input.value.trim());

    typed(input, update);
    on(input, "focus", update);
    on(input, "blur", () => show([]));
    on(input, "keydown", (event) => {
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
    if (used()) update();
  }

  // ---- the page of results --------------------------------------------------------------------

  async function addResults(form) {
    const by = (id) => document.getElementById(id);
    const [list, nearby, status, more, narrow] =
      ["results", "near", "results-count", "results-more", "narrow"].map(by);
    const input = form.elements.q;
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
    const sort = form.elements.sort;

    function offer(select, [, , values, , titles = values], counts) {
      const value = select.options.length ? select.value : asked.get(select.name) || "";
      const kept = values.map((one, at) => [one, titles[at], counts ? counts.get(one) || 0 : null])
        .filter(([one, , held]) => held !== 0 || one === value);
      if (counts) kept.sort((one, other) => other[2] - one[2]);
      select.replaceChildren(new Option("全部", ""), ...kept.map(([one, title, held]) =>
        new Option(held === null ? title : `${title}（${held}）`, one)));
      if (value && !values.includes(value)) select.append(new Option(value));
      select.value = value;
      select.parentNode.hidden = !value && !kept.length;
    }

    function remember() {
      const query = input.value.trim();
      if (query) recent(query);
    }

    function state() {
      const filters = {};
      for (const select of selects) if (select.value) filters[select.name] = select.value;
      return [input.value.trim(), filters, sort.value];
    }

    function card(one, words) {
      const made = by("result").content.firstElementChild.cloneNode(true);
      const [what, limit, units, marks] = made.children;
      const line = (where, key, value) => value && where.append(span("key", key), value);
      Object.assign(made.dataset, { kind: one.kind, id: one.id });
      what.firstChild.href = one.path;
      what.firstChild.append(...highlighted(one.name, words));
      what.lastChild.append([one.title, ...one.field, ["见于要素", "见于正文"][one.where - 3]].filter(Boolean).join(" · "));
      line(limit, ...one.kind === "entries" ? ["时限", one.told || "未写明"] : ["日期", one.told]);
      line(units, "单位", bodies(one.unit));
      marks.append(...[...one.category, ...one.status].map((word) => span("mark", word)));
      return made;
    }

    function words(total, { words, near }, query) {
      const single = words.some((word) => word.length === 1 && !/[a-z0-9]/.test(word[0]));
      const said = total !== 0 ? `找到 ${counted(total)}。`
        : `没有找到${query && `“${query}”`}。` + (near.length ? "" : status.dataset.none);
      return said + (single ? status.dataset.single : "");
    }

    function reveal(idle) {
      by("browse").hidden = !idle;
      by("found").hidden = idle;
    }

    const update = latest((current, query, filters, order) => find(query, filters, order, shown, (one, words) => {
      if (!current() || list.firstChild) return;
      list.append(card(one, words));
      reveal(false);
    }), (found, current, query, filters) => {
      const idle = !query && !Object.keys(filters).length;
      list.replaceChildren(...found.rows.map((one) => card(one, found.words)));
      nearby.replaceChildren(...found.near.map((one) => card(one, found.words)));
      reveal(idle);
      by("nearby").hidden = !found.near.length;
      // How many there are, and how many of each value, is told when it is known.
      found.total().then(async (total) => {
        if (!current()) return;
        status.textContent = idle ? "" : words(total, found, query);
        more.hidden = found.rows.length >= (total ?? MOST);
        list.dataset.total = total ?? `${MOST}+`;
        list.dataset.state = "done";
        const counts = idle ? null : await found.counts();
        if (!current()) return;
        facets.forEach((facet, at) => offer(selects[at], facet, counts && counts[facet[0]]));
      }).catch(() => { if (current()) lost(); });
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
      } catch { /* some browsers keep the address of a file as it is */ }
      list.dataset.state = "loading";
      return update(query, filters, order);
    }

    input.value = asked.get("q") || "";
    remember();
    sort.value = asked.get("sort") === "date" ? "date" : "";
    facets.forEach((facet, at) => offer(selects[at], facet, null));
    narrow.hidden = false;
    narrow.open = matchMedia("(min-width: 56em)").matches || sort.value || Object.keys(state()[1]).length;
    on(form, "submit", (event) => {
      event.preventDefault();
      remember();
      changed();
    });
    on(form, "change", (event) => { if (event.target !== input) changed(); });
    typed(input, () => changed());
    on(more, "click", async () => {
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
