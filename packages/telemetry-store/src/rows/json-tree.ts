/** A number that a double cannot hold, with its digits. `JSON.stringify` writes them as they are. */
export interface RawNumber {
  readonly rawJSON: string;
}

/** JSON in memory. Objects may have any key, `__proto__` too: set keys from outside by `setKey`. */
export type JsonTree =
  | null
  | boolean
  | number
  | string
  | RawNumber
  | readonly JsonTree[]
  | { readonly [key: string]: JsonTree };

/** What newer engines offer and `lib.es2024` does not list yet. */
const engine = JSON as typeof JSON & {
  rawJSON(text: string): RawNumber;
  isRawJSON(value: unknown): value is RawNumber;
};

export const rawNumber = (text: string): RawNumber => engine.rawJSON(text);
export const isRawNumber = (value: unknown): value is RawNumber => engine.isRawJSON(value);

/** Objects and arrays inside one another. */
export const JSON_DEPTH_MAX = 64;

/** A number that may not survive a double, not inside quotes; a string that looks so only costs the slower way. */
const LONG_NUMBER = /[:,[]\s*-?(?:[0-9]{16}|[0-9.]+[eE])|^\s*-?[0-9]/;

const keepDigits = (_key: string, value: unknown, context: { readonly source?: string }): unknown => {
  if (typeof value !== 'number' || context.source === undefined) return value;
  const exact = /^-?[0-9]+$/.test(context.source) ? Number.isSafeInteger(value) : Number.isFinite(value);
  return exact ? value : rawNumber(context.source);
};

const parseExact = (text: string): JsonTree =>
  LONG_NUMBER.test(text)
    ? (JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown) as JsonTree)
    : (JSON.parse(text) as JsonTree);

/** Half of a surrogate pair, or a whole one, written as an escape. */
const SURROGATE = /\\u[dD][89a-fA-F]/;

/** Halves of surrogate pairs become U+FFFD, in keys too: the engine reads nothing of JSON that has one. */
const wellFormed = (tree: JsonTree): JsonTree => {
  if (typeof tree === 'string') return tree.toWellFormed();
  if (Array.isArray(tree)) return tree.map(wellFormed);
  if (!isJsonObject(tree)) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key.toWellFormed(), wellFormed(value)]));
};

/** `JSON.parse` that keeps integers beyond 2^53 exact and texts well-formed. Throws SyntaxError. */
export const parseJson = (text: string): JsonTree =>
  SURROGATE.test(text) ? wellFormed(parseExact(text)) : parseExact(text);

export const isJsonObject = (tree: JsonTree | undefined): tree is { readonly [key: string]: JsonTree } =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree) && !isRawNumber(tree);

/** False where objects and arrays stand deeper inside one another than `JSON_DEPTH_MAX`. */
export const isShallow = (tree: JsonTree, depth = 0): boolean => {
  if (typeof tree !== 'object' || tree === null || isRawNumber(tree)) return true;
  if (depth >= JSON_DEPTH_MAX) return false;
  for (const child of Array.isArray(tree) ? tree : Object.values(tree)) {
    if (!isShallow(child as JsonTree, depth + 1)) return false;
  }
  return true;
};
