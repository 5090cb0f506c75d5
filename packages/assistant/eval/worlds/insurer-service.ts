import type { Dice } from './seeded.ts';

/** What is settled of a trace before its words are. */
export interface Call {
  readonly customer: string;
  readonly country: string;
  readonly product: string;
  readonly policy: string;
  readonly claim: string;
  readonly peril: string;
  readonly broker: string;
  /** How many times as long as usual it takes. */
  readonly drag: number;
}

/** A service: what it says, and what it adds to a record. In messages `{5-90}` is a number of that range. */
export interface InsurerService {
  readonly app: 'retail' | 'claims' | 'contact';
  readonly release: string;
  readonly routes: readonly string[];
  readonly info: readonly string[];
  readonly warning: readonly string[];
  /** Each after the code of its error. */
  readonly error: readonly string[];
  readonly tables?: readonly string[];
  readonly database?: 'postgresql' | 'redis' | 'mongodb';
  readonly queue?: string;
  /** Another host that it calls. */
  readonly calls?: string;
  /** Services of the company that it asks. */
  readonly asks?: readonly string[];
  readonly extra: (random: Dice, call: Call, text: string) => object;
}
