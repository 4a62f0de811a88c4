// Finds what a reader types in the index that the site carries (search/), and gives exactly what a
// look through every record would give, in the one order: where it matched, then the shorter name,
// then the kind, then the id.  Nothing is asked of a server: files of the index are scripts, each
// loaded when a query needs it, so that it works from a folder too.
// How the files are written is told in generator/search/index.py.
(() => {
  "use strict";

  const BASE = new URL("../search/", document.currentScript.src).href;
  const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-.;=";
  const VALUES = new Uint8Array(128);
  for (let at = 0; at < 64; at++) VALUES[SIGNS.charCodeAt(at)] = at;
  const MOST = 2000; // finds that are counted
  const WIDE = 2 ** 20; // an address is block * WIDE + slot, a text home * WIDE + slot
  const { floor, min, max } = Math;
  const ignore = () => {}; // who asks again is told
  const together = (promises) => Promise.all(promises);
  const EQUAL = 0, BEGINS = 1, NAME = 2; // where: elements and paragraphs follow

  // ---- files -------------------------------------------------------------------------------

  const files = new Map();
  const waiting = new Map();
  const chunks = new Map(); // by block * chunks + chunk: the ranks from which and to which its records stand
  let head = null;

  // Runs *act* in a task of its own, sooner than a timer would.
  const channel = new MessageChannel();
  const acts = [];
  channel.port1.onmessage = () => acts.shift()();
  function soon(act) {
    acts.push(act);
    channel.port2.postMessage(0);
  }

  // Awaited in work on many things, so that keys need not wait for its end.
  let due = 0;
  const breathe = () => performance.now() > due
    && new Promise(soon).then(() => due = performance.now() + 9);

  globalThis.gongkaiSearch = (name, text) => {
    // What follows would count to this script's task, and keep keys waiting.
    soon(() => waiting.get(name)?.(text));
  };

  // Eight at a time, for many at once would keep keys waiting; what was asked for last comes first.
  const queue = [];
  let loading = 0;
  function next() {
    if (queue.length) document.head.append(queue.pop());
    else loading--;
  }

  // What *make* makes of the fields of a file, once; a file that could not be had is tried again when
  // next asked.
  function file(name, make = ([text]) => text) {
    let made = files.get(name);
    if (!made) {
      files.set(name, made = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.fetchPriority = "high"; // what a script adds comes late otherwise
        script.src = BASE + name + ".js" + (head ? "?v=" + head.version : "");
        waiting.set(name, resolve);
        script.onload = next;
        script.onerror = () => {
          files.delete(name);
          reject();
          next();
        };
        queue.push(script);
        if (loading < 8) {
          loading++;
          next();
        }
      }).then((text) => make(text.split("\t"))));
    }
    return made;
  }

  async function start() {
    if (!head) {
      head = JSON.parse(await file("head"));
      for (const [, one, other] of head.folding.matchAll(/(.)(.)/gu)) folding.set(one, other);
      for (const [block, , starts] of head.blocks) {
        const numbers = numbersOf(starts);
        let rank = 0, ranks = [];
        while (numbers.more()) {
          const chunk = numbers.next();
          rank += numbers.next();
          ranks[1] = rank - 1;
          chunks.set(block * head.chunks + chunk, ranks = [rank, WIDE - 1]);
        }
      }
    }
    return head;
  }

  function numbersOf(text = "") {
    let at = 0;
    const more = () => at < text.length;

    function next() {
      let value = 0, sign;
      do {
        sign = VALUES[text.charCodeAt(at++)];
        value = value * 32 + (sign & 31);
      } while (sign > 31);
      return value;
    }

    // Rising values: twice the step, and one more where another follows.
    function steps() {
      const found = [];
      let value = 0, step;
      do {
        step = next();
        value += step >> 1;
        found.push(value);
      } while (step & 1);
      return found;
    }

    return { more, next, steps };
  }

  const first = (text) => numbersOf(text).next();

  const add = (counts, key, more) => counts.set(key, (counts.get(key) || 0) + more);
  const join = (lists, key, more) => lists.set(key, (lists.get(key) || []).concat(more));

  function fixed(text, width, at) {
    let value = 0;
    for (let place = at * width; place < (at + 1) * width; place++) {
      value = value * 64 + VALUES[text.charCodeAt(place)];
    }
    return value;
  }

  // ---- words -------------------------------------------------------------------------------

  const BLANKS = "\\s\\0-\\x20\\x85\\u200b";
  const LETTERS = "a-z\\xdf-\\xf6\\xf8-\\u024f\\u0370-\\u052f";
  const UNIT = new RegExp(`[${LETTERS}]+|[0-9]+|[^${BLANKS}]`, "gu");
  const WORD = new RegExp(`[^${BLANKS}]+`, "gu");
  const SOUND = /^[a-z]{2,}$/;
  const folding = new Map(); // a character -> what stands in its place

  function compared(text) {
    return Array.from(text.normalize("NFKC").toLowerCase(), (sign) => folding.get(sign) || sign)
      .join("").replace(/[[【(]/g, "〔").replace(/[\]】)]/g, "〕").replace(/[‐-―−]/g, "-");
  }

  const unitsOf = (text) => compared(text).match(UNIT) || [];

  function wordsOf(query) {
    const words = new Map((compared(query).match(WORD) || []).map((word) => {
      const units = word.match(UNIT);
      return [units.join(" "), units];
    }));
    return [...words.values()];
  }

  // ---- terms: where units stand in texts ---------------------------------------------------

  function hashed(text) {
    let value = 0x811c9dc5;
    for (const sign of text) value = Math.imul(value ^ sign.codePointAt(0), 0x01000193);
    return value >>> 0;
  }

  // All terms of the file in which those of *key* are kept.
  function shard(key) {
    return file("terms/" + (hashed(key) % head.shards), (fields) => {
      const terms = new Map();
      for (let at = 0; at + 1 < fields.length; at += 2) terms.set(fields[at], fields[at + 1]);
      return terms;
    });
  }

  const kept = new Map();

  // text -> positions of a term in it
  async function postings(term, key = term) {
    if (!kept.has(term)) kept.set(term, read((await shard(key)).get(term)));
    return kept.get(term);
  }

  async function read(line) {
    const found = new Map();
    const numbers = numbersOf(line);
    let home = 0, slot = 0;
    while (numbers.more()) {
      found.size % 256 || await breathe();
      const step = numbers.next();
      if (step & 1) {
        home += step >> 1;
        slot = numbers.next();
      } else {
        slot += step >> 1;
      }
      found.set(home * WIDE + slot, numbers.steps());
    }
    return found;
  }

  const classOf = (text) => floor(text / WIDE) % 3;
  const homeOf = (text) => floor(text / WIDE / 3);
  const blockOfHome = (home) => floor(home / head.chunks);
  const lengthOf = (block) => floor(block / head.parts);
  const blockOf = (address) => floor(address / WIDE);
  // The place comes first in the order of finds, then the length of the name, then *rest*.
  const ordered = (place, block, rest) => (place * WIDE + lengthOf(block)) * WIDE + rest;

  // text -> spans in which lists of [positions by text, offset] all stand side by side
  async function meeting(lists, length) {
    lists.sort((one, other) => one[0].size - other[0].size);
    const [[first, shift], ...others] = lists;
    const found = new Map();
    for (const [text, positions] of first) {
      await breathe();
      const starts = positions.map((position) => position - shift).filter((begin) =>
        others.every(([list, offset]) => list.get(text)?.includes(begin + offset)));
      if (starts.length) found.set(text, starts.map((begin) => [begin, begin + length]));
    }
    return found;
  }

  async function occurrences(word) {
    if (word.length === 1) return meeting([[await postings(word[0]), 0]], 1);
    const offsets = [];
    for (let at = 0; at < word.length - 2; at += 2) offsets.push(at);
    offsets.push(word.length - 2);
    return meeting(await together(offsets.map(async (at) =>
      [await postings(word[at] + " " + word[at + 1]), at])), word.length);
  }

  // ---- sounds: letters typed for the reading of a name --------------------------------------

  const SYLLABLE = /^[^aeiouv]*[aeiouv]+(ng?|r)?$|^ng?$|^m$/; // and a little more

  // All ways to read letters as syllables of which the last may be unfinished.
  function spellings(letters) {
    const found = [[letters]];
    for (let at = 1; at < letters.length && at < 7; at++) {
      const syllable = letters.slice(0, at);
      if (SYLLABLE.test(syllable)) {
        spellings(letters.slice(at)).forEach((rest) => found.push([syllable, ...rest]));
      }
    }
    return found;
  }

  // Positions where a syllable that begins with *one* stands before one that begins with *other*;
  // the first is just *one* if *whole*.
  async function neighbours(one, other, whole) {
    const ends = other ? [other[0]] : ["", ...SIGNS.slice(26, 52)];
    const found = new Map();
    for (const end of ends) {
      const key = "~" + one[0] + end;
      for (const term of (await shard(key)).keys()) {
        const [, first, second] = /^~([a-z]+) (.*)/.exec(term) || [];
        if (!first || !(whole ? first === one : first.startsWith(one)) || !second.startsWith(other)) continue;
        for (const [text, positions] of await postings(term, key)) join(found, text, positions);
      }
    }
    return found;
  }

  async function sounding(letters) {
    const found = new Map();
    const ways = spellings(letters).map((way) => [way, true]);
    ways.push([[...letters], false]);
    for (const [way, whole] of ways) {
      const lists = [];
      for (let at = 0; at < max(1, way.length - 1); at++) {
        lists.push([await neighbours(way[at], way[at + 1] || "", whole && at < way.length - 1), at]);
        if (!lists[at][0].size) break;
      }
      if (lists.length < way.length - 1) continue;
      (await meeting(lists, way.length)).forEach((spans, text) =>
        join(found, text, spans));
    }
    return found;
  }

  // ---- records -----------------------------------------------------------------------------

  // For each class the holders of the texts that share a file with *text*: slot -> addresses.
  function homes(text) {
    const home = homeOf(text);
    const part = text % WIDE % (head.homes[home] || 1);
    return file("homes/" + home + "-" + part, (fields) => fields.map((field) => {
      const numbers = numbersOf(field);
      const found = new Map();
      let slot = 0;
      while (numbers.more()) {
        slot += numbers.next();
        const holders = [];
        let block = blockOfHome(home), step;
        do {
          step = numbers.next();
          block += step >> 1;
          for (const one of numbers.steps()) holders.push(block * WIDE + one);
        } while (step & 1);
        found.set(slot, holders);
      }
      return found;
    }));
  }

  // address -> the least value of those of its texts; *near* are those alone that are at home there
  async function gathered(texts, near) {
    const found = new Map();
    const lists = await together(Array.from(texts, async ([text, value]) =>
      [(await homes(text))[classOf(text)].get(text % WIDE), value, homeOf(text)]));
    for (const [holders, value, home] of lists) {
      await breathe();
      for (const address of holders) {
        if (!near || chunkOf(address) === home) {
          found.set(address, min(found.get(address) ?? value, value));
        }
      }
    }
    return found;
  }

  // The records of a block in the order of finds, and what is known of them.
  function facts(block) {
    return file("facts/" + block, ([steps, slots, ...columns]) => {
      const rank = numbersOf(steps).steps();
      const [wide, ...widths] = [slots, ...columns].map((column) => column.length / rank.length);
      const at = new Map(rank.map((_, one) => [fixed(slots, wide, one), one]));
      return { at, rank, list: (facet, one) => fixed(columns[facet], widths[facet], one) };
    });
  }

  const byOrder = (one, other) => one.order - other.order;

  // A record for each of *found*, an address and its score, that *filters* let through, with what is
  // known of it, in order.
  async function known(found, filters = {}) {
    const blocks = new Map();
    await together([...new Set(Array.from(found, ([key]) => blockOf(key)))].map(async (block) =>
      blocks.set(block, await facts(block))));
    const records = [];
    for (const [key, score] of found) {
      await breathe();
      const of = blocks.get(blockOf(key));
      const at = of.at.get(key % WIDE);
      if (head.facets.every(([facet, , values, lists], number) => !filters[facet]
        || lists[of.list(number, at)].some((value) => values[value] === filters[facet]))) {
        records.push({ key, score, facts: of, at, order: ordered(score, blockOf(key), of.rank[at]) });
      }
    }
    return records.sort(byOrder);
  }

  // For each facet how many records have each value.
  function counted(records) {
    const counts = {};
    head.facets.forEach(([facet, , values, lists], number) => {
      const of = counts[facet] = new Map();
      for (const one of records) {
        for (const value of lists[one.facts.list(number, one.at)]) {
          add(of, values[value], 1);
        }
      }
    });
    return counts;
  }

  async function dated(records) {
    await together(records.map(async (one) => {
      one.day = fixed(await file("days/" + blockOf(one.key)), 3, one.at);
    }));
    records.sort((one, other) => other.day - one.day);
  }

  const chunkOf = (key) => blockOf(key) * head.chunks + floor(key % WIDE / head.room);

  // The rows of a chunk: slot in it -> what is shown.
  function rowsIn(chunk) {
    return file("rows/" + chunk, (fields) => {
      const found = new Map();
      let id = "", name, told, lists;
      for (let at = 0; at < fields.length; at += 5) {
        const [place, rest, ...others] = fields.slice(at, at + 5);
        id = id.slice(0, VALUES[rest.charCodeAt(0)]) + rest.slice(1);
        if (others[0]) [name, told] = others;
        lists = others[2] || lists;
        found.set(first(place), [id, name, told, lists]);
      }
      return found;
    });
  }

  async function rowOf({ key, score }) {
    const block = blockOf(key);
    const [id, name, told, numbers] = (await rowsIn(chunkOf(key))).get(key % head.room);
    const row = { id, name, told, where: score };
    const list = numbersOf(numbers);
    for (const [facet, , values, lists] of head.facets) {
      row[facet] = lists[list.next()].map((value) => values[value]);
    }
    [row.kind] = row.kind;
    const kind = first(numbers);
    row.title = head.facets[0][4][kind];
    row.path = (row.kind === "pages" ? "" : row.kind + "/") + id + ".html";
    row.order = ordered(score, block, kind);
    return row;
  }

  // Of things in chunks with their places, those that may be the first *wanted*: a chunk tells from
  // where to where in the order they stand.
  async function foremost(many, wanted, chunk) {
    const bounds = [];
    for (const one of many) {
      bounds.length % 256 || await breathe();
      const at = chunk(one);
      bounds.push(chunks.get(at).map((rank) => ordered(one[1], blockOfHome(at), rank)));
    }
    const last = Float64Array.from(bounds, ([, to]) => to).sort()[wanted - 1];
    return many.filter((_, at) => !(bounds[at][0] > last));
  }

  // The rows of the first *wanted* of addresses and their places.
  async function rowsOf(found, wanted) {
    const some = await foremost(found, wanted, ([key]) => chunkOf(key));
    const rows = await together(some.map(([key, score]) => rowOf({ key, score })));
    return rows.sort((one, other) => byOrder(one, other) || (one.id < other.id ? -1 : 1))
      .slice(0, wanted);
  }

  // ---- what a query finds ------------------------------------------------------------------

  // text -> where a word stands in it
  async function places(word) {
    let texts = await occurrences(word);
    if (!texts.size && word.length === 1 && SOUND.test(word[0])) texts = await sounding(word[0]);
    for (const [text, spans] of texts) {
      await breathe();
      const length = lengthOf(blockOfHome(homeOf(text)));
      texts.set(text, classOf(text) ? classOf(text) + NAME // an element, a paragraph
        : min(...spans.map(([from, to]) => from ? NAME : to === length ? EQUAL : BEGINS)));
    }
    return texts;
  }

  // The records that hold texts of each list, each with the worst of its places.
  async function matching(lists) {
    const [first, ...others] = (await together(lists.map((texts) => gathered(texts))))
      .sort((one, other) => one.size - other.size);
    for (const list of others) {
      for (const [address, place] of first) {
        if (list.has(address)) first.set(address, max(place, list.get(address)));
        else first.delete(address);
      }
    }
    return first;
  }

  const piecesOf = (word) => word.length === 1 ? word
    : [...new Set(word.slice(1).map((unit, at) => word[at] + " " + unit))];

  // How many pieces of a word each record holds in one element, below zero, where that is most.
  async function nearly(word) {
    const pieces = piecesOf(word);
    const texts = new Map();
    for (const list of await together(pieces.map((piece) => postings(piece)))) {
      for (const text of list.keys()) add(texts, text, -1);
    }
    for (const [text, held] of texts) if (held * -2 <= pieces.length) texts.delete(text);
    for (const text of word.length < 3 ? [] : await mistyped(word)) texts.set(text, -pieces.length);
    return gathered(texts);
  }

  // Names that hold a word but for one unit.
  async function mistyped(word) {
    const agreeing = new Map();
    const lists = await together(word.map((unit) => postings(unit)));
    lists.forEach((list, offset) => list.forEach((positions, text) => {
      if (classOf(text)) return;
      for (const position of positions) {
        const begin = position - offset;
        const key = text * 256 + begin;
        if (begin >= 0 && begin + word.length <= lengthOf(blockOfHome(homeOf(text)))) add(agreeing, key, 1);
      }
    }));
    return [...agreeing].filter(([, held]) => held === word.length - 1)
      .map(([key]) => floor(key / 256));
  }

  async function nearest(words, filters) {
    const lists = await together(words.map(nearly));
    const total = new Map();
    for (const [address, held] of lists.flatMap((list) => [...list])) {
      await breathe();
      add(total, address, held);
    }
    const whole = words.flatMap(piecesOf).length;
    const found = new Map();
    for (const [address, held] of total) if (held * -2 > whole) found.set(address, held);
    return known(found, filters);
  }

  async function everything() {
    return (await together(head.blocks.map(async ([block]) =>
      Array.from((await facts(block)).at.keys(), (slot) => [block * WIDE + slot, EQUAL])))).flat();
  }

  // A query to what it finds: {words, rows, near, total(), counts()}; total is null beyond MOST.
  // *filters* are a value for each facet, *sort* "date" or nothing, *shown* how many rows; *early* is
  // called with the first of them, and the words, as soon as it is there.  Rows come from the foremost
  // texts and chunks alone; the others are loaded when total() or counts() are asked for.
  async function find(query, filters, sort, shown, early) {
    await start();
    const words = wordsOf(query);
    const lists = await together(words.map(places));
    const narrow = Object.keys(filters).length;
    const picked = narrow || sort;
    const all = () => words.length ? matching(lists) : narrow ? everything() : [];
    const texts = words.length === 1 && !picked && [...lists[0]];
    const home = ([text]) => homeOf(text);
    if (early && texts.length) {
      const some = await foremost(texts, 1, home);
      some.forEach((one) => rowsIn(home(one)).catch(ignore)); // while their holders are loaded
      // The first find is at home where one of its texts is.
      await gathered(some, true).then((some) => rowsOf([...some], 1))
        .then(([one]) => early(one, words)).catch(ignore);
    }
    // No record has two names: where there are enough of them, the first suffice.
    const names = texts && texts.filter(([text]) => !classOf(text));
    const enough = names.length >= shown;
    const found = [...await (enough ? gathered(await foremost(names, shown, home)) : all())];
    const near = found.length ? [] : await nearest(words, filters);
    let rest = picked ? await known(found, filters) : !enough && found;
    if (sort) await dated(rest);
    const total = async () => {
      rest = rest || [...await all()];
      return rest.length > MOST ? null : rest.length;
    };
    const listed = (records) => together(records.slice(0, shown).map(rowOf));
    return {
      words,
      rows: await (picked ? listed(rest) : rowsOf(found, shown)),
      near: await listed(near),
      total,
      counts: async () => await total() === null ? null : counted(picked ? rest : await known(rest)),
    };
  }

  // The parts of a text, each with whether it is what one of *words* was found by.
  function marked(text, words) {
    const units = []; // each with where it begins and ends in the text
    let from = 0;
    for (const sign of text) {
      const to = from + sign.length;
      for (const unit of unitsOf(sign)) {
        const last = units[units.length - 1];
        if (last?.[2] === from && unitsOf(last[0] + unit).length === 1) {
          last[0] += unit;
          last[2] = to;
        } else {
          units.push([unit, from, to]);
        }
      }
      from = to;
    }
    const hits = new Uint8Array(text.length);
    for (const word of words) {
      units.forEach(([, begin], at) => {
        if (word.every((unit, offset) => units[at + offset]?.[0] === unit)) {
          hits.fill(1, begin, units[at + word.length - 1][2]);
        }
      });
    }
    const parts = [];
    hits.forEach((hit, at) => {
      if (hit !== hits[at - 1]) parts.push(["", !!hit]);
      parts[parts.length - 1][0] += text[at];
    });
    return parts;
  }

  start().catch(ignore); // is tried again when something is looked for
  globalThis.gongkaiFind = { start, find, marked, MOST };
})();
