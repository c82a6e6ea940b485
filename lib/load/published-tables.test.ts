import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import test, { after } from "node:test";

import { sharedFile } from "../text/shared-file";
import { loadCities } from "./load-cities";
import { ARGUING_NOTEBOOKS, loadClaims, VERDICTS } from "./load-claims";
import { loadCommunities } from "./load-communities";
import { loadCountries } from "./load-countries";
import { loadCovidDays, loadCovidMonths } from "./load-covid";
import { loadDemonstrations } from "./load-demonstrations";
import { loadDestinations } from "./load-destinations";
import { loadEvents } from "./load-events";
import { loadFigureTerms } from "./load-figure-terms";
import { loadPlaces } from "./load-places";
import { loadSearchKeywords } from "./load-search-keywords";

const paper = sharedFile(
  "paper.txt",
  "the paper's text is not part of the project; the counts and sums in this file are checked instead",
);
const covid = sharedFile(
  "data/covid/kyrgyzstan_daily_2020-05_2021-10.csv",
  "the series of Johns Hopkins is not part of the project; whether days and months agree is checked instead",
);
const claims = sharedFile(
  "claims.md",
  "the working list of claims is not part of the project; the counts of claims are checked instead",
);

/** The rows of one of the paper's tables, whose cells begin with a tab; `width` cells a row, the header left out. */
function paperTable(from: string, until: string | undefined, width: number): string[][] {
  const text = readFileSync(paper.path, "utf8");
  const start = text.indexOf(from);
  const body = text.slice(text.indexOf("\n", start), until === undefined ? undefined : text.indexOf(until));
  const cells = body.split(/\n ?\t/).slice(1).map((cell) => cell.trim());
  return Array.from({ length: cells.length / width }, (_, i) => cells.slice(i * width, (i + 1) * width)).slice(1);
}

/** What stands in double quotation marks between two phrases of the paper. */
function quotedBetween(from: string, until: string): string[] {
  const text = readFileSync(paper.path, "utf8");
  const start = text.indexOf(from);
  return [...text.slice(start, text.indexOf(until, start)).matchAll(/“([^”]+)”/g)].map(([, quoted = ""]) => quoted);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/**
 * Hold what a file of data says against what was published, and tell whoever changed it which file and what to do.
 *
 * @param what  in the words of a sentence, such as "the sum of members"
 */
function isPublished(path: string, what: string, found: unknown, published: unknown): void {
  const [foundText, publishedText] = [found, published].map((value) => JSON.stringify(value));
  assert.deepEqual(
    found,
    published,
    `${path}: ${what} must be ${publishedText}, found ${foundText}; compare the file with its source, which ` +
      `data/README.md names, or undo the change with: git checkout ${path}`,
  );
}

test("communities.csv has 37 rows, 15 + 8 + 5 + 9, and 176,312 members", () => {
  const communities = loadCommunities();
  const count = (platform: string, type: string) => {
    return communities.filter((row) => row.platform === platform && row.type === type).length;
  };
  const is = (what: string, found: unknown, published: unknown) => {
    isPublished("data/communities.csv", what, found, published);
  };
  is("the number of rows", communities.length, 37);
  is("the number of Facebook groups", count("facebook", "group"), 15);
  is("the number of Facebook pages", count("facebook", "page"), 8);
  is("the number of VKontakte communities", count("vkontakte", "community"), 5);
  is("the number of Odnoklassniki groups", count("odnoklassniki", "group"), 9);
  is("the sum of members", sum(communities.map(({ members }) => members)), 176_312);
  const small = communities.map(({ members }) => members).filter((members) => members < 1000);
  is("the members below 1,000", small, [878, 548, 561, 925]);
  const yearless = communities.filter(({ yearCreated }) => yearCreated === null);
  is("the types without a year", yearless.map(({ type }) => type), Array(8).fill("page"));
});

test("communities.csv keeps the Latin letters inside Cyrillic names", () => {
  const names = loadCommunities().map(({ name }) => name);
  assert.ok(names.includes("\u004b\u044b\u0440\u0433\u044b\u0437\u044b \u0432 \u0045\u004b\u0042"));
  const mixed = names.flatMap((name) => name.match(/\p{L}+/gu) ?? []).filter((word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word));
  // Counted by hand in Table 1: the 40 mixed words of the paper less 13 that section 5 and one that section 4 names.
  assert.equal(mixed.length, 26);
});

test("communities.csv is Table 1, cell by cell and code point by code point", { skip: paper.skip }, () => {
  const platforms: Record<string, [string, string]> = {
    "Facebook Groups": ["facebook", "group"],
    "Facebook Pages": ["facebook", "page"],
    VKontakte: ["vkontakte", "community"],
    Odnoklassniki: ["odnoklassniki", "group"],
  };
  let current = ["", ""];
  const printed = paperTable(" Table 1. Social", " Table 2. Most", 5).map(([platform = "", name = "", members, country, year]) => {
    current = platforms[platform.replace(/\s+/g, " ")] ?? current;
    const [ownName, gloss] = name.split(/\n+/);
    return [...current, ownName, gloss?.slice(1, -1) ?? null, members, country, year];
  });
  const loaded = loadCommunities().map((row) => {
    const { platform, type, name, gloss, membersPrinted, country, yearCreated } = row;
    return [platform, type, name, gloss, membersPrinted, country ?? "n/a", String(yearCreated ?? "n/a")];
  });
  assert.deepEqual(loaded, printed);
});

test("communities.csv calls a community run by an organisation only where it says on what words", () => {
  const named = loadCommunities().filter(({ runByOrganisation }) => runByOrganisation !== "unknown");
  assert.deepEqual(
    named.map(({ id, runByOrganisation }) => [id, runByOrganisation]),
    [
      ["fb-page-forum-abroad", "implied"],
      ["fb-page-manas", "yes"],
      ["fb-page-yntymak", "yes"],
      ["fb-page-council", "yes"],
      ["fb-page-birimdik", "yes"],
      ["ok-manas", "yes"],
    ],
  );
});

test("destinations.csv has 9 rows and 740,500 migrants", () => {
  const destinations = loadDestinations();
  isPublished("data/destinations.csv", "the number of rows", destinations.length, 9);
  // 640 + 35 + 30 + 15 + 5.5 + 5 + 5 + 3 + 2 thousand, added by hand.
  isPublished("data/destinations.csv", "the sum of migrants", sum(destinations.map(({ migrants }) => migrants)), 740_500);
});

test("destinations.csv is Table 2, cell by cell", { skip: paper.skip }, () => {
  assert.deepEqual(
    loadDestinations().map(({ country, migrantsPrinted }) => [country, migrantsPrinted]),
    paperTable(" Table 2. Most", undefined, 2),
  );
});

test("search-keywords.csv has the 7 keywords, misprint and Latin letter included", () => {
  const keywords = loadSearchKeywords();
  isPublished("data/search-keywords.csv", "the number of rows", keywords.length, 7);
  assert.equal(keywords[5]?.keyword, "кыргызстацы");
  assert.equal(keywords[5]?.probablyMeant, "кыргызстанцы");
  assert.match(keywords[6]?.keyword ?? "", /^кыргызская диасп\u006fра$/);
});

test("search-keywords.csv is the list of section 4", { skip: paper.skip }, () => {
  assert.deepEqual(loadSearchKeywords().map(({ keyword }) => keyword), quotedBetween("using keywords such as", "The search was"));
});

test("figure-terms.csv has 23 words: 9 of work, 8 of documents, 6 of housing", () => {
  const terms = loadFigureTerms();
  const count = (theme: string) => terms.filter((term) => term.theme === theme).length;
  const counts = [terms.length, count("work"), count("documents"), count("housing")];
  isPublished("data/figure-terms.csv", "the number of words, and of those of each theme,", counts, [23, 9, 8, 6]);
  // Every Cyrillic word with an о is printed with a Latin o: 13 of them.
  assert.equal(terms.filter(({ term }) => /\p{Script=Cyrillic}/u.test(term) && term.includes("o")).length, 13);
  assert.equal(terms.filter(({ term }) => term.includes("о")).length, 0);
});

test("figure-terms.csv is the list of section 5", { skip: paper.skip }, () => {
  assert.deepEqual(
    loadFigureTerms().map(({ term }) => term),
    quotedBetween("The analysis of word frequency distribution", "Group members and users often discussed"),
  );
});

test("events.csv bounds the study and its three crises, each with a source", () => {
  const events = loadEvents();
  const bounds = (crisis: string) => {
    return events.filter((event) => event.crisis === crisis && (event.role === "start" || event.role === "end")).map(({ from }) => from);
  };
  assert.deepEqual(bounds("study"), ["2020-05-01", "2021-10-31"]);
  assert.deepEqual(bounds("covid"), ["2020-07-01", "2020-07-31"]);
  assert.deepEqual(bounds("october"), ["2020-10-04", "2020-10-15"]);
  assert.deepEqual(bounds("border"), ["2021-04-28", "2021-05-01"]);
  assert.deepEqual(events.map(({ from }) => from), events.map(({ from }) => from).sort());
});

test("covid-july-2020.csv has 31 days and covid-months.csv 18 months, which agree on July 2020", () => {
  const days = loadCovidDays();
  const months = loadCovidMonths();
  const july = "data/covid-july-2020.csv";
  isPublished(july, "the number of days", days.length, 31);
  isPublished("data/covid-months.csv", "the number of months", months.length, 18);
  isPublished(july, "the sum of new cases", sum(days.map(({ confirmed }) => confirmed)), 30_299);
  const confirmedIn = (wanted: string) => months.find(({ month }) => month === wanted)?.confirmed;
  const four = ["2020-06", "2020-07", "2020-08", "2021-07"];
  isPublished("data/covid-months.csv", `the cases of ${four.join(", ")}`, four.map(confirmedIn), [3758, 30_299, 8093, 37_889]);
  const confirmedOn = (day: string) => days.find(({ date }) => date === `2020-07-${day}`)?.confirmed;
  const seven = ["14", "18", "19", "20", "21", "23", "24"];
  isPublished(july, `the cases of ${seven.join(", ")} July`, seven.map(confirmedOn), [0, 11_505, 2537, 0, 1108, 2267, 0]);
});

test("covid-july-2020.csv and covid-months.csv are the Johns Hopkins series", { skip: covid.skip }, () => {
  const series = readFileSync(covid.path, "utf8").trim().split("\n").slice(1).map((line) => line.split(","));
  const july = series.filter(([date]) => date?.startsWith("2020-07"));
  assert.deepEqual(loadCovidDays().map(({ date, confirmed, deaths }) => [date, String(confirmed), String(deaths)]), july);
  for (const { month, confirmed } of loadCovidMonths()) {
    const own = series.filter(([date]) => date?.startsWith(month));
    assert.equal(sum(own.map((row) => Number(row[1]))), confirmed, month);
  }
});

test("demonstrations.csv lists the six places of section 6, two of them with a report found", () => {
  const named = loadDemonstrations().filter(({ isNamedByPaper }) => isNamedByPaper);
  assert.deepEqual(named.map(({ place }) => place), ["New York", "Berlin", "Paris", "Rome", "San Francisco", "United Kingdom"]);
  assert.deepEqual(named.filter(({ report }) => report !== null).map(({ place }) => place), ["Berlin", "San Francisco"]);
});

test("a number that was changed is named with its file and with what to do", () => {
  assert.throws(() => isPublished("data/communities.csv", "the sum of members", 176_412, 176_312), {
    message:
      /^data\/communities\.csv: the sum of members must be 176312, found 176412; .* git checkout data\/communities\.csv$/m,
  });
});

test("countries.csv lists the countries of Tables 1 and 2 and no other", () => {
  const printed = [...loadCommunities().map(({ country }) => country), ...loadDestinations().map((row) => row.countryInTable1)];
  assert.deepEqual(
    loadCountries().map(({ country }) => country).sort(),
    [...new Set(printed.filter((country) => country !== null))].sort(),
  );
});

test("ARGUING_NOTEBOOKS are the notebooks but the introduction and the one on methods, and each argues a claim", () => {
  const files = readdirSync("notebooks").flatMap((file) => (file.endsWith(".ipynb") ? [file.slice(0, -".ipynb".length)] : []));
  assert.deepEqual(ARGUING_NOTEBOOKS, files.filter((name) => !/^0[07]-/.test(name)).sort());
  assert.deepEqual([...new Set(loadClaims().map(({ notebook }) => notebook))].sort(), ARGUING_NOTEBOOKS);
});

test("claims.csv has 48 claims: 13 S, 6 F, 8 E, 6 C, 5 O, 5 B, 5 X", () => {
  const all = loadClaims();
  const count = (letter: string) => all.filter(({ id }) => id.startsWith(letter)).length;
  assert.equal(all.length, 48);
  assert.deepEqual([..."SFECOBX"].map(count), [13, 6, 8, 6, 5, 5, 5]);
  assert.deepEqual(all.filter(({ evidence }) => evidence === "none").map(({ id }) => id), ["C6", "O4", "O5", "B5", "X5"]);
  assert.ok(all.every(({ evidence, expected }) => evidence !== "corpus" || expected === "recovered"));
  assert.equal(all.find(({ id }) => id === "S13")?.notebook, "03-everyday-engagement");
});

test("claims.csv lists the working inventory with its evidence", { skip: claims.skip }, () => {
  const inventory = [...readFileSync(claims.path, "utf8").matchAll(/^\| ([A-Z]\d+) \|.*?\| (table|external|corpus|none) \|/gm)];
  assert.deepEqual(loadClaims().map(({ id, evidence }) => [id, evidence]), inventory.map(([, id, evidence]) => [id, evidence]));
});

const folder = mkdtempSync(join(tmpdir(), "published-"));
after(() => rmSync(folder, { recursive: true }));

/** A copy of a data file in which `from` is once replaced by `to`. */
function broken(path: string, from: string, to: string): string {
  const text = readFileSync(path, "utf8");
  assert.ok(text.includes(from), `${path} holds no ${from}`);
  const copy = join(folder, basename(path));
  writeFileSync(copy, text.replace(from, to));
  return copy;
}

test("each loader stops at a cell that does not fit, with file, line and column", () => {
  const wrong: [load: (path: string) => unknown, path: string, from: string, to: string, message: RegExp][] = [
    [loadCommunities, "data/communities.csv", "12.5K,12500", "12.5K,12400", /communities\.csv:2: members must be what members_printed says/],
    [loadCommunities, "data/communities.csv", "12.5K,12500", "12.5K,12.5K", /csv:2: members must be a whole number from 0 up, found "12\.5K"/],
    [loadCommunities, "data/communities.csv", "fb-california,facebook", "fb-california,myspace", /csv:3: platform must be one of facebook, vkontakte/],
    [loadCommunities, "data/communities.csv", "fb-california", "fb-new-york", /csv:3: id must be unique, found "fb-new-york" also at .*csv:2/],
    [loadCommunities, "data/communities.csv", "2.4K,2400,USA,2013", "2.4K,2400,USA,n/a", /csv:3: year_created must be a whole number/],
    [loadCommunities, "data/communities.csv", "878,878", "0.9k,878", /csv:18: members must be what members_printed says, "0\.9k"/],
    [loadCommunities, "data/communities.csv", "2.4K,2400,USA,2013", "2.4K,2400,USA,20111", /csv:3: year_created must be a year from 2004 to 2021, found "20111"/],
    [loadCommunities, "data/communities.csv", "2.4K,2400,USA,2013", "2.4K,2400,USA,2003", /csv:3: year_created must be a year from 2004/],
    [loadCommunities, "data/communities.csv", "South Korea,2009", "Sorth Korea,2009", /csv:12: country must be one of Russia, .*, found "Sorth Korea"; write the country so, or add it to data\/countries\.csv/],
    [loadCommunities, "data/communities.csv", "fb-california,facebook,group", "fb-california,facebook,community", /csv:3: type must be one of group, page, found "community"/],
    [loadCommunities, "data/communities.csv", "vk-moscow,vkontakte,community", "vk-moscow,vkontakte,group", /csv:25: type must be one of community, found "group"/],
    [loadDestinations, "data/destinations.csv", '"640,000",640000', '"640,000",64000', /destinations\.csv:2: migrants must be what/],
    [loadDestinations, "data/destinations.csv", '"640,000",640000', '"64,0000",640000', /csv:2: migrants_printed must be a number above 0/],
    [loadDestinations, "data/destinations.csv", "5500,5500", "0,0", /csv:6: migrants_printed must be a number above 0/],
    [loadDestinations, "data/destinations.csv", "640000,Russia", "640000,Rusia", /csv:2: country_in_table_1 must be one of Russia, .*, found "Rusia"/],
    [loadDestinations, "data/destinations.csv", "9,UK", "10,UK", /csv:10: order must be 9, the place of the row, found "10"/],
    [loadSearchKeywords, "data/search-keywords.csv", "2,Kyrgyzstan,", "2,Kyrgyz,", /csv:3: keyword must be unique/],
    [loadFigureTerms, "data/figure-terms.csv", "work,work", "work,job", /figure-terms\.csv:2: theme must be one of work, documents, housing, found "job"/],
    [loadEvents, "data/events.csv", "2020-10-04,2020-10-04", "2020-10-04,2020-10-03", /csv:\d+: until must be 2020-10-04 or later/],
    [loadEvents, "data/events.csv", "2020-10-04,2020-10-04", "2020-10-04,2202-10-04", /csv:\d+: until must be a day from 2010 to 2022, .*found "2202-10-04"/],
    [loadEvents, "data/events.csv", "start,2021-04-28,2021-04-28", "start,2021-05-28,2021-05-28", /events\.csv: border must end on 2021-05-28 or later, found 2021-05-01/],
    [loadEvents, "data/events.csv", "october,end", "october,within", /events\.csv: october must have one event with role end, found 0/],
    [loadCovidDays, "data/covid-july-2020.csv", "2020-07-31", "2020-07-32", /csv:32: date must be a day/],
    [loadCovidDays, "data/covid-july-2020.csv", "2020-07-31", "2021-07-31", /csv:32: date must be a day of July 2020/],
    [loadCovidMonths, "data/covid-months.csv", "2020-12", "2020-13", /csv:9: month must be a month/],
    [loadDemonstrations, "data/demonstrations.csv", "Paris,France,yes,,", "Paris,France,yes,2021-05-01,", /csv:4: source must be the report/],
    [loadDemonstrations, "data/demonstrations.csv", "Paris,France", "Paris,Frence", /csv:4: country must be one of Russia/],
    [loadDemonstrations, "data/demonstrations.csv", "2021-05-01,2021-05-03", "2021-05-03,2021-05-01", /csv:3: reported_until must be 2021-05-03 or later/],
    [loadCountries, "data/countries.csv", "Russia,Russia", "Russia,", /csv:2: region must be text, found nothing/],
    [loadPlaces, "data/places.csv", "чикаго", "Чикаго", /csv:\d+: word must be lower-case words/],
    [loadPlaces, "data/places.csv", "city,USA", "city,America", /csv:2: country must be one of Russia/],
    [loadCities, "data/cities.csv", "New York,USA", "New York,America", /csv:2: country must be one of Russia/],
    [loadClaims, "data/claims.csv", "S1,", "Z1,", /claims\.csv:2: id must be a letter of S F E C O B X and a number/],
    [loadClaims, "data/claims.csv", "table,reproduced,", "table,recovered,", /csv:2: expected must be one of reproduced, .*, found "recovered"/],
    [loadClaims, "data/claims.csv", "01-sampling", "01-samplin", /csv:2: notebook must be one of 01-sampling, .*, found "01-samplin"/],
  ];
  for (const [load, path, from, to, message] of wrong) assert.throws(() => load(broken(path, from, to)), message);
});

test("VERDICTS gives every verdict to one kind of evidence, but for those that tables and external figures share", () => {
  assert.deepEqual(VERDICTS.table, VERDICTS.external);
  const others = [...VERDICTS.table, ...VERDICTS.corpus, ...VERDICTS.none];
  assert.equal(new Set(others).size, others.length);
});
