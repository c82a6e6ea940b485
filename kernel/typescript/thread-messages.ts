import type { MimeBundle } from "../notebook-file";

/** From the thread that talks to front ends to the one that runs cells. */
export type ToCells =
  | {
      readonly type: "execute";
      readonly id: number;
      readonly count: number;
      readonly isCounted: boolean;
      readonly request: ExecuteRequest;
    }
  | { readonly type: "interrupt"; readonly number: number }
  | { readonly type: "exit" };

/** What a front end asks for; the parts that matter for running the cell. */
export interface ExecuteRequest {
  readonly code: string;
  readonly silent: boolean;
  readonly user_expressions: Readonly<Record<string, string>>;
}

/** From the thread that runs cells to the one that talks to front ends. `id` is the cell's. */
export type FromCells =
  | {
      readonly type: "stream";
      readonly id: number;
      readonly name: "stdout" | "stderr";
      readonly text: string;
    }
  /** A broadcast; its content is JSON already, made where an error in it can still be shown. */
  | { readonly type: "publish"; readonly id: number; readonly msgType: string; readonly content: string }
  | { readonly type: "done"; readonly id: number; readonly content: string }
  | { readonly type: "interrupted"; readonly number: number };

/** Shows a value in the cell that runs; `globalThis[Symbol.for("clicks-to-streets.publish")]`. */
export type Publish = (bundle: MimeBundle, options?: { displayId?: string; update?: boolean }) => void;
