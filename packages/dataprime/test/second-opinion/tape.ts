/** A list of numbers that decides: each choice takes the next one. At its end every choice is the first, so a shorter list is a simpler case. */
export interface Tape {
  /** A whole number from 0 up to, not including, `count`. */
  readonly below: (count: number) => number;
  readonly pick: <T>(options: readonly T[]) => T;
  /** True about once in `times`. */
  readonly once: (times: number) => boolean;
}

export const createTape = (numbers: readonly number[]): Tape => {
  let position = 0;
  const below = (count: number): number => {
    const next = numbers[position] ?? 0;
    position += 1;
    return next % count;
  };
  return {
    below,
    pick: (options) => options[below(options.length)] as (typeof options)[number],
    once: (times) => below(times) === times - 1,
  };
};
