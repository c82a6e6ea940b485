import assert from "node:assert/strict";
import test from "node:test";

import { joinText } from "../join-text";
import { findNotebooks } from "../find-notebooks";
import { readNotebook } from "../notebook-file";
import { safePicture } from "./safe-picture";

const svg = (inside: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"${attributes}>${inside}</svg>`;

test("safePicture lets every picture of the notebooks pass unchanged", () => {
  let pictures = 0;
  for (const name of findNotebooks(".")) {
    for (const cell of readNotebook(`notebooks/${name}.ipynb`).cells) {
      for (const output of cell.cell_type === "code" ? cell.outputs : []) {
        if (!("data" in output) || output.data["image/svg+xml"] === undefined) continue;
        const source = joinText(output.data["image/svg+xml"]);
        assert.equal(safePicture(source)?.svg, source.trim(), `${name} ${cell.id}`);
        pictures++;
      }
    }
  }
  assert.notEqual(pictures, 0);
});

test("safePicture tells the size", () => {
  assert.deepEqual(safePicture(svg("")), { svg: svg(""), width: 20, height: 10 });
  assert.equal(safePicture('<svg xmlns="http://www.w3.org/2000/svg"><path d=""/></svg>'), null);
});

const HOSTILE: readonly [what: string, picture: string][] = [
  ["a script", svg("<script>alert(1)</script>")],
  ["a script under another name", svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>')],
  ["an event", svg("", ' onload="alert(1)"')],
  ["an event in capitals, over lines", svg('<rect\n  onClick = "alert(1)"/>')],
  ["HTML inside", svg("<foreignObject><b/></foreignObject>")],
  ["an animation of an address", svg('<set attributeName="href" to="javascript:alert(1)"/>')],
  ["a link", svg('<a href="javascript:alert(1)"><text>x</text></a>')],
  ["an address outside", svg('<use href="https://example.org/x.svg#a"/>')],
  ["an address in letters by number", svg('<use xlink:href="&#106;avascript:alert(1)"/>')],
  ["an image", svg('<image href="https://example.org/x.png"/>')],
  ["a style sheet", svg("<style>@import 'https://example.org/x.css'</style>")],
  ["a style that loads", svg('<rect style="fill:url(https://example.org/x#y)"/>')],
  ["an entity", `<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>${svg("&x;")}`],
  ["a comment that hides", svg("<!-- --><script/>")],
  ["CDATA", svg("<text><![CDATA[<script>]]></text>")],
  ["what is no picture", "<p>hello</p>"],
];
for (const [what, picture] of HOSTILE) {
  test(`safePicture refuses ${what}`, () => assert.equal(safePicture(picture), null));
}

test("safePicture keeps references inside the picture", () => {
  const inside =
    '<defs><clipPath id="a"><rect/></clipPath></defs><g clip-path="url(#a)"><use href="#a"/></g>';
  assert.ok(safePicture(svg(inside)));
});
