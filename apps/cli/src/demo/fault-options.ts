import { usageError } from '../args/usage-error.ts';

const UNIT_S: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600 };

/** `90s`, `10m`, `1h` in seconds. */
export const readDuration = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const [, number, unit] = /^(\d{1,6})(s|m|h)$/.exec(text) ?? [];
  const seconds = Number(number) * (UNIT_S[unit ?? ''] ?? Number.NaN);
  if (seconds > 0) return seconds;
  throw usageError(`expected a duration such as 90s, 10m or 1h for --for, found \`${text}\``, 'demo');
};

/** `--set percent=40`: what looks like a number is one. */
export const readSettings = (texts: readonly string[]): Readonly<Record<string, number | string>> => {
  const settings: Record<string, number | string> = {};
  for (const text of texts) {
    const [, key, value] = /^([a-z_]+)=(.+)$/.exec(text) ?? [];
    if (key === undefined || value === undefined)
      throw usageError(`expected KEY=VALUE after --set, found \`${text}\``, 'demo');
    if (Object.hasOwn(settings, key)) throw usageError(`--set names \`${key}\` more than once`, 'demo');
    settings[key] = /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
  }
  return settings;
};
