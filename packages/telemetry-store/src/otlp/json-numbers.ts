import { isRawNumber, type JsonTree } from '../rows/json-tree.ts';

/** What the transcoder says when a value does not fit its field; `expected` completes "expected …, found …". */
export type Mismatch = (expected: string, found: JsonTree) => never;

/** A 64-bit value in two's complement, as low and high halves. */
export interface Halves {
  readonly low: number;
  readonly high: number;
}

const WHOLE = /^-?[0-9]{1,20}$/;
const LEAST = -(2n ** 63n);
const MOST = 2n ** 64n - 1n;

const fromBigInt = (value: bigint): Halves => {
  const bits = BigInt.asUintN(64, value);
  return { low: Number(bits & 0xffff_ffffn), high: Number(bits >> 32n) };
};

/** A whole number given as JSON number or as text; integers beyond 2^53 keep all digits. */
export const wholeNumber = (value: JsonTree, mismatch: Mismatch): Halves => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) {
    return { low: value >>> 0, high: Math.floor(value / 2 ** 32) };
  }
  const text =
    typeof value === 'string'
      ? value
      : isRawNumber(value)
        ? value.rawJSON
        : typeof value === 'number'
          ? `${value}`
          : '';
  if (!WHOLE.test(text)) return mismatch('a whole number', value);
  const exact = BigInt(text);
  if (exact < LEAST || exact > MOST) return mismatch('a whole number of 64 bits', value);
  return fromBigInt(exact);
};

/** A double given as JSON number or as text; `NaN`, `Infinity` and `-Infinity` are text. */
export const doubleNumber = (value: JsonTree, mismatch: Mismatch): number => {
  if (typeof value === 'number') return value;
  if (isRawNumber(value)) return Number(value.rawJSON);
  if (typeof value !== 'string' || value.trim() === '') return mismatch('a number', value);
  const number = Number(value);
  return Number.isNaN(number) && value !== 'NaN' ? mismatch('a number', value) : number;
};
