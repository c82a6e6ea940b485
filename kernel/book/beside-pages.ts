import type { Book } from "./read-book";

/** The pages beside the chapters that this book has: name, title and what stands there. */
export function besides(book: Book): [page: string, title: string, text: string][] {
  const all: [boolean, string, string, string][] = [
    [
      book.listed.length > 0,
      "claims",
      "Claims and verdicts",
      "All claims, by verdict and by kind of evidence.",
    ],
    [book.glossary.length > 0, "glossary", "Glossary", "Terms in English, Russian and Kyrgyz."],
    [
      book.dataCards !== null,
      "data",
      "Data",
      "What each file holds, where it comes from, and what is not in it.",
    ],
    [book.citation !== null, "cite", "How to cite", "This project, and the paper that it tests."],
  ];
  return all.flatMap(([isThere, ...entry]) => (isThere ? [entry] : []));
}
