import { isLoopback } from '@clearspan/service-kit';
import type { Signal } from '../../wal/record.ts';
import { coralogixTarget } from './coralogix-target.ts';
import { type ForwardTarget, type TargetFault, textOf, type Variables } from './forward-target.ts';
import { parseHeaderList } from './header-list.ts';

export interface ReadTargets {
  readonly targets: readonly ForwardTarget[];
  readonly faults: readonly TargetFault[];
}

type Named = Pick<ForwardTarget, 'name' | 'url' | 'headers'>;

const LIST = 'TELEMETRY_STORE_FORWARD';
const OF_TARGET = /^TELEMETRY_STORE_FORWARD_(.+)_(?:HEADERS|SIGNALS)$/;
const NAME = /^[a-z][a-z0-9-]{0,31}$/;
const SIGNALS: readonly Signal[] = ['traces', 'logs', 'metrics'];

/** Each target costs a queue on the disk and requests that are under way. */
export const TARGETS_MAX = 8;

const inVariable = (name: string): string => name.toUpperCase().replaceAll('-', '_');

/** An address may not hold a secret, since it is shown: keys belong into headers. */
const urlOf = (text: string): URL | null => {
  if (!URL.canParse(text) || /[?#]/.test(text)) return null;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : null;
};

/** Whether what is sent there would come back here, for ever. */
const isOwn = (url: URL, variables: Variables): boolean =>
  isLoopback(url.hostname.replace(/^\[|\]$/g, '')) && url.port === String(variables.TELEMETRY_STORE_OTLP_PORT);

const readNamed = (variables: Variables, fault: (message: string) => void): Named[] => {
  const parts = textOf(variables, LIST).split(',');
  return parts.flatMap((part, index) => {
    if (part.trim() === '') return [];
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(at, 0)).trim();
    const url = urlOf(part.slice(at + 1).trim());
    const where = `in part ${index + 1}`;
    if (!NAME.test(name))
      fault(`expected name=url,…, with a name of at most 32 letters a-z, digits and \`-\` ${where}`);
    else if (!url) fault(`expected an http or https address without user, query and fragment ${where}`);
    else if (isOwn(url, variables)) fault(`expected the address of another than this store ${where}`);
    else return [{ name, url, headers: {} }];
    return [];
  });
};

const readSignals = (text: string): ReadonlySet<Signal> | null => {
  if (text === '') return new Set(SIGNALS);
  const signals = text.split(',').map((part) => SIGNALS.find((signal) => signal === part.trim()));
  return signals.every((signal) => signal !== undefined) ? new Set(signals) : null;
};

const complete = (named: Named, variables: Variables, faults: TargetFault[]): ForwardTarget[] => {
  const [headersIn, signalsIn] = ['HEADERS', 'SIGNALS'].map((what) => `${LIST}_${inVariable(named.name)}_${what}`) as [
    string,
    string,
  ];
  const headers = parseHeaderList(textOf(variables, headersIn));
  const signals = readSignals(textOf(variables, signalsIn));
  if (!headers.ok) faults.push({ variable: headersIn, message: headers.message });
  if (!signals) faults.push({ variable: signalsIn, message: 'expected some of traces,logs,metrics' });
  return headers.ok && signals ? [{ ...named, headers: { ...named.headers, ...headers.headers }, signals }] : [];
};

/** Where telemetry is sent on to, by the variables, and everything that is wrong with them. */
export const readTargets = (variables: Variables): ReadTargets => {
  const faults: TargetFault[] = [];
  const fault = (message: string): void => void faults.push({ variable: LIST, message });
  const coralogix = coralogixTarget(variables, faults);
  const named = [...readNamed(variables, fault), ...(coralogix ? [coralogix] : [])];
  const names = new Set(named.map(({ name }) => name));
  if (names.size < named.length) fault('expected each name once; `coralogix` is the target of CX_TOKEN');
  if (named.length > TARGETS_MAX) fault(`expected at most ${TARGETS_MAX} targets`);
  const targets = named.flatMap((one) => complete(one, variables, faults));
  const known = new Set([...names].map(inVariable));
  for (const variable of Object.keys(variables)) {
    const name = OF_TARGET.exec(variable)?.[1];
    if (name === undefined || known.has(name) || textOf(variables, variable) === '') continue;
    faults.push({ variable, message: `expected a target of this name in ${LIST}` });
  }
  return { targets, faults };
};
