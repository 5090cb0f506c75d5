/** What the database says about a key: what it has, or that there is nothing. Both are worth keeping. */
export type Answer<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'absent'; readonly message: string };
