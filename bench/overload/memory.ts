import { readFileSync } from 'node:fs';
import { processesBelow } from '../ingest/cpu.ts';

const LOOK_MS = 1_000;
const TELL_MS = 60_000;
const KILOBYTE = 1024;

/** Memory that a process and those below it have, what they share counted once. */
export const pssBytes = (root: number): number =>
  processesBelow(root).reduce((sum, pid) => {
    try {
      const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
      return sum + Number(kilobytes) * KILOBYTE;
    } catch {
      // It has gone.
      return sum;
    }
  }, 0);

/** Looks each second and tells each minute's highest. */
export const watchMemory = (
  root: number,
  tell: (bytes: number, minute: number) => void,
): { readonly highestBytes: () => number; readonly stop: () => void } => {
  let [highest, ofMinute, minute] = [0, 0, 0];
  const look = setInterval(() => {
    ofMinute = Math.max(ofMinute, pssBytes(root));
    highest = Math.max(highest, ofMinute);
  }, LOOK_MS);
  const told = setInterval(() => {
    tell(ofMinute, ++minute);
    ofMinute = 0;
  }, TELL_MS);
  return {
    highestBytes: () => highest,
    stop: () => {
      clearInterval(look);
      clearInterval(told);
    },
  };
};
