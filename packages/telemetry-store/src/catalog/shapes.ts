export interface ShapeCount {
  readonly path: readonly string[];
  readonly type: 'array' | 'object';
  readonly records: number;
}

const DEPTH_MAX = 32;
const SHAPES_MAX = 2_000;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The text of a record is written by us; one that is too deep for the parser tells nothing.
    return undefined;
  }
};

/** Arrays and objects of records: the scalar columns do not tell of them. What is inside arrays is not told. */
export const countShapes = (texts: readonly string[]): ShapeCount[] => {
  const counts = new Map<string, { path: string[]; type: ShapeCount['type']; records: number }>();
  const count = (path: string[], type: ShapeCount['type']): void => {
    const key = JSON.stringify([type, path]);
    const found = counts.get(key);
    if (found) found.records += 1;
    else if (counts.size < SHAPES_MAX) counts.set(key, { path, type, records: 1 });
  };
  const walk = (value: unknown, path: string[]): void => {
    if (typeof value !== 'object' || value === null || path.length > DEPTH_MAX) return;
    if (path.length > 0) count(path, Array.isArray(value) ? 'array' : 'object');
    if (Array.isArray(value)) return;
    for (const [key, below] of Object.entries(value)) walk(below, [...path, key]);
  };
  for (const text of texts) walk(parsed(text), []);
  return [...counts.values()];
};
