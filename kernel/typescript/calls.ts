import { type MessagePort, receiveMessageOnPort, type Worker } from "node:worker_threads";

/** One end of a channel between two threads. */
type End = Pick<MessagePort | Worker, "postMessage"> & {
  on(event: "message", listener: (message: any) => void): unknown;
};

/** The methods of another thread's object, called through a channel. */
export type Remote<T> = {
  [Name in keyof T]: T[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never;
};

/** Answer calls that come through a channel with the methods of an object. */
export function answerCalls(end: End, target: object): void {
  end.on("message", async ({ id, name, args }: { id: number; name: string; args: unknown[] }) => {
    try {
      end.postMessage({
        id,
        result: await (target as Record<string, (...args: unknown[]) => unknown>)[name]!(...args),
      });
    } catch (error) {
      end.postMessage({ id, error });
    }
  });
}

/** Call the methods of the object at the other end of a channel. */
export function callsTo<T>(end: End): Remote<T> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>();
  let last = 0;
  end.on("message", ({ id, result, error }: { id: number; result: unknown; error?: unknown }) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error === undefined) resolve?.(result);
    else reject?.(error);
  });
  const call = (name: string, args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      end.postMessage({ id: last, name, args });
    });
  return new Proxy({} as Remote<T>, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        call(String(name), args),
  });
}

/** A channel through which a thread asks and stands still until it is answered. */
export interface BlockingChannel {
  readonly port: MessagePort;
  /** Counts the answers. */
  readonly answers: Int32Array;
}

/** Ask through a channel and wait for the answer without letting anything else run. */
export function askAndWait<T>({ port, answers }: BlockingChannel, question: unknown): T {
  const before = Atomics.load(answers, 0);
  port.postMessage(question);
  Atomics.wait(answers, 0, before);
  const { result, error } = receiveMessageOnPort(port)!.message as { result: T; error?: unknown };
  if (error !== undefined) throw error;
  return result;
}

/** Answer questions of a thread that stands still meanwhile. */
export function answerBlocking<Q>(
  { port, answers }: BlockingChannel,
  answer: (question: Q) => unknown,
): void {
  port.on("message", (question: Q) => {
    try {
      port.postMessage({ result: answer(question) });
    } catch (error) {
      port.postMessage({ error });
    }
    Atomics.add(answers, 0, 1);
    Atomics.notify(answers, 0);
  });
}
