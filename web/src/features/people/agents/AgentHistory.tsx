import { Text } from '@mantine/core';
import type { Loaded, Pages } from '@/api/loaded';
import type { AgentEvent } from '@/api/types';
import { Instant } from '@/components/Instant';
import { LoadMore } from '@/components/LoadMore';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import type { Scope } from '../items/places';
import classes from './Agents.module.css';

/** Ids within a text as the names that they stand for. */
const readable = (text: string | null | undefined, scope: Scope): string =>
  (text ?? 'empty').replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => scope.byId.get(id)?.item.name ?? id);

/** What happened to somebody, the latest first, with before and after. */
export function AgentHistory({ history, scope }: { history: Loaded<Pages<AgentEvent>>; scope: Scope }) {
  return (
    <Panel title="History">
      <Show loaded={history} what="history">
        {(pages) => (
          <>
            <ol className={classes.list} aria-label="History">
              {pages.items.map((event) => (
                <li key={event.version}>
                  <Text size="sm"><strong>{event.kind}</strong> by {event.actor}, <Instant at={event.at} /></Text>
                  {event.differences.map(({ field, before, after }) => (
                    <Text key={field} size="sm" c="dimmed">
                      {field.replaceAll('_', ' ')}: <del>{readable(before, scope)}</del> → <ins>{readable(after, scope)}</ins>
                    </Text>
                  ))}
                </li>
              ))}
            </ol>
            <LoadMore pages={pages} what="events" />
          </>
        )}
      </Show>
    </Panel>
  );
}
