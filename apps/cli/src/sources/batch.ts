import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable, type Writable } from 'node:stream';

/** A line of a batch at most: longer ones get an error of their own. */
const LINE_CHARS_MAX = 1_048_576;

export interface BatchLine {
  /** As it was given; null where the line has none or is no object. */
  readonly id: unknown;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface BatchError {
  readonly code: string;
  readonly message: string;
}

type Read =
  | { readonly ok: true; readonly line: BatchLine }
  | { readonly ok: false; readonly id: unknown; readonly error: BatchError };

const readLine = (text: string, field: string): Read => {
  const wrong = (message: string, id: unknown = null): Read => ({
    ok: false,
    id,
    error: { code: 'INVALID_REQUEST', message },
  });
  if (text.length > LINE_CHARS_MAX)
    return wrong(`expected at most ${LINE_CHARS_MAX} characters in a line, found ${text.length}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return wrong(`expected JSON, found ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('expected a JSON object');
  const fields = value as Record<string, unknown>;
  const id = fields.id ?? null;
  if (typeof fields[field] !== 'string') return wrong(`expected a text in \`${field}\``, id);
  return { ok: true, line: { id, fields } };
};

const write = async (out: Writable, value: object): Promise<void> => {
  if (!out.write(`${JSON.stringify(value)}\n`)) await once(out, 'drain');
};

/**
 * Answers each line of input with one line of output, in order. A line that cannot be read, or whose answer throws,
 * gets an answer made by `onError`; the rest go on. Blank lines have no answer.
 */
export const runBatch = async (
  input: AsyncIterable<Uint8Array | string>,
  out: Writable,
  options: {
    /** The text field a line must have. */
    readonly field: string;
    readonly answer: (line: BatchLine) => Promise<object>;
    readonly onError: (id: unknown, error: BatchError) => object;
  },
): Promise<void> => {
  const lines = createInterface({ input: Readable.from(input), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const text of lines) {
    if (text.trim() === '') continue;
    const read = readLine(text, options.field);
    if (!read.ok) {
      await write(out, options.onError(read.id, read.error));
      continue;
    }
    try {
      await write(out, await options.answer(read.line));
    } catch (error) {
      await write(out, options.onError(read.line.id, { code: 'INTERNAL_ERROR', message: (error as Error).message }));
    }
  }
};
