/** What the reference tells of an extractor beyond its line. Texts are Markdown. */
export interface ExtractorPage {
  /** Each argument by its name: what may be written for it, and what it says. */
  readonly parameters: Readonly<Record<string, readonly [takes: string, doc: string]>>;
  readonly result: string;
  readonly notes: readonly string[];
  readonly queries: readonly string[];
}

const PATTERN = ['regular expression of RE2', 'may be given by its place: `regexp(/…/)`'] as const;

/** Extractors by their names. */
export const EXTRACTOR_PAGES: Readonly<Record<string, ExtractorPage>> = {
  regexp: {
    parameters: { e: [PATTERN[0], `with at least one group; ${PATTERN[1]}`] },
    result: 'An object: a text for each named group `(?<name>…)`, `_0`, `_1` … for the groups without a name.',
    notes: [
      'The first match counts. Without one the result is null; a group that holds nothing is null.',
      'Keys that the target has already stay, and so do those of the row with `into $d`.',
    ],
    queries: [
      'extract msg into request using regexp(/(?<verb>[A-Z]+) (?<url>\\/\\S+)/) | choose msg, request',
      'extract msg into found using regexp(e=/order=(\\d+)/) datatypes _0:number | filter found._0 > 0 | choose found',
    ],
  },
  multi_regexp: {
    parameters: { e: PATTERN },
    result: 'An array of all matches, each as a whole.',
    notes: ['Groups mean nothing to it. Without a match the array is empty; of null it is null.'],
    queries: ['extract msg into numbers using multi_regexp(/\\d+/) | choose msg, numbers'],
  },
  kv: {
    parameters: {
      pair_delimiter: ['text, written out', 'what stands between two pairs'],
      key_delimiter: ['text, written out', 'what stands between a key and its value'],
      quote_char: ['text, written out', 'around a value that holds delimiters; it is taken off. Empty: no quotes'],
    },
    result: 'An object of texts; `datatypes` converts them.',
    notes: [
      'Words that are no pair are passed over. Of a key that stands twice the first counts. At most 1,000 pairs are read of one text. Without a pair the result is null.',
    ],
    queries: [
      'extract msg into pairs using kv() datatypes order:number | filter pairs.order > 0 | choose msg, pairs',
      "choose 'a:1;b:2' as text | limit 1 | extract text into pairs using kv(pair_delimiter=';', key_delimiter=':') | choose pairs",
    ],
  },
  jsonobject: {
    parameters: {
      max_unescape_count: ['whole number from 0 to 8', 'how many layers of escapes are undone to find the object'],
    },
    result: 'The object that the text writes in JSON, with its types.',
    notes: ['A text that is no object, such as an array or a number, gives null.'],
    queries: ['extract msg into body using jsonobject() | filter body.order > 0 | choose msg, body'],
  },
  split: {
    parameters: {
      delimiter: ['text, written out', 'what stands between two parts; may be given by its place'],
      element_datatype: ['`string`, `number` or `bool`', 'what each part is converted to; what cannot be is null'],
    },
    result: 'An array of the parts.',
    notes: ['Blanks around a part stay in a text, and do not matter to a number. Of null it is null.'],
    queries: [
      "extract path into parts using split('/') | distinct parts | orderby parts[1]",
      "choose '1, 2, x' as text | limit 1 | extract text into numbers using split(delimiter=',', element_datatype=number) | choose numbers",
    ],
  },
};
