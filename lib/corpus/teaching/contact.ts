import type { RandomStream } from "./random-stream";

/**
 * A contact or link that belongs to nobody.
 *
 * Phone numbers are from ranges kept for fiction where a country has one (555-01xx in the USA, 07700 900xxx in the United
 * Kingdom, 0176 04069 0xx in Germany, 06 39 98 xx xx in France), else have an area code that is not given out (5xx in
 * Russia, 000 elsewhere). Addresses are under `example`, `example.org` and `example.com` (RFC 2606). Card numbers begin with
 * 4000 0000, of no bank, and pass the check digit, so that a redactor is put to the test.
 *
 * @param what     phone, email, link, gofund, petition or card
 * @param country  key of the writer's country, such as `russia`
 */
export function makeContact(what: string, country: string, random: RandomStream): string {
  if (what === "phone") return phone(country, random);
  if (what === "card") return card(random);
  if (what === "email") {
    return `${random.pick(MAILBOXES)}${random.between(1, 99)}@example.${random.pick(["org", "com", "net"])}`;
  }
  const sites = SITES[what];
  if (sites !== undefined) return `https://${random.pick(sites)}/${slug(random)}`;
  throw new Error(`text bank: {!${what}} is not known; needed phone, card, email, gofund, petition or link`);
}

const MAILBOXES = ["info", "kg.help", "kenesh", "rabota", "jumush", "diaspora", "aibek", "asel", "hotline"] as const;
const SITES: Readonly<Record<string, readonly string[]>> = {
  link: ["news.example.org", "example.com", "tv.example.net", "www.example.org", "live.example", "kg.example.org"],
  gofund: ["gofundme.example/f", "sbor.example.org", "donate.example/kg"],
  petition: ["change.example/p", "petition.example.org"],
};

function slug(random: RandomStream): string {
  const letters = "abcdefghkmnprstuvwxyz0123456789";
  return Array.from({ length: random.between(5, 9) }, () => letters[random.below(letters.length)]).join("");
}

function digits(count: number, random: RandomStream): string {
  return Array.from({ length: count }, () => random.below(10)).join("");
}

function phone(country: string, random: RandomStream): string {
  const two = (): string => digits(2, random);
  switch (country) {
    case "usa":
      return `${random.pick(["", "+1 ", "1-"])}${random.pick(["917", "347", "773", "415", "310"])}-555-01${two()}`;
    case "uk":
      return `${random.pick(["07700 900", "+44 7700 900"])}${digits(3, random)}`;
    case "germany":
      return `${random.pick(["0176 04069 0", "+49 176 04069 0"])}${two()}`;
    case "france":
      return `${random.pick(["06", "+33 6"])} 39 98 ${two()} ${two()}`;
    case "russia": {
      const code = random.between(500, 599);
      return random.pick([
        `8${code}${digits(7, random)}`,
        `8 (${code}) ${digits(3, random)}-${two()}-${two()}`,
        `+7${code}${digits(7, random)}`,
        `+7 ${code} ${digits(3, random)} ${two()} ${two()}`,
        `8-${code}-${digits(3, random)}-${two()}-${two()}`,
      ]);
    }
    default: {
      const prefix: Readonly<Record<string, string>> = {
        switzerland: "+41 00", spain: "+34 00", italy: "+39 000", uae: "+971 00", korea: "+82 000", turkey: "+90 000",
        kazakhstan: "+7 000",
      };
      return `${prefix[country] ?? "+996 00"} ${digits(3, random)} ${two()} ${two()}`;
    }
  }
}

/** Sixteen digits whose last one is the check digit of ISO/IEC 7812. */
function card(random: RandomStream): string {
  const first = `40000000${digits(7, random)}`;
  let sum = 0;
  for (let i = 0; i < first.length; i++) {
    const doubled = Number(first[i]) * (i % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  const whole = `${first}${(10 - (sum % 10)) % 10}`;
  return random.chance(0.6) ? whole.replace(/(\d{4})(?=\d)/g, "$1 ") : whole;
}
