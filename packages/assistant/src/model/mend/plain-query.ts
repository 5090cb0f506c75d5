/** The query without what is often put around it: fences, a name of the language, a leading bar, a closing semicolon. */
export const plainQuery = (written: string): string => {
  const fenced = /```(?:\w+)?\s*\n?([\s\S]*?)```/.exec(written)?.[1] ?? written;
  return fenced
    .trim()
    .replace(/^(?:dataprime|query)\s*:?\s+(?=source\b|filter\b|\|)/i, '')
    .replace(/^\|\s*/, '')
    .replace(/[;\s]+$/, '');
};
