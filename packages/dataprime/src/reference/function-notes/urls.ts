import type { FunctionNotes } from '../function-note.ts';

export const URL_NOTES: FunctionNotes = {
  urlEncode: {
    parameters: { string: 'the text' },
    notes: ['For a part of an address: `/`, `?`, `&` and `=` are encoded too, other alphabets by their UTF-8 bytes.'],
    examples: ["urlEncode('a/b?c=é')"],
    see: ['urlDecode', 'encodeBase64'],
  },
  urlDecode: {
    parameters: { string: 'the encoded text' },
    notes: ['`+` stays `+`. What is no encoding stays as it is.'],
    examples: ["urlDecode('caf%C3%A9+au%20lait')", "urlDecode('100%')"],
    see: ['urlEncode', 'decodeBase64'],
  },
};
