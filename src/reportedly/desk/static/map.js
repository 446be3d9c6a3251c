// The live map in place of the server's drawing, and the brush. Without WebGL the drawing stays, and every link works.
import { colours, dressed, hatch, regionsOf, style } from "./map-style.js";

const world = document.querySelector(".world");
const around = document.querySelector(".around");
const form = document.querySelector("form.conditions");
const LEVELS = 7;
const DRAFT = 0.1; // pixels a pixel while parts arrive unseen: each would cost a frame, which is slow without a graphics card
const HAIR = 0.0005; // degrees around the points of places
let map = null;
let hovered = null;
let under = "";
let asked = new AbortController();

// --- what is asked for: it stands in the address ---------------------------------------------------------------------

function given() {
  const found = new URLSearchParams();
  for (const [name, value] of new FormData(form)) { if (value) { found.set(name, value); } }
  return found;
}

function show(box) {
  const words = given();
  if (box) { words.set("box", box); }
  history.replaceState(null, "", words.size ? `/map?${words}` : "/map");
}

function go(changes) {
  for (const [name, value] of Object.entries(changes)) { form.elements[name].value = value; }
  if (!map) { form.submit(); return; }
  history.pushState(null, "", location.href);
  show(boxWords());
  refresh();
}

function edges() {
  const b = map.getBounds();
  return [b.getWest(), Math.max(b.getSouth(), -90), b.getEast(), Math.min(b.getNorth(), 90)];
}

function boxWords() {
  const [west, south, east, north] = edges();
  const lon = ((west + east) / 2 + 540) % 360 - 180;
  return [(south + north) / 2, lon, north - south].map((n) => n.toFixed(3)).join(",");
}

// --- what the server gives --------------------------------------------------------------------------------------------

async function ask(path, words, signal) {
  const answer = await fetch(`${path}?${words}`, { signal });
  if (answer.redirected) { location.reload(); } // to the log-in
  if (!answer.ok || answer.redirected) { throw new Error(`${path}: ${answer.status}`); }
  return answer;
}

function query(extra) {
  const words = given();
  for (const [name, value] of Object.entries(extra)) { words.set(name, value); }
  return words;
}

async function happened(bbox, zoom, signal) {
  const answer = await ask("/map/incidents", query({ bbox, zoom }), signal);
  return dressed(await answer.json());
}

async function list(words, signal) {
  const answer = await ask("/map/list", words, signal);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  around.replaceChildren(...page.body.children);
  brushed();
  document.getElementById("said").textContent = document.getElementById("there").textContent;
}

// The address of the ground of a box, in the steps in which the server gives it.
function ground(bbox, zoom) {
  const level = Math.min(Math.max(Math.floor(zoom), 1), LEVELS);
  const step = 180 / 2 ** level;
  const edge = bbox.map((n, at) => (at < 2 ? Math.floor(n / step) : Math.ceil(n / step)) * step);
  return new URL(`/map/ground?bbox=${edge}&zoom=${level}`, location.href).href;
}

function put(collection) {
  const regions = regionsOf(collection);
  map.setFilter("regions", regions);
  map.setFilter("outlines", regions);
  map.getSource("incidents").setData(collection);
  world.dataset.features = collection.features.length;
}

async function refresh() {
  asked.abort();
  asked = new AbortController();
  const bbox = edges();
  const beneath = ground(bbox, map.getZoom());
  if (beneath !== under) { map.getSource("ground").setData(under = beneath); }
  const words = bbox.map((n) => n.toFixed(3)).join();
  try {
    const lists = list(query({ bbox: words }), asked.signal);
    put(await happened(words, map.getZoom().toFixed(2), asked.signal));
    await lists;
  } catch (error) {
    if (error.name !== "AbortError") { throw error; }
  }
}

// --- the map -----------------------------------------------------------------------------------------------------------

function numbers(words) { return words.split(",").map(Number); }

function bounds(words) {
  const [west, south, east, north] = numbers(words);
  return [[west, Math.max(south, -80)], [east, Math.min(north, 83)]];
}

function tip(event) {
  const [feature] = lying(event.point);
  map.getCanvas().style.cursor = feature ? "pointer" : "";
  if (hovered !== null) { map.setFeatureState({ source: "incidents", id: hovered }, { hover: false }); }
  hovered = feature && feature.source === "incidents" ? feature.id : null;
  if (hovered !== null) { map.setFeatureState({ source: "incidents", id: hovered }, { hover: true }); }
  const box = world.querySelector(".tip");
  box.hidden = !feature;
  if (!feature) { return; }
  const about = feature.properties;
  const what = about.kind === "ring" ? `${world.dataset.places}: ${about.places}` : about.name;
  const mark = about.disputed ? ` (${world.dataset.disputed})` : "";
  box.textContent = `${what}${mark} · ${world.dataset.incidents}: ${about.incidents} · ${world.dataset.claims}: ${about.claims}`;
  box.style.transform = `translate(${event.point.x + 12}px, ${event.point.y + 12}px)`;
}

// What lies under a point, the uppermost first: rings and areas, else the regions whose outlines hold it.
function lying(point) {
  const near = [[point.x - 3, point.y - 3], [point.x + 3, point.y + 3]];
  const marks = map.queryRenderedFeatures(near, { layers: ["rings", "areas", "placeNames"] });
  if (marks.length) { return marks; }
  const ids = map.queryRenderedFeatures(point, { layers: ["regions"] }).map((region) => region.properties.id);
  return ids.length ? map.querySourceFeatures("incidents", { filter: ["in", ["get", "region"], ["literal", ids]] }) : [];
}

async function pick(event) {
  const marks = lying(event.point);
  if (!marks.length) { return; }
  const about = marks[0].properties;
  if (about.kind === "ring") {
    map.easeTo({ center: [about.lon, about.lat], zoom: map.getZoom() + 2 });
  } else if (marks.every((mark) => mark.properties.href === about.href) && about.incidents === 1) {
    location.assign(about.href);
  } else {
    const areas = marks.map((mark) => mark.properties).filter((one) => one.kind !== "ring");
    const [lons, lats] = [areas.map((one) => one.lon), areas.map((one) => one.lat)];
    const edge = [Math.min(...lons) - HAIR, Math.min(...lats) - HAIR, Math.max(...lons) + HAIR, Math.max(...lats) + HAIR];
    await list(query({ bbox: edge.map((n) => n.toFixed(4)).join() }));
    document.getElementById("there").focus();
  }
}

function move(name) {
  const [wide, high] = [map.getContainer().clientWidth / 2, map.getContainer().clientHeight / 2];
  const ways = { west: [-wide, 0], east: [wide, 0], north: [0, -high], south: [0, high] };
  if (name === "closer") { map.zoomIn(); }
  else if (name === "wider") { map.zoomOut(); }
  else if (name === "whole") { map.fitBounds(bounds(world.dataset.whole)); }
  else { map.panBy(ways[name]); }
}

function coloured() {
  const c = colours();
  const next = style(c, world.dataset.disputed);
  for (const layer of next.layers) {
    for (const [name, value] of Object.entries(layer.paint)) { map.setPaintProperty(layer.id, name, value); }
  }
  map.updateImage("hatch", hatch(c.soft));
}

// The zoom at which a box fills the map, nearly: so that incidents can be asked for while the library is still on its way.
function nearly(edge) {
  const zoom = Math.log2(360 * world.clientWidth / 512 / (edge[2] - edge[0]));
  return Math.max(zoom, 1).toFixed(2);
}

async function live() {
  const edge = numbers(world.dataset.bounds);
  const first = happened(world.dataset.bounds, nearly(edge));
  const library = await import(`${world.dataset.library}maplibre-gl.mjs`);
  const c = colours();
  const frame = document.createElement("div");
  frame.className = "frame";
  const label = document.createElement("p");
  label.className = "tip";
  label.hidden = true;
  label.setAttribute("aria-hidden", "true");
  world.prepend(frame);
  try {
    map = new library.Map({
      container: frame, pixelRatio: DRAFT, bounds: bounds(world.dataset.bounds),
      attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, maxPitch: 0, minZoom: 1, maxZoom: 13,
      cooperativeGestures: matchMedia("(pointer: coarse)").matches, fadeDuration: 0,
      locale: { "Map.Title": world.dataset.title, "CooperativeGesturesHandler.MobileHelpText": world.dataset.one },
    });
  } catch {
    frame.remove();
    return;
  }
  frame.append(label);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  under = ground(edges(), map.getZoom());
  const incidents = await first;
  world.dataset.features = incidents.features.length;
  map.setStyle(style(c, world.dataset.disputed, under, incidents));
  map.once("style.load", () => map.addImage("hatch", hatch(c.soft), { pixelRatio: 2 }));
  await map.once("idle");
  map.setPixelRatio(devicePixelRatio);
  await map.once("idle");
  world.classList.add("live");
  world.querySelector(".live").hidden = false;
  requestAnimationFrame(() => requestAnimationFrame(() => {
    performance.mark("incidents painted");
    world.dataset.painted = "";
  }));
  map.on("moveend", () => { show(boxWords()); refresh(); });
  map.on("mousemove", tip);
  map.on("mouseout", () => { label.hidden = true; });
  map.on("click", pick);
  document.querySelectorAll("[data-move]").forEach((link) => {
    link.hidden = false;
    link.addEventListener("click", (event) => { event.preventDefault(); move(link.dataset.move); });
  });
  new MutationObserver(coloured).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", coloured);
  form.addEventListener("submit", (event) => { event.preventDefault(); go({}); });
  form.addEventListener("change", (event) => { if (event.target.matches("select, input[type=date]")) { go({}); } });
  addEventListener("popstate", () => location.reload());
}

// --- the brush ---------------------------------------------------------------------------------------------------------

let bars = [];
let start = -1;

function brushed() {
  bars = [...around.querySelectorAll(".brush a[data-from]")];
  around.querySelectorAll(".brush .drop").forEach((hint) => { hint.hidden = bars.length < 2; });
}

function barAt(event) { return bars.indexOf(event.target.closest && event.target.closest("a[data-from]")); }

function brush(event) {
  const end = barAt(event);
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  bars.forEach((bar, n) => bar.classList.toggle("on", start >= 0 && end >= 0 && n >= low && n <= high));
  return end;
}

function span(one, other) { go({ from: bars[Math.min(one, other)].dataset.from, to: bars[Math.max(one, other)].dataset.to }); }

document.addEventListener("dragstart", (event) => { if (barAt(event) >= 0) { event.preventDefault(); } });
document.addEventListener("pointerdown", (event) => { start = barAt(event); });
document.addEventListener("pointermove", (event) => { if (start >= 0) { brush(event); } });
document.addEventListener("pointerup", (event) => {
  const one = start;
  const end = one < 0 ? -1 : brush(event);
  start = -1;
  if (one >= 0 && end >= 0 && one !== end) { span(one, end); }
});
around.addEventListener("click", (event) => {
  const bar = barAt(event);
  if (map && bar >= 0) { event.preventDefault(); span(bar, bar); }
});

brushed();
live();
