import { Session } from "node:inspector";

/** How often an interrupt is repeated until the cells' thread was heard. */
const EVERY_MS = 50;

/**
 * Ends what the cells' thread is doing, whatever that is.
 *
 * It is asked first. As long as it does not hear, whatever it executes is stopped: the inspector reaches a
 * thread in the middle of an endless loop, where no message does. Until the thread has heard and nothing is
 * left that would stop it, no new cell may start, lest that one be stopped. A stop that comes too late for
 * the loop hits the next thing the thread does, so it is given something to do.
 *
 * A stop in the middle of a timer's callback leaves Node's account of asynchronous calls in disorder, which Node checks
 * and ends itself for; so the kernel is started with `--no-force-async-hooks-checks`.
 */
export class Interrupter {
  #timer: NodeJS.Timeout | undefined;
  #number = 0;
  #isHeard = false;
  /** Stops that were asked for and have not come about yet. */
  #stops = 0;
  #inspector: Session | undefined;

  /**
   * @param ask     asks the thread to end its cell and to answer with the number
   * @param onDone  called when a new cell may start
   */
  constructor(
    private readonly ask: (number: number) => void,
    private readonly onDone: () => void,
  ) {}

  /** Whether a new cell would be in danger. */
  get isBusy(): boolean {
    return this.#timer !== undefined;
  }

  start(): void {
    if (this.isBusy) return;
    this.#number += 1;
    this.#isHeard = false;
    this.ask(this.#number);
    this.#timer = setInterval(() => this.#goOn(), EVERY_MS);
  }

  /** The thread has answered. */
  heard(number: number): void {
    if (number !== this.#number || !this.isBusy) return;
    this.#isHeard = true;
    if (this.#stops === 0) this.#finish();
  }

  #goOn(): void {
    if (this.#isHeard && this.#stops === 0) return this.#finish();
    if (!this.#isHeard) this.#stop();
    this.ask(this.#number);
  }

  #stop(): void {
    this.#inspector ??= connectToCells();
    this.#stops += 1;
    this.#inspector.post("Runtime.terminateExecution", () => (this.#stops -= 1));
  }

  #finish(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    // A connected inspector would keep the process from ending.
    this.#inspector?.disconnect();
    this.#inspector = undefined;
    this.onDone();
  }
}

function connectToCells(): Session {
  const session = new Session();
  session.connectToMainThread();
  return session;
}
