/**
 * How long a question takes with 300 fields and 5,000 values: prints milliseconds. The first question of a catalog also
 * builds its index; it is shown apart. Run: node packages/assistant/bench/interpret.ts
 */
import { interpretTimes, quantile } from './interpret-times.ts';
import { wideCatalog } from './wide-catalog.ts';

const { firstMs, ms } = interpretTimes();
const fields = [...wideCatalog.logs.fields, ...wideCatalog.spans.fields];
const values = fields.reduce((sum, field) => sum + field.values.length, 0);
const at = (share: number): string => quantile(ms, share).toFixed(2);

console.log(`${ms.length} questions, ${fields.length} fields, ${values} values`);
console.log(`first question, index included: ${firstMs.toFixed(1)} ms`);
console.log(`p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   p99 ${at(0.99)} ms   max ${at(1)} ms`);
