const ESCAPED_KEYS_MAX = 4096;
const escapedKeys = new Map<string, string>();

/** The same few keys come again and again; a key seen when the memory is full is escaped each time. */
const escapeKey = (key: string): string => {
  if (!key.includes('.') && !key.includes('\\')) return key;
  const known = escapedKeys.get(key);
  if (known !== undefined) return known;
  const escaped = key.replace(/[\\.]/g, '\\$&');
  if (escapedKeys.size < ESCAPED_KEYS_MAX) escapedKeys.set(key, escaped);
  return escaped;
};

/**
 * Path of a scalar leaf as one text, as the keys of `d_str`, `d_num` and `d_bool` have it: keys joined by `.`, with `\`
 * and `.` inside a key escaped as `\\` and `\.`, so that no two paths share a text.
 */
export const fieldKey = (path: readonly string[]): string => path.map(escapeKey).join('.');

/** The text of a path one key longer; `parent` is null for the root. */
export const childKey = (parent: string | null, key: string): string =>
  parent === null ? escapeKey(key) : `${parent}.${escapeKey(key)}`;

/** The path a text of `fieldKey` stands for. */
export const fieldPath = (text: string): string[] => {
  const path: string[] = [];
  let key = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] as string;
    if (unit === '\\' && i + 1 < text.length) key += text[++i];
    else if (unit === '.') {
      path.push(key);
      key = '';
    } else key += unit;
  }
  path.push(key);
  return path;
};
