import { isJsonObject, isShallow, JSON_DEPTH_MAX, type JsonTree, parseJson } from '../rows/json-tree.ts';
import { type LineError, lineError } from './line-error.ts';

/** What a line of a file is. */
export type ParsedLine =
  | { readonly kind: 'object'; readonly tree: { readonly [key: string]: JsonTree } }
  | { readonly kind: 'text' }
  | { readonly kind: 'error'; readonly error: LineError };

/** Looks like JSON and not like `{main} started`. */
const JSON_OBJECT = /^\s*\{\s*["}]/;

const tooDeep = (line: number): ParsedLine => ({
  kind: 'error',
  error: lineError(
    'TOO_DEEP',
    line,
    `expected at most ${JSON_DEPTH_MAX} objects and arrays inside one another, found more`,
  ),
});

/** Tells a JSON object from plain text. What begins like an object must be one. */
export const parseLine = (text: string, line: number): ParsedLine => {
  if (!JSON_OBJECT.test(text)) return { kind: 'text' };
  let tree: JsonTree;
  try {
    tree = parseJson(text);
  } catch (error) {
    // Deep nesting overflows the parser's own recursion.
    if (error instanceof RangeError) return tooDeep(line);
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'error', error: lineError('MALFORMED_JSON', line, `expected a JSON object, found: ${message}`) };
  }
  if (!isShallow(tree)) return tooDeep(line);
  return isJsonObject(tree) ? { kind: 'object', tree } : { kind: 'text' };
};
