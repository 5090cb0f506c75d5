/**
 * The restricted Damerau–Levenshtein distance (optimal string alignment): insertions, deletions, replacements and
 * swaps of neighbours, no part edited twice. Returns `max + 1` as soon as the distance is certain to exceed `max`.
 */
export const osaDistance = (a: string, b: string, max: number): number => {
  const over = max + 1;
  if (Math.abs(a.length - b.length) > max) return over;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    let smallest = row;
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(at(last, column) + 1, at(next, column - 1) + 1, at(last, column - 1) + cost);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) best = Math.min(best, at(beforeLast, column - 2) + 1);
      next.push(best);
      smallest = Math.min(smallest, best);
    }
    // A swap reaches back two rows, so both must be above the limit before the rest cannot come back under it.
    if (smallest > max && Math.min(...last) > max) return over;
    beforeLast = last;
    last = next;
  }
  return Math.min(at(last, b.length), over);
};

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
