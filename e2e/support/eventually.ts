/** Tries until `read` returns something, for what arrives in the background: spans are exported in batches. */
export const eventually = async <T>(what: string, read: () => Promise<T | undefined>, waitMs = 20_000): Promise<T> => {
  const end = Date.now() + waitMs;
  let last: unknown;
  for (;;) {
    try {
      const value = await read();
      if (value !== undefined) return value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`not seen in ${waitMs} ms: ${what}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
};
