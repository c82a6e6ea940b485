/** Where the parts of the book are: each page in a file of its own, or all of them in one. */
export interface Addresses {
  /** The id of a place on a page. */
  id(page: string, anchor: string): string;
  /** What a link to a page, or to a place on it, says. */
  href(page: string, anchor?: string): string;
}

/** One file a page; the first page is `index.html`. */
export const SITE: Addresses = {
  id: (_, anchor) => anchor,
  href: (page, anchor) =>
    `${encodeURIComponent(page)}.html${anchor === undefined ? "" : `#${encodeURIComponent(anchor)}`}`,
};

/** All pages in one file: the page's name stands before each id, since two notebooks may have a cell `title`. */
export const ONE_FILE: Addresses = {
  id: (page, anchor) => `${page}.${anchor}`,
  href: (page, anchor) => `#${encodeURIComponent(anchor === undefined ? page : `${page}.${anchor}`)}`,
};
