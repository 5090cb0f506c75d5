import type { Diagnostic } from '@clearspan/dataprime';

/** What is wrong with a part of a query that a caller gave; offsets are of the part. */
export type CallerError = Pick<Diagnostic, 'code' | 'message' | 'span'>;

export const callerErrors = (diagnostics: readonly Diagnostic[], partAt: number): readonly CallerError[] => {
  const moved = (at: number): number => Math.max(0, at - partAt);
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, span }) => ({ code, message, span: { start: moved(span.start), end: moved(span.end) } }));
};

/** An error of the part as a whole. */
export const callerError = (message: string): CallerError => ({ code: 'DP1001', message, span: { start: 0, end: 0 } });
