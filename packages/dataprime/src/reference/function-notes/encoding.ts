import type { FunctionNotes } from '../function-note.ts';

export const ENCODING_NOTES: FunctionNotes = {
  encodeBase64: {
    parameters: { value: 'the text' },
    notes: ['The alphabet with `+` and `/`, filled up with `=`.'],
    examples: ["encodeBase64('é')", "encodeBase64('')"],
    see: ['decodeBase64', 'urlEncode'],
  },
  decodeBase64: {
    parameters: { value: 'Base64, filled up with `=`' },
    examples: ["decodeBase64('w6k=')", "decodeBase64('***')"],
    see: ['encodeBase64', 'urlDecode'],
  },
};
