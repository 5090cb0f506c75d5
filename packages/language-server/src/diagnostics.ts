import type { Diagnostic as Finding } from '@clearspan/dataprime';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { findingsOf } from './findings.ts';
import type { Knowledge } from './knowledge.ts';
import { rangeOf, type SourceText } from './source-text.ts';

const SEVERITY: Readonly<Record<Finding['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** What editors show struck out or faded. */
const TAGS: Readonly<Partial<Record<Finding['code'], DiagnosticTag>>> = {
  DP3002: DiagnosticTag.Deprecated,
  DP5011: DiagnosticTag.Unnecessary,
};

export const diagnosticOf = (source: SourceText, { code, severity, message, span }: Finding): Diagnostic => {
  const tag = TAGS[code];
  return {
    range: rangeOf(source, span),
    severity: SEVERITY[severity],
    code,
    source: 'dataprime',
    message,
    ...(tag === undefined ? {} : { tags: [tag] }),
  };
};

/** What is wrong with a document, and what is legal and probably not what is wanted. */
export const diagnosticsOf = (source: SourceText, knowledge: Knowledge): Diagnostic[] =>
  findingsOf(source, knowledge).map((finding) => diagnosticOf(source, finding));
