import { type Attributes, context, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, OperationNode, QueryResult } from 'kysely';
import { AliasNode, DeleteQueryNode, InsertQueryNode, SelectQueryNode, TableNode, UpdateQueryNode } from 'kysely';

/** `db.system.name` of the semantic conventions. */
export type DbSystem = 'sqlite' | 'postgresql';

/** Asked for each time: telemetry may be started, and stopped, after this module was loaded. */
const tracer = (): Tracer => trace.getTracer('@clearspan/records-sql');

const tableName = (node: OperationNode | undefined): string | null => {
  if (node === undefined) return null;
  if (AliasNode.is(node)) return tableName(node.node);
  return TableNode.is(node) ? node.table.identifier.name : null;
};

/** The table a statement is about, read from its tree. Null for statements of no one table, such as BEGIN. */
const collectionOf = (query: OperationNode): string | null => {
  if (InsertQueryNode.is(query)) return tableName(query.into);
  if (UpdateQueryNode.is(query)) return tableName(query.table);
  if (DeleteQueryNode.is(query)) return tableName(query.from.froms[0]);
  if (SelectQueryNode.is(query)) return tableName(query.from?.froms[0]);
  return null;
};

const attributesOf = (system: DbSystem, sql: string, operation: string, collection: string | null): Attributes => ({
  'db.system.name': system,
  'db.query.text': sql,
  'db.operation.name': operation,
  ...(collection === null ? {} : { 'db.collection.name': collection }),
});

/**
 * Runs one statement in a CLIENT span by the semantic conventions: the text with its placeholders, never the values.
 * Outside of any trace (migrations, start) there is no span: it would be a root of its own.
 */
const traced = async <R>(
  system: DbSystem,
  query: CompiledQuery,
  execute: () => Promise<QueryResult<R>>,
): Promise<QueryResult<R>> => {
  if (!trace.getSpan(context.active())) return execute();
  const operation = /^\s*\(*(\w+)/.exec(query.sql)?.[1]?.toUpperCase() ?? 'UNKNOWN';
  const collection = collectionOf(query.query);
  const name = collection === null ? operation : `${operation} ${collection}`;
  const attributes = attributesOf(system, query.sql, operation, collection);
  return tracer().startActiveSpan(name, { kind: SpanKind.CLIENT, attributes }, async (span) => {
    try {
      const result = await execute();
      if (result.rows.length > 0) span.setAttribute('db.response.returned_rows', result.rows.length);
      return result;
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      span.recordException(failure);
      span.setAttribute('error.type', 'code' in failure ? String(failure.code) : failure.name);
      span.setStatus({ code: SpanStatusCode.ERROR, message: failure.message });
      throw error;
    } finally {
      span.end();
    }
  });
};

const tracedConnection = (connection: DatabaseConnection, system: DbSystem): DatabaseConnection => ({
  executeQuery: <R>(query: CompiledQuery) => traced<R>(system, query, () => connection.executeQuery<R>(query)),
  streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
});

/** A dialect whose statements are spans. It knows nothing of the database behind, so that it serves every dialect. */
export const tracedDialect = (dialect: Dialect, system: DbSystem): Dialect => ({
  createAdapter: () => dialect.createAdapter(),
  createIntrospector: (db) => dialect.createIntrospector(db),
  createQueryCompiler: () => dialect.createQueryCompiler(),
  createDriver: () => tracedDriver(dialect.createDriver(), system),
});

const tracedDriver = (driver: Driver, system: DbSystem): Driver => {
  // A driver that pools is given back the very connection it handed out.
  const inner = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const own = (connection: DatabaseConnection): DatabaseConnection => inner.get(connection) ?? connection;
  return {
    init: (options) => driver.init(options),
    acquireConnection: async (options) => {
      const connection = await driver.acquireConnection(options);
      const outer = tracedConnection(connection, system);
      inner.set(outer, connection);
      return outer;
    },
    beginTransaction: (connection, settings) => driver.beginTransaction(own(connection), settings),
    commitTransaction: (connection) => driver.commitTransaction(own(connection)),
    rollbackTransaction: (connection) => driver.rollbackTransaction(own(connection)),
    releaseConnection: (connection, options) => driver.releaseConnection(own(connection), options),
    destroy: (options) => driver.destroy(options),
  };
};
