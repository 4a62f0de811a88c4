// The application form: what a link names is filled in, a draft is kept on this device if the reader
// wants it, and the form is printed.  Nothing is sent.  Without this file it is filled in and printed
// all the same.
(function () {
  "use strict";

  var DRAFT = "gongkai-application";
  var LINKED = ["organ", "name", "number", "more"];

  function start() {
    var form = document.getElementById("application");
    if (!form) return;
    var buttons = form.querySelector(".application-buttons");
    var keep = form.querySelector('[data-do="keep"]');
    var said = document.getElementById("application-said");

    function values() {
      var found = {};
      Array.prototype.forEach.call(form.elements, function (one) {
        if (!one.name) return;
        if (one.type === "checkbox") {
          if (one.checked) (found[one.name] = found[one.name] || []).push(one.value);
        } else if (one.value) {
          found[one.name] = one.value;
        }
      });
      return found;
    }

    function fill(found) {
      Array.prototype.forEach.call(form.elements, function (one) {
        if (!one.name) return;
        var value = found[one.name];
        if (one.type === "checkbox") one.checked = Array.isArray(value) && value.indexOf(one.value) >= 0;
        else one.value = typeof value === "string" ? value : "";
      });
    }

    function stored() {
      try { return JSON.parse(localStorage.getItem(DRAFT) || "null"); } catch (refused) { return null; }
    }

    function store() {
      if (keep.getAttribute("aria-pressed") !== "true") return;
      try {
        localStorage.setItem(DRAFT, JSON.stringify(values()));
      } catch (refused) {
        said.textContent = "这个浏览器不允许保留草稿。";
      }
    }

    function forget() {
      try { localStorage.removeItem(DRAFT); } catch (refused) { /* there was none */ }
    }

    var draft = stored();
    var kept = draft !== null && typeof draft === "object";
    if (kept) {
      fill(draft);
      keep.setAttribute("aria-pressed", "true");
    }
    // A link names one piece of information: none of its fields is left to a draft of another.
    var query = new URLSearchParams(location.search);
    var linked = LINKED.some(function (name) { return query.has(name); });
    if (linked) {
      LINKED.forEach(function (name) { form.elements[name].value = query.get(name) || ""; });
    }

    // A browser that cannot make a field as high as its text prints the text in place of the field.
    function printText() {
      Array.prototype.forEach.call(form.querySelectorAll("textarea"), function (one) {
        var text = document.createElement("div");
        text.className = "application-printed";
        text.textContent = one.value;
        if (one.value) one.after(text);
      });
    }

    function printed() {
      Array.prototype.forEach.call(form.querySelectorAll(".application-printed"), function (one) {
        one.remove();
      });
    }

    if (!window.CSS || !CSS.supports("field-sizing", "content")) {
      window.addEventListener("beforeprint", printText);
      window.addEventListener("afterprint", printed);
    }

    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", store);
    buttons.addEventListener("click", function (event) {
      var what = event.target.getAttribute("data-do");
      if (what === "print") window.print();
      if (what === "clear") {
        form.reset();
        forget();
        keep.setAttribute("aria-pressed", "false");
        said.textContent = "已清空。";
      }
      if (what === "keep") {
        var on = keep.getAttribute("aria-pressed") !== "true";
        keep.setAttribute("aria-pressed", String(on));
        if (on) store();
        else forget();
        said.textContent = on ? "草稿保留在这台设备上，公用的电脑请用完清空。" : "草稿已删去。";
      }
    });
    buttons.hidden = false;
    if (linked) {
      said.textContent = kept
        ? "要申请的信息按链接填写，代替草稿里的；其余是草稿里的。"
        : "要申请的信息已按链接填写。";
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
