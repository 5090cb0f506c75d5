import { execFileSync } from 'node:child_process';

/** Of util-linux. */
const PROGRAM = 'prlimit';

/** From now on the process can write no file beyond so many bytes: a write that would is cut short, the next one fails. */
export const limitFiles = (pid: number, bytes: number | 'unlimited'): void => {
  execFileSync(PROGRAM, ['--pid', String(pid), `--fsize=${bytes}:`]);
};
