const USE =
  /^(?:cpu|memory|mem|ram|disk|heap|gpu|swap|io|network|bandwidth) (?:load|usage|use|utilization|utilisation|consumption|pressure|saturation)$/i;

/** "cpu load", "memory usage": what a machine has in use, which is measured and stands in no log or span. */
export const isResourceUse = (words: string): boolean => USE.test(words);
