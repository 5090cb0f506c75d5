import { readdirSync, readFileSync } from 'node:fs';

/** Proportional set size of one process in bytes; null where the system does not tell. */
export const ownMemory = (pid: number): number | null => pssBytes(pid);

/** Proportional set size of a process and everything it started, in bytes; null where the system does not tell. */
export const processMemory = (pid: number): number | null => {
  const own = pssBytes(pid);
  if (own === null) return null;
  return descendants(pid).reduce((sum, child) => sum + (pssBytes(child) ?? 0), own);
};

const pssBytes = (pid: number): number | null => {
  try {
    const match = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return match ? Number(match[1]) * 1_024 : null;
  } catch {
    return null;
  }
};

/** Parent of each process. The name of a process stands in parentheses and may hold anything, also parentheses. */
const parents = (): Map<number, number> => {
  const found = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      found.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended while the list was read.
    }
  }
  return found;
};

const descendants = (pid: number): number[] => {
  const parentOf = parents();
  const found: number[] = [];
  for (let wave = [pid]; wave.length > 0; ) {
    wave = [...parentOf]
      .filter(([child, parent]) => wave.includes(parent) && !found.includes(child))
      .map(([child]) => child);
    found.push(...wave);
  }
  return found;
};
