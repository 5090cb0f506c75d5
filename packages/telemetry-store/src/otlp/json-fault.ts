import type { DecodeError } from './outcome.ts';

/** Values of one body. Each takes some tens of bytes when parsed, however few it has as text. */
const JSON_VALUES_MAX = 4_194_304;
/** Bodies below this cannot hold enough to be a burden. */
const HARMLESS_BYTES = 1_048_576;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const BRACKET = 0x5b;
const BRACE = 0x7b;

const countValues = (body: Uint8Array): number => {
  let values = 1;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i];
    if (byte === QUOTE) {
      for (i++; i < body.length && body[i] !== QUOTE; i++) if (body[i] === BACKSLASH) i++;
    } else if (byte === COMMA || byte === BRACKET || byte === BRACE) values++;
  }
  return values;
};

/** Why a body is not even parsed; null when it is. Looked for in the bytes: the parser would have taken the memory. */
export const jsonFault = (body: Uint8Array): DecodeError | null => {
  const values = body.byteLength > HARMLESS_BYTES ? countValues(body) : 0;
  if (values <= JSON_VALUES_MAX) return null;
  const message = `expected at most ${JSON_VALUES_MAX} values in JSON, found ${values}`;
  return { code: 'MALFORMED_JSON', message, offset: null };
};
