/** Seconds since 1970, both at the beginning of a minute; `to` is not part of it. */
export interface Minutes {
  readonly from: number;
  readonly to: number;
}

/** A minute that has new spans, and how many it has now. */
export interface TouchedMinute {
  readonly minute: number;
  readonly spans: bigint;
}

export interface PlannedMinutes {
  /** What to compute: apart from one another, oldest first. */
  readonly ranges: readonly Minutes[];
  /** The touched minutes that are done when the ranges are. */
  readonly done: readonly TouchedMinute[];
  /** Touched minutes left for another time. */
  readonly pending: number;
}

const MINUTE_S = 60;
/** A new span can be the other end of a call of the minute before, and the parent of spans of the minutes after. */
const minutesBefore = 1;
const minutesAfter = 5;

/**
 * Which minutes to compute anew: those around each touched one, the newest first, up to `minutesMax`. Each range has at
 * most `rangeMinutesMax`, so that no statement reads too much.
 */
export const planMinutes = (
  touched: readonly TouchedMinute[],
  minutesMax: number,
  rangeMinutesMax: number,
): PlannedMinutes => {
  const minutes = new Set<number>();
  const done: TouchedMinute[] = [];
  for (const one of touched.toSorted((a, b) => b.minute - a.minute)) {
    const around = Array.from(
      { length: minutesBefore + 1 + minutesAfter },
      (_, i) => one.minute + (i - minutesBefore) * MINUTE_S,
    ).filter((minute) => !minutes.has(minute));
    if (done.length > 0 && minutes.size + around.length > minutesMax) break;
    for (const minute of around) minutes.add(minute);
    done.push(one);
  }
  const ranges: Minutes[] = [];
  for (const minute of [...minutes].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.to === minute && minute - last.from < rangeMinutesMax * MINUTE_S)
      ranges[ranges.length - 1] = { from: last.from, to: minute + MINUTE_S };
    else ranges.push({ from: minute, to: minute + MINUTE_S });
  }
  return { ranges, done, pending: touched.length - done.length };
};
