import type { Diagnostic as Finding, Fix } from '@clearspan/dataprime';
import type { Span } from '@clearspan/text';
import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver-types';
import { diagnosticOf } from './diagnostics.ts';
import { findingsOf } from './findings.ts';
import type { Knowledge } from './knowledge.ts';
import { mendErrors } from './mend-errors.ts';
import { rangeOf, type SourceText, spanOf } from './source-text.ts';

type Fixable = Finding & { readonly fix: Fix };

const isFixable = (finding: Finding): finding is Fixable => finding.fix !== undefined;

/** Touching counts: the caret stands at a border of what is wrong. */
const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

const editOf = (source: SourceText, { span, text }: Fix): TextEdit => ({ range: rangeOf(source, span), newText: text });

const quickFix = (source: SourceText, uri: string, finding: Fixable): CodeAction => ({
  title: finding.fix.title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnosticOf(source, finding)],
  isPreferred: true,
  edit: { changes: { [uri]: [editOf(source, finding.fix)] } },
});

/** All of what differs as one edit. */
const difference = (source: SourceText, after: string): TextEdit => {
  const { text } = source;
  let start = 0;
  while (start < Math.min(text.length, after.length) && text[start] === after[start]) start++;
  let [end, afterEnd] = [text.length, after.length];
  while (end > start && afterEnd > start && text[end - 1] === after[afterEnd - 1]) {
    end--;
    afterEnd--;
  }
  return { range: rangeOf(source, { start, end }), newText: after.slice(start, afterEnd) };
};

const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));

export interface CodeActionsAsk {
  readonly uri: string;
  readonly range: Range;
  /** Kinds the editor asks for; all of them when not given. */
  readonly only?: readonly string[] | undefined;
}

/** The fixes of what is wrong at a range, and one action that mends every error of the document that has a fix. */
export const codeActionsOf = (source: SourceText, knowledge: Knowledge, ask: CodeActionsAsk): CodeAction[] => {
  const { uri, only } = ask;
  const fixable = findingsOf(source, knowledge).filter(isFixable);
  const at = spanOf(source, ask.range);
  const here = fixable.filter(({ span, fix }) => touches(span, at) || touches(fix.span, at));
  const hasErrors = fixable.some(({ severity }) => severity === 'error');
  const all = (kind: CodeActionKind): CodeAction => ({
    title: 'Fix all errors that have a fix',
    kind,
    edit: { changes: { [uri]: [difference(source, mendErrors(source.text, knowledge))] } },
  });
  return [
    ...(isWanted(CodeActionKind.QuickFix, only) ? here.map((finding) => quickFix(source, uri, finding)) : []),
    ...[...(here.length > 0 ? [CodeActionKind.QuickFix] : []), CodeActionKind.SourceFixAll]
      .filter((kind) => hasErrors && isWanted(kind, only))
      .map(all),
  ];
};
