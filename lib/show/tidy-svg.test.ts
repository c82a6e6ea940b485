import assert from "node:assert/strict";
import test from "node:test";

import { tidySvg } from "./tidy-svg";

const text = { title: "Posts & <b>", alt: 'Say "hi"' };
const svg = (id: string, x = "1.23456") =>
  `<svg class="main-svg" width="10" height="10" style="" viewBox="0 0 10 10"><defs id="defs-${id}"><clipPath id="clip${id}x"><rect width="${x}" height="1"/></clipPath></defs>` +
  `<g class="empty"><g/></g><g clip-path="url(#clip${id}x)"><path d="M0,0L1.004,-0.0001" style="opacity: 1; stroke: red;"/></g><text>1.23456</text></svg>`;

test("tidySvg gives one result for plotly's random names", () => {
  assert.equal(tidySvg(svg("0aa587"), text), tidySvg(svg("ffe312"), text));
});

test("tidySvg gives two pictures two sets of names, so that they can stand on one page", () => {
  const ids = (picture: string) => [...picture.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const [a, b] = [ids(tidySvg(svg("0aa587"), text)), ids(tidySvg(svg("0aa587", "2"), text))];
  assert.equal(new Set([...a, ...b]).size, a.length + b.length);
});

test("tidySvg keeps names and their uses together, and rounds shapes but no text", () => {
  const tidied = tidySvg(svg("0aa587"), text);
  const name = /<clipPath id="([^"]+)">/.exec(tidied)?.[1];
  assert.ok(tidied.includes(`clip-path="url(#${name})"`));
  assert.match(tidied, /<rect width="1.23"/);
  assert.match(tidied, /<path d="M0,0L1,0" style="stroke: red;"\/>/);
  assert.match(tidied, /<text>1\.23456<\/text>/);
  assert.doesNotMatch(tidied, /class=|<g\/>|<g><\/g>/);
});

test("tidySvg tells a screen reader what the picture is", () => {
  const tidied = tidySvg(svg("0aa587"), text);
  assert.match(
    tidied,
    /role="img" aria-labelledby="(p[0-9a-f]{8}-t) (p[0-9a-f]{8}-d)"><title id="\1">Posts &amp; &lt;b&gt;<\/title><desc id="\2">Say &quot;hi&quot;<\/desc>/,
  );
});
