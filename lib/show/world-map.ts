import type { Data } from "plotly.js";

import { type Outline, loadLand } from "../load/load-land";
import { escapePlotly } from "./escape";
import { placeLabels } from "./place-labels";
import { type Plot, PLOT_WIDTH, type PlotText, plot, titleHeight } from "./plot";
import { COLOURS, FONT_SIZE, GRID, INK } from "./plot-template";
import { type Column, checkRows, readLabels, readNumbers } from "./read-column";
import { textWidth } from "./text-width";

/** Part of the world that is shown, degrees. */
export interface MapArea {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** What a map shows of its rows. */
export interface WorldMapOptions<Row> extends PlotText {
  readonly label: Column<Row, string>;
  /** Degrees north and east. */
  readonly latitude: Column<Row, number | null>;
  readonly longitude: Column<Row, number | null>;
  /** What the area of the circle stands for, from 0 up; a row with 0 is a small cross. */
  readonly value: Column<Row, number | null>;
  /** Default: what holds all rows, with a margin. */
  readonly area?: MapArea;
}

/** Europe with the east of Turkey left out. */
export const EUROPE: MapArea = { west: -12, east: 32, south: 36, north: 61 };

const MARGIN = 14;
/**
 * Degrees of latitude are drawn longer than those of longitude, by which shapes about 45° north keep
 * their form.
 */
const STRETCH = 1.4;
const LARGEST = 22;
const SMALLEST = 4;

/**
 * Show values at places as circles on the outlines of land.
 *
 * Nothing comes from the network: coasts are those of data/land.csv. Longitude and latitude are drawn as
 * they are, so areas far north look too wide. The rows with the largest values get their names first, as
 * long as there is room; all names appear on pointing.
 *
 * @throws TypeError if a value is not a number
 * @throws RangeError if there is no row, or none lies in the area
 */
export function worldMap<Row extends object>(rows: readonly Row[], options: WorldMapOptions<Row>): Plot {
  const { width = PLOT_WIDTH } = options;
  checkRows("worldMap", rows);
  const labels = readLabels(rows, options.label);
  const [latitudes, longitudes, values] = [options.latitude, options.longitude, options.value].map(
    (column) => readNumbers(rows, column),
  ) as [(number | null)[], (number | null)[], (number | null)[]];
  const points = rows.map((_, i) => {
    return {
      name: labels[i] as string,
      north: latitudes[i] ?? NaN,
      east: longitudes[i] ?? NaN,
      value: values[i] ?? 0,
    };
  });
  const area = options.area ?? areaAround(points);
  const shown = points
    .filter(
      ({ east, north }) =>
        east >= area.west && east <= area.east && north >= area.south && north <= area.north,
    )
    .sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
  if (shown.length === 0) {
    throw new RangeError(
      `worldMap: "${options.title}" must have a place in its area, found none of ${rows.length}; ` +
        `widen the area`,
    );
  }

  const inner = width - 2 * MARGIN;
  const perDegree = inner / (area.east - area.west);
  const height = (area.north - area.south) * perDegree * STRETCH;
  const most = Math.max(...shown.map(({ value }) => value), 1e-9);
  const size = (value: number): number =>
    value === 0 ? SMALLEST : Math.max(SMALLEST + 2, LARGEST * Math.sqrt(value / most));
  const text = ({ name, value }: { name: string; value: number }): string => `${name} ${value}`;
  const sides = placeLabels(
    shown.map((point) => ({
      x: (point.east - area.west) * perDegree,
      y: (area.north - point.north) * perDegree * STRETCH,
      width: textWidth(text(point), FONT_SIZE),
    })),
    { width: inner, height },
    { line: 17, radius: LARGEST / 2 },
  );
  const data = [
    { ...lineTrace(loadLand()), line: { color: "#b9b9b9", width: 1 } },
    {
      type: "scatter",
      mode: "markers+text",
      x: shown.map(({ east }) => east),
      y: shown.map(({ north }) => north),
      text: shown.map((point, i) =>
        sides[i] === null || sides[i] === undefined ? "" : escapePlotly(text(point)),
      ),
      textposition: sides.map((side) => side ?? "middle right"),
      textfont: { size: FONT_SIZE, color: INK },
      marker: {
        size: shown.map(({ value }) => size(value)),
        color: COLOURS[1],
        opacity: 0.85,
        symbol: shown.map(({ value }) => (value === 0 ? "x-thin" : "circle")),
        line: { color: shown.map(({ value }) => (value === 0 ? INK : "#ffffff")), width: 1 },
      },
      customdata: shown.map((point) => escapePlotly(text(point))),
      hovertemplate: "%{customdata}<extra></extra>",
      cliponaxis: true,
    },
  ] as unknown as Partial<Data>[];

  const axis = {
    showticklabels: false,
    ticks: "" as const,
    zeroline: false,
    gridcolor: GRID,
    fixedrange: true,
  };
  return plot({
    ...options,
    data,
    layout: {
      xaxis: { ...axis, range: [area.west, area.east], dtick: 30 },
      yaxis: { ...axis, range: [area.south, area.north], dtick: 15 },
      margin: { l: MARGIN, r: MARGIN, b: MARGIN },
    },
    height: Math.ceil(titleHeight(options) + height + MARGIN),
    rows: points.map(({ name, north, east, value }) => ({
      place: name,
      latitude: north,
      longitude: east,
      value,
    })),
  });
}

/** All outlines as one line with gaps. */
function lineTrace(outlines: readonly Outline[]): object {
  return {
    type: "scatter",
    mode: "lines",
    x: outlines.flatMap((outline) => [...outline.map(([east]) => east), null]),
    y: outlines.flatMap((outline) => [...outline.map(([, north]) => north), null]),
    hoverinfo: "skip",
  };
}

function areaAround(points: readonly { readonly north: number; readonly east: number }[]): MapArea {
  const [easts, norths] = [points.map(({ east }) => east), points.map(({ north }) => north)];
  return {
    west: Math.max(-180, Math.min(...easts) - 12),
    east: Math.min(180, Math.max(...easts) + 12),
    south: Math.max(-60, Math.min(...norths) - 12),
    north: Math.min(80, Math.max(...norths) + 10),
  };
}
