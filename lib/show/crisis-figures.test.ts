import assert from "node:assert/strict";
import test from "node:test";

import { listDays } from "../corpus/calendar-day";
import { openStudy } from "../corpus/study";
import type { CommunitySeries } from "../measure/community-series";
import { crisisBursts } from "../measure/crisis-bursts";
import { placeboDates } from "../measure/placebo-dates";
import { shareRows } from "../measure/share-rows";
import { burstForest } from "./burst-forest";
import { burstTable } from "./burst-table";
import { carriedTable } from "./carried-table";
import { cityMap } from "./city-map";
import { crisisDays } from "./crisis-days";
import { crisisWeeks } from "./crisis-weeks";
import { placeboFigure } from "./placebo-figure";
import { stanceChart } from "./stance-chart";
import { tagDays } from "./tag-days";
import { tagTable } from "./tag-table";

const study = openStudy();
const crisis = study.crisis(2);
const stretch = study.stretchOf(crisis);
const days = listDays(study.from, study.until);
const corpus = { kind: "teaching" } as const;

function parts(posts: number): CommunitySeries[] {
  const hits = days.map((day, i) =>
    Math.min(posts, day >= "2020-10-05" && day <= "2020-10-20" ? 6 : i % 2),
  );
  return [
    {
      community: "a",
      name: "a",
      platform: "facebook",
      host: null,
      series: { days, hits, of: days.map(() => posts) },
    },
  ];
}

const [full, empty] = [parts(20), parts(0)];

test("figures of a crisis say that they are of the teaching corpus", () => {
  const placebo = placeboDates(full[0]!.series, stretch);
  const figures = [
    crisisWeeks(
      corpus,
      study,
      crisis,
      shareRows(full, () => "all"),
    ),
    crisisDays(
      corpus,
      crisis,
      stretch,
      shareRows(full, () => "all", "day"),
    ),
    burstForest(
      corpus,
      crisisBursts(full, () => "all", stretch, { seed: 1, draws: 99 }),
      { title: "Bursts", subtitle: "of one" },
    ),
    placeboFigure(corpus, placebo, stretch),
    tagDays(
      corpus,
      crisis,
      stretch,
      full.map((part) => ({ ...part, code: "#tag" })),
    ),
  ];
  for (const figure of figures) assert.match(String(figure), /\(teaching corpus\)/);
});

test("a day's figure has the numbers of the events on their days", () => {
  const figure = crisisDays(
    corpus,
    crisis,
    stretch,
    shareRows(full, () => "all", "day"),
  );
  assert.ok(typeof figure !== "string");
  const { annotations = [] } = figure.figure.layout;
  // 5 October 2020 has the second and the third event of data/events.csv.
  assert.ok(annotations.some(({ text }) => text === "2, 3"));
});

test("a table of bursts says where chance, and where too little data, decides", () => {
  const shown = String(
    burstTable(
      crisisBursts(full, () => "all", stretch, { seed: 1, draws: 99 }),
      { groups: "Group", caption: "Bursts" },
    ),
  );
  assert.match(shown, /burst/);
  const rare = parts(20).map((part) => ({
    ...part,
    series: { ...part.series, hits: days.map((_, i) => Number(i % 200 === 0)) },
  }));
  const thin = String(
    burstTable(
      crisisBursts(rare, () => "all", stretch, { seed: 1, draws: 99 }),
      { groups: "Group", caption: "Bursts" },
    ),
  );
  assert.match(thin.replace(/\s+/g, " "), /too little data: [\d,]+ .*needed/);
});

test("where there is nothing to show each says so in a sentence", () => {
  const silent = shareRows(empty, () => "all");
  assert.match(String(crisisWeeks(corpus, study, crisis, silent)), /no posts from 2020-05-01/);
  assert.match(
    String(
      crisisDays(
        corpus,
        crisis,
        stretch,
        shareRows(empty, () => "all", "day"),
      ),
    ),
    /no posts from/,
  );
  assert.match(String(burstForest(corpus, [], { title: "Bursts", subtitle: "" })), /nothing to compare/);
  assert.match(String(burstTable([], { groups: "Group", caption: "Bursts" })), /nothing to count/);
  assert.match(String(carriedTable([], "Who wrote")), /no such post/);
  assert.match(
    String(placeboFigure(corpus, { observed: 1, placebos: [], p: 1, apart: 0 }, stretch)),
    /no placebo date/,
  );
  assert.match(String(tagDays(corpus, crisis, stretch, [])), /none of these|No post of these days/);
  assert.match(String(tagTable([], "Hashtags")), /names no hashtag/);
  assert.match(String(cityMap(corpus, [], { title: "Cities", subtitle: "" })), /none is named/);
  const nobody = { posts: 0, communities: 0, authors: 0, rows: [], polarisation: null, divided: 0 };
  assert.match(String(stanceChart(corpus, nobody, { title: "Stance" })), /no post names the figure/);
});
