// How the live map looks, in the colours of the page. Its only lines are outlines and frontiers of the ground.
const FONT = ["sans-serif"];
const LEAST = 4.5;
const PIXELS_A_KM = 1000 / 78271.517; // at zoom 0 on the equator, for a world of 512 pixels
const EMPTY = { type: "FeatureCollection", features: [] };

function resolved(name, probe) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

export function colours() {
  const probe = document.createElement("span");
  document.body.append(probe);
  const found = {};
  for (const name of ["paper", "sheet", "ink", "soft", "rule", "claim", "tint", "deep"]) { found[name] = resolved(name, probe); }
  probe.remove();
  return found;
}

// The radius of a circle of so many kilometres at every zoom, never too small to be hit.
function radius() {
  const stops = [];
  for (let zoom = 0; zoom <= 18; zoom += 1) {
    stops.push(zoom, ["max", LEAST, ["*", ["get", "reach"], 2 ** zoom]]);
  }
  return ["interpolate", ["exponential", 2], ["zoom"], ...stops];
}

// What of a feature of the server the style needs and the server need not know.
export function dressed(collection) {
  for (const feature of collection.features) {
    const about = feature.properties;
    [about.lon, about.lat] = feature.geometry.coordinates;
    if (about.km) { about.reach = about.km * PIXELS_A_KM / Math.cos(about.lat * Math.PI / 180); }
    about.sign = about.incidents >= 10000 ? `${Math.round(about.incidents / 1000)}k` : String(about.incidents);
  }
  return collection;
}

// Slanted strokes, as the server's drawing has them.
export function hatch(colour) {
  const size = 12;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = canvas.getContext("2d");
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift, size);
    pen.lineTo(shift + size, 0);
  }
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}

const kind = (word) => ["==", ["get", "kind"], word];

// The outlines of the regions that are areas of incidents.
export function regionsOf(collection) {
  const ids = collection.features.filter((f) => f.properties.kind === "region").map((f) => f.properties.region);
  return ["all", kind("land"), ["in", ["get", "id"], ["literal", ids]]];
}

function ground(c) {
  const land = kind("land");
  return [
    { id: "water", type: "background", paint: { "background-color": c.tint } },
    { id: "land", type: "fill", source: "ground", filter: land, paint: { "fill-color": c.paper, "fill-antialias": false } },
    { id: "admin", type: "line", source: "ground", filter: land, paint: { "line-color": c.rule, "line-width": ["interpolate", ["linear"], ["zoom"], 3, 0.4, 7, 1] } },
    { id: "hatched", type: "fill", source: "ground", filter: ["all", land, ["get", "disputed"]], paint: { "fill-pattern": "hatch", "fill-opacity": 0.55, "fill-antialias": false } },
    { id: "frontier", type: "line", source: "ground", filter: kind("frontier"), paint: { "line-color": c.soft, "line-width": ["interpolate", ["linear"], ["zoom"], 3, 0.7, 7, 1.4] } },
  ];
}

function areas(c, regions) {
  const strength = ["case", ["boolean", ["feature-state", "hover"], false], 0.5, 0.24];
  return [
    { id: "regions", type: "fill", source: "ground", filter: regions, paint: { "fill-color": c.claim, "fill-opacity": 0.16, "fill-antialias": false } },
    { id: "outlines", type: "line", source: "ground", filter: regions, paint: { "line-color": c.claim, "line-width": 1.2, "line-dasharray": [3, 2] } },
    { id: "areas", type: "circle", source: "incidents", filter: kind("area"), paint: {
      "circle-radius": radius(), "circle-color": c.claim, "circle-opacity": strength, "circle-stroke-color": c.claim, "circle-stroke-width": 1 } },
    { id: "rings", type: "circle", source: "incidents", filter: kind("ring"), paint: {
      "circle-radius": ["interpolate", ["linear"], ["log10", ["get", "incidents"]], 0, 11, 2, 16, 5, 26],
      "circle-color": c.sheet, "circle-opacity": 0.92, "circle-stroke-color": c.claim, "circle-stroke-width": 2 } },
  ];
}

function words(c, disputed) {
  const halo = { "text-halo-color": c.paper, "text-halo-width": 1.4 };
  const name = ["case", ["get", "disputed"], ["concat", ["get", "name"], " (", disputed, ")"], ["get", "name"]];
  return [
    { id: "regionNames", type: "symbol", source: "ground", filter: ["all", kind("name"), ["==", ["get", "rank"], 1]],
      layout: { "text-field": name, "text-font": FONT, "text-size": 11, "symbol-sort-key": ["-", 0, ["get", "people"]], "text-max-width": 8 },
      paint: { "text-color": c.soft, ...halo } },
    { id: "countryNames", type: "symbol", source: "ground", maxzoom: 7.5, filter: ["all", kind("name"), ["==", ["get", "rank"], 0]],
      layout: { "text-field": ["upcase", ["get", "name"]], "text-font": FONT, "text-size": ["interpolate", ["linear"], ["zoom"], 2, 9, 6, 13],
        "text-letter-spacing": 0.12, "symbol-sort-key": ["-", 0, ["get", "people"]], "text-max-width": 8 },
      paint: { "text-color": c.soft, ...halo } },
    { id: "placeNames", type: "symbol", source: "incidents", filter: ["!", kind("ring")],
      layout: { "text-field": ["format", name, {}, " ", {}, ["get", "sign"], { "font-scale": 0.85 }], "text-font": FONT, "text-size": 12,
        "text-variable-anchor": ["top", "bottom", "left", "right"], "text-radial-offset": 0.9, "symbol-sort-key": ["-", 0, ["get", "incidents"]] },
      paint: { "text-color": c.ink, ...halo } },
    { id: "numbers", type: "symbol", source: "incidents", filter: kind("ring"),
      layout: { "text-field": ["get", "sign"], "text-font": FONT, "text-size": 12, "text-allow-overlap": true, "text-padding": 8 },
      paint: { "text-color": c.ink } },
  ];
}

export function style(c, disputed, under = EMPTY, incidents = EMPTY) {
  return {
    version: 8,
    sources: {
      ground: { type: "geojson", data: under, tolerance: 0.2 },
      incidents: { type: "geojson", data: incidents, generateId: true, maxzoom: 14 },
    },
    layers: [...ground(c), ...areas(c, regionsOf(incidents)), ...words(c, disputed)],
  };
}
