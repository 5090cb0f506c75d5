const COMMAND =
  /^(?:source|from|filter|where|f|block|find|text|wildfind|wildtext|lucene|limit|dedupeby|choose|select|create|add|replace|move|remove|convert|redact|extract|explode|enrich|aggregate|agg|groupby|multigroupby|countby|count|distinct|top|bottom|orderby|sortby|join|union|stitch)\b/;

/** Whether a text that looks like DataPrime can be nothing else, right or wrong: it names its source, or has stages. */
export const isPipeline = (text: string): boolean => /^source\s/.test(text) || text.includes('|');

/**
 * Whether a text looks like DataPrime rather than a sentence: it starts with a command, and holds what sentences do
 * not. "find errors in checkout" and "count errors" are sentences; `countby $d.path` and `source logs` are not.
 */
export const isPastedQuery = (text: string): boolean => {
  if (!COMMAND.test(text)) return false;
  if (/^source\s+(?:logs|spans|[\w/.]+)\s*(?:$|\||last\s|between\s|around\s|timeshifted\s)/.test(text)) return true;
  return (
    /\$[dlmp]\b|\$(?:data|labels|metadata)\b/.test(text) || (/\|/.test(text) && /(?:==|!=|>=|<=|~|&&|\||\))/.test(text))
  );
};
