import type { Diagnostic, Severity } from '@clearspan/dataprime';

/**
 * What one finding of each severity takes off a score of 1. An error makes the query one that does not run, so two of
 * them leave nothing; a warning is a query that runs but may not say what was meant.
 */
const PENALTY: Readonly<Record<Severity, number>> = { error: 0.5, warning: 0.1, info: 0.02 };

/** 0 to 1: how far the checker's findings leave the query from one without any. */
export const syntaxScore = (diagnostics: readonly Diagnostic[]): number => {
  const lost = diagnostics.reduce((sum, { severity }) => sum + PENALTY[severity], 0);
  return Math.round(Math.max(0, 1 - lost) * 100) / 100;
};
