import type { StorefrontName } from '@clearspan/contracts';

/** A service that can have faults. */
export type FaultyService = Exclude<StorefrontName, 'storefront-traffic'>;

/** What can be adjusted about a fault: a number within limits, or one of several words. */
export type FaultParam =
  | {
      readonly kind: 'number';
      readonly unit: string;
      readonly min: number;
      readonly max: number;
      readonly otherwise: number;
      readonly says: string;
    }
  | {
      readonly kind: 'choice';
      readonly choices: readonly string[];
      readonly otherwise: string;
      readonly says: string;
    };

/** A fault as it stands in the catalog: what it does, how it is adjusted, and how it shows. */
export interface FaultSpec {
  readonly name: string;
  readonly service: FaultyService;
  /** One sentence: what is then wrong, and what makes it so. */
  readonly summary: string;
  readonly params: Readonly<Record<string, FaultParam>>;
  /** A question that gives nothing away among those of the others, in words of which the assistant leaves out none. */
  readonly question: string;
  /** DataPrime over the telemetry that shows it; asked while the fault is on and for the time before. */
  readonly query: string;
  /** What to read off the answer. */
  readonly shows: string;
}

export type FaultParams = Readonly<Record<string, number | string>>;
