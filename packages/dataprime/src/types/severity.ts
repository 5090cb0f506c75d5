import { closest } from '@clearspan/text';
import { SEVERITIES, type SeverityName } from '../ast/expr.ts';

/** The labels results show, by code: index 0 is unused, DEBUG is 1, CRITICAL is 6. */
export const SEVERITY_LABELS: readonly string[] = ['', 'Debug', 'Verbose', 'Info', 'Warning', 'Error', 'Critical'];

/** The numeric code of a severity, 1 to 6; its order is the order of severities. */
export const severityCode = (name: SeverityName): number => SEVERITIES.indexOf(name) + 1;

/** The severity a text stands for: a name in any case or a code `1` to `6`; null for anything else. */
export const severityFromText = (text: string): SeverityName | null => {
  const upper = text.trim().toUpperCase();
  const named = SEVERITIES.find((name) => name === upper);
  if (named !== undefined) return named;
  return /^[1-6]$/.test(upper) ? (SEVERITIES[Number(upper) - 1] ?? null) : null;
};

/** What other systems call them, in capitals. */
const FOREIGN: Readonly<Record<string, SeverityName>> = {
  TRACE: 'DEBUG',
  INFORMATION: 'INFO',
  NOTICE: 'INFO',
  WARN: 'WARNING',
  ERR: 'ERROR',
  FATAL: 'CRITICAL',
  CRIT: 'CRITICAL',
  ALERT: 'CRITICAL',
  EMERGENCY: 'CRITICAL',
};

/** The severity that a word most likely means; null when none is near. */
export const nearestSeverity = (text: string): SeverityName | null => {
  const upper = text.trim().toUpperCase();
  const foreign = Object.hasOwn(FOREIGN, upper) ? FOREIGN[upper] : undefined;
  return foreign ?? SEVERITIES.find((name) => name === closest(upper, SEVERITIES)) ?? null;
};
