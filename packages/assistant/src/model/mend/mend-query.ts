import { applyFix, check, type Diagnostic, mend, parse, printQuery } from '@clearspan/dataprime';
import { catalogSchema } from '../../catalog/catalog-schema.ts';
import type { Linked } from '../../link/link-question.ts';
import { MODEL_LIMITS } from '../limits.ts';
import { amountUnits } from './amount-units.ts';
import { knownName } from './known-name.ts';
import { missingSource } from './missing-source.ts';
import { plainQuery } from './plain-query.ts';

export interface MendedQuery {
  readonly text: string;
  /** How many mistakes were mended. */
  readonly mended: number;
}

const roundsMax = 20;

/** Warnings that say what was meant instead: severity as text, groups made into one row, old spellings. */
const MEANT: ReadonlySet<string> = new Set(['DP3002', 'DP3003', 'DP3007']);

const isMendable = ({ severity, code, fix }: Diagnostic): boolean =>
  fix !== undefined && (severity === 'error' || MEANT.has(code));

/** One mistake less, by what the checker or the names of the data propose; null when nothing is left to mend. */
const step = (text: string, linked: Linked): string | null => {
  const { diagnostics } = check(parse(text), { schema: catalogSchema(linked.index), strictFields: true });
  for (const diagnostic of diagnostics) {
    const named = knownName(text, diagnostic, linked.index);
    if (named !== null) return named;
    if (diagnostic.fix !== undefined && isMendable(diagnostic)) return applyFix(text, diagnostic.fix);
  }
  return null;
};

/**
 * A query with the slips mended that models make: spellings of other languages, names that are nearly right, severities
 * as text, arguments in the wrong order. Deterministic, and a proposal: what comes out is parsed and checked like anything else.
 */
export const mendQuery = (written: string, linked: Linked): MendedQuery => {
  if (written.length > MODEL_LIMITS.queryCharsMax) return { text: written, mended: 0 };
  const plain = plainQuery(written);
  const sourced = missingSource(plain, linked);
  const syntax = mend(sourced);
  let mended = syntax.applied.length + (plain === written ? 0 : 1) + (sourced === plain ? 0 : 1);
  if (syntax.diagnostics.some(({ severity }) => severity === 'error')) return { text: syntax.text, mended };
  let { text } = syntax;
  for (let round = 0; round < roundsMax; round++) {
    const next = step(text, linked);
    if (next === null || next === text) break;
    text = next;
    mended += 1;
  }
  const units = amountUnits(text, linked);
  if (units !== text) mended += 1;
  const parsed = parse(units);
  const isSound = parsed.diagnostics.every(({ severity }) => severity !== 'error');
  return { text: isSound ? printQuery(parsed.query) : units, mended };
};
