import { signatureAt } from '@clearspan/dataprime';
import { MarkupKind, type Position, type SignatureHelp } from 'vscode-languageserver-types';
import { offsetAt, type SourceText } from './source-text.ts';

/** The call a position is inside of, with the parameter it is at. Past the last parameter, none is marked. */
export const signatureHelpOf = (source: SourceText, position: Position): SignatureHelp | null => {
  const found = source.isTooLong ? null : signatureAt(source.text, offsetAt(source, position));
  if (found === null) return null;
  const { label, documentation, parameters, active } = found;
  const signature = {
    label,
    documentation: { kind: MarkupKind.Markdown, value: documentation.replaceAll('\n', '\n\n') },
    parameters: parameters.map(({ label: text, documentation: value }) => ({
      label: text,
      documentation: { kind: MarkupKind.Markdown, value },
    })),
  };
  return { signatures: [signature], activeSignature: 0, activeParameter: active ?? parameters.length };
};
