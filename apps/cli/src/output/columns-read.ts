/** Texts, names in the text with what stands right before and after them. */
const PIECES = /'(?:[^'\\]|\\.|'')*'|(?:\b(AS|FROM|JOIN)\s+)?([A-Za-z_][\w.]*)(\s*\()?/g;
const LAMBDA = /\(([\w, ]*)\) ->/g;

const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null', 'default']);

/**
 * The stored columns that a statement reads, sorted: names in it that are neither functions, nor tables, nor defined by
 * the statement. Keywords are in capitals in all SQL that is printed here.
 */
export const columnsRead = (sql: string): readonly string[] => {
  const defined = new Set([...sql.matchAll(LAMBDA)].flatMap(([, params = '']) => params.split(', ')));
  const named = new Set<string>();
  for (const [, before, name, opens] of sql.matchAll(PIECES)) {
    if (name === undefined || opens !== undefined) continue;
    if (before === undefined) named.add(name);
    else if (before === 'AS') defined.add(name);
  }
  return [...named]
    .filter((name) => !defined.has(name) && !WORDS.has(name) && name !== name.toUpperCase() && !name.includes('.'))
    .toSorted();
};
