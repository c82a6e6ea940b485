import { authorKey } from "./author-key";
import { listExportFiles } from "./list-export-files";
import { LoadAccount } from "./load-account";
import type { CommunityInfo, Post } from "./post";
import { PostIntake } from "./post-intake";
import { readExportFile } from "./read-export-file";
import { zoneOffsetMinutes } from "./zone-offset";

/** How to load a corpus folder. */
export interface LoadOptions {
  /** Stop with an Error at the first record that does not fit, instead of reporting it. Default false. */
  readonly strict?: boolean;
  /**
   * Zone of written times that name none, as `zoneOffsetMinutes` takes it. Default "UTC"; the account says
   * when it was used.
   */
  readonly zone?: string;
  /** Secret for the authors' hashes. Default: this machine's own, made on first use; see `authorKey`. */
  readonly authorKey?: string;
  /** Leave e-mails, phone numbers, card numbers and @handles in the text. Default false. */
  readonly keepContacts?: boolean;
}

/**
 * Read every export in a corpus folder, post by post, holding none of them.
 *
 * Iterating gives groups of posts, each post once: the first copy of it. Number them from 0 in the order they
 * come. Some things are known only at the end: the larger counts of a later copy, the name of a community,
 * the community of a comment whose post came later. `settle` puts them into a post; `account` and
 * `communities` are complete then too.
 */
export function loadExports(folder: string, options: LoadOptions = {}): ExportStream {
  return new ExportStream(folder, options);
}

/** Posts of a corpus folder as they are read; made by `loadExports`. */
class ExportStream implements AsyncIterable<readonly Post[]> {
  readonly account = new LoadAccount();
  private readonly intake: PostIntake;

  constructor(
    private readonly folder: string,
    options: LoadOptions,
  ) {
    const zone = options.zone ?? "UTC";
    zoneOffsetMinutes(zone, 0);
    this.intake = new PostIntake(this.account, {
      strict: options.strict ?? false,
      zone,
      authorKey: options.authorKey ?? authorKey(),
      keepContacts: options.keepContacts ?? false,
    });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<readonly Post[]> {
    const { files, notes, problems } = listExportFiles(this.folder);
    this.account.notes.push(...notes);
    for (const { file, needed, found } of problems) {
      this.intake.problem({ file, line: null, record: null, field: null, needed, found });
    }
    for (const file of files) {
      this.intake.openFile(file);
      for await (const _ of readExportFile(file, this.intake)) {
        const posts = this.intake.take();
        if (posts.length > 0) yield posts;
      }
      this.intake.closeFile();
      const posts = this.intake.take();
      if (posts.length > 0) yield posts;
    }
    this.intake.finish();
  }

  /**
   * The post as it stands when everything has been read.
   *
   * @param number  the post's number in the order of iteration, from 0
   */
  settle(post: Post, number: number): Post {
    return this.intake.settle(post, number);
  }

  /** What the exports say of communities, by platform and id. */
  get communities(): readonly CommunityInfo[] {
    return this.intake.communityList();
  }
}
