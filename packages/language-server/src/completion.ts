import { type CompletionItem, type CompletionKind, completeAt } from '@clearspan/dataprime';
import {
  type CompletionList,
  CompletionItemKind as Kind,
  type CompletionItem as LspItem,
  MarkupKind,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import type { Knowledge } from './knowledge.ts';
import { offsetAt, rangeOf, type SourceText } from './source-text.ts';

const KIND: Readonly<Record<CompletionKind, Kind>> = {
  aggregation: Kind.Function,
  clause: Kind.Keyword,
  command: Kind.Keyword,
  constant: Kind.Constant,
  dataset: Kind.Module,
  extractor: Kind.Function,
  function: Kind.Function,
  interval: Kind.Value,
  key: Kind.Field,
  operator: Kind.Operator,
  parameter: Kind.Variable,
  severity: Kind.EnumMember,
  timestamp: Kind.Value,
  type: Kind.TypeParameter,
  unit: Kind.Unit,
  value: Kind.Value,
};

/** Whether the letters stand in the text in their order, as editors compare. */
const holdsInOrder = (text: string, letters: string): boolean => {
  const wanted = letters.toLowerCase();
  let at = 0;
  for (const char of text.toLowerCase()) if (char === wanted[at]) at++;
  return at === wanted.length;
};

/** `typed` stands between the start of what is replaced and the caret. */
const itemOf = (item: CompletionItem, range: Range, typed: string): LspItem => ({
  label: item.label,
  kind: KIND[item.kind],
  detail: item.detail,
  sortText: item.sortText,
  // Editors compare it with all that is typed of what is replaced. Whether the item fits is decided here already: a key
  // may be begun as `.f` and end up as `['first name']`.
  filterText: holdsInOrder(item.insert, typed) ? item.insert : typed,
  textEdit: { range, newText: item.insert },
  ...(item.documentation === undefined
    ? {}
    : { documentation: { kind: MarkupKind.Markdown, value: item.documentation.replaceAll('\n', '\n\n') } }),
});

/** What may be written at a position. Incomplete, always: which items are worth it depends on what is typed. */
export const completionOf = (source: SourceText, position: Position, knowledge: Knowledge): CompletionList => {
  if (source.isTooLong) return { isIncomplete: false, items: [] };
  const { schema, values } = knowledge;
  const offset = offsetAt(source, position);
  const { span, items } = completeAt(source.text, offset, {
    schema,
    ...(values === null ? {} : { values }),
  });
  const range = rangeOf(source, span);
  const typed = source.text.slice(span.start, offset);
  return { isIncomplete: true, items: items.map((item) => itemOf(item, range, typed)) };
};
