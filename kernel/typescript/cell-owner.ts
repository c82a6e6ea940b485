import { promisify } from "node:util";

/**
 * Knows to which run of a cell belongs what happens now, so that a timer's output goes to the cell that set the timer.
 *
 * Node's AsyncLocalStorage would know it exactly, but it hooks into every promise, and a cell that is
 * interrupted in the middle of a promise then takes the whole process down. So timers carry their run with
 * them, and so does each `await` that stands in a cell; what runs without either belongs to the run that is on,
 * or to the one that was last.
 */
export class CellOwner<Run> {
  #now: Run | undefined;
  #usual: Run | undefined;
  #isToEnd = false;
  readonly #setImmediate = setImmediate;

  /** The run that what happens now belongs to; undefined before the first. */
  get now(): Run | undefined {
    return this.#now;
  }

  /** Say which run is on from now on. */
  enter(run: Run): void {
    this.#now = run;
    this.#usual = run;
  }

  /** Say to which run belongs what happens until the next turn of the event loop. */
  resume(run: Run | undefined): void {
    this.#now = run;
    if (run === this.#usual || this.#isToEnd) return;
    this.#isToEnd = true;
    // Promises that are settled meanwhile run before anything else; only then is it over.
    this.#setImmediate(() => {
      this.#isToEnd = false;
      this.#now = this.#usual;
    });
  }

  /** Make the global timers remember their run. */
  install(): void {
    for (const name of ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"] as const) {
      const original = globalThis[name] as (
        callback: (...args: unknown[]) => void,
        ...rest: unknown[]
      ) => unknown;
      const replaced = (callback: unknown, ...rest: unknown[]): unknown =>
        original(
          typeof callback === "function" ? this.bind(callback as () => void) : (callback as () => void),
          ...rest,
        );
      const promised = (original as unknown as Record<symbol, unknown>)[promisify.custom];
      Object.defineProperties(replaced, {
        name: { value: name },
        ...(promised === undefined ? {} : { [promisify.custom]: { value: promised } }),
      });
      globalThis[name] = replaced as never;
    }
  }

  /** A function that belongs to the run in which it was made. */
  bind<F extends Function>(callback: F): F {
    const run = this.#now;
    const owner = this;
    return function (this: unknown, ...args: unknown[]) {
      owner.resume(run);
      return callback.apply(this, args);
    } as unknown as F;
  }
}
