/** Why a line of a file is no record. `message` names the line. */
export interface LineError {
  readonly code: 'MALFORMED_JSON' | 'TOO_DEEP' | 'NOT_A_RECORD' | 'TOO_LARGE' | 'NOT_KEPT';
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export const lineError = (code: LineError['code'], line: number, message: string): LineError => ({
  code,
  line,
  message: `line ${line}: ${message}`,
});

const FOUND_UNITS_MAX = 60;

/** A value as it is shown in an error. */
export const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > FOUND_UNITS_MAX ? `${text.slice(0, FOUND_UNITS_MAX)}…` : text;
};
