import { promisify } from "node:util";

/**
 * Knows to which cell belongs what happens now, so that a timer's output goes to the cell that set the timer.
 *
 * Node's AsyncLocalStorage would know it exactly, but it hooks into every promise, and a cell that is
 * interrupted in the middle of a promise then takes the whole process down. So timers carry their cell with
 * them; what runs without a timer belongs to the running cell, or to the one that ran last.
 */
export class CellOwner {
  #now = 0;
  #usual = 0;
  readonly #setImmediate = setImmediate;

  /** The id of the cell that what happens now belongs to. */
  get now(): number {
    return this.#now;
  }

  /** Say which cell runs from now on. */
  enter(id: number): void {
    this.#now = id;
    this.#usual = id;
  }

  /** Make the global timers remember their cell. */
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

  /** A function that belongs to the cell for which it was made. */
  bind<F extends Function>(callback: F): F {
    const id = this.#now;
    const owner = this;
    return function (this: unknown, ...args: unknown[]) {
      owner.#now = id;
      // Promises that the callback settles run before anything else; only then is it over.
      owner.#setImmediate(() => (owner.#now = owner.#usual));
      return callback.apply(this, args);
    } as unknown as F;
  }
}
