"use strict";

// Plain JavaScript, because this is what makes TypeScript files loadable.

const { createHash } = require("node:crypto");
const { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname, join } = require("node:path");
const vm = require("node:vm");

const ROOT = join(__dirname, "..", "..");
const CACHE = join(ROOT, "node_modules", ".cache", "clicks-to-streets");
const TSLAB = dirname(require.resolve("tslab/package.json"));
const TYPESCRIPT = require.resolve("@tslab/typescript-for-tslab", { paths: [TSLAB] });
const VERSION = require(
  require.resolve("@tslab/typescript-for-tslab/package.json", { paths: [TSLAB] }),
).version;

/** What the files that are loaded were compiled to, by path. */
const texts = new Map();
let saveCompiler = () => {};
let compile = transpile;

/**
 * Load tslab's TypeScript compiler.
 *
 * Its nine megabytes take V8 a while to read, so what V8 made of them is kept from one start to the next.
 */
function loadCompiler() {
  const loaded = require.cache[TYPESCRIPT];
  if (loaded) return loaded.exports;
  const kept = join(CACHE, `compiler-${VERSION}-${process.version}-${process.arch}.v8`);
  const cachedData = readIfThere(kept);
  const source = readFileSync(TYPESCRIPT, "utf8");
  const script = new vm.Script(Module.wrap(source), { filename: TYPESCRIPT, cachedData });
  const module = Object.assign(new Module(TYPESCRIPT), { filename: TYPESCRIPT, loaded: true });
  require.cache[TYPESCRIPT] = module;
  const run = script.runInThisContext();
  run.call(
    module.exports,
    module.exports,
    Module.createRequire(TYPESCRIPT),
    module,
    TYPESCRIPT,
    dirname(TYPESCRIPT),
  );
  if (cachedData === undefined || script.cachedDataRejected) {
    saveCompiler = () => writeQuietly(kept, script.createCachedData());
  }
  return module.exports;
}

/** Keep V8's reading of the compiler for the next start; worth doing once the compiler has been used. */
function keepCompiler() {
  saveCompiler();
  saveCompiler = () => {};
}

/** Turn TypeScript into CommonJS with an inline source map, without checking types. */
function transpile(source, fileName) {
  const ts = loadCompiler();
  const compilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2022,
    esModuleInterop: true,
    inlineSourceMap: true,
    newLine: ts.NewLineKind.LineFeed,
  };
  return ts.transpileModule(source, { fileName, compilerOptions }).outputText;
}

/** The JavaScript of a TypeScript file, compiled only when this content was never compiled before. */
function compiledText(fileName) {
  const source = readFileSync(fileName, "utf8");
  const key = createHash("sha256")
    .update(`${VERSION} 1 ${fileName}\n`)
    .update(source)
    .digest("hex")
    .slice(0, 32);
  const kept = join(CACHE, "modules", `${key}.js`);
  const known = readIfThere(kept)?.toString("utf8");
  if (known !== undefined) return known;
  const text = compile(source, fileName);
  writeQuietly(kept, text);
  return text;
}

/** Let `require` load `.ts` files, as `./fold` and as `./fold.js`. */
function install() {
  Module._extensions[".ts"] = (module, fileName) => {
    texts.set(fileName, compiledText(fileName));
    module._compile(texts.get(fileName), fileName);
  };
  const resolve = Module._resolveFilename;
  Module._resolveFilename = function (request, parent, ...rest) {
    try {
      return resolve.call(this, request, parent, ...rest);
    } catch (error) {
      if (!/^\.{0,2}\/.*\.js$/.test(request) || error.code !== "MODULE_NOT_FOUND") throw error;
      try {
        return resolve.call(this, request.replace(/\.js$/, ".ts"), parent, ...rest);
      } catch {
        throw error;
      }
    }
  };
}

/** Compile the kernel's own files that never were, so that its threads need not each load a compiler for that. */
function prepare() {
  const own = readdirSync(__dirname).filter((name) => name.endsWith(".ts") && !/\.(?:test|d)\.ts$/.test(name));
  for (const name of [...own, join("..", "message.ts")]) compiledText(join(__dirname, name));
}

/** Have files compiled elsewhere, such as in a thread where the compiler is loaded already. */
function compileWith(other) {
  compile = other;
}

/** The JavaScript that a loaded TypeScript file was compiled to, with its source map. */
function loadedText(fileName) {
  return texts.get(fileName);
}

/** An `import()` that stays one: in TypeScript it would be compiled to `require`. */
function nativeImport(specifier) {
  return import(specifier);
}

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** The cache only saves time: where it cannot be written, everything works without it. */
function writeQuietly(path, content) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const temporary = `${path}.${process.pid}.${process.hrtime.bigint()}`;
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch {}
}

module.exports = {
  ROOT,
  TYPESCRIPT,
  loadCompiler,
  keepCompiler,
  transpile,
  install,
  prepare,
  compileWith,
  loadedText,
  nativeImport,
  writeQuietly,
};
