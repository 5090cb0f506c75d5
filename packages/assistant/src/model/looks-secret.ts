const NAMED =
  /pass(?:word|wd|phrase)?|secret|token|api[-_.]?key|private[-_.]?key|credential|authori[sz]ation|cookie|session[-_.]?id|signature|ssn|iban|card[-_.]?number/i;

const SHAPES: readonly RegExp[] = [
  /\beyJ[\w-]{6,}\.[\w-]{6,}/,
  /\b(?:sk|pk|rk)[-_](?:live|test|proj|ant|or)?[-_]?[A-Za-z0-9_-]{12,}/,
  /\bgh[pousr]_\w{16,}|\bgithub_pat_\w{16,}|\bglpat-[\w-]{16,}|\bxox[abprs]-[\w-]{8,}/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b|\bAIza[\w-]{20,}|\bya29\.[\w-]{10,}/,
  /-----BEGIN [A-Z ]*(?:KEY|CERTIFICATE)/,
  /\b(?:Bearer|Basic)\s+[\w+/=.-]{8,}/i,
  /\b(?:password|passwd|pwd|secret|token|api[-_]?key)\s*[=:]\s*\S{3,}/i,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/@:]+:[^\s/@]+@/i,
  /\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}\b/,
  /[\w.+-]+@[\w-]+\.[\w.-]+/,
];

/** Runs of letters and digits of this length without a word in them are keys or ids, and say nothing to a reader. */
const RUN = /[A-Za-z0-9+/_=-]{24,}/g;

const isRandom = (run: string): boolean => {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(run)).length;
  const digits = run.replace(/\D/g, '').length;
  return kinds >= 3 || (kinds === 2 && digits >= 6);
};

const CARD = /\b\d(?:[ -]?\d){12,18}\b/g;

/** The check digit of cards (Luhn): it tells them from times in milliseconds and other long numbers. */
const isCard = (written: string): boolean => {
  const digits = written.replace(/\D/g, '');
  const sum = Array.from(digits, Number)
    .toReversed()
    .reduce((total, digit, at) => total + (at % 2 === 0 ? digit : ((digit * 2) % 10) + (digit > 4 ? 1 : 0)), 0);
  return sum % 10 === 0;
};

/** Whether a text holds what looks like a key, a password or the address or number of a person. Rather too often. */
export const looksSecret = (text: string): boolean =>
  SHAPES.some((shape) => shape.test(text)) ||
  (text.match(CARD) ?? []).some(isCard) ||
  (text.match(RUN) ?? []).some(isRandom);

/** Whether the values of a field of this name are to be kept back, whatever they look like. */
export const isSecretName = (name: string): boolean => NAMED.test(name);
