const SECRET_KEY = /token|secret|password|passwd|authorization|cookie|api[-_]?key|private[-_]?key|credential/i;
const CENSOR = '[redacted]';
const DEPTH_MAX = 6;

/** Keys are those of the code, a few; only what comes from outside brings more. */
const KNOWN_KEYS_MAX = 1_000;
const known = new Map<string, boolean>();

const isSecretKey = (key: string): boolean => {
  const found = known.get(key);
  if (found !== undefined) return found;
  const isOne = SECRET_KEY.test(key);
  if (known.size < KNOWN_KEYS_MAX) known.set(key, isOne);
  return isOne;
};

/** Numbers and booleans of such keys are figures (`input_tokens: 12`), not secrets. */
export const isSecret = (key: string, value: unknown): boolean =>
  typeof value !== 'number' && typeof value !== 'boolean' && value != null && isSecretKey(key);

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
