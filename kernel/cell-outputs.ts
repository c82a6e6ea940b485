import type { Message } from "./message";
import type { MimeBundle, Output } from "./notebook-file";

/** Outputs that can be updated later, by the display id the kernel gave them. */
export type Displays = Map<string, { data: MimeBundle; metadata: Record<string, unknown> }[]>;

/** The outputs of one cell, gathered from a kernel's broadcasts as a front end gathers them. */
export class CellOutputs {
  readonly outputs: Output[] = [];
  #clearsAtNext = false;

  /** @param displays  shared by all cells of a kernel: a cell may update what an earlier one showed */
  constructor(private readonly displays: Displays) {}

  /**
   * Take a broadcast message.
   *
   * @returns the new output that it carries, before pieces of one stream are joined; undefined when it carries none
   */
  add({ header, content }: Message): Output | undefined {
    if (header.msg_type === "clear_output") {
      if (content.wait) this.#clearsAtNext = true;
      else this.outputs.length = 0;
      return undefined;
    }
    if (header.msg_type === "update_display_data") {
      for (const shown of this.displays.get(content.transient?.display_id) ?? []) {
        shown.data = content.data;
        shown.metadata = content.metadata;
      }
      return undefined;
    }
    const output = outputOf(header.msg_type, content);
    if (output === undefined) return undefined;
    if (this.#clearsAtNext) this.outputs.length = 0;
    this.#clearsAtNext = false;
    this.#append(output);
    this.#remember(output, content.transient?.display_id);
    return output;
  }

  #append(output: Output): void {
    const last = this.outputs.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
      last.text = `${last.text}${output.text}`;
    } else {
      this.outputs.push(output.output_type === "stream" ? { ...output } : output);
    }
  }

  #remember(output: Output, displayId: string | undefined): void {
    if (displayId === undefined || !("data" in output)) return;
    this.displays.set(displayId, [...(this.displays.get(displayId) ?? []), output]);
  }
}

function outputOf(type: string, content: any): Output | undefined {
  switch (type) {
    case "stream":
      return { output_type: "stream", name: content.name, text: content.text };
    case "display_data":
      return { output_type: "display_data", data: content.data, metadata: content.metadata ?? {} };
    case "execute_result": {
      const { data, metadata = {}, execution_count } = content;
      return { output_type: "execute_result", execution_count, data, metadata };
    }
    case "error":
      return {
        output_type: "error",
        ename: content.ename,
        evalue: content.evalue,
        traceback: content.traceback,
      };
    default:
      return undefined;
  }
}
