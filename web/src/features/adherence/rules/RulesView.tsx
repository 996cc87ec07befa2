import type { Loaded } from '@/api/loaded';
import type { Items, RuleList } from '@/api/types';
import { Show } from '@/components/Show';
import { RulesEditor, type RulesEditorProps } from './RulesEditor';

/** What the rules of a unit are drawn from. */
export interface Ground {
  list: RuleList;
  /** Of the unit, removed ones too. */
  codes: readonly Items['activity-codes'][];
}

export type RulesViewProps =
  | { ground: Exclude<Loaded<Ground>, { state: 'full' }> }
  | ({ ground: Loaded<Ground> } & Omit<RulesEditorProps, 'list' | 'codes'>);

/** Each state of the page. */
export function RulesView(props: RulesViewProps) {
  return (
    <Show loaded={props.ground} what="adherence rules">
      {({ list, codes }) => ('edits' in props ? <RulesEditor {...props} list={list} codes={codes} /> : null)}
    </Show>
  );
}
