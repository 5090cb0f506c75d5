export { type ClosestOptions, closest } from './closest.ts';
export { type LineIndex, lineIndex, type Position } from './line-index.ts';
export { osaDistance } from './osa-distance.ts';
export { cover, type Span } from './span.ts';
