const SECRET_KEY = /token|secret|password|passwd|authorization|cookie|api[-_]?key|private[-_]?key|credential/i;
const CENSOR = '[redacted]';
const DEPTH_MAX = 6;

/** Numbers and booleans of such keys are figures (`input_tokens: 12`), not secrets. */
const isSecret = (key: string, value: unknown): boolean =>
  SECRET_KEY.test(key) && typeof value !== 'number' && typeof value !== 'boolean' && value != null;

const clean = (value: unknown, depth: number): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEPTH_MAX) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  const { toJSON } = value as { toJSON?: () => unknown };
  if (typeof toJSON === 'function') return clean(toJSON.call(value), depth + 1);
  return redacted(value, depth + 1);
};

/** The fields of a log line, with the text under every key that looks like a secret replaced, at any depth. */
export const redacted = (fields: object, depth = 0): Record<string, unknown> => {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) {
    const value = (fields as Record<string, unknown>)[key];
    kept[key] = isSecret(key, value) ? CENSOR : clean(value, depth);
  }
  return kept;
};
