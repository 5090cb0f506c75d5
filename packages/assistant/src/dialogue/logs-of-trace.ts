import type { Reading } from '../compose/compose.ts';
import type { QueryIR, Related } from '../ir/query-ir.ts';
import { rowsOf } from '../ir/rows-of.ts';
import type { Mark } from '../link/mark.ts';

const saysLogs = (marks: readonly Mark[]): boolean =>
  marks.some(
    ({ meaning }) =>
      meaning.kind === 'concept' && meaning.concept.kind === 'entity' && meaning.concept.entity === 'log',
  );

/** "which trace had the slowest span?" > "show its logs": a trace is in both data sets, and its logs are no spans. */
export const logsOfTrace = (base: Reading, related: Related, marks: readonly Mark[]): QueryIR | null => {
  const own = base.scene.index.logs.roles.get('trace');
  if (base.ir.dataset !== 'spans' || related.own.role !== 'trace' || own === undefined || !saysLogs(marks)) return null;
  return { ...rowsOf(base.ir), dataset: 'logs', where: [], order: null, limit: null, related: { ...related, own } };
};
