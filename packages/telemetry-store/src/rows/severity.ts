/** DataPrime codes. Their order is that of the codes: Debug stands below Verbose. */
export const SEVERITY: Readonly<Record<'debug' | 'verbose' | 'info' | 'warning' | 'error' | 'critical', number>> = {
  debug: 1,
  verbose: 2,
  info: 3,
  warning: 4,
  error: 5,
  critical: 6,
};

const SEVERITY_NONE = 0;

/** From TRACE (1–4) to FATAL (21–24) in steps of four. */
const BY_OTEL_RANGE: readonly number[] = [
  SEVERITY.verbose,
  SEVERITY.debug,
  SEVERITY.info,
  SEVERITY.warning,
  SEVERITY.error,
  SEVERITY.critical,
];

/** Severity for OpenTelemetry's number; 0 for 0 and for what is not one. */
export const severityFromOtel = (severityNumber: number): number =>
  Number.isInteger(severityNumber) && severityNumber >= 1 && severityNumber <= 24
    ? (BY_OTEL_RANGE[(severityNumber - 1) >> 2] as number)
    : SEVERITY_NONE;

/** The least OpenTelemetry number of a severity, for records that only had a word. */
export const otelFromSeverity = (severity: number): number => {
  const range = BY_OTEL_RANGE.indexOf(severity);
  return range < 0 ? 0 : range * 4 + 1;
};

export const SEVERITY_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    debug: ['debug', 'dbg', 'd', 'fine', 'debug2', 'debug3', 'debug4'],
    verbose: ['verbose', 'trace', 'trc', 't', 'v', 'silly', 'finer', 'finest', 'all', 'trace2', 'trace3', 'trace4'],
    info: ['info', 'information', 'informational', 'inf', 'i', 'notice', 'log', 'config', 'success', 'audit', 'http'],
    warning: ['warning', 'warn', 'wrn', 'w'],
    error: ['error', 'err', 'e', 'eror', 'severe', 'failure'],
    critical: ['critical', 'crit', 'c', 'fatal', 'f', 'ftl', 'emerg', 'emergency', 'alert', 'panic', 'dpanic'],
  }).flatMap(([name, words]) => words.map((word) => [word, SEVERITY[name as keyof typeof SEVERITY]] as const)),
);

/** Severity for a word in any case (`WARN`, `Information`, `E`); 0 for an unknown one. */
export const severityFromWord = (word: string): number =>
  SEVERITY_WORDS.get(word.trim().toLowerCase()) ?? SEVERITY_NONE;
