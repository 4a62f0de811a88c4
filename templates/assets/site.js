// Larger type, copying a citation, opening folds for print, and the filter of the catalogue.
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

  // ---- the filter ------------------------------------------------------------------------

  var STEP = 50;
  var NAMES = ["q", "category", "method", "field", "unit", "level"];
  // A row: id, name, group, field, limit, bodies, method, categories, levels.
  var ID = 0, NAME = 1, GROUP = 2, FIELD = 3, LIMIT = 4, BODIES = 5, METHOD = 6, CATEGORIES = 7, LEVELS = 8;

  function folded(words) {
    return words.normalize("NFKC").toLowerCase();
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

    function state() {
      return NAMES.map(function (name) {
        var input = form.elements.namedItem(name);
        return input ? input.value.trim() : "";
      });
    }

    function load() {
      if (loading) return;
      loading = true;
      var script = document.createElement("script");
      script.src = form.dataset.src;
      script.addEventListener("load", function () {
        rows = globalThis.gongkaiRows || [];
        texts = rows.map(function (row) {
          return folded([row[NAME], row[GROUP], row[FIELD], row[LIMIT], row[BODIES].join(" "),
            row[METHOD], row[CATEGORIES].join(" ")].join("\n"));
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

    function matches(row, text, words, want) {
      return words.every(function (word) { return text.includes(word); })
        && (!want[1] || row[CATEGORIES].includes(want[1]))
        && (!want[2] || row[METHOD] === want[2])
        && (!want[3] || row[FIELD] === want[3])
        && (!want[4] || row[BODIES].includes(want[4]))
        && (!want[5] || row[LEVELS].includes(want[5]));
    }

    function bodies(row) {
      var names = row[BODIES];
      var said = names.length > 3
        ? names.slice(0, 2).join("、") + "等 " + names.length + " 个单位"
        : names.join("、") || "未写明";
      return said + (row[METHOD] && row[METHOD] !== "主动公开" ? "（" + row[METHOD] + "）" : "");
    }

    function card(row) {
      var made = blank.content.cloneNode(true);
      var link = made.querySelector("a");
      link.textContent = row[NAME];
      link.href = form.dataset.root + "entries/" + row[ID] + ".html";
      made.querySelector(".card-where").textContent = [row[FIELD], row[GROUP]].filter(Boolean).join(" · ");
      made.querySelector(".card-limit").lastChild.textContent = row[LIMIT] || "未写明";
      made.querySelector(".card-bodies").lastChild.textContent = bodies(row);
      row[CATEGORIES].forEach(function (category) {
        var model = document.querySelector('[data-category="' + category + '"] .mark');
        var mark = document.createElement("span");
        if (model) {
          mark.className = model.className;
          model.childNodes.forEach(function (node) { mark.append(node.cloneNode(true)); });
        } else {
          mark.textContent = category;
        }
        made.querySelector(".card-marks").append(mark);
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
      NAMES.forEach(function (name, number) { if (want[number]) query.set(name, want[number]); });
      try {
        history.replaceState(null, "", location.pathname + (active ? "?" + query : "") + location.hash);
      } catch (refused) { /* some browsers keep the address of a file as it is */ }
      results.hidden = !active;
      all.hidden = active;
      if (!active) { count.textContent = ""; return; }
      if (!rows) { count.textContent = "正在读取目录……"; load(); return; }
      var words = folded(want[0]).split(/\s+/).filter(Boolean);
      found = rows.filter(function (row, number) { return matches(row, texts[number], words, want); });
      shown = 0;
      list.textContent = "";
      show();
      count.textContent = found.length
        ? "找到 " + found.length + " 项"
        : "没有找到。请减少字词或者条件再试。";
    }

    var asked = new URLSearchParams(location.search);
    NAMES.forEach(function (name) {
      var input = form.elements.namedItem(name);
      if (input && asked.has(name)) input.value = asked.get(name);
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
      NAMES.forEach(function (name) {
        var input = form.elements.namedItem(name);
        if (input) input.value = "";
      });
      update();
      form.elements.namedItem("q").focus();
    });
    update();
  }

  document.addEventListener("DOMContentLoaded", function () {
    addLargeType();
    addCopy();
    openFoldsForPrint();
    addFilter();
  });
})();
