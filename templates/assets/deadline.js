// Until when an application is to be answered, worked out in the reader's browser: nothing is
// requested and nothing leaves it.  Laws, days and sentences come from the page; the steps are those
// of generator/facts/answering.py, and a test holds the two together.
(function () {
  "use strict";

  var DAY = 86400000;

  // A day is a number here, the days since 1970-01-01, a Thursday.
  function number(day) { return Date.parse(day) / DAY; }
  function text(day) { return new Date(day * DAY).toISOString().slice(0, 10); }
  function numbered(day) { return day ? number(day) : null; }
  function texted(day) { return day === null ? null : text(day); }

  // Days as the page writes them: 2026年9月18日, without the blanks that stand around digits.
  function inWords(words) {
    return words.replace(/ ?(\d{4})-(\d{2})-(\d{2})(?: (?! ))?/g, function (whole, year, month, day) {
      return year + "年" + Number(month) + "月" + Number(day) + "日";
    });
  }

  function filled(pattern, facts) {
    return pattern.replace(/\{(\w+)\}/g, function (whole, key) { return facts[key]; });
  }

  // ---- the answer ------------------------------------------------------------------------

  // course: received, channel, confirmed, corrections and consulted (each asked and answered),
  // extended; days as 2026-09-18, null where there is none.
  function answered(table, course) {
    var words = table.words;
    var first = number(table.first);
    var through = number(table.through);
    var reasons = {};
    var holidays = 0;
    Array.from(table.days).forEach(function (letter, place) {
      if (letter === "h") { reasons[first + place] = table.holidays[holidays]; holidays += 1; }
    });

    function kind(day) { return table.days[day - first] || "u"; }

    function why(day) {
      if (kind(day) === "h") return reasons[day];
      if (kind(day) === "e") return table.weekdays[(day + 3) % 7];
      return day > through
        ? filled(words.unconfirmed, { through: table.through })
        : filled(words.unnoticed, { year: text(day).slice(0, 4) });
    }

    // The last of n working days after day 0; pauses hold from the day after the first of two days.
    function after(start, n, pauses) {
      var count = { start: start, n: n, last: null, skipped: [], paused: [], unknown: null };
      for (var day = start + 1, left = n; ; day += 1) {
        if (kind(day) === "u") { count.unknown = day; return count; }
        if (kind(day) !== "w") { count.skipped.push(day); continue; }
        if (pauses.some(function (one) { return one[0] < day && day <= one[1]; })) {
          count.paused.push(day);
          continue;
        }
        left -= 1;
        if (left === 0) { count.last = day; return count; }
      }
    }

    function lawOf(start) {
      return table.laws.reduce(function (found, law) {
        var held = number(law.since) <= start;
        return held && (!found || found.since < law.since) ? law : found;
      }, null);
    }

    // The last day on which asking does not count; null where nobody can say.
    function ends(one, law) {
      if (law.consulted === null) return one.answered;
      var most = after(one.asked, law.consulted, []).last;
      if (one.answered === null || most === null) {
        for (var day = one.asked + 1; most === null && day <= one.answered; day += 1) {
          if (kind(day) === "u") return null;
        }
        return most === null ? one.answered : most;
      }
      return Math.min(most, one.answered);
    }

    function due() {
      var received = number(course.received);
      var confirmed = numbered(course.confirmed);
      var channel = table.channels[course.channel];
      var start = channel.confirmed && confirmed !== null ? confirmed : received;
      if (channel.awaited && confirmed === null) return { start: null, wait: "confirmation" };
      var law = lawOf(start);
      if (!law) return { start: start, wait: "no-law" };
      var found = { start: start, law: law, wait: null, notice: null };
      if (law.notice !== null) found.notice = after(start, law.notice, []).last;
      var corrections = course.corrections.map(spanned);
      if (corrections.some(function (one) { return one.answered === null; })) {
        found.wait = "correction";
        return found;
      }
      corrections.forEach(function (one) { found.start = Math.max(found.start, one.answered); });
      found.law = lawOf(found.start) || law;
      found.n = found.law.reply + Math.min(course.extended, found.law.extension);
      found.cut = course.extended > found.law.extension;
      var pauses = course.consulted.map(spanned).map(function (one) {
        return [one.asked, ends(one, found.law)];
      });
      if (pauses.some(function (one) { return one[1] === null; })) {
        found.wait = found.law.consulted === null ? "consulted" : "calendar";
        return found;
      }
      found.count = after(found.start, found.n, pauses);
      if (found.count.last === null) found.wait = "calendar";
      return found;
    }

    function spanned(one) {
      return { asked: number(one.asked), answered: numbered(one.answered) };
    }

    function skips(count) {
      return count.skipped.map(function (day) { return [day, why(day)]; })
        .concat(count.paused.map(function (day) { return [day, words.paused]; }))
        .sort(function (one, other) { return one[0] - other[0]; })
        .map(function (one) { return filled(words.skipped, { day: text(one[0]), why: one[1] }); });
    }

    function verdict(found) {
      var count = found.count;
      if (!count) return filled(words[found.wait], { through: table.through });
      if (count.last === null) {
        return filled(words.unknown, { day: text(count.unknown), why: why(count.unknown) });
      }
      return filled(words.last, {
        start: text(count.start), n: count.n, last: text(count.last),
        passed: count.skipped.length + count.paused.length,
      });
    }

    var found = due();
    var count = found.count || { last: null, skipped: [], paused: [] };
    return {
      start: texted(found.start),
      law: found.law ? found.law.id : null,
      since: found.law ? found.law.since : null,
      n: found.n || 0,
      last: texted(count.last),
      wait: found.wait,
      notice: texted(found.notice === undefined ? null : found.notice),
      skipped: count.skipped.map(text),
      paused: count.paused.map(text),
      head: [].concat(
        found.law ? filled(words.law, { source: found.law.source }) : [],
        found.notice ? filled(words.notice, { day: text(found.notice) }) : [],
        found.cut ? filled(words.cut, { most: found.law.extension }) : []
      ).map(inWords),
      skips: skips(count).map(inWords),
      verdict: inWords(verdict(found)),
    };
  }

  // ---- the calendar file (RFC 5545) --------------------------------------------------------

  // A line holds at most 75 octets; what follows begins with a blank, and no letter is cut.
  function folded(line) {
    var lines = [];
    var size = 0;
    var begun = "";
    Array.from(line).forEach(function (letter) {
      var octets = new TextEncoder().encode(letter).length;
      if (size + octets > 75) { lines.push(begun); begun = " "; size = 1; }
      begun += letter;
      size += octets;
    });
    return lines.concat(begun).join("\r\n");
  }

  function escaped(words) {
    return words.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  }

  // stamp is the moment the file was made, uid what no other event bears.
  function calendarFile(found, stamp, uid) {
    return [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//gongkai//deadline//ZH",
      "BEGIN:VEVENT",
      "UID:" + uid,
      "DTSTAMP:" + stamp.toISOString().replace(/[-:]|\.\d+/g, ""),
      "DTSTART;VALUE=DATE:" + found.last.replace(/-/g, ""),
      "SUMMARY:" + escaped("政府信息公开申请的最后答复日"),
      "DESCRIPTION:" + escaped(found.head.concat(found.skips, found.verdict).join("\n")),
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
    ].map(folded).join("\r\n") + "\r\n";
  }

  function fresh() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, function (one) { return one.toString(16).padStart(2, "0"); }).join("");
  }

  function save(found) {
    var file = new Blob([calendarFile(found, new Date(), fresh())], { type: "text/calendar" });
    var link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = "deadline-" + found.last + ".ics";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  // ---- the form --------------------------------------------------------------------------

  function addCalculator() {
    var form = document.getElementById("deadline");
    if (!form) return;
    var table = JSON.parse(form.dataset.table);
    var answer = document.getElementById("answer");
    var asks = document.getElementById("confirmed-line");
    var hint = asks.querySelector(".hint");
    var fault = document.getElementById("fault");
    var found = null;

    function part(name) { return answer.querySelector('[data-part="' + name + '"]'); }

    function list(name, lines) {
      part(name).replaceChildren.apply(part(name), lines.map(function (line) {
        var item = document.createElement("li");
        item.textContent = line;
        return item;
      }));
    }

    function spans(name) {
      return Array.from(document.getElementById(name).querySelectorAll(".span"), function (row) {
        var inputs = row.querySelectorAll("input");
        return { asked: inputs[0].value, answered: inputs[1].value || null, inputs: inputs };
      }).filter(function (one) { return one.asked || one.answered; });
    }

    function course() {
      return {
        received: form.elements.received.value,
        channel: form.elements.channel.value,
        confirmed: asks.hidden ? null : form.elements.confirmed.value || null,
        corrections: spans("corrections"),
        consulted: spans("consulted"),
        extended: Number(form.elements.extended.value),
      };
    }

    // The first field that cannot be right and why; null where all can.
    function wrong(asked) {
      var bad = form.querySelector("input:invalid");
      if (bad) return [bad, bad.dataset.fault];
      var confirmed = form.elements.confirmed;
      if (asked.confirmed && asked.confirmed < asked.received) {
        return [confirmed, "确认的日子早于收到的日子，请核对。"];
      }
      return asked.corrections.map(wrongSpan("告知补正的日子", asked.received))
        .concat(asked.consulted.map(wrongSpan("发出征求意见书的日子", asked.received)))
        .find(Boolean) || null;
    }

    function wrongSpan(begun, received) {
      return function (one) {
        if (!one.asked) return [one.inputs[0], "请写明前一个日子，只有后一个算不出。"];
        if (one.asked < received) return [one.inputs[0], begun + "早于收到的日子，请核对。"];
        return one.answered && one.answered < one.asked
          ? [one.inputs[1], "后一个日子早于前一个，请核对。"]
          : null;
      };
    }

    function clear() {
      answer.hidden = true;
      fault.textContent = "";
      form.querySelectorAll("[aria-invalid]").forEach(function (one) {
        one.removeAttribute("aria-invalid");
        one.removeAttribute("aria-describedby");
      });
    }

    function show() {
      part("last").textContent = found.last ? inWords(found.last) : found.verdict;
      list("head", found.head.concat(
        found.since
          ? inWords("起算日 " + found.start + " 施行的是这部条例，它自 " + found.since + " 起施行")
          : []
      ));
      part("verdict").textContent = found.last ? found.verdict : "";
      list("skips", found.skips);
      part("paused").textContent = found.paused.length
        ? "其中征求意见期间的工作日 " + found.paused.length + " 天。" : "";
      part("days").hidden = !found.skips.length;
      part("save").hidden = !found.last;
      answer.hidden = false;
      answer.focus();
    }

    function channelChosen() {
      var channel = table.channels[form.elements.channel.value];
      asks.hidden = !channel.confirmed;
      hint.textContent = channel.awaited ? hint.dataset.awaited : hint.dataset.optional;
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      clear();
      var asked = course();
      var fails = wrong(asked);
      if (fails) {
        fault.textContent = fails[1];
        fails[0].setAttribute("aria-invalid", "true");
        fails[0].setAttribute("aria-describedby", "fault");
        fails[0].focus();
        return;
      }
      found = answered(table, asked);
      show();
    });
    form.addEventListener("input", clear);
    form.addEventListener("change", channelChosen);
    form.querySelectorAll("button[data-more]").forEach(function (more) {
      more.addEventListener("click", function () {
        var rows = document.getElementById(more.dataset.more);
        var row = rows.querySelector(".span").cloneNode(true);
        row.querySelectorAll("input").forEach(function (input) {
          input.value = "";
          input.removeAttribute("aria-invalid");
        });
        more.before(row);
        row.querySelector("input").focus();
      });
    });
    part("save").addEventListener("click", function () { save(found); });
    document.getElementById("unscripted").hidden = true;
    form.hidden = false;
    channelChosen();
    globalThis.gongkaiDeadline = {
      answered: function (asked) { return answered(table, asked); },
      calendarFile: calendarFile,
    };
  }

  document.addEventListener("DOMContentLoaded", addCalculator);
})();
