import type { Addresses } from "./addresses";
import type { Book } from "./read-book";

/**
 * Find where a link of a notebook or of a data card leads inside the book.
 *
 * @param page  the page that the link stands on
 * @returns a function that gives the address, or null for a file that the book does not hold
 */
export function resolveIn(page: string, book: Book, addresses: Addresses): (href: string) => string | null {
  const chapters = new Set(book.chapters.map(({ name }) => name));
  return (href) => {
    const [path = "", anchor] = href.split("#", 2);
    if (path === "") return anchor === undefined ? null : addresses.href(page, anchor);
    const notebook = /^(?:\.\/|(?:\.\.\/)?notebooks\/)?([\w-]+)\.ipynb$/.exec(path)?.[1];
    if (notebook !== undefined && chapters.has(notebook)) return addresses.href(notebook, anchor);
    const file = path.replace(/^(?:\.\.?\/)+/, "");
    if (file === "data/README.md" && book.dataCards !== null) return addresses.href("data", anchor);
    if (file === "data/claims.csv") return addresses.href("claims");
    if (file === "data/glossary.csv" && book.glossary.length > 0) return addresses.href("glossary");
    if (file === "CITATION.cff" && book.citation !== null) return addresses.href("cite");
    return null;
  };
}
