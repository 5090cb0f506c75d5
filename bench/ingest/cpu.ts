import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const TICKS_PER_SECOND = 100;

/** Parent and CPU seconds of a process; null when it has gone. */
const statOf = (pid: string): { readonly parent: number; readonly cpuSeconds: number } | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND };
  } catch {
    return null;
  }
};

const all = (): readonly { readonly pid: number; readonly parent: number; readonly cpuSeconds: number }[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = statOf(name);
      return stat === null ? [] : [{ pid: Number(name), ...stat }];
    });

const family = (root: number): ReturnType<typeof all> => {
  const running = all();
  const below = (pid: number): ReturnType<typeof all> =>
    running.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
  return [...running.filter(({ pid }) => pid === root), ...below(root)];
};

/** A process and those below it. */
export const processesBelow = (root: number): readonly number[] => family(root).map(({ pid }) => pid);

/** CPU seconds that they have used. */
export const cpuSecondsOf = (root: number): number => family(root).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);

const LOOK_MS = 1_000;
/** Less than this in a look is no work. */
const IDLE_CPU_SECONDS = 0.05;

/** CPU seconds once a process has nothing to do any more: what was inserted is merged by then. */
export const restingCpuSeconds = async (root: number): Promise<number> => {
  for (let before = cpuSecondsOf(root); ; ) {
    await delay(LOOK_MS);
    const now = cpuSecondsOf(root);
    if (now - before < IDLE_CPU_SECONDS) return now;
    before = now;
  }
};
