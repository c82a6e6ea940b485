import { join } from "node:path";
import { pathToFileURL } from "node:url";

import type { CellOwner } from "./cell-owner";
import { KeyboardInterrupt } from "./describe-error";
import { ROOT } from "./load-typescript.cjs";
import type { Namespace, ProjectModules } from "./project-modules";

/** What a cell's code reaches the kernel by, under the name `__cell__`; `rewrite-cell.ts` writes the uses. */
export class RunningCell {
  /** The value of the last expression. */
  value: unknown;
  /** What the cell imports, in order. */
  modules: Namespace[] = [];
  /** Names that have got their value. */
  readonly names = new Set<string>();
  readonly meta = {
    url: pathToFileURL(join(ROOT, "cell.ts")).href,
    filename: join(ROOT, "cell.ts"),
    dirname: ROOT,
    resolve: (specifier: string): string => pathToFileURL(this.loader.require.resolve(specifier)).href,
  };
  #isInterrupted = false;

  /** @param id  number of the request that it answers */
  constructor(
    readonly id: number,
    private readonly owner: CellOwner<RunningCell>,
    private readonly loader: ProjectModules,
    readonly scope: (evaluate: (code: string) => unknown) => void,
  ) {}

  /** Note that names have got their value. */
  did(...names: string[]): void {
    for (const name of names) this.names.add(name);
  }

  /** Passed through by every `await` of the cell, so that an interrupted one does not go on behind the user's back. */
  go<T>(value: T): T {
    if (this.#isInterrupted) throw new KeyboardInterrupt();
    this.owner.enter(this);
    return value;
  }

  /** The run that called a function of this cell: perhaps a later cell's. */
  get run(): RunningCell | undefined {
    return this.owner.now;
  }

  /** The same for every `await` in functions that a cell declares, with the run that was on before it waited. */
  goOn<T>(run: RunningCell | undefined, value: T): T {
    if (run !== undefined && run.#isInterrupted) throw new KeyboardInterrupt();
    this.owner.resume(run);
    return value;
  }

  import(specifier: unknown): Promise<Namespace> {
    return this.loader.import(String(specifier));
  }

  interrupt(): void {
    this.#isInterrupted = true;
  }
}
