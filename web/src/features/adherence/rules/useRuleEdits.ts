import { useState } from 'react';
import { useRuleEdit } from '@/api/adherenceRules';
import { told } from '@/components/told';
import { rulesOf, type Draft } from './draft';

export interface RuleEdits {
  /** From which the rules hold that are shown. */
  day: string;
  /** What is written; nothing as long as nothing was changed. */
  draft: Draft | undefined;
  /** Of the entry that it was begun from; 0 for one that was not there. */
  version: number | undefined;
  busy: boolean;
  error: Error | null;
  change: (draft: Draft, version: number) => void;
  discard: () => void;
  /** Goes on with other rules for the entry of a day, in place of what was written. */
  open: (day: string, draft: Draft, version: number) => void;
  /** @param version Of the unit's rules. */
  save: (draft: Draft, version: number) => void;
  remove: (version: number) => void;
}

/**
 * Changes of the entry of a day that are not saved yet. Without a day that is asked for it is the one that holds, and stays
 * the one that is written on when another begins to hold meanwhile.
 */
export function useRuleEdits(unit: string, { asked, holds }: { asked: string | undefined; holds: string }, onRemoved: () => void): RuleEdits {
  const [edit, setEdit] = useState<{ draft: Draft; version: number; unit: string; day: string }>();
  const begun = edit?.unit === unit ? edit : undefined;
  const day = asked ?? begun?.day ?? holds;
  const own = begun?.day === day ? begun : undefined;
  const { mutate, reset, isPending, error, variables } = useRuleEdit(unit, ({ rules }) => {
    setEdit(undefined);
    told(rules ? 'The rules are saved' : 'The rules are removed');
    if (!rules) {
      onRemoved();
    }
  });
  return {
    day,
    draft: own?.draft,
    version: own?.version,
    busy: isPending,
    error: variables?.day === day ? error : null,
    change: (draft, version) => {
      // The server names rows by their place: once that changes, its messages point elsewhere.
      if (draft.mappings.length !== own?.draft.mappings.length || draft.activities.length !== own.draft.activities.length) {
        reset();
      }
      setEdit({ draft, version: own?.version ?? version, unit, day });
    },
    open: (to, draft, version) => {
      reset();
      setEdit({ draft, version, unit, day: to });
    },
    discard: () => {
      reset();
      setEdit(undefined);
    },
    save: (draft, version) => mutate({ day, version, rules: rulesOf(draft) }),
    remove: (version) => mutate({ day, version }),
  };
}
