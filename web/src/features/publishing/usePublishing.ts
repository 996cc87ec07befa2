import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { progressQuery, publish, publishingKey, restore, type Publish, type Restore } from '@/api/publishing';
import { toProblem } from '@/api/problem';
import type { DayConflict, Published, PublishProgress } from '@/api/types';
import { newKey } from '@/lib/newKey';

/** Something that makes a new version, its receipt, and what was in its way. */
export interface Making<Wish> {
  start: (wish: Wish) => void;
  /** The same again, with the same key: nothing is done twice, and the nodes are asked once more. */
  askAgain: () => void;
  isPending: boolean;
  /** While it is done, and takes long enough to be told. */
  progress: PublishProgress | undefined;
  published: Published | undefined;
  conflicts: DayConflict[];
  /** How many there are, also where not all of them are here. */
  conflictCount: number;
  /** What was refused for another reason. */
  error: Error | null;
  reset: () => void;
}

function useMaking<Wish>(send: (wish: Wish, key: string) => Promise<Published>): Making<Wish> {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<{ wish: Wish; key: string }>();
  const [published, setPublished] = useState<Published>();
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: ({ wish, key }: { wish: Wish; key: string }) => send(wish, key),
    onSuccess: setPublished,
    onSettled: () => void queries.invalidateQueries({ queryKey: publishingKey }),
  });
  const progress = useQuery(progressQuery(isPending && !published ? asked?.key : undefined)).data;
  const go = (next: { wish: Wish; key: string }) => {
    setAsked(next);
    setPublished(undefined);
    mutate(next);
  };
  const problem = error && toProblem(error);
  const conflicts = problem?.conflicts ?? [];
  return {
    // Without an answer the same wish goes on with its key; any word of the server ends it.
    start: (wish) => go(asked && problem && !problem.isFinal && JSON.stringify(asked.wish) === JSON.stringify(wish) ? asked : { wish, key: newKey() }),
    askAgain: () => asked && mutate(asked),
    isPending,
    progress,
    published,
    conflicts,
    conflictCount: problem?.conflictCount ?? 0,
    error: conflicts.length > 0 ? null : error,
    reset: () => {
      setPublished(undefined);
      reset();
    },
  };
}

export const usePublish = (): Making<Publish> => useMaking(publish);
export const useRestore = (): Making<Restore> => useMaking(restore);
