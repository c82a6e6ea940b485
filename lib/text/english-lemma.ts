/** Irregular forms of frequent verbs and nouns, "lemma: forms"; written from general knowledge. */
const IRREGULAR =
  "be: am is are was were been being; have: has had having; do: does did done doing; go: goes went gone; " +
  "say: says said; get: got gotten; make: made; know: knew known; think: thought; " +
  "take: took taken; see: saw seen; come: came coming; find: found; give: gave given; tell: told; " +
  "become: became; show: shown; leave: left; feel: felt; bring: brought; begin: began begun; " +
  "keep: kept; hold: held; write: wrote written; stand: stood; hear: heard; mean: meant; meet: met; run: " +
  "ran running; pay: paid; sit: sat; speak: spoke spoken; lie: lay lain lying; lead: led; " +
  "grow: grew grown; lose: lost losing; fall: fell fallen; send: sent; build: built; understand: " +
  "understood; draw: drew drawn; break: broke broken; spend: spent; rise: rose risen; drive: drove " +
  "driven; " +
  "buy: bought; wear: wore worn; choose: chose chosen; seek: sought; throw: threw thrown; catch: caught; " +
  "deal: dealt; win: won; forget: forgot forgotten; fight: fought; teach: taught; eat: ate eaten; " +
  "sell: sold; fly: flew flown; steal: stole stolen; sing: sang sung; sleep: slept; hide: hid hidden; " +
  "feed: fed; shoot: shot; strike: struck; swear: swore sworn; wake: woke woken; beat: beaten; " +
  "die: dying; use: using used; cause: caused causing; man: men; woman: women; child: children; person: " +
  "people; foot: feet; tooth: teeth; mouse: mice; life: lives; wife: wives; leaf: leaves; " +
  "knife: knives; half: halves; shelf: shelves; thief: thieves; self: selves; datum: data; medium: " +
  "media; crisis: crises; analysis: analyses; good: better best; bad: worse worst; " +
  "far: further farther; series: series; species: species; news: news; this: these; that: those; i: me " +
  "my mine; we: us our ours; he: him his; she: her hers; they: them their theirs; you: your yours; it: " +
  "its; " +
  "bus: buses; virus: viruses; status: statuses; police: police; movie: movies; cookie: cookies; tie: " +
  "ties; pie: pies; lens: lenses; always: always; perhaps: perhaps; " +
  "morning: morning; evening: evening; wedding: wedding; building: buildings building; meeting: " +
  "meetings; feeling: feelings; during: during; nothing: nothing; something: something; anything: " +
  "anything; everything: everything; " +
  "spring: spring; string: string; king: king; thing: thing; ring: ring; sing: sings singing; bring: " +
  "brings bringing; need: needed; speed: speeds; feed: feeds; indeed: indeed; hundred: hundreds; " +
  "red: red; bed: beds; wed: wed; shed: shed; this: this; gas: gases; has: has; us: us; kyrgyz: kyrgyz; " +
  "politics: politics; economics: economics; united: united; kyrgyzstan: kyrgyzstan; ceiling: ceilings; " +
  "agree: agreed; see: seeing; create: created creating; stay: stays; install: installed installing; " +
  "focus: focused focusing; limit: limited; program: programs; free: freed";

const LISTED = new Map<string, string>();
for (const entry of IRREGULAR.split("; ")) {
  const [lemma = "", forms = ""] = entry.split(": ");
  LISTED.set(lemma, lemma);
  for (const form of forms.split(" ")) {
    LISTED.set(form, lemma);
  }
}

const isConsonant = (letter: string) => /[bcdfghjklmnpqrstvwxz]/.test(letter);
const hasVowel = (stem: string) => /[aeiouy]/.test(stem);

/**
 * Give the dictionary form of an English word, by its inflection alone.
 *
 * Plurals, -ed, -ing and -'s are taken off, and irregular forms looked up. A Porter stemmer is not used: it
 * also takes off derivation, so that organ and organization, or universe and university, become one word with
 * a name nobody can read.
 *
 * @param word  lower-case
 * @returns the lemma, lower-case
 *
 * @example
 * englishLemma("countries"); // "country"
 * englishLemma("stopped"); // "stop"
 */
export function englishLemma(word: string): string {
  const bare = word.replace(/['’]s?$/, "");
  const listed = LISTED.get(bare);
  if (listed !== undefined || bare.length < 4 || !/^[a-z-]+$/.test(bare)) {
    return listed ?? (bare === "" ? word : bare);
  }
  return withoutEd(withoutIng(withoutS(bare)));
}

function withoutS(word: string): string {
  if (!word.endsWith("s") || /(?:ss|us|is)$/.test(word)) {
    return word;
  }
  if (word.endsWith("ies")) {
    return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  }
  return /(?:s|x|z|ch|sh)es$/.test(word) && !/(?:[aeiou]se|[aeiou]ze|nse|rse|lse)s$/.test(word)
    ? word.slice(0, -2)
    : word.slice(0, -1);
}

function withoutIng(word: string): string {
  const stem = word.slice(0, -3);
  return word.endsWith("ing") && stem.length >= 3 && hasVowel(stem) ? restored(stem) : word;
}

function withoutEd(word: string): string {
  if (word.endsWith("ied")) {
    return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  }
  const stem = word.slice(0, -2);
  return word.endsWith("ed") && !word.endsWith("eed") && stem.length >= 3 && hasVowel(stem)
    ? restored(stem)
    : word;
}

/**
 * Stems that lost an e before -ing and -ed, by their end; a single vowel stands before the last consonant
 * where it says so.
 */
const LOST_E = new RegExp(
  [
    // hop, nam, writ: one syllable, so a doubled consonant would show if there were no e
    "^[^aeiou]*[aeiouy][^aeiouwxy]",
    // handl, arriv, announc, argu, engag, chang, respons, clos
    "[bcdfgkpstz]l|v|c|u|iz|ys|dg|rg|ag|[ae]ng|[lnprw]s|[aeiou]s",
    // relat, requir, compar, includ
    "[^aeo]at|[^aeo]ir|[^aeiou](?:ar|ur|ut|ud|id|od|ot|um|ap)",
    "(?:compl|del|comp)et|(?:expl|ign|rest)or",
    // determin, examin, creat
    "[aeiou][^aeiou]+in|[^aeiou](?:re|lo|do|ri|ru|ca|va)at",
  ]
    .map((end) => `(?:${end})$`)
    .join("|"),
);

/** Undo what -ing and -ed do to a verb: a doubled consonant, an e left out. */
function restored(stem: string): string {
  const last = stem.charAt(stem.length - 1);
  if (last === stem.charAt(stem.length - 2) && isConsonant(last)) {
    const staysDouble = stem.length <= 3 || /(?:ss|ff|zz)$/.test(stem) || /^[^aeiou]*[aeiou]+ll$/.test(stem);
    return staysDouble ? stem : stem.slice(0, -1);
  }
  return LOST_E.test(stem) ? `${stem}e` : stem;
}
