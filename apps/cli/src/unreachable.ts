/** Where no value can arrive: the compiler proves it, and a value that arrives all the same is a defect. */
export const unreachable = (x: never): never => {
  throw new Error(`unexpected ${JSON.stringify(x)}`);
};
