import type { Token } from '../tokens/token.ts';
import type { ValueLink } from './mark.ts';

const DATABASE =
  /^(?:db|database|sql|query|table|collection|row|statement|select|insert|update|delete|postgre\w*|mysql|oracle\S*|mongo\w*|redis|elasticsearch|span|read|write|index)$/;
const TABLE = /^db\.(?:collection\.name|sql\.table)$/;

/** Of tables speaks who speaks of a database: the "bookings" of yesterday are no rows that were read. */
export const saysDatabase = (tokens: readonly Token[]): boolean => tokens.some(({ norm }) => DATABASE.test(norm));
export const isNoTable = ({ field }: ValueLink): boolean => !TABLE.test(field.path.at(-1) ?? '');
