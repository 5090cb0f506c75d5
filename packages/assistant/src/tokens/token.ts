export type QuantityUnit = 'ns' | 'us' | 'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'percent' | 'bytes' | 'kb' | 'mb' | 'gb';

interface TokenBase {
  /** As written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Lower-case NFKC form; of words also with the plural folded. */
  readonly norm: string;
}

/** One piece of a question. Offsets are UTF-16 units of the question. */
export type Token = TokenBase &
  (
    | { readonly kind: 'word' }
    | { readonly kind: 'number'; readonly value: number }
    /** `500ms`, `5%`, `1h30m` (compound: in nanoseconds). */
    | { readonly kind: 'quantity'; readonly value: number; readonly unit: QuantityUnit }
    /** `504s`: several responses of one status, or seconds; the neighbours tell. */
    | { readonly kind: 'plural-number'; readonly value: number }
    | { readonly kind: 'status-class'; readonly hundreds: number }
    | { readonly kind: 'percentile'; readonly p: number }
    /** Minutes after midnight; `bare` without am/pm and minutes. */
    | { readonly kind: 'clock'; readonly minutes: number; readonly seconds: number }
    | { readonly kind: 'iso'; readonly nanos: bigint; readonly dayOnly: boolean }
    | { readonly kind: 'quoted'; readonly value: string }
    | { readonly kind: 'regex'; readonly pattern: string }
    | { readonly kind: 'path' }
    | { readonly kind: 'id'; readonly form: 'hex32' | 'hex16' | 'uuid' | 'ip' | 'version' }
    | {
        readonly kind: 'constraint';
        readonly key: string;
        readonly op: '==' | '!=' | '<' | '<=' | '>' | '>=';
        readonly value: string;
        readonly negated: boolean;
      }
    | { readonly kind: 'operator'; readonly op: '==' | '!=' | '<' | '<=' | '>' | '>=' }
    | { readonly kind: 'punctuation' }
  );
