import { type FaultState, STOREFRONT_DEFAULTS } from '@clearspan/contracts';

/** What is in the fields of a fault, by parameter. */
export type Texts = Readonly<Record<string, string>>;

/** What the body of `POST /faults` is made of. */
export interface FaultChange {
  readonly name: string;
  readonly on: boolean;
  readonly params?: Readonly<Record<string, number | string>>;
  readonly duration_s?: number;
}

export const MINUTES_OTHERWISE: string = String(STOREFRONT_DEFAULTS.faultDurationS / 60);

/** As it is adjusted while it is on, else as it is by default; what was typed goes before both. */
export const textsOf = ({ params, values }: FaultState, typed: Texts): Texts =>
  Object.fromEntries(
    Object.entries(params).map(([key, param]) => [key, typed[key] ?? String(values?.[key] ?? param.otherwise)]),
  );

/** Switches a fault on, or anew, with what is in its fields. */
export const onWith = (fault: FaultState, texts: Texts, minutes: string): FaultChange => ({
  name: fault.name,
  on: true,
  params: Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, fault.params[key]?.kind === 'number' ? Number(text) : text]),
  ),
  duration_s: Number(minutes) * 60,
});

/** Services in the order in which a request passes them, each with its faults. */
export const byService = (faults: readonly FaultState[]): readonly (readonly [string, readonly FaultState[]])[] =>
  [...new Set(faults.map(({ service }) => service))].map((service) => [
    service,
    faults.filter((fault) => fault.service === service),
  ]);
