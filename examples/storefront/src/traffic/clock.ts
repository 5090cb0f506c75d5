/** Time as the control room sees it: handed in, so that hours of it can pass in a test. */
export interface Clock {
  /** Milliseconds of Unix time; never goes back. */
  now(): number;
  /** Hour of the local day, with its fraction. */
  hour(): number;
  /** Runs once, so many milliseconds from now. The returned function takes it back. */
  after(ms: number, run: () => void): () => void;
}

const localHour = (time: Date): number => time.getHours() + time.getMinutes() / 60;

export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  hour: () => localHour(new Date()),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
