/**
 * Chooses a whole number from 0 up to, not including, its argument: a seeded generator, or a property test's.
 */
export type Pick = (below: number) => number;

/** What is planted: personal data by kind and country, and ordinary numbers by kind. */
export interface Planted {
  readonly group: string;
  readonly kind: "email" | "phone" | "card" | "handle" | "ordinary";
  readonly value: string;
  readonly text: string;
}

/**
 * Telephone numbers as people of each country write them: X any digit, N from 2 to 9, the rest as it stands.
 */
const PHONES: Readonly<Record<string, readonly string[]>> = {
  "phone, Russia": [
    "+7 (9XX) XXX-XX-XX",
    "+79XXXXXXXXX",
    "89XXXXXXXXX",
    "8 9XX XXX XX XX",
    "8-9XX-XXX-XX-XX",
    "8(9XX)XXX-XX-XX",
    "8 (495) XXX-XX-XX",
    "+7 9XX XXX-XX-XX",
    "79XXXXXXXXX",
    "9XX XXX-XX-XX",
    "8 800 XXX-XX-XX",
  ],
  "phone, Kyrgyzstan": [
    "+996 5XX XX XX XX",
    "+9967XXXXXXXX",
    "0NXX XX XX XX",
    "05XXXXXXXX",
    "0 (7XX) XX-XX-XX",
    "0NXX-XX-XX-XX",
    "9965XXXXXXXX",
    "+996 (312) XX-XX-XX",
    "0312 XX XX XX",
    "(05XX) XX-XX-XX",
    "0NXX XXX XXX",
    "5XX-XX-XX-XX",
  ],
  "phone, United States": [
    "+1 NXX NXX XXXX",
    "+1 (NXX) NXX-XXXX",
    "(NXX) NXX-XXXX",
    "NXX-NXX-XXXX",
    "NXX.NXX.XXXX",
    "1-NXX-NXX-XXXX",
    "+1NXXNXXXXXX",
  ],
  "phone, Turkey": [
    "+90 5XX XXX XX XX",
    "+905XXXXXXXXX",
    "05XX XXX XX XX",
    "05XXXXXXXXX",
    "0 (5XX) XXX XX XX",
    "0212 XXX XX XX",
    "5XX XXX XX XX",
  ],
  "phone, Emirates": [
    "+971 5X XXX XXXX",
    "+9715XXXXXXXX",
    "05X XXX XXXX",
    "05XXXXXXXX",
    "05X-XXXXXXX",
    "04 XXX XXXX",
    "009715XXXXXXXX",
  ],
  "phone, Korea": [
    "+82 10-XXXX-XXXX",
    "+8210XXXXXXXX",
    "010-XXXX-XXXX",
    "010XXXXXXXX",
    "010 XXXX XXXX",
    "02-XXX-XXXX",
    "+82 2-XXXX-XXXX",
  ],
  "phone, Germany": [
    "+49 15X XXXXXXXX",
    "+4917XXXXXXXXX",
    "015X XXXXXXX",
    "0176/XXXXXXXX",
    "0170-XXXXXXX",
    "030 XXXXXXX",
    "+49 (30) XXXXXXX",
    "004915XXXXXXXXX",
  ],
  "phone, mistyped": ["+82 010 XXXX XXXX", "+90 0532 XXX XX XX", "+9965XXXXXXXXX", "8 9XX-X XX-XX-XX", "8-9XX-X-XXX-XXX"],
  "phone, payment": ["5XXXXXXXX", "7XX XXX XXN", "99XXXXXXX", "22X XXXXXN"],
};

/** Everyday numbers of the posts: prices, dates, years, sums, members, times, scores. */
const ORDINARY: Readonly<Record<string, readonly string[]>> = {
  prices: [
    "N XXX сом",
    "NXXX руб.",
    "N XXX р",
    "NX 000 рублей",
    "$NXXX",
    "NXX XXX сомго",
    "N,X млн сом",
    "NXXX-NXXX руб",
    "NX XXX ₽",
    "€NX",
    "NXX.XX сом",
  ],
  dates: [
    "NX.0N.2021",
    "0N.0N.2020",
    "1X октября 2021 года",
    "2020-0N-1X",
    "1X/0N/2021",
    "0N.0N.2X",
    "с 0N.0N.2021 по 1X.1X.2021",
    "0N.2021",
  ],
  years: [
    "в 19NX году",
    "2020-2021 гг.",
    "в 2010, 2015 и 2020 годах",
    "2018 2019 2020 2021",
    "2010-жылы",
    "1991–2021",
  ],
  sums: [
    "N XXX XXX",
    "NXX 000 000 сом",
    "N XXX XXX XXX",
    "NXXXXX",
    "итого NX XXX XXX рублей",
    "NXX млн. долларов",
    "NXX,N млрд",
  ],
  members: [
    "NX XXX участников",
    "NXX XXX подписчиков",
    "NNXXX мүчө",
    "N.XK",
    "уже NXX человек",
    "N XXX XXX просмотров",
    "+NXX за день",
  ],
  times: ["в 1X:XN", "09:00-18:00", "с 9.00 до 18.00", "1X:0N:0N", "NX-0N-2021 1N:0N", "круглосуточно 24/7"],
  payments: [
    "mbank 5XX XXX XXX сом",
    "мбанк N00 000",
    "MBank аркылуу NX 500 сом",
    "Элсом, собрано 7NX 000 000",
    "на мбанк поступило NXX XXX",
    "перевод № 4XXXXXXXX",
  ],
  registers: [
    "77:01:0001XXX:1NXX",
    "50:2N:0NXXXXX:NXX",
    "7f9161NXXXXXab",
    "0x89161NXXXXXfe",
    "c0ffee0555NXXXXX9e",
  ],
  scores: ["N:X", "счёт X-N", "N:X, X:N, X:X", "2-1 3-0 1-1", "XN% против NX%", "N из NX"],
};

const AROUND = [
  "%",
  "Тел: %.",
  "%, звоните",
  "жумуш бар, % чалгыла",
  "Пишите на % (ватсап)",
  "👉%👈",
  "Сатылат «%»",
  "Байланыш %!",
  "вопросы — %\nспасибо",
  "(%)",
];
const AROUND_PAYMENT = [
  "mbank %",
  "MBANK: %",
  "Мбанк %, Айгуль",
  "жардам үчүн мбанк: %",
  "перевод на Элсом %.",
  "О!Деньги %",
  "MegaPay (%)",
  "реквизиты: % MBank",
];
const AROUND_ORDINARY = [
  "%",
  "Сегодня %.",
  "%, говорят",
  "Баасы %!",
  "было % и будет",
  "(%)",
  "За всё % — и хватит",
  "бул % болду",
];
const NAMES = [
  "aziz",
  "Айбек",
  "nurlan.osh",
  "gulnara_92",
  "almaz-k",
  "info",
  "a.b",
  "kanat+job",
  "Bermet",
  "s4dyr",
  "ОшГрупп",
  "work.msk",
];
const HOSTS = [
  "mail.ru",
  "gmail.com",
  "yandex.ru",
  "inbox.ru",
  "ktnet.kg",
  "mail.osh.kg",
  "bk.ru",
  "example.co.uk",
  "web.de",
];

/** Make a piece of personal data, or an ordinary number, of the named group, in a sentence. */
export function plant(group: string, pick: Pick): Planted {
  const ordinary = ORDINARY[group];
  const sentences = group === "phone, payment" ? AROUND_PAYMENT : AROUND;
  const around = one(ordinary === undefined ? sentences : AROUND_ORDINARY, pick);
  const kind =
    ordinary !== undefined
      ? "ordinary"
      : group.startsWith("phone")
        ? "phone"
        : (group.split(",")[0] as "email" | "card" | "handle");
  const value = ordinary !== undefined ? fill(one(ordinary, pick), pick) : makePrivate(group, pick);
  return { group, kind, value, text: around.replace("%", () => value) };
}

/** Groups of personal data, and of ordinary numbers. */
export const PRIVATE_GROUPS: readonly string[] = [...Object.keys(PHONES), "email", "email, broken", "card", "handle"];
export const ORDINARY_GROUPS: readonly string[] = Object.keys(ORDINARY);

function makePrivate(group: string, pick: Pick): string {
  switch (group) {
    case "email":
      return `${one(NAMES, pick)}${pick(2) === 0 ? "" : pick(1000)}@${one(HOSTS, pick)}`;
    case "email, broken": {
      const shape = one(["N@H .E", "N@H. E", "N @H.E", "N@ H.E", "N@@H.E", "N собака H.E"], pick);
      const parts: Readonly<Record<string, string>> = {
        N: one(["aziz", "a.b", "nur_92", "aziz.kg"], pick),
        H: one(["mail", "gmail", "yandex"], pick),
        E: one(["ru", "com"], pick),
      };
      return shape.replace(/[NHE]/g, (part) => parts[part] ?? "");
    }
    case "handle":
      return `@${one(NAMES, pick).replace("+", "_")}${pick(2) === 0 ? "" : pick(1000)}`;
    case "card": {
      const bare = fill(
        one(["4XXXXXXXXXXXXXX", "5NXXXXXXXXXXXXX", "2200XXXXXXXXXXX", "9417XXXXXXXXXXX"], pick),
        pick,
      );
      const digits = bare + checkDigit(bare);
      return one(
        [digits, ...[" ", "-", "\u00A0"].map((sign) => digits.replace(/\d{4}(?=\d)/g, `$&${sign}`))],
        pick,
      );
    }
    default:
      return fill(one(PHONES[group] ?? [], pick), pick);
  }
}

/**
 * The digit that makes the sum of Luhn's formula end in 0; the table holds twice each digit with its own
 * digits added up.
 */
function checkDigit(digits: string): number {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  const sum = [...digits]
    .reverse()
    .reduce((before, digit, i) => before + (i % 2 === 0 ? (doubled[Number(digit)] ?? 0) : Number(digit)), 0);
  return (10 - (sum % 10)) % 10;
}

function fill(template: string, pick: Pick): string {
  return template.replace(/[XN](?!\p{L})|[XN](?=[XN])/gu, (letter) =>
    String(letter === "X" ? pick(10) : 2 + pick(8)),
  );
}

function one(list: readonly string[], pick: Pick): string {
  return list[pick(list.length)] ?? "";
}
