import { STOREFRONT_DEFAULTS, STOREFRONT_LIMITS } from '@clearspan/contracts';
import { z } from 'zod';
import type { FaultParam, FaultParams } from './fault.ts';
import { FAULT_NAMES, FAULTS, type FaultName } from './fault-catalog.ts';

const { faultDurationSMax, seedMax } = STOREFRONT_LIMITS;

/** `POST /faults`: switches a fault on, or off. A fault that is on already starts anew with what is given. */
export const faultRequest = z.strictObject({
  name: z.enum(FAULT_NAMES as [FaultName, ...FaultName[]]),
  on: z.boolean().default(true),
  params: z.record(z.string(), z.union([z.number(), z.string()])).default({}),
  /** Switched off by itself after so long. */
  duration_s: z.number().positive().max(faultDurationSMax).default(STOREFRONT_DEFAULTS.faultDurationS),
  /** The same seed makes the fault hit in the same order. */
  seed: z.int().min(0).max(seedMax).default(1),
  /** Not named in any list, nor on spans: for the quiz. */
  hidden: z.boolean().default(false),
});
export type FaultRequest = z.infer<typeof faultRequest>;

const expectedOf = (param: FaultParam): string =>
  param.kind === 'number'
    ? `a number from ${param.min} to ${param.max} (${param.unit})`
    : `one of ${param.choices.join(', ')}`;

const accepts = (param: FaultParam, value: number | string): boolean =>
  param.kind === 'number'
    ? typeof value === 'number' && value >= param.min && value <= param.max
    : param.choices.includes(String(value));

/** The parameters of a fault with defaults for those not given, or what is wrong with one. */
export const readParams = (
  name: FaultName,
  given: FaultParams,
): { readonly ok: true; readonly value: FaultParams } | { readonly ok: false; readonly message: string } => {
  const known: Readonly<Record<string, FaultParam>> = FAULTS[name].params;
  for (const [key, value] of Object.entries(given)) {
    const param = known[key];
    if (param === undefined) {
      const names = Object.keys(known);
      const expected = names.length === 0 ? 'none' : names.join(', ');
      return { ok: false, message: `params.${key}: unknown for ${name}; expected ${expected}` };
    }
    if (!accepts(param, value))
      return { ok: false, message: `params.${key}: expected ${expectedOf(param)}, found ${JSON.stringify(value)}` };
  }
  const defaults = Object.entries(known).map(([key, param]) => [key, param.otherwise]);
  return { ok: true, value: { ...Object.fromEntries(defaults), ...given } };
};
