import type { Writable } from 'node:stream';

/** What a command may touch of the outside: handed in, so that a test can hold it. */
export interface Terminal {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether stdout is looked at by a person, who gains from colour. */
  readonly colour: boolean;
  /** Columns of the terminal; what is wider is cut in tables. Absent when stdout is not a terminal. */
  readonly columns?: number;
  /** The same of stderr, where progress is shown. */
  readonly stderrColumns?: number;
}

/** Exit codes: 0 fine, 1 the input is wrong, 2 usage, 3 the system could not be reached. */
export const EXIT = { fine: 0, inputWrong: 1, usage: 2, unreachable: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const processTerminal = (): Terminal => ({
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  env: process.env,
  colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
  // A terminal that does not know its width says 0.
  ...(process.stdout.isTTY && process.stdout.columns > 0 ? { columns: process.stdout.columns } : {}),
  ...(process.stderr.isTTY && process.stderr.columns > 0 ? { stderrColumns: process.stderr.columns } : {}),
});
