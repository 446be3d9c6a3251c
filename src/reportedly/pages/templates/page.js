
"use strict";
(function () {
  var notes = Array.prototype.slice.call(document.querySelectorAll(".gloss[id]"));
  var marked = Array.prototype.slice.call(document.querySelectorAll(".seg[data-c]"));
  var byClaim = {};
  var current = -1;
  marked.forEach(function (seg) {
    seg.dataset.c.split(" ").forEach(function (id) { (byClaim[id] = byClaim[id] || []).push(seg); });
  });
  document.querySelector(".keys").hidden = false;

  function paint(id, name, on) {
    (byClaim[id] || []).forEach(function (seg) { seg.classList.toggle(name, on); });
  }
  function letGo() {
    if (current < 0) { return; }
    notes[current].classList.remove("on");
    paint(notes[current].id, "on", false);
    current = -1;
  }
  function hold(index, scroll) {
    if (index < 0 || index >= notes.length) { return; }
    letGo();
    current = index;
    var note = notes[index];
    note.classList.add("on");
    paint(note.id, "on", true);
    if (scroll) {
      note.focus({ preventScroll: true });
      note.scrollIntoView({ block: "center", behavior: "instant" });
    }
    history.replaceState(null, "", "#" + note.id);
  }
  function indexOf(id) { return notes.findIndex(function (note) { return note.id === id; }); }
  function say(words) {
    var box = document.getElementById("said");
    box.textContent = words;
    setTimeout(function () { box.textContent = ""; }, 1800);
  }
  function copy(note) {
    var line = note.querySelector(".citation").textContent;
    var done = function () { say("Citation copied"); };
    var select = function () {
      note.querySelector("details").open = true;
      getSelection().selectAllChildren(note.querySelector(".citation"));
      say("Selected: copy it from here");
    };
    if (navigator.clipboard && isSecureContext) { navigator.clipboard.writeText(line).then(done, select); } else { select(); }
  }

  marked.forEach(function (seg) {
    seg.addEventListener("click", function () {
      var ids = seg.dataset.c.split(" ");
      var at = current < 0 ? -1 : ids.indexOf(notes[current].id);
      hold(indexOf(ids[(at + 1) % ids.length]), true);
    });
  });
  notes.forEach(function (note, index) {
    note.addEventListener("mouseenter", function () { paint(note.id, "near", true); });
    note.addEventListener("mouseleave", function () { paint(note.id, "near", false); });
    note.addEventListener("click", function (event) {
      if (!event.target.closest("a, summary, button, .citation")) { hold(index, false); }
    });
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "copy";
    button.addEventListener("click", function () { copy(note); });
    note.querySelector(".cite").appendChild(button);
  });
  function nextFinding() {
    for (var step = 1; step <= notes.length; step += 1) {
      var index = (current + step + notes.length) % notes.length;
      if (notes[index].querySelector(".finding, .flags")) { return index; }
    }
    return -1;
  }
  function turn() {
    var root = document.documentElement;
    var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "j") { hold(Math.min(current + 1, notes.length - 1), true); }
    else if (event.key === "k") { hold(Math.max(current - 1, 0), true); }
    else if (event.key === "f") { hold(nextFinding(), true); }
    else if (event.key === "c" && current >= 0) { copy(notes[current]); }
    else if (event.key === "t") { turn(); }
    else if (event.key === "Escape") { letGo(); }
  });
  function follow() {
    var index = indexOf(location.hash.slice(1).replace(/^t-/, ""));
    if (index >= 0 && index !== current) { hold(index, location.hash.indexOf("#t-") !== 0); }
  }
  window.addEventListener("hashchange", follow);
  follow();
}());
