/** A statement of the service, and how it is told of. */
export interface Statement {
  /** Name of its span. */
  readonly span: string;
  /** `db.operation.name`; in lower case the label `operation`. */
  readonly operation: 'SELECT' | 'UPDATE' | 'EXPLAIN' | 'BEGIN' | 'COMMIT' | 'ROLLBACK';
  /** `db.collection.name` and the label `table`. */
  readonly table: string;
  readonly sql: string;
  /** Whether it asks for one row by its id, so that no row means there is none of that id. */
  readonly one?: boolean;
}
