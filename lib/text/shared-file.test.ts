import assert from "node:assert/strict";
import test from "node:test";

import { sharedFile } from "./shared-file";

test("sharedFile gives the reason to skip in the test's own words, and none under CI", () => {
  const before = process.env.CI;
  try {
    delete process.env.CI;
    const { skip } = sharedFile("no such file", "the paper's text is not part of the project");
    assert.equal(skip, "the paper's text is not part of the project");
    process.env.CI = "true";
    assert.equal(sharedFile("no such file", "the paper's text is not part of the project").skip, false);
  } finally {
    if (before === undefined) delete process.env.CI;
    else process.env.CI = before;
  }
});
