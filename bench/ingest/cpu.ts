import { readdirSync, readFileSync } from 'node:fs';

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

/** CPU seconds that a process and those below it have used. */
export const cpuSecondsOf = (root: number): number => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = statOf(name);
      return stat === null ? [] : [{ pid: Number(name), ...stat }];
    });
  const below = (pid: number): number =>
    all.filter(({ parent }) => parent === pid).reduce((sum, child) => sum + child.cpuSeconds + below(child.pid), 0);
  return (all.find(({ pid }) => pid === root)?.cpuSeconds ?? 0) + below(root);
};
