import type { FunctionNote, FunctionNotes } from '../function-note.ts';

const TEXT = 'the text';
const CASED = 'Exact and case-sensitive. For whole words in any case there is [textSearch](textSearch.md).';

const padded = (example: string): FunctionNote => ({
  parameters: {
    value: TEXT,
    charCount: 'how many characters the result has, up to 1,000,000; a fraction is cut off, below 0 counts as 0',
    fillWith: 'what it is filled with: its first character; a blank where it is empty',
  },
  notes: ['A longer text is cut at its end, whichever side is filled. Above 1,000,000 characters the result is null.'],
  examples: [`${example}('7', 3, 'xy')`, `${example}('abcd', 2, '0')`],
  see: ['padLeft', 'padRight'].filter((name) => name !== example),
});

const trimmed = (example: string, see: readonly string[]): FunctionNote => ({
  parameters: { value: TEXT },
  notes: ['White space is blanks, tabs, line ends, form feeds and vertical tabs.'],
  examples: [`${example}('\\t a \\n')`],
  see,
});

const part = (delimiter: string, example: string, see: readonly string[]): FunctionNote => ({
  parameters: {
    string: 'the text that is split',
    delimiter,
    index: 'which part: 1 is the first; a fraction is cut off',
  },
  notes: ['Below 1 and beyond the last part it is null. Between two delimiters next to each other is an empty part.'],
  examples: [example, example.replace(/\d\)$/, '9)')],
  see,
});

const SUBSTR: FunctionNote = {
  parameters: {
    value: TEXT,
    from: 'where the part begins: 0 is the first character; a fraction is cut off',
    length: 'how many characters at most; without it all that follow',
  },
  notes: ['Beyond the end it is empty text. Counted in characters (code points), not in bytes.'],
  examples: ["substr('abcd', 2)", "substr('abcd', 9)", "substr('héllo', 1, 2)"],
  see: ['splitParts', 'indexOf', 'length'],
};

export const STRING_NOTES: FunctionNotes = {
  byteLength: {
    parameters: { value: 'the text; other types need a cast' },
    examples: ["byteLength('abc')", "byteLength('日本')"],
    see: ['length'],
  },
  chr: {
    parameters: { number: 'the code point; a fraction is cut off' },
    notes: ['Null for what is no character: below 0, above 1,114,111, and the surrogates 55,296 to 57,343.'],
    examples: ['chr(233)', 'chr(128512)', 'chr(-1)'],
    see: ['codepoint'],
  },
  codepoint: {
    parameters: { string: 'a text of one character' },
    examples: ["codepoint('é')", "codepoint('ab')", "codepoint('')"],
    see: ['chr'],
  },
  concat: {
    parameters: { value: 'the first part, of any type', values: 'further parts, in this order' },
    notes: [
      'Parts that are no text are cast to `string`: numbers, times, intervals, severities by their labels, arrays and objects as JSON.',
      'An interpolated string joins too, and takes null as empty text: `` `{path} took {duration_ms} ms` ``. `+` does not join text.',
    ],
    examples: ["concat('a', 1, true, 90m, ERROR)", "concat('a', null)"],
    queries: ["choose concat(service, ' ', path) as place | distinct place | orderby place"],
    see: ['arrayJoin'],
  },
  contains: {
    parameters: { string: 'the text that is searched', substring: 'what is looked for; empty text is in every text' },
    notes: [CASED],
    examples: ["'Card declined'.contains('card')", "'abc'.contains('')"],
    queries: ["filter msg.contains('finished') | choose path, msg"],
    see: ['startsWith', 'endsWith', 'indexOf', 'textSearch', 'matches'],
  },
  startsWith: {
    parameters: { string: 'the text', prefix: 'what it may begin with' },
    notes: [CASED],
    examples: ["'/cart/7'.startsWith('/cart')", "'/cart/7'.startsWith('cart')"],
    see: ['endsWith', 'contains'],
  },
  endsWith: {
    parameters: { string: 'the text', suffix: 'what it may end with' },
    notes: [CASED],
    examples: ["'a.json'.endsWith('.json')", "'a.json'.endsWith('.JSON')"],
    see: ['startsWith', 'contains'],
  },
  indexOf: {
    parameters: { string: 'the text that is searched', substring: 'what is looked for' },
    notes: ['Counted in characters (code points), not in bytes.'],
    examples: ["indexOf('abc', 'x')", "indexOf('héllo', 'l')", "indexOf('abc', '')"],
    see: ['contains', 'substr'],
  },
  length: {
    parameters: { value: 'the text; other types need a cast. Of an array there is `arrayLength`' },
    examples: ["length('')", "length('日本')"],
    see: ['byteLength', 'arrayLength'],
  },
  trim: trimmed('trim', ['ltrim', 'rtrim']),
  ltrim: trimmed('ltrim', ['trim', 'rtrim']),
  rtrim: trimmed('rtrim', ['trim', 'ltrim']),
  toLowerCase: {
    parameters: { value: TEXT },
    notes: ['Letters of every alphabet.'],
    examples: ["'ÄRGER'.toLowerCase()"],
    queries: ['choose $m.severity:string.toLowerCase() as level | distinct level | orderby level'],
    see: ['toUpperCase'],
  },
  toUpperCase: {
    parameters: { value: TEXT },
    notes: ['Letters of every alphabet; one letter may become two.'],
    examples: ["'straße'.toUpperCase()"],
    see: ['toLowerCase'],
  },
  matches: {
    parameters: { string: 'the text', regexp: 'a regular expression of RE2 that covers all of it' },
    notes: [
      'To find a pattern anywhere write `.*` at both ends; a pattern without them or anchors is warned of (`DP3006`). `.` does not match a line end.',
      'Look-around and back-references do not exist in RE2 (`DP2014`). `(?i)` at the beginning takes either case.',
      'A pattern that is computed, as of `key:regexp`, and is no regular expression gives null.',
    ],
    examples: ["'GET /cart'.matches(/GET .*/)", "'GET /cart'.matches(/(?i)get .*/)", "'GET /cart'.matches(/.*ET/)"],
    queries: ['filter msg.matches(/.*\\d+\\.\\d+.*/) | choose msg'],
    see: ['contains', 'textSearch', 'regexpSplitParts'],
  },
  pad: padded('pad'),
  padLeft: padded('padLeft'),
  padRight: padded('padRight'),
  splitParts: part('the text between two parts', "splitParts('a-b-c', '-', 2)", ['arraySplit', 'regexpSplitParts']),
  regexpSplitParts: part('a regular expression of RE2', "regexpSplitParts('a1b22c', /\\d+/, 3)", [
    'splitParts',
    'arraySplit',
  ]),
  substr: SUBSTR,
  substring: SUBSTR,
  textSearch: {
    parameters: {
      target:
        'what is searched: a text, a number as text, the elements of an array, the values of an object at any depth',
      phrase: 'the words, in this order and next to each other; without a word nothing is found',
    },
    notes: [
      'The same as `target ~ phrase` and as [find](../../commands/find.md).',
      'Words end at blanks and at ``= / : @ # $ * | , ; \' " ( ) [ ] { } < > . _ -``. A part of a word is not found, and neither is a key of an object.',
    ],
    examples: ["textSearch('tool_call online', 'TOOL CALL')", "textSearch('tool_call online', 'onl')"],
    queries: ["filter textSearch(user, 'free') || textSearch(tags, 'error') | choose path, user, tags"],
    see: ['contains', 'matches'],
  },
};
