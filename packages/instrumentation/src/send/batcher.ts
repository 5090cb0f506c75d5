import type { InstrumentationScope } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import { type ByteBuffer, createByteBuffer, emptyBuffer, writeByte } from '../otlp/byte-buffer.ts';
import { RECORD, requestBytes, type Section } from '../otlp/request-bytes.ts';
import type { Outbox } from './outbox.ts';

/** Short, so that a trace is there when someone looks for it. */
const BATCH_DELAY_MS = 500;
const BATCH_ITEMS_MAX = 512;
/** Items that are not written yet. */
const GROUP_ITEMS_MAX = 32;
/** Long texts fill a batch before its number of items does. */
const BATCH_BYTES_MAX = 2_097_152;

interface Scoped {
  readonly instrumentationScope: InstrumentationScope;
}

/** Collects what is to be sent, as the bytes of one request. */
export interface Batcher<Item extends Scoped> {
  add(item: Item): void;
  /** Sends what there is and waits until all of it is sent, or given up. */
  flush(): Promise<void>;
}

/**
 * Writes items a few at a time: between the steps of requests each would find the writer gone from the caches of the
 * processor. They are so few that most are gone before the memory of the young is collected. One batch is written for
 * all targets.
 */
export const createBatcher = <Item extends Scoped>(
  resource: Resource,
  write: (out: ByteBuffer, item: Item) => void,
  outboxes: readonly Outbox[],
): Batcher<Item> => {
  const sections = new Map<InstrumentationScope, Section>();
  let group: Item[] = [];
  let items = 0;
  let timer: NodeJS.Timeout | undefined;
  const send = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (items === 0) return;
    const full = [...sections.values()].filter(({ records }) => records.length > 0);
    const batch = { body: requestBytes(resource, full), items };
    items = 0;
    for (const { records } of full) emptyBuffer(records);
    for (const outbox of outboxes) outbox.put(batch);
  };
  const sectionOf = (scope: InstrumentationScope): Section => {
    const section = sections.get(scope) ?? { scope, records: createByteBuffer() };
    sections.set(scope, section);
    return section;
  };
  const writeGroup = (): void => {
    const written = group;
    group = [];
    for (const item of written) {
      const { records } = sectionOf(item.instrumentationScope);
      writeByte(records, RECORD);
      write(records, item);
      items += 1;
      if (items >= BATCH_ITEMS_MAX || records.length >= BATCH_BYTES_MAX) send();
    }
  };
  const close = (): void => {
    writeGroup();
    send();
  };
  return {
    add: (item) => {
      group.push(item);
      if (group.length >= GROUP_ITEMS_MAX) writeGroup();
      // Of a group that filled a batch, a part is in the next.
      if (group.length + items > 0) timer ??= setTimeout(close, BATCH_DELAY_MS).unref();
    },
    flush: async () => {
      close();
      await Promise.all(outboxes.map((outbox) => outbox.empty()));
    },
  };
};
