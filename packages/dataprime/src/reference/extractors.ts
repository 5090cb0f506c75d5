/** A way to read fields out of a text, for `extract … using`. Parameters as they are written, with their defaults. */
export interface ExtractorDoc {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly summary: string;
}

export const EXTRACTORS: readonly ExtractorDoc[] = [
  { name: 'regexp', parameters: ['e=/…/'], summary: 'One text for each named group of a regular expression' },
  { name: 'multi_regexp', parameters: ['e=/…/'], summary: 'Every match of a regular expression, as an array' },
  {
    name: 'kv',
    parameters: ["pair_delimiter=' '", "key_delimiter='='", "quote_char='\"'"],
    summary: 'Pairs of key and value',
  },
  { name: 'jsonobject', parameters: ['max_unescape_count=1'], summary: 'A JSON object' },
  { name: 'split', parameters: ["delimiter=','", 'element_datatype=string'], summary: 'Parts, as an array' },
];
