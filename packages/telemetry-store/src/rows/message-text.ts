import { isJsonObject, type JsonTree } from './json-tree.ts';

/** Where loggers put the sentence. */
const KEYS: readonly string[] = ['message', 'msg', 'text', 'log', 'body', 'event'];

/** What a person would read of a record: the text itself, or that under a usual key; empty where there is none. */
export const messageText = (body: JsonTree): string => {
  if (typeof body === 'string') return body;
  if (!isJsonObject(body)) return '';
  for (const key of KEYS) {
    const value = body[key];
    if (typeof value === 'string') return value;
  }
  return '';
};
