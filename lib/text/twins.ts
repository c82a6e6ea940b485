/** Latin and Cyrillic letters that look alike, pairwise: those of one keyboard that pass for those of the other. */
const TWINS = "aа cс eе oо pр xх yу AА BВ CС EЕ HН KК MМ OО PР TТ XХ YУ";

/**
 * Pairs that look alike only roughly: к м т are drawn as small capitals. They are folded inside a mixed word, but a
 * word is not called ambiguous for them, or English "take" and "make" would be Cyrillic words in a Russian post.
 */
const ROUGH_TWINS = "kк mм tт ëё ËЁ";

/**
 * Latin letters that stand for a Cyrillic one and never the other way round: what people type who have no Kyrgyz
 * letters on the keyboard, and the small capitals of the phonetic alphabet.
 */
const STAND_INS = "öө üү ŋң ɵө ÖӨ ÜҮ ŊҢ ƟӨ ʙв ʜн ᴋк ᴍм ᴛт";

const pairs = (list: string): [string, string][] =>
  list.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)]);

/** The Cyrillic letter for each Latin letter that passes for one; one code unit each. */
export const CYRILLIC_FOR_LATIN: ReadonlyMap<string, string> = new Map(
  pairs(`${TWINS} ${ROUGH_TWINS} ${STAND_INS}`),
);

/** The Latin letter for each Cyrillic letter that passes for one; one code unit each. */
export const LATIN_FOR_CYRILLIC: ReadonlyMap<string, string> = new Map(
  pairs(`${TWINS} ${ROUGH_TWINS}`).map(([latin, cyrillic]) => [cyrillic, latin]),
);

/** The letters of both scripts of which a reader cannot say which script they are. */
export const EXACT_TWINS: ReadonlySet<string> = new Set(TWINS.replaceAll(" ", ""));

/** Latin names made of twins alone that posts of this field contain; no context makes them Cyrillic. */
export const LATIN_NAMES: ReadonlySet<string> = new Set(["ATM", "BBC", "CEO", "EKB", "EXPO", "MBA", "PC", "TOYOTA"]);
