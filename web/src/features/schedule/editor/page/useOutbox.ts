import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { toProblem, type ApiProblem } from '@/api/problem';
import { gridKey, schedulesKey, sendEdits, takeBack, undoEdit, type GridPlace } from '@/api/schedules';
import { useSession } from '@/api/session';
import type { EditedDay, Published, ScheduleEdit, ScheduleGrid } from '@/api/types';
import { receiptSentence } from '@/components/receiptSentence';
import { told } from '@/components/told';
import { newKey } from '@/lib/newKey';
import { gridWith, isNext } from '../model/rows';
import { Outbox, type Kept, type OutboxState } from '../send/outbox';

/** Why something was not done, and where it would have been. */
export interface Refused {
  what: string;
  problem: ApiProblem;
  edit: ScheduleEdit | undefined;
}

export interface Editor extends OutboxState {
  edit: (what: string, edits: ScheduleEdit[]) => void;
  answer: (yes: boolean) => void;
  retry: () => void;
  undo: (version?: number) => Promise<void>;
  /** The first of them; the next one shows once it is forgiven. */
  refused: Refused | undefined;
  forgive: () => void;
}

/** The name of what a person has not sent to a draft, or to what is published of a unit. */
export const unsentOf = (user: string | undefined, target: string): string => `muster.unsent:${user ?? 'nobody'}:${target}`;

/** Sends what is done to a schedule, and takes in what came of it. */
export function useOutbox(place: GridPlace): Editor {
  const queries = useQueryClient();
  const user = useSession()?.user.id;
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [published, setPublished] = useState<readonly number[]>([]);
  const refuse = (one: Refused) => setRefused((now) => [...now.filter((other) => !isSame(one, other)), one]);
  /** @returns whether all of the draft is known then. */
  const take = (days: readonly EditedDay[], draftVersion: number | null): boolean => {
    const before = queries.getQueryData<ScheduleGrid>(gridKey(place));
    queries.setQueryData<ScheduleGrid>(gridKey(place), (grid) => grid && gridWith(grid, days, draftVersion));
    return before !== undefined && isNext(before, draftVersion);
  };
  const readAgain = () => void queries.invalidateQueries({ queryKey: schedulesKey });
  const { site, draft } = place;
  const [outbox] = useState(() => new Outbox(localStorage, unsentOf(user, draft ?? site)));
  const done = useEffectEvent((days: readonly EditedDay[], draftVersion: number | null, receipt: Published | null) => {
    const isWhole = take(days, draftVersion);
    const version = receipt?.version;
    if (receipt && version) {
      setPublished((now) => [...now, version]);
      tellReceipt('Published', receipt);
    }
    void queries.invalidateQueries({ queryKey: [...schedulesKey, 'edits'] });
    void queries.invalidateQueries({ queryKey: [...schedulesKey, 'breaches'] });
    if (!isWhole) {
      readAgain();
    }
  });
  const notDone = useEffectEvent((kept: Kept, problem: ApiProblem) => {
    refuse({ what: kept.what, problem, edit: kept.edits[0] });
    readAgain();
  });
  const gone = useEffectEvent(readAgain);
  const send = useEffectEvent((edits: ScheduleEdit[], key?: string) => sendEdits({ site, draft }, edits, key));
  useEffect(() => {
    outbox.start({
      send: (edits, key) => send(edits, key),
      onDone: (_, { edited, published: receipt }) => done(edited.days, draft === undefined ? null : edited.version, receipt),
      onRefused: (kept, problem) => notDone(kept, problem),
      onGone: () => gone(),
      alwaysAsk: draft === undefined,
    });
    globalThis.addEventListener('online', outbox.retry);
    return () => {
      globalThis.removeEventListener('online', outbox.retry);
      outbox.stop();
    };
  }, [outbox, draft]);
  const state = useSyncExternalStore(outbox.watch, outbox.now);
  const undo = async (version?: number) => {
    const unsent = version === undefined ? outbox.takeBack() : undefined;
    if (unsent) {
      notifications.show({ message: `Taken back: ${unsent.what}` });
      return;
    }
    if (version === undefined && outbox.now().kept.length > 0 && (draft === undefined || !(await outbox.arrived()))) {
      notifications.show({ message: 'The last change is on its way. Undo it once it has arrived.' });
      return;
    }
    const last = published.at(-1);
    try {
      const message = await undone({ draft, version, published: last }, take);
      if (message) {
        notifications.show({ message });
      }
      setPublished((now) => now.filter((one) => one !== last));
    } catch (error) {
      refuse({ what: 'Undo', problem: toProblem(error), edit: undefined });
    }
    readAgain();
  };
  return {
    ...state,
    edit: (what, edits) => outbox.add({ key: newKey(), edits, what, accepted: false }),
    answer: (yes) => outbox.answer(yes),
    retry: outbox.retry,
    undo,
    refused: refused[0],
    forgive: () => setRefused((now) => now.slice(1)),
  };
}

/** The same refusal of the same wish is said once. */
const isSame = (one: Refused, other: Refused): boolean => one.what === other.what && one.edit === other.edit && one.problem.message === other.problem.message;

interface Undoing {
  draft: string | undefined;
  version: number | undefined;
  published: number | undefined;
}

async function undone({ draft, version, published }: Undoing, take: (days: readonly EditedDay[], draftVersion: number | null) => unknown): Promise<string | undefined> {
  if (draft !== undefined) {
    const edited = await undoEdit(draft, version, newKey());
    take(edited.days, edited.version);
    return `Undone: ${edited.sentence.replace(/^undoes: /, '')}`;
  }
  if (published === undefined) {
    return 'There is nothing of yours to undo since this page was opened. Revisions put back what was published before.';
  }
  tellReceipt('What you published last is taken back', await takeBack(published, newKey()));
  return undefined;
}

/** What is published is told with who serves it: never as a bare success. */
function tellReceipt(what: string, receipt: Published): void {
  const pending = receipt.pending ?? [];
  if (pending.length === 0) {
    told(`${what}. ${receiptSentence(receipt)}`);
  } else {
    notifications.show({ color: 'yellow', message: `${what}. ${receiptSentence(receipt)}; ${pending.join(', ')} may still show what was before.` });
  }
}
