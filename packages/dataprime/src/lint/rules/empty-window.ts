import type { CheckedQuery } from '../../check/checked.ts';
import { textAt } from '../edits.ts';
import type { Finding, LintInput, Rule } from '../rule.ts';

const findingIn = (input: LintInput, { source: { frame } }: CheckedQuery): readonly Finding[] => {
  if (frame?.kind !== 'between') return [];
  const { from, to } = frame;
  if (from.kind !== 'timestamp' || to.kind !== 'timestamp' || from.nanos < to.nanos) return [];
  const span = { start: from.span.start, end: to.span.end };
  const message = 'expected a window that begins before it ends, found none: no row is in it';
  if (from.nanos === to.nanos) return [{ span, message }];
  const text = `${textAt(input, to.span)} and ${textAt(input, from.span)}`;
  return [{ span, message, fix: { title: 'Let the edges change places', span, text } }];
};

/** `between a and b` with `b` not after `a`, also in queries inside the query. */
export const emptyWindow: Rule = {
  code: 'DP5016',
  severity: 'warning',
  find: (input) => [
    ...findingIn(input, input.query),
    ...input.stages.flatMap((stage) => ('query' in stage ? findingIn(input, stage.query) : [])),
  ],
};
