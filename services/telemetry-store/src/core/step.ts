/** Widths of a step that people read well, in seconds. */
const WIDTHS_S = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400,
] as const;
const pointsWanted = 60;

export interface StepQuestion {
  /** Of the window. */
  readonly lengthS: number;
  /** What the caller wants; fitting the window where undefined. */
  readonly askedS: number | undefined;
  /** A step is a multiple of it. */
  readonly unitS: number;
  readonly pointsMax: number;
}

/** Seconds of one step: wider than asked for where there would be more than `pointsMax` of them. */
export const stepOf = ({ lengthS, askedS, unitS, pointsMax }: StepQuestion): number => {
  const least = Math.ceil(lengthS / pointsMax / unitS) * unitS;
  const fitting = WIDTHS_S.find((width) => width % unitS === 0 && lengthS / width <= pointsWanted);
  return Math.max(askedS ?? fitting ?? least, least);
};
