import type { LearnedAction, LearnedItem } from '@clearspan/contracts';
import type { ReactElement } from 'react';

const LABEL: Readonly<Record<LearnedAction, string>> = { undo: 'Undo', redo: 'Redo', promote: 'For everyone' };
const KIND = { alias: 'word', avoid: 'reading', memory: 'answer' } as const;

const isOwn = ({ actions }: LearnedItem): boolean => actions.some((action) => action !== 'promote');

const forWhom = (item: LearnedItem): string => {
  switch (item.scope) {
    case 'user':
      return isOwn(item) ? 'for you' : `for ${item.owner}`;
    case 'team':
      return `for the team ${item.owner}`;
    case 'global':
      return 'for everyone';
  }
};

const day = (iso: string): ReactElement => <time dateTime={iso}>{iso.slice(0, 10)}</time>;

const Evidence = ({ one }: { readonly one: LearnedItem['evidence'][number] }): ReactElement =>
  one.question === '' ? (
    <li>
      Written down by {one.user} on {day(one.at)}.
    </li>
  ) : (
    <li>
      <p className="wrap">
        “{one.question}”, {one.user}, {day(one.at)}
      </p>
      <dl>
        {one.before !== '' && one.before !== one.after && (
          <div>
            <dt>before</dt>
            <dd>
              <code>{one.before}</code>
            </dd>
          </div>
        )}
        <div>
          <dt>meant</dt>
          <dd>
            <code>{one.after}</code>
          </dd>
        </div>
      </dl>
    </li>
  );

/** One thing that was learned: what it does, for whom, what it rests on, and what can be done about it. */
export const LearnedEntry = (props: {
  readonly item: LearnedItem;
  readonly busy: boolean;
  readonly act: (item: LearnedItem, action: LearnedAction) => void;
}): ReactElement => {
  const { item, busy, act } = props;
  return (
    <li className={item.active ? 'card learned-entry' : 'card learned-entry undone'}>
      <div className="learned-head">
        <p className="learned-says wrap">{item.says}</p>
        <div className="learned-actions">
          {item.actions.map((action) => (
            <button
              key={action}
              type="button"
              disabled={busy}
              aria-label={`${LABEL[action]}: ${item.says}`}
              onClick={() => act(item, action)}
            >
              {LABEL[action]}
            </button>
          ))}
        </div>
      </div>
      <p className="facts">
        <span className="tag">{KIND[item.content.kind]}</span>
        <span>{forWhom(item)}</span>
        <span>since {day(item.learned_at)}</span>
        {!item.active && (
          <span>
            undone by {item.changed_by} on {day(item.changed_at)}
          </span>
        )}
      </p>
      <details>
        <summary>
          {item.evidence.length === 1 ? 'What it rests on' : `What it rests on (${item.evidence.length})`}
        </summary>
        <ul className="learned-evidence">
          {item.evidence.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: evidence is only ever added at the end.
            <Evidence key={at} one={one} />
          ))}
        </ul>
      </details>
    </li>
  );
};
