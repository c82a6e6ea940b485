/**
 * Do asynchronous work on each item, with at most `n` under way at a time.
 *
 * When one fails, no new one is begun, and the failure is thrown once all that were under way have ended:
 * whoever goes on after it knows that nothing runs any more.
 *
 * @param n  from 1 up
 * @returns results in the order of the items
 */
export async function mapAtMost<Item, Result>(
  n: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [i, item] = next;
      try {
        results[i] = await work(item);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(n, items.length) }, worker));
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
  return results;
}

/**
 * The same for a sequence whose last item takes longest: that one is begun first, and the others follow in their order.
 *
 * So no core is idle at the end, the first results come early, and they are what a reader looks for first.
 *
 * @returns results in the order of the items
 */
export async function mapLastFirst<Item, Result>(
  n: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const [last, ...others] = await mapAtMost(n, [...items.slice(-1), ...items.slice(0, -1)], work);
  return items.length === 0 ? [] : [...others, last as Result];
}
