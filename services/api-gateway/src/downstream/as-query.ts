/** A question as it was read, as a query string again. */
export const asQuery = (question: object): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(question).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, Array.isArray(value) ? value.map(String) : String(value)]],
    ),
  );
