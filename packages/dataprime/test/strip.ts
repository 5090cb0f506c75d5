export interface StripOptions {
  /** Takes parentheses away too. */
  readonly parens?: boolean;
}

/** A tree without its spans, ready to be compared. */
export const strip = (node: unknown, options: StripOptions = {}): unknown => {
  if (typeof node === 'bigint') return `${node}n`;
  if (Array.isArray(node)) return node.map((item) => strip(item, options));
  if (typeof node !== 'object' || node === null) return node;
  if (options.parens === true && 'kind' in node && node.kind === 'paren' && 'expr' in node) {
    return strip(node.expr, options);
  }
  const entries = Object.entries(node).filter(([key]) => key !== 'span' && key !== 'opSpan');
  return Object.fromEntries(entries.map(([key, value]) => [key, strip(value, options)]));
};
