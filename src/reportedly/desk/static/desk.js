"use strict";
(function () {
  var keys = document.querySelector(".keys");
  if (keys) { keys.hidden = false; }
  var items = Array.prototype.slice.call(document.querySelectorAll(".queue > li[data-href]"));
  var current = -1;
  var edition = document.querySelector(".gloss[id]") !== null;

  function hold(index) {
    if (index < 0 || index >= items.length) { return; }
    if (current >= 0) { items[current].classList.remove("on"); }
    current = index;
    items[current].classList.add("on");
    items[current].focus({ preventScroll: true });
    items[current].scrollIntoView({ block: "center" });
  }
  function act(name) {
    var form = current >= 0 ? items[current].querySelector("form." + name) : null;
    if (!form) { return; }
    var reason = form.querySelector("input[required]");
    if (reason && !reason.value) { reason.focus(); } else { form.requestSubmit(); }
  }
  function turn() {
    var root = document.documentElement;
    var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  }
  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest("input, textarea, select");
    if (typing && event.key === "Escape") { typing.blur(); event.stopImmediatePropagation(); return; }
    if (typing) { event.stopImmediatePropagation(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "/") { event.preventDefault(); document.querySelector(".seek input").focus(); }
    else if (event.key === "t" && !edition) { turn(); }
    else if (!items.length) { return; }
    else if (event.key === "j") { hold(Math.min(current + 1, items.length - 1)); }
    else if (event.key === "k") { hold(Math.max(current - 1, 0)); }
    else if (event.key === "a") { act("accept"); }
    else if (event.key === "r") { event.preventDefault(); act("reject"); }
    else if (event.key === "o" && current >= 0) { location.assign(items[current].dataset.href); }
    else if (event.key === "u") {
      var undo = document.querySelector(".last form.undo");
      if (undo) { undo.requestSubmit(); }
    }
  }, true);

  var paste = document.querySelector("#paste form");
  function fieldsOf(name, text) {
    var given = /\.json$/i.test(name) ? JSON.parse(text) : { text: text };
    return given.report || given;
  }
  function send(file) {
    return file.text().then(function (text) {
      var fields = new URLSearchParams({ token: paste.elements.token.value });
      var given = fieldsOf(file.name, text);
      ["text", "publisher", "published", "url", "language"].forEach(function (name) {
        if (typeof given[name] === "string") { fields.set(name, given[name]); }
      });
      return fetch(paste.action, { method: "POST", body: fields, redirect: "manual" });
    }).then(function (answer) {
      if (answer.type !== "opaqueredirect") { throw new Error(answer.status); }
    });
  }
  function say(words) { document.getElementById("said").textContent = words; }
  if (paste) {
    document.querySelector("main > section > .drop").hidden = false;
    document.addEventListener("dragover", function (event) { event.preventDefault(); });
    document.addEventListener("drop", function (event) {
      event.preventDefault();
      var files = Array.prototype.slice.call(event.dataTransfer.files);
      var failed = [];
      files.reduce(function (before, file, index) {
        return before.then(function () {
          say((index + 1) + " / " + files.length + " " + file.name);
          return send(file).catch(function () { failed.push(file.name); });
        });
      }, Promise.resolve()).then(function () {
        if (failed.length) { say("× " + failed.join(", ")); } else { location.assign("/reports"); }
      });
    });
  }
}());
