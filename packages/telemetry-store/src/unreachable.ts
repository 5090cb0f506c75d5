/** Marks a branch that the types rule out; a new member of a union fails to compile there. */
export const unreachable = (value: never): never => {
  throw new Error(`expected no other case, found ${JSON.stringify(value)}`);
};
