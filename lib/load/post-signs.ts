import type { Post } from "./post";
import { hash } from "./post-ledger";

/** Zones reach 14 hours from UTC, in steps of a quarter of an hour. */
const ZONE_STEP_SECONDS = 15 * 60;
const ZONE_REACH_SECONDS = 14 * 60 * 60;
/** Tools round a time to the minute. */
const ROUNDING_SECONDS = 60;

/**
 * Remembers in 12 bytes a post what tells it from another post: its text, time and author.
 *
 * A post collected twice may come with an edited text, or with a time read in another zone. One with another text
 * and a time that no zone explains is another post, whatever its id.
 */
export class PostSigns {
  private texts: Uint32Array = new Uint32Array(1 << 11);
  private seconds: Uint32Array = new Uint32Array(1 << 11);
  private authors: Uint32Array = new Uint32Array(1 << 11);

  /** @param number  the post's number, from 0 */
  record(number: number, post: Post): void {
    if (number >= this.texts.length) {
      this.texts = doubled(this.texts);
      this.seconds = doubled(this.seconds);
      this.authors = doubled(this.authors);
    }
    this.texts[number] = textSign(post);
    this.seconds[number] = secondsOf(post);
    this.authors[number] = authorSign(post);
  }

  /**
   * Whether a post with the same id is another post than the one recorded.
   *
   * @param byAuthor  whether another author tells too; tools name one author by different ids
   */
  tellsApart(number: number, post: Post, byAuthor: boolean): boolean {
    const [text, author] = [textSign(post), authorSign(post)];
    if (text === 0 || this.texts[number] === 0 || text === this.texts[number]) return false;
    const others = this.authors[number] !== 0 && author !== 0 && author !== this.authors[number];
    return (byAuthor && others) || !isSameMoment(this.seconds[number]!, secondsOf(post));
  }
}

/** Whether two times may be one, read in different zones or rounded. */
function isSameMoment(a: number, b: number): boolean {
  const apart = Math.abs(a - b);
  return apart <= ROUNDING_SECONDS || (apart <= ZONE_REACH_SECONDS && apart % ZONE_STEP_SECONDS === 0);
}

function secondsOf(post: Post): number {
  return Math.floor(post.createdAt.getTime() / 1000);
}

/** 0 for an empty text. */
function textSign({ text }: Post): number {
  const words = text.trim().replace(/\s+/g, " ");
  return words === "" ? 0 : hash(words, 2) || 1;
}

/** 0 for an unknown author. */
function authorSign({ author }: Post): number {
  return author === null ? 0 : hash(author, 2) || 1;
}

function doubled(column: Uint32Array): Uint32Array {
  const wider = new Uint32Array(2 * column.length);
  wider.set(column);
  return wider;
}
