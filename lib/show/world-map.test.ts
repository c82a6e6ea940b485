import assert from "node:assert/strict";
import test from "node:test";

import { EUROPE, worldMap } from "./world-map";

const rows = [
  { city: "Berlin", north: 52.52, east: 13.4, posts: 9 },
  { city: "New York", north: 40.71, east: -74.01, posts: 4 },
  { city: "Rome", north: 41.9, east: 12.5, posts: 0 },
];
const options = {
  label: "city",
  latitude: "north",
  longitude: "east",
  value: "posts",
  title: "Cities that posts name",
  alt: "Three cities on a map.",
} as const;

test("worldMap draws circles on land without asking the network, the area of a circle as its value", async () => {
  const { figure } = worldMap(rows, options);
  assert.deepEqual(
    figure.data.map(({ type }) => type),
    ["scatter", "scatter"],
  );
  const { size } = (figure.data[1] as { marker: { size: number[] } }).marker;
  // The side of the larger circle is to that of the smaller as 3 to 2.
  assert.ok(Math.abs((size[0] as number) / (size[1] as number) - 1.5) < 1e-9);
  assert.match(await worldMap(rows, options).toSVG(), /Berlin 9/);
});

test("worldMap keeps to an area, and to all rows in its CSV", () => {
  const map = worldMap(rows, { ...options, area: EUROPE });
  assert.equal((figureText(map) as string[]).length, 2);
  assert.equal(map.toCSV().trim().split("\r\n").length, 4);
});

test("worldMap refuses an area without any place", () => {
  assert.throws(
    () => worldMap(rows, { ...options, area: { west: 100, east: 120, south: 0, north: 10 } }),
    /found none of 3/,
  );
  assert.throws(() => worldMap([], options), RangeError);
});

function figureText(map: ReturnType<typeof worldMap>): unknown {
  return (map.figure.data[1] as { text: string[] }).text;
}
