import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { withoutSuffix } from '../catalog/name-suffix.ts';
import type { Token } from '../tokens/token.ts';

const CALLS = /^(?:call|conversation|phone call)$/;
const LASTS = /^(?:last|lasts|lasted|take|takes|took|go|goes|went)$/;

/** "calls that last longer than ten minutes", where people are on the phone: as long as was talked, if `talk_s` tells it. */
export const callsLast = (tokens: readonly Token[], index: CatalogIndex): readonly Token[] => {
  const isTalk = index.logs.fields.some(
    ({ ref }) => ref.type === 'number' && withoutSuffix(ref.path.at(-1) ?? '').includes('talk'),
  );
  if (!isTalk) return tokens;
  return tokens.map((token, at): Token => {
    const before = /^(?:that|which|on)$/.test(tokens[at - 1]?.norm ?? '') ? at - 2 : at - 1;
    const lasts = LASTS.test(token.text.toLowerCase()) && CALLS.test(tokens[before]?.norm ?? '');
    const bounds = /^(?:longer|more|less|shorter|over|under|at)$/.test(tokens[at + 1]?.text.toLowerCase() ?? '');
    return lasts && bounds && token.kind === 'word' ? { ...token, text: 'talked', norm: 'talked' } : token;
  });
};
