/**
 * Runs the work of items with at most `underWayMax` at once, and hands over each result in the order of the items. Ends
 * with the first failure; what was under way then is not waited for.
 */
export const inOrder = async <T, R>(
  items: AsyncIterable<T>,
  underWayMax: number,
  work: (item: T) => Promise<R>,
  onDone: (item: T, result: R) => void,
): Promise<void> => {
  const underWay: { readonly item: T; readonly result: Promise<R> }[] = [];
  const settleFirst = async (): Promise<void> => {
    const first = underWay.shift();
    if (first) onDone(first.item, await first.result);
  };
  for await (const item of items) {
    const result = work(item);
    // It is waited for later; until then a failure is not one that nobody handles.
    result.catch(() => undefined);
    underWay.push({ item, result });
    if (underWay.length >= underWayMax) await settleFirst();
  }
  while (underWay.length > 0) await settleFirst();
};
