import { createHmac } from "node:crypto";

import { type PrivateKind, redact } from "../text/redact";
import { CommunityRegister } from "./community-register";
import type { Draft, Intake } from "./export-record";
import { FieldError } from "./field-error";
import { type AuthorHasher, hashAuthors } from "./hash-author";
import type { ExportFile } from "./list-export-files";
import {
  describeProblem, type FileAccount, type LoadAccount, type LoadProblem, MOST_PROBLEMS,
} from "./load-account";
import { LocalIds } from "./local-ids";
import { mergeCopies } from "./merge-copies";
import { parseClock } from "./parse-time";
import type { CommunityInfo, Platform, Post } from "./post";
import { hash, PostLedger } from "./post-ledger";
import { PostSigns } from "./post-signs";
import { repairEncoding } from "./repair-encoding";

/** What the intake must know of the load. */
export interface IntakeOptions {
  readonly strict: boolean;
  readonly zone: string;
  readonly authorKey: string;
  readonly keepContacts: boolean;
}

/** A community as the ledger numbers it: known, or the place of a comment whose post must tell it. */
interface CommunityEntry {
  readonly platform: Platform;
  readonly key: string;
  /** For a community still to be found: whether `key` is only the place of the file. */
  readonly isPlace: boolean;
}

/** Takes drafts from the formats' readers, makes them safe, counts them, and keeps one copy of each. */
export class PostIntake implements Intake {
  platform: Platform = "facebook";
  place = "";
  /** Line of the record being read. */
  line: number | null = null;

  private file: FileAccount | null = null;
  private posts: Post[] = [];
  private problemsInFile = 0;
  private readonly ledger = new PostLedger();
  private readonly signs = new PostSigns();
  private readonly localIds = new LocalIds();
  private readonly laterCopies = new Map<number, Post>();
  private readonly entries: CommunityEntry[] = [];
  private readonly entryNumbers = new Map<string, number>();
  private readonly register = new CommunityRegister();
  private readonly hashAuthor: AuthorHasher;
  private readonly where: string[] = [];
  private readonly repaired = new Map<string, number>();
  private damaged = 0;
  private localTimes = 0;
  private readonly leftOut = new Map<string, number>();
  private readonly redacted = new Map<PrivateKind, number>();

  constructor(
    private readonly account: LoadAccount,
    private readonly options: IntakeOptions,
  ) {
    this.hashAuthor = hashAuthors(options.authorKey);
  }

  openFile({ file, platform, place }: ExportFile): void {
    this.platform = platform;
    this.place = place;
    this.line = null;
    this.problemsInFile = 0;
    this.file = { file, formats: [], encoding: "", read: 0, kept: 0, skipped: 0, duplicates: 0, leftOut: 0 };
    this.account.files.push(this.file);
  }

  closeFile(): void {
    const file = this.file!;
    if (file.read === 0 && this.problemsInFile === 0) {
      this.note(file.formats.length > 0 ? "names communities or people and holds no posts" : "holds no records", true);
    }
    if (this.problemsInFile > MOST_PROBLEMS) this.note(
      `has ${this.problemsInFile} problems, of which the first ${MOST_PROBLEMS} are listed`, true,
    );
    this.file = null;
  }

  /** Complete the notes when the last file is read. */
  finish(): void {
    for (const [codePage, count] of [...this.repaired].sort(([a], [b]) => (a < b ? -1 : 1))) {
      this.note(`${count} texts had UTF-8 written as ${codePage} and were repaired`);
    }
    if (this.damaged > 0) this.note(
      `${this.damaged} texts look like UTF-8 written in a code page and could not be repaired; export them again as UTF-8`
    );
    if (this.localTimes > 0) this.note(
      `${this.localTimes} times named no zone and were read as ${this.options.zone} (option zone)`
    );
    if (this.redacted.size > 0) {
      const kinds = [...this.redacted].sort(([a], [b]) => (a < b ? -1 : 1)).map(
        ([kind, count]) => `${kind} ${count}`
      );
      this.note(`contacts replaced in texts: ${kinds.join(", ")}`);
    }
    for (const [reason, count] of this.leftOut) this.note(`left out ${count}: ${reason}`);
  }

  /** The posts that came since the last call. */
  take(): Post[] {
    const posts = this.posts;
    this.posts = [];
    return posts;
  }

  get recordsInFile(): number {
    return this.file?.read ?? 0;
  }

  describeFile(encoding: string): void {
    this.file!.encoding = encoding;
  }

  useFormat(name: string): void {
    if (!this.file!.formats.includes(name)) this.file!.formats.push(name);
  }

  post(found: Draft): void {
    const draft = this.localIds.qualify(found);
    let post = this.makePost(draft);
    let number = this.ledger.find(keyOf(post));
    if (number >= 0 && this.signs.tellsApart(number, post, draft.scope !== undefined)) {
      if (draft.scope === undefined) {
        this.reportClash(post, "the two were read as one post; see which file has it wrong");
      } else {
        const second = { ...post, id: `${post.id}~${contentSign(post)}` };
        number = this.ledger.find(keyOf(second));
        if (number < 0) this.reportClash(
          post, `it was kept as ${second.id}; give each community a folder or a file of its own`,
        );
        post = second;
      }
    }
    this.keep(post, number, this.communityNumber(draft));
  }

  community(info: CommunityInfo): void {
    const id = this.safeCommunity(info.platform, info.id);
    this.register.add({ ...info, id, name: this.clean(info.name, true) });
  }

  leaveOut(reason: string): void {
    this.count("read");
    this.count("leftOut");
    this.leftOut.set(reason, (this.leftOut.get(reason) ?? 0) + 1);
  }

  attempt(where: string, read: () => void): void {
    this.where.push(where);
    try {
      read();
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      this.skip(error.field, error.needed, error.found);
    } finally {
      this.where.pop();
    }
  }

  /** Report a record that cannot be read at all. */
  malformed(where: string, needed: string, found: string): void {
    this.where.push(where);
    try {
      this.skip(null, needed, found);
    } finally {
      this.where.pop();
    }
  }

  /** Report something that concerns the file rather than one record. */
  fileProblem(needed: string, found: string, line: number | null = null): void {
    this.problem({ file: this.file!.file, line, record: null, field: null, needed, found });
  }

  problem(problem: LoadProblem): void {
    if (this.options.strict) throw new Error(describeProblem(problem));
    this.problemsInFile += 1;
    if (this.problemsInFile <= MOST_PROBLEMS) this.account.problems.push(problem);
  }

  localTime(value: unknown, field: string): Date {
    const time = parseClock(value, field, this.options.zone);
    this.localTimes += 1;
    return time;
  }

  hash(text: string): string {
    return createHmac("sha256", this.options.authorKey).update(text).digest("hex").slice(0, 20);
  }

  note(text: string, ofFile = false): void {
    const note = ofFile ? `${this.file!.file} ${text}` : text;
    if (!this.account.notes.includes(note)) this.account.notes.push(note);
  }

  settle(post: Post, number: number): Post {
    const copy = this.laterCopies.get(number);
    const merged = copy === undefined ? post : mergeCopies(post, copy);
    return { ...merged, community: this.communityOf(merged, number) };
  }

  communityList(): CommunityInfo[] {
    return this.register.list();
  }

  /** Keep a post that is new, or what a copy says beyond the first. */
  private keep(post: Post, number: number, community: number): void {
    const fingerprint = fingerprintOf(post);
    this.count("read");
    if (number < 0) {
      this.signs.record(this.ledger.add(keyOf(post), community, fingerprint), post);
      this.posts.push(post);
      this.count("kept");
      return;
    }
    this.count("duplicates");
    if (this.entries[this.ledger.communityOf(number)]!.isPlace) this.ledger.setCommunity(number, community);
    if (this.ledger.fingerprintOf(number) !== fingerprint) {
      const earlier = this.laterCopies.get(number);
      this.laterCopies.set(number, earlier === undefined ? post : mergeCopies(earlier, post));
    }
  }

  private reportClash({ kind, id }: Post, outcome: string): void {
    this.problemHere("id", `one ${kind} with the id ${id}`, `a second one with another text and time or author; ${outcome}`);
  }

  private skip(field: string | null, needed: string, found: string): void {
    this.count("read");
    this.count("skipped");
    this.problemHere(field, needed, found);
  }

  private problemHere(field: string | null, needed: string, found: string): void {
    const record = this.where.filter((part) => part !== "").join(".");
    this.problem({
      file: this.file!.file, line: this.line, record: record === "" ? null : record, field, needed, found,
    });
  }

  private count(what: "read" | "kept" | "skipped" | "duplicates" | "leftOut"): void {
    this.account[what] += 1;
    this.file![what] += 1;
  }

  private makePost(draft: Draft): Post {
    const { platform } = draft;
    const parent = draft.parent === null ? null : this.safeId(platform, draft.parent);
    const thread = draft.thread == null ? null : this.safeId(platform, draft.thread);
    return {
      id: this.safeId(platform, draft.id),
      platform,
      community: "",
      kind: draft.kind,
      parent,
      author: draft.authorId === null ? null : this.hashAuthor(platform, draft.authorId),
      createdAt: draft.createdAt,
      text: this.clean(draft.text, this.options.keepContacts),
      likes: draft.likes,
      shares: draft.shares,
      comments: draft.comments,
      byAdmin: draft.byAdmin,
      repost: draft.repost,
      ...(thread !== null && thread !== parent ? { thread } : {}),
      ...(draft.reactions == null ? {} : { reactions: draft.reactions }),
      ...(draft.copyOf == null ? {} : { copyOf: this.safeId(platform, draft.copyOf) }),
      ...(draft.deleted ? { deleted: true as const } : {}),
      ...(draft.advert ? { advert: true as const } : {}),
    };
  }

  /**
   * On a person's own wall VKontakte's ids begin with the person's number, which is hashed like any author.
   */
  private safeId(platform: Platform, id: string): string {
    const wall = platform === "vkontakte" ? /^(\d+)_/.exec(id) : null;
    return wall === null ? id : `${this.hashAuthor(platform, wall[1]!)}_${id.slice(wall[0].length)}`;
  }

  private safeCommunity(platform: Platform, id: string): string {
    return platform === "vkontakte" && /^\d+$/.test(id) ? this.hashAuthor(platform, id) : id;
  }

  private clean(text: string, keepContacts: boolean): string {
    const repaired = repairEncoding(text);
    if (repaired.from !== null) this.repaired.set(repaired.from, (this.repaired.get(repaired.from) ?? 0) + 1);
    if (repaired.isDamaged) this.damaged += 1;
    const whole = repaired.text.replace(/\p{Surrogate}/gu, "\ufffd").normalize("NFC");
    if (keepContacts) return whole;
    const { text: safe, redactions } = redact(whole);
    for (const { kind } of redactions) this.redacted.set(kind, (this.redacted.get(kind) ?? 0) + 1);
    return safe;
  }

  private communityNumber(draft: Draft): number {
    const name = draft.communityName?.trim() ?? "";
    const { platform } = draft;
    if (draft.communityId !== null) {
      if (name !== "") this.community({
        platform, id: draft.communityId, name, members: null, access: null, type: null,
      });
      return this.entryNumber(platform, this.safeCommunity(platform, draft.communityId), false);
    }
    if (name !== "") return this.entryNumber(platform, this.clean(name, true), false);
    if (draft.kind === "post") this.note(
      "has posts that name no community; they go by the name of their folder or file", true,
    );
    return this.entryNumber(platform, this.place, true);
  }

  private entryNumber(platform: Platform, key: string, isPlace: boolean): number {
    const name = `${isPlace ? "?" : "!"}${platform}:${key}`;
    let number = this.entryNumbers.get(name);
    if (number === undefined) {
      number = this.entries.length;
      this.entries.push({ platform, key, isPlace });
      this.entryNumbers.set(name, number);
    }
    return number;
  }

  /** Name of a post's community; a comment that names none has that of the post it stands under. */
  private communityOf(post: Post, number: number): string {
    let entry = this.entries[this.ledger.communityOf(number)]!;
    const above = post.thread ?? post.parent;
    if (entry.isPlace && post.kind === "comment" && above !== null) {
      const postNumber = this.ledger.find(keyOf({ platform: post.platform, kind: "post", id: above }));
      if (postNumber >= 0) entry = this.entries[this.ledger.communityOf(postNumber)]!;
    }
    return entry.isPlace ? entry.key : this.register.label(entry.platform, entry.key);
  }
}

function keyOf({ platform, kind, id }: Pick<Post, "platform" | "kind" | "id">): string {
  return `${platform[0]}${kind[0]}${id}`;
}

/** What tells a post from another with its id, in eight hexadecimal digits. */
function contentSign({ author, createdAt, text }: Post): string {
  return hash(`${author}|${createdAt.getTime()}|${text}`, 3).toString(16).padStart(8, "0");
}

function fingerprintOf(post: Post): number {
  const counts = [
    post.likes, post.shares, post.comments, post.reactions, post.byAdmin, post.repost, post.deleted,
    post.advert,
  ];
  const ids = [post.parent, post.thread, post.author, post.copyOf, post.createdAt.getTime()];
  return hash(`${counts.join(",")}|${ids.join(",")}|${post.text}`, 1);
}
