// Larger type, copying a citation, opening folds for print, the search, and the filter of the register.
// Everything works without this file except the filter, which stays hidden.
(function () {
  "use strict";

  var LARGE = "gongkai-large";
  var root = document.documentElement;

  function remembered() {
    try { return localStorage.getItem(LARGE) === "1"; } catch (refused) { return false; }
  }

  function remember(on) {
    try { localStorage.setItem(LARGE, on ? "1" : "0"); } catch (refused) { /* for this page only */ }
  }

  root.classList.toggle("large", remembered());

  function button(words) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    return made;
  }

  function addLargeType() {
    var list = document.getElementById("shortcuts");
    if (!list) return;
    var toggle = button("大字版");
    toggle.className = "toggle";
    toggle.setAttribute("aria-pressed", String(root.classList.contains("large")));
    toggle.addEventListener("click", function () {
      var on = root.classList.toggle("large");
      toggle.setAttribute("aria-pressed", String(on));
      remember(on);
    });
    list.appendChild(document.createElement("li")).appendChild(toggle);
  }

  function addCopy() {
    var cite = document.getElementById("cite");
    if (!cite || !navigator.clipboard) return;
    var copy = button("复制");
    copy.setAttribute("aria-describedby", "cite");
    var said = document.createElement("span");
    said.className = "aside";
    said.setAttribute("role", "status");
    copy.addEventListener("click", function () {
      navigator.clipboard.writeText(cite.textContent).then(
        function () { said.textContent = "已复制"; },
        function () { said.textContent = "浏览器不允许复制，请选中文字后复制"; }
      );
    });
    cite.after(copy, said);
  }

  function openFoldsForPrint() {
    var opened = [];
    addEventListener("beforeprint", function () {
      opened = Array.from(document.querySelectorAll("details:not([open])"));
      opened.forEach(function (fold) { fold.open = true; });
    });
    addEventListener("afterprint", function () {
      opened.forEach(function (fold) { fold.open = false; });
    });
  }

  // The scripts of the search come when a box is first used, or at once on the page of results.
  function addSearch() {
    var asked = false;
    function load(form) {
      if (asked) return;
      asked = true;
      form.dataset.scripts.split(" ").forEach(function (address) {
        var script = document.createElement("script");
        script.src = address;
        script.async = false;
        document.head.appendChild(script);
      });
    }
    document.querySelectorAll("form[data-scripts]").forEach(function (form) {
      if (form.id === "finder") load(form);
      form.addEventListener("focusin", function () { load(form); });
      if (form.contains(document.activeElement)) load(form);
    });
  }

  // ---- the filter ------------------------------------------------------------------------

  // A row of the data: an id, then texts and lists of texts.  Which of them a select narrows
  // (data-column), a part of a card shows (data-cell) or is a mark (data-marks), the page says.
  var STEP = 50;

  function folded(words) {
    return words.normalize("NFKC").toLowerCase()
      .replace(/[\[(【﹝]/g, "〔").replace(/[\])】﹞]/g, "〕").replace(/[‐-―−]/g, "-");
  }

  function addFilter() {
    var form = document.getElementById("filter");
    if (!form) return;
    var results = document.getElementById("results");
    var list = document.getElementById("results-list");
    var count = document.getElementById("results-count");
    var more = document.getElementById("results-more");
    var all = document.getElementById("all");
    var blank = document.getElementById("result");
    var rows = null;
    var texts = [];
    var found = [];
    var shown = 0;
    var loading = false;

    var inputs = Array.from(form.elements).filter(function (one) { return one.name; });

    function state() {
      return inputs.map(function (input) { return input.value.trim(); });
    }

    function load() {
      if (loading) return;
      loading = true;
      var script = document.createElement("script");
      script.src = form.dataset.src;
      script.addEventListener("load", function () {
        rows = globalThis.gongkaiRows || [];
        texts = rows.map(function (row) {
          return folded(row.slice(1).map(words).join("\n"));
        });
        update();
      });
      script.addEventListener("error", function () {
        loading = false;
        count.textContent = "检索数据没有读到，请刷新本页，或者翻看下面的全部事项。";
        all.hidden = false;
      });
      document.head.appendChild(script);
    }

    function matches(row, text, wanted, want) {
      return wanted.every(function (word) { return text.includes(word); })
        && inputs.every(function (input, number) {
          var column = input.dataset.column;
          return !column || !want[number] || [].concat(row[column]).includes(want[number]);
        });
    }

    function words(value) {
      return Array.isArray(value) ? value.join(" ") : value;
    }

    function shownOf(value) {
      if (!Array.isArray(value)) return value;
      return value.length > 3
        ? value.slice(0, 2).join("、") + "等 " + value.length + " 个单位"
        : value.join("、");
    }

    function fill(part, row) {
      var said = part.dataset.cell.split(" ").map(function (column) { return shownOf(row[column]); })
        .filter(Boolean).join(" · ");
      if ("unless" in part.dataset) said = !said || said === part.dataset.unless ? "" : "（" + said + "）";
      part.textContent = said || part.dataset.else || "";
    }

    function card(row) {
      var made = blank.content.cloneNode(true);
      made.querySelector("a").href = form.dataset.pages + row[0] + ".html";
      made.querySelectorAll("[data-cell]").forEach(function (part) { fill(part, row); });
      var marks = made.querySelector("[data-marks]");
      row[marks.dataset.marks].forEach(function (word) {
        var model = document.querySelector('[data-mark="' + word + '"] > *');
        var mark = document.createElement("span");
        if (model) {
          mark.className = model.className;
          model.childNodes.forEach(function (node) { mark.append(node.cloneNode(true)); });
        } else {
          mark.textContent = word;
        }
        marks.append(mark);
      });
      return made;
    }

    function show() {
      found.slice(shown, shown + STEP).forEach(function (row) { list.append(card(row)); });
      shown = Math.min(shown + STEP, found.length);
      more.hidden = shown >= found.length;
    }

    function update() {
      var want = state();
      var active = want.some(Boolean);
      var query = new URLSearchParams();
      inputs.forEach(function (input, number) { if (want[number]) query.set(input.name, want[number]); });
      try {
        history.replaceState(null, "", location.pathname + (active ? "?" + query : "") + location.hash);
      } catch (refused) { /* some browsers keep the address of a file as it is */ }
      results.hidden = !active;
      all.hidden = active;
      if (!active) { count.textContent = ""; return; }
      if (!rows) { count.textContent = "正在读取目录……"; load(); return; }
      var wanted = folded(form.elements.namedItem("q").value).split(/\s+/).filter(Boolean);
      found = rows.filter(function (row, number) { return matches(row, texts[number], wanted, want); });
      shown = 0;
      list.textContent = "";
      show();
      count.textContent = found.length
        ? "找到 " + found.length + " " + form.dataset.unit
        : "没有找到。请减少字词或者条件再试。";
    }

    var asked = new URLSearchParams(location.search);
    inputs.forEach(function (input) {
      if (asked.has(input.name)) input.value = asked.get(input.name);
    });
    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); update(); });
    form.addEventListener("change", update);
    form.addEventListener("input", function (event) { if (!event.isComposing) update(); });
    form.addEventListener("compositionend", update);
    form.addEventListener("focusin", load, { once: true });
    more.addEventListener("click", function () {
      var next = shown;
      show();
      list.children[next].querySelector("a").focus();
    });
    document.getElementById("results-clear").addEventListener("click", function () {
      inputs.forEach(function (input) { input.value = ""; });
      update();
      form.elements.namedItem("q").focus();
    });
    update();
  }

  document.addEventListener("DOMContentLoaded", function () {
    addLargeType();
    addCopy();
    openFoldsForPrint();
    addSearch();
    addFilter();
  });
})();
