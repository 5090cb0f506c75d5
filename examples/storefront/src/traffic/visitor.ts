import type { TrafficSettings } from '@clearspan/contracts';
import { dice } from '../faults/dice.ts';
import { pageChoice } from './page-choice.ts';

/** What a visitor does next. */
export interface Step {
  /** Before it, since the answer before: at the usual pace. */
  readonly pauseMs: number;
  readonly path: string;
  /** Whether a visit begins: the session of the one before is over. */
  readonly arrives: boolean;
}

/** Pages of a visit, on average. */
const PAGES = 6;

/** How long a visitor thinks between two pages and stays away between two visits, on average. */
export interface Pauses {
  readonly thinkMs: number;
  readonly awayMs: number;
}

/**
 * All visitors together ask for `rate_per_s`: whoever has seen enough stays away just as long as that takes. Where they
 * are too few for it, they think less long instead.
 */
export const pausesOf = ({ rate_per_s, users, think_ms }: TrafficSettings): Pauses => {
  const perRequestMs = (users / rate_per_s) * 1_000;
  const thinkMs = Math.min(think_ms, perRequestMs);
  return { thinkMs, awayMs: PAGES * perRequestMs - (PAGES - 1) * thinkMs };
};

/** Spread over the bits of a seed, so that visitors who stand next to each other have nothing in common. */
const SPREAD = 0x9e3779b1;

/** One of the visitors, for ever: the same seed and number do the same, whatever the others do. */
export const createVisitor = (settings: TrafficSettings, number: number): (() => Step) => {
  const draw = dice(settings.seed ^ Math.imul(number + 1, SPREAD));
  const { thinkMs, awayMs } = pausesOf(settings);
  // Exponential: how long somebody has been away already says nothing about how much longer.
  const around = (ms: number): number => -Math.log(1 - draw()) * ms;
  // In the middle of things: as many of them are on a visit as at any other time.
  let leaves = draw() * (awayMs + (PAGES - 1) * thinkMs) < awayMs;
  let first = true;
  return () => {
    const arrives = first || leaves;
    const pauseMs = around(leaves ? awayMs : thinkMs);
    const path = pageChoice(settings, draw);
    first = false;
    leaves = draw() * PAGES < 1;
    return { pauseMs, path, arrives };
  };
};
