import type { Dice } from './seeded.ts';

/** What is settled of a piece of work before its log and its spans are written. */
export interface Call {
  readonly employer: string;
  readonly employee: string;
  readonly country: string;
  readonly region: string;
  readonly version: string;
  readonly ip: string;
  readonly provider: string;
  readonly failing: boolean;
  /** How long it took. */
  readonly micros: number;
  readonly traceId: string;
}

/** A service: what it says, and what it adds to a record. In messages `{5-90}` is a number of that range. */
export interface PayrollService {
  readonly app: 'payroll' | 'people' | 'platform';
  readonly version: string;
  readonly routes: readonly string[];
  readonly info: readonly string[];
  readonly warning: readonly string[];
  /** Each after the code of its error. */
  readonly error: readonly string[];
  readonly database?: 'postgresql' | 'redis';
  readonly tables?: readonly string[];
  /** Of messages that it handles. */
  readonly queue?: string;
  /** Another host that it calls. */
  readonly calls?: string;
  /** Services whose requests it answers or whose messages it handles. */
  readonly callers: readonly string[];
  /** How long its work takes at most, in milliseconds. */
  readonly ms: number;
  readonly extra: (random: Dice, call: Call) => object;
}
