import type { Meaning } from './mark.ts';

/** One way to read the tokens from a place up to `to`. */
export interface Piece {
  readonly to: number;
  readonly meaning: Meaning;
  readonly weight: number;
  /** Of a reading that was learned. */
  readonly note?: string;
}
