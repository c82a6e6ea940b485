/**
 * Latin and Cyrillic letters that look alike, pairwise: those of one keyboard that pass for those of the
 * other.
 */
const TWINS = "aа cс eе oо pр xх yу AА BВ CС EЕ HН KК MМ OО PР TТ XХ YУ";

/**
 * Pairs that look alike only roughly: к м т are drawn as small capitals. They are folded inside a mixed word,
 * but a word is not called ambiguous for them, or English "take" and "make" would be Cyrillic words in a
 * Russian post.
 */
const ROUGH_TWINS = "kк mм tт ëё ËЁ";

/**
 * Latin letters that stand for a Cyrillic one and never the other way round: what people type who have no
 * Kyrgyz letters on the keyboard, and the small capitals of the phonetic alphabet.
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

/** Small Cyrillic letters with a rough twin: those that are drawn like no small Latin letter. */
export const CYRILLIC_SHAPES: ReadonlySet<string> = new Set("кмт");

/**
 * Common English words and first names of which every letter has a twin: a mixed word that is one of them may
 * be English. Written from general knowledge; b and h have a twin as capitals only (Hope, BOAT).
 */
export const ENGLISH_TWIN_WORDS: ReadonlySet<string> = new Set(
  (
    "ace ache acme act aha ahem am amy ape apex apt at ate atom atop axe aye back bake bat batch bath " +
    "bay be beach beak beam beat beck becky bee beech beep beet bet beta betty boa boat bob book boom " +
    "boot booth both bottom box boy by cab cake came camp cap cape cat catch chap chat cheap cheat " +
    "check cheek cheep chock coach coat cob cocoa comb combat come comet comma compact compete cook " +
    "coop cop cope copy cot cox coy each eat ebay echo emma epoch epoxy etc exact exam exempt expect " +
    "expo eye ham hammock hat hatch hate he heap heat hem hey hockey home hoop hop hope hot hotpot " +
    "hype kate keep kept key make mama map mat match mate math matte max may maya me meat meet memo " +
    "met meta mom mommy mooch moot mop moth motto my myth oak oat oath oh ok okay ox oxy pace pack " +
    "pact pam papa papacy papaya pat patch path patty pay pea peace peach peak peat peck peep peke " +
    "pep peppy pet poet pooch pop pope poppy pot potato tab tack taco take tam tame tammy tap tape " +
    "tatty tax taxa tea teach team teammate teat tech tee teeth tempo tempt text the them theme they " +
    "to tobacco toe tom tomato tomb too took tooth top toy type typo yacht yam yap yeah yet yo yoke"
  ).split(" "),
);
