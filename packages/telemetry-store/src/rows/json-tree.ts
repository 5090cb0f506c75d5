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

/** The engine reads whole numbers of 64 bits, signed or not, and nothing of JSON that has any other. */
const WHOLE_DIGITS_MAX = 20;
const WHOLE_LEAST = -(2n ** 63n);
const WHOLE_MOST = 2n ** 64n - 1n;
/** From here on JavaScript writes a number with an exponent, which tells the engine that it is a double. */
const EXPONENT_FROM = 1e21;

/** A number as JSON that the engine reads as the same one; what JSON has no number for is its name. */
export const doubleTree = (value: number): JsonTree => {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return rawNumber('-0.0');
  const size = Math.abs(value);
  return size >= 2 ** 63 && size < EXPONENT_FROM ? rawNumber(`${value}.0`) : value;
};

/** What becomes of a number that the engine has none for, given as it was written. */
type TooLarge = (digits: string) => JsonTree;

const wholeTree = (digits: string, tooLarge: TooLarge): JsonTree => {
  // Any number of digits can be sent, and the time to read them grows faster than they do.
  const value = digits.length > WHOLE_DIGITS_MAX ? null : BigInt(digits);
  if (value !== null && value >= WHOLE_LEAST && value <= WHOLE_MOST) return rawNumber(digits);
  // A double that JavaScript wrote, and no digit of it is lost.
  return String(Number(digits)) === digits ? doubleTree(Number(digits)) : tooLarge(digits);
};

const numberTree = (value: number, written: string, tooLarge: TooLarge): JsonTree => {
  if (Number.isSafeInteger(value)) return value;
  if (/^-?[0-9]+$/.test(written)) return wholeTree(written, tooLarge);
  return Number.isFinite(value) ? doubleTree(value) : tooLarge(written);
};

const parseExact = (text: string, tooLarge: TooLarge): JsonTree => {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text) as JsonTree;
  const keepDigits = (_key: string, value: unknown, { source }: { readonly source?: string }): unknown =>
    typeof value === 'number' && source !== undefined ? numberTree(value, source, tooLarge) : value;
  return JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown) as JsonTree;
};

/** Half of a surrogate pair, or a whole one, written as an escape. */
const SURROGATE = /\\u[dD][89a-fA-F]/;

/** Halves of surrogate pairs become U+FFFD, in keys too: the engine reads nothing of JSON that has one. */
const wellFormed = (tree: JsonTree): JsonTree => {
  if (typeof tree === 'string') return tree.toWellFormed();
  if (Array.isArray(tree)) return tree.map(wellFormed);
  if (!isJsonObject(tree)) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key.toWellFormed(), wellFormed(value)]));
};

/**
 * `JSON.parse` that keeps integers beyond 2^53 exact and texts well-formed. Numbers beyond 64 bits or a double become
 * text, so that the engine reads what is returned. Throws SyntaxError.
 */
export const parseJson = (text: string, tooLarge: TooLarge = String): JsonTree => {
  const tree = parseExact(text, tooLarge);
  return SURROGATE.test(text) ? wellFormed(tree) : tree;
};

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
