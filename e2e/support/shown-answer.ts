/** Members whose value is part of what a document promises; of all others only the type is. */
const EXACT: ReadonlySet<string> = new Set(['success', 'kind', 'code', 'status', 'title', 'detail']);

type Fault = string | null;

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

const objectFault = (shown: object, answer: object, path: string): Fault => {
  for (const [key, value] of Object.entries(shown)) {
    if (!Object.hasOwn(answer, key)) return `${path}.${key} is not in the answer`;
    const found = (answer as Record<string, unknown>)[key];
    if (EXACT.has(key) && typeof value !== 'object' && value !== found)
      return `expected ${path}.${key} to be ${JSON.stringify(value)}, found ${JSON.stringify(found)}`;
    const fault = shapeFault(value, found, `${path}.${key}`);
    if (fault !== null) return fault;
  }
  return null;
};

/** Each element shown must be like some element of the answer; an empty array shows nothing. */
const arrayFault = (shown: readonly unknown[], answer: readonly unknown[], path: string): Fault => {
  for (const value of shown) {
    const faults = answer.map((found) => shapeFault(value, found, `${path}[]`));
    if (!faults.includes(null)) return faults[0] ?? `${path} is empty`;
  }
  return null;
};

/** Why an answer is not of the shape that is shown; null when it is. An absent value may be null in one of both. */
const shapeFault = (shown: unknown, answer: unknown, path: string): Fault => {
  if (shown === null || answer === null) return null;
  if (typeOf(shown) !== typeOf(answer)) return `expected ${path} to be ${typeOf(shown)}, found ${typeOf(answer)}`;
  if (Array.isArray(shown)) return arrayFault(shown, answer as readonly unknown[], path);
  return typeof shown === 'object' ? objectFault(shown, answer as object, path) : null;
};

const jsonLines = (text: string): unknown[] | null => {
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as unknown);
  } catch {
    return null;
  }
};

/** The words that begin the lines, such as names of metrics. Numbers, and rules as wide as a table, differ each time. */
const beginnings = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.split(/[\s{]/)[0] ?? '')
    .filter((word) => word !== '' && !/^[\d─]/.test(word));

/**
 * Holds what a command printed against what the document shows: JSON by its members and types, line by line; other text
 * by how its lines begin. Values differ each time, except of members that say what happened. Null when they agree.
 */
export const shownFault = (shown: string, printed: string): Fault => {
  if (shown === '') return null;
  const expected = jsonLines(shown);
  if (expected === null) {
    const words = new Set(beginnings(printed));
    const missing = beginnings(shown).find((word) => !words.has(word));
    return missing === undefined ? null : `no line begins with ${missing}`;
  }
  const found = jsonLines(printed);
  return found === null ? 'the answer is not JSON' : arrayFault(expected, found, 'answer');
};
