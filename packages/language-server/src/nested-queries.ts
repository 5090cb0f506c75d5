import type { Query, Stage } from '@clearspan/dataprime';

const isQuery = (value: object): value is Query => 'kind' in value && value.kind === 'query';

const gather = (value: object, found: Query[]): void => {
  if (isQuery(value)) found.push(value);
  else
    for (const child of Object.values(value) as readonly unknown[])
      if (typeof child === 'object' && child !== null) gather(child, found);
};

/** The queries inside a stage, those inside them left out: of `join`, `union`, `stitch`, and in expressions. */
export const nestedQueries = (stage: Stage): readonly Query[] => {
  const found: Query[] = [];
  gather(stage, found);
  return found;
};
