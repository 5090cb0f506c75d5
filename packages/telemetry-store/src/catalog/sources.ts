import type { CatalogField } from '@clearspan/contracts';
import { SEVERITIES } from '@clearspan/dataprime';
import { fieldPath } from '../rows/field-key.ts';

export type Dataset = 'logs' | 'spans';
export type FieldType = CatalogField['types'][number]['type'];
export type FieldPlace = Pick<CatalogField, 'root' | 'path'>;

/** Where fields come from: an expression of pairs of key and value per row, and what a key stands for. */
export interface CatalogSource {
  /** Map(String, V) or Array(Tuple(String, V)), V being text for `text` and a number for `number`. */
  readonly pairs: string;
  readonly values: 'text' | 'number';
  readonly type: FieldType;
  readonly placeOf: (key: string) => FieldPlace;
  /** Text of several words is also told by its words. */
  readonly words: boolean;
}

const below =
  (root: FieldPlace['root'], ...prefix: readonly string[]) =>
  (key: string): FieldPlace => ({ root, path: [...prefix, key] });
const dataKey = (key: string): FieldPlace => ({ root: 'd', path: fieldPath(key) });
/** `m.severity`: the names of columns that stand for one field each. */
const written = (key: string): FieldPlace => {
  const [root, ...path] = key.split('.');
  return { root: root as FieldPlace['root'], path };
};

/** Pairs of fixed names and columns; an empty value is an absent one. */
const columns = (of: Readonly<Record<string, string>>): string =>
  `arrayFilter(p -> p.2 != '', [${Object.entries(of)
    .map(([name, column]) => `('${name}', toString(${column}))`)
    .join(', ')}])`;
const numbers = (of: Readonly<Record<string, string>>): string =>
  `[${Object.entries(of)
    .map(([name, expr]) => `('${name}', toFloat64(${expr}))`)
    .join(', ')}]`;
const named = (column: string, names: readonly string[]): string =>
  `[${['', ...names].map((name) => `'${name}'`).join(', ')}][${column} + 1]`;
const hex = (column: string): string => `lower(hex(${column}))`;

const text = (
  pairs: string,
  placeOf: CatalogSource['placeOf'],
  words: boolean,
  type: FieldType = 'string',
): CatalogSource => ({
  pairs,
  values: 'text',
  type,
  placeOf,
  words,
});

const KINDS: readonly string[] = ['INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'];

export const SOURCES: Readonly<Record<Dataset, readonly CatalogSource[]>> = {
  logs: [
    text(columns({ 'm.severity': named('severity', SEVERITIES) }), written, false, 'enum'),
    text(
      columns({
        'm.priorityclass': 'priorityclass',
        'm.logid': 'logid',
        'm.templateid': 'templateid',
        'l.applicationname': 'applicationname',
        'l.subsystemname': 'subsystemname',
      }),
      written,
      false,
    ),
    text('labels', below('l'), false),
    text('d_str', dataKey, true),
    { pairs: 'd_num', values: 'number', type: 'number', placeOf: dataKey, words: false },
    text('mapApply((k, v) -> (k, toString(v)), d_bool)', dataKey, false, 'bool'),
  ],
  spans: [
    text(
      columns({
        'm.kind': named('kind', KINDS),
        'm.statusCode': `['UNSET', 'OK', 'ERROR'][status + 1]`,
        'm.statusMessage': 'status_message',
        'l.applicationName': 'application',
        'l.subsystemName': 'subsystem',
        'l.serviceName': 'service',
        'l.operationName': 'name',
        'd.operationName': 'name',
        'd.process.serviceName': 'service',
        'd.traceID': hex('trace_id'),
        'd.spanID': hex('span_id'),
        // A root has no parent: DataPrime shows that as the empty string.
        'd.parentId': `if(parent_id = toFixedString('', 8), '', ${hex('parent_id')})`,
      }),
      written,
      false,
    ),
    text('attrs', below('d', 'tags'), true),
    text('resource', below('d', 'process', 'tags'), false),
    {
      pairs: numbers({
        'm.duration': 'duration / 1000',
        'd.duration': 'duration / 1000',
        'd.startTime': 'intDiv(toUnixTimestamp64Nano(ts), 1000)',
      }),
      values: 'number',
      type: 'number',
      placeOf: written,
      words: false,
    },
  ],
};
