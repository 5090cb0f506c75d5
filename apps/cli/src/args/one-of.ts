import { didYouMean } from './did-you-mean.ts';
import { usageError } from './usage-error.ts';

/** `value` as one of the closed list, or `otherwise` when it was not given. */
export const oneOf = <T extends string>(
  option: string,
  value: string | undefined,
  known: readonly T[],
  otherwise: T,
  command: string,
): T => {
  if (value === undefined) return otherwise;
  const found = known.find((k) => k === value);
  if (found !== undefined) return found;
  throw usageError(
    `expected ${known.join(', ')} for --${option}, found \`${value}\`${didYouMean(value, known)}`,
    command,
  );
};

/** A whole number within bounds. */
export const wholeNumber = (
  option: string,
  value: string | undefined,
  bounds: { readonly min: number; readonly max: number },
  command: string,
): number | undefined => {
  if (value === undefined) return undefined;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= bounds.min && number <= bounds.max) return number;
  throw usageError(
    `expected a whole number from ${bounds.min} to ${bounds.max} for --${option}, found \`${value}\``,
    command,
  );
};
