import type { Draft } from "./export-record";
import { PostLedger } from "./post-ledger";

/**
 * Makes ids of posts out of ids that are unique only within one file or folder, such as the numbers of rows or of
 * a channel's messages.
 *
 * The folder or file goes before the id, so that two channels with a message 1 keep both. A record that comes
 * again from elsewhere with its own id, author, time and text is the same file saved twice, and takes the id of
 * the first. An id that tells its community (`-5_1`) or is as long as the platforms' own is left, so that it still
 * meets the same post in other exports.
 */
export class LocalIds {
  private readonly seen = new PostLedger();
  private readonly scopes: string[] = [];
  private readonly scopeNumbers = new Map<string, number>();
  /** Ids of records that came before from elsewhere. */
  private readonly aliases = new Map<string, string>();

  /** The draft with ids that are unique among all files; a draft without a scope as it is. */
  qualify(draft: Draft): Draft {
    const { scope } = draft;
    if (scope === undefined) return draft;
    if (!isGlobal(draft.id)) this.meet(scope, draft);
    const within = (id: string): string => this.idIn(scope, id);
    return {
      ...draft,
      id: within(draft.id),
      parent: draft.parent === null ? null : within(draft.parent),
      ...(draft.thread == null ? {} : { thread: within(draft.thread) }),
    };
  }

  private meet(scope: string, { platform, kind, id, authorId, createdAt, text }: Draft): void {
    // Pictures without a word or an author are too alike to tell a copy from another post.
    if (text.trim() === "" && authorId === null) return;
    const content = JSON.stringify([platform, kind, id, authorId, createdAt.getTime(), text]);
    const before = this.seen.find(content);
    if (before < 0) {
      this.seen.add(content, this.numberOf(scope), 0);
      return;
    }
    const first = this.scopes[this.seen.communityOf(before)]!;
    if (first !== scope) this.aliases.set(placed(scope, id), this.idIn(first, id));
  }

  private idIn(scope: string, id: string): string {
    if (isGlobal(id)) return id;
    const own = placed(scope, id);
    return this.aliases.get(own) ?? own;
  }

  private numberOf(scope: string): number {
    const known = this.scopeNumbers.get(scope);
    if (known !== undefined) return known;
    this.scopeNumbers.set(scope, this.scopes.length);
    return this.scopes.push(scope) - 1;
  }
}

/** Ids hold no spaces, so that tables and coding sheets can name them. */
function placed(scope: string, id: string): string {
  return `${scope.replace(/\s+/g, "_")}/${id}`;
}

function isGlobal(id: string): boolean {
  return /^-?\d+_\d+$|^\d{15,}$/.test(id);
}
