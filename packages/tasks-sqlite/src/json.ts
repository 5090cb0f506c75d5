import { taskError } from '@clearspan/tasks';

export interface Json {
  readonly text: string;
  readonly bytes: number;
}

/** A value as JSON with its size in UTF-8; throws `TASKS_NOT_JSON` for what JSON cannot say. */
export const toJson = (value: unknown): Json => {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (cause) {
    throw taskError('TASKS_NOT_JSON', 'expected a JSON value, found one that cannot be written as such', cause);
  }
  if (text === undefined) throw taskError('TASKS_NOT_JSON', `expected a JSON value, found ${typeof value}`);
  return { text, bytes: Buffer.byteLength(text) };
};
