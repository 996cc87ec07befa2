import type { Agent, AgentSource } from '@/api/types';
import { Tag } from '@/components/Tag';
import { formatAgo } from '@/lib/format';
import classes from './Agents.module.css';

/** Whether somebody is employed today. */
export function AgentState({ agent }: { agent: Agent }) {
  if (agent.removed_at) {
    return <Tag kind="off">removed</Tag>;
  }
  return agent.active ? <Tag kind="good">active</Tag> : <Tag kind="plain">inactive</Tag>;
}

/** "from hr, 2 s ago": who told of somebody, and how long ago the last word was heard. */
export const sourceText = (source: AgentSource, now: number): string =>
  source.gone ? `gone from ${source.source}` : `from ${source.source}, ${formatAgo(source.heard_at, now)}`;

/** Where somebody comes from, in a line. */
export function AgentOrigin({ agent, now }: { agent: Agent; now: number }) {
  if (agent.overridden.length > 0) {
    return <Tag kind="own">differs from directory</Tag>;
  }
  return <span className={classes.dim}>{agent.sources.map((source) => sourceText(source, now)).join('; ') || 'by hand'}</span>;
}

export const fullName = (agent: Pick<Agent, 'first_name' | 'last_name'>): string => `${agent.first_name} ${agent.last_name}`.trim();

/** As lists are ordered: "Holm, Ada". */
export const listName = ({ first_name: first, last_name: last }: Agent): string => [last, first].filter(Boolean).join(', ');
