/** Ends a `switch` over a closed union: does not compile while a case is missing. */
export const unreachable = (x: never): never => {
  throw new Error(`expected a known variant, found ${JSON.stringify(x)}`);
};
