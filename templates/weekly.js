"use strict";
(() => {
  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const root = document.documentElement;
  const page = $(".page"), panel = $(".panel"), slot = $(".panel-slot"), swap = $("#swap");
  const words = JSON.parse($("#words").textContent);
  let opener = null, shown = null, home = null, place = null;

  root.classList.add("js");
  for (const part of all("[data-js]")) part.hidden = false;

  // Offsets count code points; a string of JavaScript counts half of some of them.
  const slice = (text, from, to) => Array.from(text).slice(from, to).join("");
  const wrap = (element, from, to) => {
    const text = element.textContent, marked = document.createElement("mark");
    marked.textContent = slice(text, from, to);
    element.replaceChildren(slice(text, 0, from), marked, slice(text, to, undefined));
    return marked;
  };
  const unwrap = () => {
    for (const mark of all("mark")) mark.replaceWith(mark.textContent);
    for (const sentence of all(".s.on")) sentence.classList.remove("on");
    for (const part of all(".s, .raw")) part.normalize();
  };
  const range = (text) => (text ? text.split("-").map(Number) : null);

  const close = () => {
    unwrap();
    if (shown) {
      $(".text", shown).hidden = false;
      if ($(".raw", shown)) $(".raw", shown).hidden = true;
      home.replaceWith(shown);
    }
    shown = home = place = null;
    panel.hidden = true;
    page.classList.remove("open");
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  };

  const highlight = (raw) => {
    unwrap();
    const text = $(".text", shown), source = $(".raw", shown);
    text.hidden = raw;
    if (source) source.hidden = !raw;
    swap.hidden = !source;
    swap.setAttribute("aria-pressed", String(raw));
    swap.textContent = raw ? words.clean : words.raw;
    let goal;
    if (raw) {
      const at = range(place.raw);
      goal = at ? wrap(source, at[0], at[1]) : source;
    } else {
      goal = document.getElementById(place.sentence);
      goal.classList.add("on");
      const at = range(place.mark);
      if (at) wrap(goal, at[0], at[1]);
    }
    goal.scrollIntoView({ block: "center" });
  };

  const open = (link) => {
    const sentence = document.getElementById(link.hash.slice(1));
    if (!sentence) return false;
    if (shown) close();
    opener = link;
    shown = sentence.closest(".source");
    home = document.createComment("");
    shown.replaceWith(home);
    slot.replaceChildren(shown);
    place = { sentence: sentence.id, mark: link.dataset.mark, raw: link.dataset.raw };
    page.classList.add("open");
    panel.hidden = false;
    highlight(false);
    $("#panel-title").focus({ preventScroll: true });
    return true;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#s']");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && open(link)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) close();
    if (event.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) {
      event.preventDefault();
      $("#search").focus();
    }
  });
  $("#close").addEventListener("click", close);
  swap.addEventListener("click", () => highlight(swap.getAttribute("aria-pressed") !== "true"));

  const rows = all("main .row").map((row) => ({ row, text: row.textContent.toLowerCase() }));
  const sections = all("main section[data-kind]");
  const filter = () => {
    const wanted = $("#search").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const region = $("#region").value, kind = $("#kind").value, topic = $("#topic") ? $("#topic").value : "";
    const idle = !wanted.length && !region && !kind && !topic;
    let count = 0;
    for (const { row, text } of rows) {
      const fits = (!region || row.dataset.region === region) && (!topic || row.dataset.topic === topic) && wanted.every((word) => text.includes(word));
      row.hidden = !fits;
      if (fits && (!kind || row.closest("section").dataset.kind === kind)) count += 1;
    }
    for (const section of sections) {
      const has = all(".row", section);
      section.hidden = (kind && section.dataset.kind !== kind) || (!idle && has.length > 0 && has.every((row) => row.hidden)) || (!idle && !has.length);
      for (const group of all(".group", section)) group.hidden = all(".row", group).every((row) => row.hidden);
    }
    $("#count").textContent = idle ? "" : words.count.replace("{n}", count);
  };
  for (const field of all("#search, .tools select")) field.addEventListener("input", filter);

  const themes = ["auto", "light", "dark"];
  $("#theme").addEventListener("click", () => {
    const next = themes[(themes.indexOf(root.dataset.theme || "auto") + 1) % themes.length];
    if (next === "auto") delete root.dataset.theme;
    else root.dataset.theme = next;
    $("#theme").textContent = words[next];
  });
})();
