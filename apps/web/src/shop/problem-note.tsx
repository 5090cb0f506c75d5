import type { ReactElement } from 'react';
import type { ApiError } from '../api/client.ts';

/** What did not work and why, in one line beside what was tried. */
export const ProblemNote = (props: { readonly what: string; readonly error: ApiError | null }): ReactElement | null =>
  props.error && (
    <p className="shop-problem wrap" role="alert">
      {props.what}: {props.error.detail} (<code>{props.error.code}</code>)
    </p>
  );
