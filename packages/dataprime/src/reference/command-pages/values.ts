import type { CommandPage } from '../command-page.ts';
import { may, part } from '../command-page.ts';

export const EXTRACT: CommandPage = {
  parts: [
    part('e', 'text', 'what is read; it stays as it is. Values of other types are read as text'),
    part(
      'into key',
      'keypath',
      'where the result goes. `into $d` puts the members of an object beside those of the row; what is there already stays',
    ),
    part(
      'using extractor(…)',
      'an [extractor](../extractors/README.md)',
      '`regexp`, `multi_regexp`, `kv`, `jsonobject` or `split`. Without arguments the parentheses may be left out',
    ),
    may(
      'datatypes key:type, …',
      'keys of the result with types',
      'what they are converted to; without it text stays text',
    ),
  ],
  row: 'changes',
  notes: [
    'Where nothing is found the key is null, of `multi_regexp` an empty array. The result takes the place of what was at the key; only `regexp` adds to an object that is there, and keeps its keys.',
  ],
  examples: [
    [
      'Two named groups of a regular expression:',
      'extract msg into request using regexp(/(?<verb>[A-Z]+) (?<url>\\/\\S+)/) | choose msg, request',
    ],
    [
      'Pairs, one of them as a number:',
      'extract msg into pairs using kv() datatypes order:number | filter pairs.order > 0 | choose msg, pairs',
    ],
    [
      'Beside the keys of the row:',
      'extract msg into $d using jsonobject() | filter items > 0 | choose path, order, items',
    ],
  ],
  see: ['explode', 'convert', 'create'],
};

export const EXPLODE: CommandPage = {
  parts: [
    part('e', 'array', 'whose elements become rows; also a keypath of unknown type, and `text:array`'),
    part('into key', 'keypath', 'where the element is, over what was there'),
    may('original discard', '', 'the row is closed to the element: so without this clause'),
    may('original preserve', '', 'the other keys stay'),
  ],
  row: null,
  notes: [
    'The row is closed: afterwards it has the element and no other key; with `original preserve` it stays open and has all of them.',
    'A null element gives a row with null; null, an empty array and what is no array give no row.',
    'Elements that are objects are read by their keys: `item.price`. Arrays of up to 100,000 elements; with more the query fails.',
  ],
  examples: [
    ['The words and how often:', 'explode tags into tag | countby tag into n | orderby n desc, tag'],
    ['With the keys of the row:', 'explode tags into tag original preserve | choose path, tag'],
  ],
  see: ['extract', 'groupby'],
};

export const ENRICH: CommandPage = {
  parts: [
    part('e', 'text', 'what is looked up in the first column of the table; other values as text'),
    part('into key', 'keypath', 'where the columns go, as texts'),
    part('using table', 'name of a table', 'as after `source`: `owners`, `default/enrichments/owners`'),
  ],
  row: 'changes',
  notes: [
    'On a hit every column is a key of the target, beside those it has already. Of several rows of the table with one value the first counts.',
    'Without a hit the target stays as it is: null where there was none. An unknown table is `DP2009`.',
  ],
  examples: [
    [
      'Who owns a path; nobody owns the last:',
      'countby path into n | enrich path into owner using owners | choose path, n, owner.owner, owner.tier | orderby path',
    ],
  ],
  see: ['join', 'source', 'extract'],
};
