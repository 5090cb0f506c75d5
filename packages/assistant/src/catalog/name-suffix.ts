import { nameWords } from '../tokens/normal-form.ts';

/** What says that a name tells which one it is, or in which unit. */
const SUFFIX =
  /^(?:id|ids|badge|plate|serial|barcode|uuid|guid|slug|handle|key|code|name|number|no|nr|ms|s|sec|secs|seconds|minutes|mins|min|hours|hrs|h|days|eur|usd|gbp|chf|cents|kg|g|km|m|cm|mm|pct|percent|kbps|mbps|bps|fps|hz|khz|mhz|kb|mb|gb|kwh|kw|celsius|c|bar|psi|ft|kmh|kph|mph|rpm)$/;

/** `patientId` tells of a patient, `amount_eur` of an amount. */
export const withoutSuffix = (name: string): readonly string[] => {
  const words = nameWords(name);
  return words.length > 1 && SUFFIX.test(words.at(-1) ?? '') ? [words.slice(0, -1).join('')] : [];
};
