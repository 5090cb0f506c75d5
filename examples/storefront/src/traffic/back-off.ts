const FIRST_MS = 100;
const LONGEST_MS = 5_000;

/** How long to wait after so many attempts that failed: twice as long each time, within reason. */
export const backOffMs = (failures: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
