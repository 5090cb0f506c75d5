import { context, ROOT_CONTEXT } from '@opentelemetry/api';

/** Time as the control room sees it: handed in, so that hours of it can pass in a test. */
export interface Clock {
  /** Milliseconds of Unix time; never goes back. */
  now(): number;
  /** Hour of the local day, with its fraction. */
  hour(): number;
  /** Runs once, so many milliseconds from now, as part of no request. The returned function takes it back. */
  after(ms: number, run: () => void): () => void;
}

const localHour = (time: Date): number => time.getHours() + time.getMinutes() / 60;

export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  hour: () => localHour(new Date()),
  after: (ms, run) => {
    // What a request has set off goes on after it: its deadline and its trace are not those of what comes later.
    const timer = setTimeout(context.bind(ROOT_CONTEXT, run), ms);
    return () => clearTimeout(timer);
  },
};
