import assert from "node:assert/strict";
import test from "node:test";

import { stripVkontakteMarkup } from "./strip-vkontakte-markup";

test("stripVkontakteMarkup hides persons and keeps communities", () => {
  assert.equal(stripVkontakteMarkup("[id123|Анна Петрова], да"), "‹handle›, да");
  assert.equal(stripVkontakteMarkup("[id123:bp-5_10|Анна], да"), "‹handle›, да");
  assert.equal(stripVkontakteMarkup("@id123 (Анна) и *id7 (Бакыт)"), "‹handle› и ‹handle›");
  assert.equal(
    stripVkontakteMarkup("[club1|Биз], [public2|Кыргыздар], @club3 (Жардам)"), "Биз, Кыргыздар, Жардам",
  );
});

test("stripVkontakteMarkup keeps the text of links", () => {
  assert.equal(
    stripVkontakteMarkup("[#alias|t.me/x|https://t.me/x] и [https://vk.com/@a|статья]"), "t.me/x и статья",
  );
});

test("stripVkontakteMarkup reads the HTML of older responses once", () => {
  assert.equal(
    stripVkontakteMarkup("a<br>b<br/>&quot;c&quot; &amp;lt; &#33; &unknown;"), 'a\nb\n"c" &lt; ! &unknown;',
  );
});

test("stripVkontakteMarkup drops the blank before a line end and leaves other brackets", () => {
  assert.equal(stripVkontakteMarkup("[важно] a|b \nc"), "[важно] a|b\nc");
});
