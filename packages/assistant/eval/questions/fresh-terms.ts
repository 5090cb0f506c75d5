import { BAD_SPAN, SERVER } from './blind-terms.ts';
import { OR_WORSE, SHOP_STATUS, STATUS } from './later-terms.ts';

/** Pieces that the expected queries of the fresh questions are written with, beside those of the later ones. */
export const PATH: string = '$d.path';
export const TOOK: string = '$d.duration_ms';
export const POD: string = '$d.pod';
export const REGION: string = '$d.region';
export const SPAN_REGION: string = '$d.tags.region';
export const USER_ID: string = '$d.user_id';
export const LATENCY: string = '$d.latency_ms';
export const HTTP_ROUTE: string = '$d.http.route';
export const OWN_TRACE: string = '4bf92f3577b34da6a3ce929d0e0e4736';
export const FLEET_TRACE: string = '7d3f9a2c11e84b6fa0c5d2e9b8f41367';

type Query = (condition: string) => string;

export const hourly: string = 'groupby roundTime($m.timestamp, 1h) as t';
export const daily: string = 'groupby roundTime($m.timestamp, 1d) as t';

/** Spans however they are counted: all of them, or one for each request that was served. */
export const spans = (query: Query): readonly string[] => [
  query('true').replace(/ && true| \| filter true/, ''),
  query(SERVER),
];

/** What went wrong in the shop: refused requests too, or only those that the shop itself could not answer. */
export const shopFailed = (query: Query): readonly string[] => [
  query(`${SHOP_STATUS} >= 400`),
  query(`${SHOP_STATUS} >= 500`),
];

/** The same of the logs of the fleet, by status or by severity. */
export const fleetFailed = (query: Query): readonly string[] => [
  query(`${STATUS} >= 400`),
  query(OR_WORSE),
  query('$m.severity == ERROR'),
];

/** The same of spans. */
export const spanFailed = (query: Query): readonly string[] => spans((kind) => query(`${BAD_SPAN} && ${kind}`));

/** Which values there are: the list with or without what has none, or each with its number of records. */
export const which = (query: string, key: string): readonly string[] => [
  `${query} | distinct ${key}`,
  `${query} | filter ${key} != null | distinct ${key}`,
  `${query} | groupby ${key} aggregate count() as n`,
];

/** A statistic of a field on two sides of a condition, as rows or as columns. */
export const sides = (query: string, condition: string, call: Query, field: string): readonly string[] => [
  `${query} | groupby if(${condition}, 'a', 'b') as side aggregate ${call(field)} as m`,
  `${query} | aggregate ${call(`if(${condition}, ${field})`)} as one, ${call(`if(!(${condition}), ${field})`)} as other`,
];
