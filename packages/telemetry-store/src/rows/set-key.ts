import type { JsonTree } from './json-tree.ts';

/**
 * Sets a key that came from outside, unless it is there already. Objects with a prototype are several times faster than
 * those without, for the engine shares their shape; only `__proto__` needs care then.
 */
export const setKey = (into: { [key: string]: JsonTree }, key: string, value: JsonTree): void => {
  if (Object.hasOwn(into, key)) return;
  if (key === '__proto__') {
    Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
  } else into[key] = value;
};
