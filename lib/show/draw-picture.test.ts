import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";

import { JSDOM } from "jsdom";

import { barChart } from "./bar-chart";
import { drawPicture } from "./draw-picture";
import { dumbbellChart } from "./dumbbell-chart";
import { forestPlot } from "./forest-plot";
import { type Plot, plot } from "./plot";
import { scatterChart } from "./scatter-chart";
import { type SvgNode, svgBounds } from "./svg-bounds";
import { timeSeriesChart } from "./time-series-chart";

const day = (i: number) => new Date(Date.UTC(2020, 8, 1 + i));
const hostile = "<img src=x onerror=alert(1)> $x$ & </text></svg>";
const names = [
  "Кыргызстанцы в Нью-Йорке — сообщество для всех, кто ищет работу и жильё",
  hostile,
  "Өзгөн",
  "w".repeat(90),
];
const rows = names.map((name, i) => ({
  name,
  n: [0, 60734, 1400, 12500][i] ?? 0,
  m: 10 ** (i + 2),
  low: 10 ** (i + 1.8),
  high: 10 ** (i + 2.2),
}));
const days = Array.from({ length: 120 }, (_, i) => ({ date: day(i), n: (i * 37) % 101, name: hostile }));
const words = {
  title: `Как часто сообщества говорят о политике, и ${hostile}`,
  subtitle: "Доля записей",
  alt: `Alt ${hostile}`,
  corpus: "teaching",
} as const;

/** Every kind of chart, on a notebook's page and on a phone's. */
const charts: Readonly<Record<string, Plot>> = Object.fromEntries(
  [680, 380].flatMap((width) => {
    const text = { ...words, width };
    const events = [0, 33, 34, 119].map((i) => ({ date: day(i), label: `Событие ${i}: выборы и протесты` }));
    const all = [
      ["bars", barChart(rows, { ...text, label: "name", value: "n", axis: "Members" })],
      [
        "stacked bars",
        barChart(rows, { ...text, label: () => "one", value: "n", series: "name", axis: "Members" }),
      ],
      [
        "intervals",
        barChart(rows, { ...text, label: "name", value: "m", low: "low", high: "high", axis: "Members" }),
      ],
      [
        "dumbbells",
        dumbbellChart(rows, {
          ...text,
          label: "name",
          from: "n",
          to: "m",
          names: ["Участники", "Мигранты"],
          axis: "People",
          scale: "log",
        }),
      ],
      ["series", timeSeriesChart(days, { ...text, date: "date", value: "n", axis: "Posts a day", events })],
      [
        "named series",
        timeSeriesChart(days, {
          ...text,
          title: "T",
          date: "date",
          value: "n",
          series: () => "Одноклассники",
          axis: "Posts",
        }),
      ],
      [
        "scatter",
        scatterChart(rows, { ...text, label: "name", x: "n", y: "m", xAxis: "n", yAxis: "m", yScale: "log" }),
      ],
      [
        "forest",
        forestPlot(rows, {
          ...text,
          label: "name",
          estimate: "m",
          low: "low",
          high: "high",
          axis: "Ratio",
          digits: 0,
        }),
      ],
    ] as const;
    return all.map(([name, chart]) => [`${name}, ${width} px`, chart]);
  }),
);

function draw({ figure }: Plot, width: number): string {
  return drawPicture({
    data: figure.data,
    layout: { ...figure.layout, width },
    title: words.title,
    alt: words.alt,
  });
}

function parseSvg(svg: string): Document {
  return new JSDOM(svg, { contentType: "image/svg+xml" }).window.document;
}

for (const [name, chart] of Object.entries(charts)) {
  const width = Number(name.slice(-6, -3));

  test(`drawPicture of ${name}: well-formed, described, small, nothing cut`, () => {
    const svg = draw(chart, width);
    const { documentElement: root } = parseSvg(svg); // throws when it is not well-formed
    assert.equal(root.tagName, "svg");
    assert.equal(root.getAttribute("role"), "img");
    assert.equal(root.querySelector("title")?.textContent, words.title);
    assert.equal(root.querySelector("desc")?.textContent, words.alt);
    assert.equal(root.querySelector("script, image, foreignObject, [onerror]"), null);
    assert.ok(svg.length < 60_000, `${svg.length} bytes`);

    const [, , right, bottom] = (root.getAttribute("viewBox") ?? "").split(" ").map(Number) as [
      number,
      number,
      number,
      number,
    ];
    for (const text of root.querySelectorAll("text")) {
      const bounds = svgBounds(text as unknown as SvgNode, "picture");
      if (bounds === null) continue;
      const inside =
        bounds.left >= -1 && bounds.top >= -1 && bounds.right <= right + 1 && bounds.bottom <= bottom + 1;
      assert.ok(inside, `"${text.textContent}" is cut: ${JSON.stringify(bounds)} in ${right} by ${bottom}`);
    }
  });
}

test("drawPicture gives the same bytes whatever was drawn before", () => {
  const [first, second] = Object.values(charts) as [Plot, Plot];
  const svg = draw(first, 680);
  draw(second, 680);
  assert.equal(draw(first, 680), svg);
  assert.doesNotMatch(svg, /clip[0-9a-f]{6}|\d\.\d{3}/);
});

test("drawPicture gives the same bytes on every machine", () => {
  const { figure } = plot({
    data: [{ type: "bar", x: ["а", "б"], y: [1 / 3, 2 / 3] }],
    title: "T",
    alt: "A",
  });
  const svg = drawPicture({
    data: figure.data,
    layout: { ...figure.layout, width: 400 },
    title: "T",
    alt: "A",
  });
  // Changes with plotly.js and with plot-template.ts, and with nothing else.
  assert.equal(createHash("sha256").update(svg).digest("hex").slice(0, 16), "476d7e0bbfde6d45");
});

test("drawPicture passes on what plotly says, and draws the next figure", () => {
  const figure = { title: "T", alt: "A", layout: { width: 400, height: 300 } };
  assert.throws(
    () => drawPicture({ ...figure, data: [{}], alt: undefined as unknown as string }),
    /plotly must be able to draw "T"/,
  );
  assert.match(drawPicture({ ...figure, data: [{ y: [1, 2] }] }), /^<svg/);
});
