/**
 * What an attribute value was before it became text, one letter each:
 * `s` string, `i` int64, `d` double, `b` bool, `y` bytes (base64), `a` array and `k` map (JSON text), `n` none,
 * `x` not an attribute of the span but derived at ingest.
 */
export const ATTRIBUTE_KINDS: Readonly<
  Record<'string' | 'int' | 'double' | 'bool' | 'bytes' | 'array' | 'map' | 'none' | 'derived', number>
> = {
  string: 0x73,
  int: 0x69,
  double: 0x64,
  bool: 0x62,
  bytes: 0x79,
  array: 0x61,
  map: 0x6b,
  none: 0x6e,
  derived: 0x78,
};

const restoreValue = (text: string, kind: string): unknown => {
  switch (kind) {
    case 'i': {
      const value = Number(text);
      return Number.isSafeInteger(value) ? value : text;
    }
    case 'd': {
      const value = Number(text);
      return Number.isFinite(value) ? value : text;
    }
    case 'b':
      return text === 'true';
    case 'a':
    case 'k':
      return JSON.parse(text) as unknown;
    case 'n':
      return null;
    default:
      return text;
  }
};

/**
 * Stored attributes with their original types, derived ones left out. An int64 beyond 2^53 and a double that JSON cannot
 * say (`NaN`, `Infinity`) stay text; bytes are base64 text.
 */
export const restoreAttributes = (
  entries: Iterable<readonly [key: string, value: string]>,
  kinds: string,
): Record<string, unknown> => {
  const restored: [string, unknown][] = [];
  let index = 0;
  for (const [key, text] of entries) {
    const kind = kinds[index++] ?? 's';
    if (kind !== 'x') restored.push([key, restoreValue(text, kind)]);
  }
  return Object.fromEntries(restored);
};
