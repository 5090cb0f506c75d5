/** Words whose last `s` is no plural, or that fold in a way of their own. Suffix rules alone give `statu`, `latenc`, `redi`. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['ids', 'id'],
  ['dbs', 'db'],
  ['ips', 'ip'],
  ['status', 'status'],
  ['statuses', 'status'],
  ['latencies', 'latency'],
  ['queries', 'query'],
  ['severities', 'severity'],
  ['gateways', 'gateway'],
  ['redis', 'redis'],
  ['kubernetes', 'kubernetes'],
  ['postgres', 'postgres'],
  ['series', 'series'],
  ['always', 'always'],
  ['does', 'does'],
  ['was', 'was'],
  ['has', 'has'],
  ['is', 'is'],
  ['this', 'this'],
  ['its', 'its'],
  ['us', 'us'],
  ['as', 'as'],
  ['yes', 'yes'],
  ['dns', 'dns'],
  ['aws', 'aws'],
  ['https', 'https'],
  ['tls', 'tls'],
  ['sms', 'sms'],
  ['caches', 'cache'],
  ['responses', 'response'],
  ['releases', 'release'],
  ['databases', 'database'],
  ['purchases', 'purchase'],
  ['causes', 'cause'],
  ['pages', 'page'],
  ['people', 'person'],
  ['quizzes', 'quiz'],
  ['indices', 'index'],
]);

/** Lower case, and one form for singular and plural. */
export const wordForm = (word: string): string => {
  const lower = word.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/'s$/, '');
  const known = IRREGULAR.get(lower);
  if (known !== undefined) return known;
  if (lower.length <= 3 || /(ss|us|is)$/.test(lower)) return lower;
  if (/[^aeiou]ies$/.test(lower)) return `${lower.slice(0, -3)}y`;
  if (/(ss|x|ch|sh|zz)es$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith('s') ? lower.slice(0, -1) : lower;
};

/** One form for `paymentGateway`, `payment-gateway`, `payment_gateway` and `Payment Gateway`. */
export const joinedForm = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_./:]+/g, '');

/** The words of a name: `cartValue`, `cart_value`, `cart.value` → cart, value. */
export const nameWords = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
