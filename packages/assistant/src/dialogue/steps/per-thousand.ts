import type { Pred } from '../../ir/query-ir.ts';
import { isSpent, readWords, type Step } from './draft.ts';
import { isOutcome } from './preds.ts';

const PER =
  /\b(?:normali[sz]ed? (?:it |that |them |those )?|relative |scaled? (?:it |that )?)?(?:as |to |in )?(?:errors |failures |a rate )?(?:per|out of|for every|for each|to) (\d[\d,.]*|thousand|hundred|million) (?:requests?|records?|logs?|log lines|lines|calls?|spans?|operations?)\b/i;
const WORDS: Readonly<Record<string, number>> = { hundred: 100, thousand: 1_000, million: 1_000_000 };

/** "per 1000 requests" after a count of errors: so many of each thousand. */
export const perThousand: Step = ({ ir, marks }) => {
  const read = readWords(marks, PER);
  const parts = ir.where.filter(isOutcome);
  const [only] = parts;
  const counts = ir.shape === 'count' || (ir.shape === 'table' && ir.metrics.every(({ kind }) => kind === 'count'));
  if (read === null || only === undefined || !counts || !isSpent(read.marks)) return null;
  const said = read.match[1]?.toLowerCase() ?? '';
  const per = WORDS[said] ?? Number(said.replaceAll(',', ''));
  if (!(per > 1)) return null;
  const part: Pred = parts.length === 1 ? only : { kind: 'and', preds: parts };
  const name = `per_${per}`;
  const series = ir.keys.some(({ kind }) => kind !== 'field');
  const order = ir.keys.length === 0 ? null : series ? ir.order : ({ by: 'column', name, direction: 'desc' } as const);
  const where = ir.where.filter((pred) => !isOutcome(pred));
  const metrics = [{ kind: 'ratio', part, name, per } as const];
  return { ir: { ...ir, shape: 'table', where, metrics, having: [], order, columns: [] }, marks: read.marks };
};
