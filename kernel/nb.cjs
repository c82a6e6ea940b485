#!/usr/bin/env node
require("tsx/cjs");
require("./nb.ts").main();
