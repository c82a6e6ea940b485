import { StringDecoder } from "node:string_decoder";

/** How many UTF-16 units of output may be on their way before a cell has to wait. */
const MOST_UNSENT = 4_000_000;

/**
 * Send what cells print to `print` instead of the process's own output.
 *
 * @param unsent  counts the text that was printed and not sent yet; the receiver takes off what it has sent
 */
export function captureOutput(
  unsent: Int32Array,
  print: (name: "stdout" | "stderr", text: string) => void,
): void {
  for (const name of ["stdout", "stderr"] as const) {
    const decoder = new StringDecoder("utf8");
    const write = (chunk: unknown, encoding?: unknown, done?: unknown): boolean => {
      const callback = [encoding, done].find((each): each is () => void => typeof each === "function");
      const text = typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk as Uint8Array));
      if (text !== "") {
        // A cell that prints faster than a front end reads must not fill the memory.
        for (let now = Atomics.load(unsent, 0); now > MOST_UNSENT; now = Atomics.load(unsent, 0))
          Atomics.wait(unsent, 0, now, 50);
        Atomics.add(unsent, 0, text.length);
        print(name, text);
      }
      if (callback) process.nextTick(callback);
      return true;
    };
    process[name].write = write as typeof process.stdout.write;
  }
}
