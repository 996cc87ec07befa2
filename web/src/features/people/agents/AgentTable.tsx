import { memo, useEffect } from 'react';
import type { Agent } from '@/api/types';
import { useRows } from '@/components/useRows';
import { useNow } from '@/lib/useNow';
import { nameOf, type Scope } from '../items/places';
import { AgentOrigin, AgentState, listName } from './AgentSign';
import classes from './Agents.module.css';

export interface AgentRows {
  total: number;
  /** Undefined while that part of the list is on its way. */
  at: (index: number) => Agent | undefined;
}

interface AgentTableProps {
  rows: AgentRows;
  scope: Scope;
  selected: ReadonlySet<string>;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
  /** Which rows are in sight, so that they are fetched. */
  onSight: (first: number, last: number) => void;
}

const headers = ['Name', 'Number', 'Management unit', 'Team', 'Work plan', 'Skills', 'Status', 'Origin'];
const rowPixels = { desk: 36, phone: 74 };

/** Everybody who is found, however many: only rows in sight are drawn, and rows do not change their height. */
export function AgentTable({ rows, scope, selected, onSelect, onOpen, onSight }: AgentTableProps) {
  const { place, height, rows: items, total, sight: { startIndex: first, endIndex: last }, keys } = useRows(rows.total, rowPixels);
  useEffect(() => onSight(first, last), [onSight, first, last]);
  return (
    <div className={classes.scroll} ref={place}>
      <div role="table" aria-label="People" aria-rowcount={rows.total + 1} {...keys}>
        <div role="rowgroup" className={classes.head}>
          <div role="row" aria-rowindex={1} className={classes.row}>
            <span role="columnheader"><span className={classes.unseen}>Selected</span></span>
            {headers.map((header) => <span key={header} role="columnheader">{header}</span>)}
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: total }}>
          {items.map(({ index, start }) => {
            const agent = rows.at(index);
            return (
              <div key={index} role="row" aria-rowindex={index + 2} className={classes.row} style={{ height, top: start }}>
                {agent
                  ? <Cells agent={agent} scope={scope} selected={selected.has(agent.id)} onSelect={onSelect} onOpen={onOpen} />
                  : <span role="cell" className={classes.waiting}>…</span>}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface CellsProps extends Pick<AgentTableProps, 'scope' | 'onSelect' | 'onOpen'> {
  agent: Agent;
  selected: boolean;
}

// Plain elements: some of these come and go with every frame that is scrolled.
const Cells = memo(function Cells({ agent, scope, selected, onSelect, onOpen }: CellsProps) {
  const skills = agent.skills.map((skill) => `${nameOf(scope, skill.skill_id)} ${skill.level}`).join(', ');
  const name = listName(agent);
  const plan = nameOf(scope, agent.work_plan_id);
  return (
    <>
      <span role="cell" data-cell="check"><input type="checkbox" className={classes.check} aria-label={`Select ${name}`} checked={selected} onChange={() => onSelect(agent.id)} /></span>
      <span role="cell" data-cell="name">
        <button type="button" className={classes.name} title={name} onClick={() => onOpen(agent.id)}>{name}</button>
      </span>
      <span role="cell" data-cell="number">{agent.employee_number}</span>
      <span role="cell" data-cell="unit">{nameOf(scope, agent.management_unit_id) || <span className={classes.dim}>no unit</span>}</span>
      <span role="cell" data-cell="team">{nameOf(scope, agent.team_id)}</span>
      <span role="cell" data-cell="plan" title={plan}>{plan}</span>
      <span role="cell" data-cell="skills" title={skills}>{skills}</span>
      <span role="cell" data-cell="state"><AgentState agent={agent} /></span>
      <span role="cell" data-cell="origin"><Origin agent={agent} /></span>
    </>
  );
});

function Origin({ agent }: { agent: Agent }) {
  return <AgentOrigin agent={agent} now={useNow(1_000)} />;
}
