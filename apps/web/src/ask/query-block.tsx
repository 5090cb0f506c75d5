import { format, highlight } from '@clearspan/dataprime';
import { type ReactElement, useMemo, useState } from 'react';
import { pieces } from './pieces.ts';
import './query-block.css';

const COPIED_MS = 1_600;

/** The query, coloured by what its words are. Nothing of it is ever markup. */
export const QueryBlock = ({ query }: { readonly query: string }): ReactElement => {
  // Laid out for reading; a text with syntax errors stays as it is.
  const text = useMemo(() => format(query).text, [query]);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
    setTimeout(() => setCopied('no'), COPIED_MS);
  };
  return (
    <div className="query-block">
      <pre>
        <code>
          {pieces(text, highlight(text)).map((piece) =>
            piece.kind === null ? (
              piece.text
            ) : (
              <span key={piece.start} className={`dp-${piece.kind}`}>
                {piece.text}
              </span>
            ),
          )}
        </code>
      </pre>
      <button type="button" className="quiet" onClick={copy}>
        {copied === 'no' ? 'Copy' : copied === 'yes' ? 'Copied' : 'Not allowed'}
      </button>
    </div>
  );
};
