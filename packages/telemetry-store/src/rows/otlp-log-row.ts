import type { SharedResource, SharedScope } from '../otlp/record-origin.ts';
import { isJsonObject, isShallow, type JsonTree, parseJson } from './json-tree.ts';
import { childPath, ROOT_PATH } from './leaf-path.ts';
import { addLeaves, clearLeaves, createLeaves, type Leaves } from './leaves.ts';
import { type LogRow, PRIORITY_CLASS } from './log-row.ts';
import { messageText } from './message-text.ts';
import { severityFromOtel, severityFromWord } from './severity.ts';

type Tree = { readonly [key: string]: JsonTree };
type Label = readonly [name: string, value: string];

/** A log record as OTLP has it, and the context it stands in. */
export interface OtlpLog {
  readonly timeNanos: bigint;
  readonly observedNanos: bigint;
  readonly receivedNanos: bigint;
  readonly severityNumber: number;
  readonly severityText: string;
  readonly body: JsonTree | undefined;
  readonly attributes: Tree;
  /** Hexadecimal, or empty. */
  readonly traceId: string;
  readonly spanId: string;
  readonly eventName: string;
  readonly flags: number;
  readonly logId: string;
}

/** What the rows of one resource and scope share: the end of `d_json` and the leaves in it. */
export interface SharedLogParts {
  readonly json: string;
  readonly leaves: Leaves;
  readonly resource: SharedResource;
  readonly labels: readonly Label[];
}

/** DataPrime labels that records of OpenTelemetry have under another name. */
const RESOURCE_LABELS: readonly Label[] = [['computername', 'host.name']];
const RECORD_LABELS: readonly Label[] = [
  ['threadid', 'thread.id'],
  ['classname', 'code.namespace'],
  ['methodname', 'code.function.name'],
];

const labelsOf = (attributes: Tree, names: readonly Label[]): Label[] => {
  const labels: Label[] = [];
  for (const [label, key] of names) {
    const value = attributes[key];
    if (typeof value === 'string' || typeof value === 'number') labels.push([label, String(value)]);
  }
  return labels;
};

const hasKeys = (tree: Tree): boolean => {
  for (const _ in tree) return true;
  return false;
};

export const shareLogParts = (resource: SharedResource, scope: SharedScope): SharedLogParts => {
  const shared: { [key: string]: JsonTree } = {};
  if (hasKeys(resource.attributes.tree)) shared.resource = { attributes: resource.attributes.tree };
  if (scope.name !== '' || scope.version !== '' || hasKeys(scope.attributes.tree)) {
    shared.scope = {
      ...(scope.name === '' ? {} : { name: scope.name }),
      ...(scope.version === '' ? {} : { version: scope.version }),
      ...(hasKeys(scope.attributes.tree) ? { attributes: scope.attributes.tree } : {}),
    };
  }
  const leaves = createLeaves();
  addLeaves(leaves, ROOT_PATH, shared);
  const json = JSON.stringify(shared);
  return {
    json: json === '{}' ? '}' : `,${json.slice(1)}`,
    leaves,
    resource,
    labels: labelsOf(resource.attributes.tree, RESOURCE_LABELS),
  };
};

/** A body that is the text of a JSON object becomes that object, so that its fields can be asked for. */
const bodyTree = (body: JsonTree): JsonTree => {
  if (typeof body !== 'string' || !/^\s*\{/.test(body) || !/\}\s*$/.test(body)) return body;
  try {
    const tree = parseJson(body);
    return isJsonObject(tree) && isShallow(tree) ? tree : body;
  } catch {
    return body;
  }
};

const recordTree = (log: OtlpLog, body: JsonTree | undefined): Tree => {
  const record: { [key: string]: JsonTree } = {};
  if (body !== undefined && body !== null) record.body = body;
  if (hasKeys(log.attributes)) record.attributes = log.attributes;
  if (log.severityText !== '') record.severityText = log.severityText;
  if (log.severityNumber !== 0) record.severityNumber = log.severityNumber;
  if (log.traceId !== '') record.traceId = log.traceId;
  if (log.spanId !== '') record.spanId = log.spanId;
  if (log.eventName !== '') record.eventName = log.eventName;
  if (log.flags !== 0) record.flags = log.flags;
  return record;
};

const own: Leaves = createLeaves();

/**
 * The row of an OTLP log record: `$d` is `{logRecord: {body, attributes, severityText, …}, resource: {attributes}, scope}`
 * with what is empty left out. The row is valid until the next call.
 */
export const otlpLogRow = (log: OtlpLog, shared: SharedLogParts): LogRow => {
  const body = log.body === undefined ? undefined : bodyTree(log.body);
  const record = recordTree(log, body);
  clearLeaves(own);
  addLeaves(own, childPath(ROOT_PATH, 'logRecord'), record);
  const observedNanos = log.observedNanos || log.receivedNanos;
  const recordLabels = labelsOf(log.attributes, RECORD_LABELS);
  const { application, subsystem } = shared.resource.origin;
  return {
    timeNanos: log.timeNanos || observedNanos,
    observedNanos,
    severity: severityFromOtel(log.severityNumber) || severityFromWord(log.severityText),
    severityNumber: log.severityNumber <= 24 ? log.severityNumber : 0,
    logId: log.logId,
    priorityClass: PRIORITY_CLASS,
    templateId: null,
    application,
    subsystem,
    labels: recordLabels.length === 0 ? shared.labels : [...shared.labels, ...recordLabels],
    traceId: log.traceId,
    spanId: log.spanId,
    text: body === undefined ? '' : messageText(body),
    json: `{"logRecord":${JSON.stringify(record)}${shared.json}`,
    leaves: [own, shared.leaves],
  };
};
