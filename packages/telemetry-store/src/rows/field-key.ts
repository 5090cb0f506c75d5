/** Key as a part of a path: escaped where it would read as more than one. */
export const escapeKey = (key: string): string =>
  key.includes('.') || key.includes('\\') ? key.replace(/[\\.]/g, '\\$&') : key;

/**
 * Path of a scalar leaf as one text, as the keys of `d_str`, `d_num` and `d_bool` have it: keys joined by `.`, with `\`
 * and `.` inside a key escaped as `\\` and `\.`, so that no two paths share a text.
 */
export const fieldKey = (path: readonly string[]): string => path.map(escapeKey).join('.');

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
