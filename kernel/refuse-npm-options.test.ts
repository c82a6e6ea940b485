import assert from "node:assert/strict";
import test from "node:test";

import { refuseNpmOptions } from "./refuse-npm-options";

// The environments are those that npm 11.19 makes of the command in the title; npm_config_only is an older npm's.
const START = { npm_lifecycle_event: "start" };

test("refuseNpmOptions says where the two dashes go", () => {
  assert.throws(() => refuseNpmOptions({ ...START, npm_config_only: "00" }, []), {
    name: "Error",
    message: 'npm start needs "--" before its options, found --only without it; write: npm start -- --only 00',
  });
  assert.throws(
    () => refuseNpmOptions({ npm_lifecycle_event: "verify", npm_config_tolerance: "1e-3" }, []),
    /^Error: npm run verify needs .* write: npm run verify -- --tolerance 1e-3$/,
  );
});

test("refuseNpmOptions finds the value that npm left among the arguments", () => {
  assert.throws(
    () => refuseNpmOptions({ ...START, npm_config_corpus: "true" }, ["/exports"]),
    /write: npm start -- --corpus \/exports$/,
  );
  assert.throws(
    () => refuseNpmOptions({ ...START, npm_config_corpus: "true", npm_config_seed: "true" }, ["/exports", "5"]),
    /found --corpus and --seed without it; write: npm start -- --corpus … --seed …$/,
  );
});

test("refuseNpmOptions lets pass what is not meant for nb", () => {
  refuseNpmOptions({ ...START, npm_config_only: "", npm_config_jobs: "max" }, ["--only", "00"]);
  refuseNpmOptions({ ...START, npm_config_only: "prod" }, []);
  refuseNpmOptions({ npm_config_seed: "5" }, ["--seed", "5"]);
});
