/** How long text may wait for more of its kind. */
const WAIT_MS = 20;
const MOST_UNITS = 64_000;

type Name = "stdout" | "stderr";

/** Joins pieces of printed text, so that a cell that prints line by line does not send a message for each line. */
export class StreamBatch {
  #pieces: string[] = [];
  #length = 0;
  #id = 0;
  #name: Name = "stdout";
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly send: (id: number, name: Name, text: string) => void) {}

  /** Take a piece that a cell printed; it is sent soon, in the order of the pieces. */
  add(id: number, name: Name, text: string): void {
    if (id !== this.#id || name !== this.#name) this.flush();
    this.#id = id;
    this.#name = name;
    this.#pieces.push(text);
    this.#length += text.length;
    if (this.#length >= MOST_UNITS) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), WAIT_MS);
  }

  /** Send what waits. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#length === 0) return;
    const text = this.#pieces.join("");
    this.#pieces = [];
    this.#length = 0;
    this.send(this.#id, this.#name, text);
  }
}
