import { memo } from 'react';
import type { WallAgent } from '@/api/types';
import { Tag } from '@/components/Tag';
import { useRows } from '@/components/useRows';
import { soonIn } from '@/lib/activities';
import { formatTime } from '@/lib/format';
import { useNow } from '@/lib/useNow';
import { Effect } from '../Effect';
import { actualWords, stateWords } from '../stateWords';
import { verdictSigns, verdictWords } from '../verdicts';
import { Lasting } from './Lasting';
import { isMissed } from './rows';
import classes from './Wall.module.css';

interface WallTableProps {
  rows: readonly WallAgent[];
  zone: string;
  onOpen: (agent: string) => void;
}

const columns = [
  { cell: 'name', header: 'Agent' }, { cell: 'team', header: 'Team' }, { cell: 'verdict', header: 'Verdict' },
  { cell: 'impact', header: 'Impact', align: 'right' }, { cell: 'scheduled', header: 'Scheduled' }, { cell: 'actual', header: 'Actual' },
  { cell: 'since', header: 'Since', align: 'right' }, { cell: 'alarm', header: 'In alarm for', align: 'right' }, { cell: 'next', header: 'Next' },
] as const;
const rowPixels = { desk: 36, phone: 74 };
const minuteMilliseconds = 60_000;

/** The agents of a unit, however many: only rows in sight are drawn, and rows do not change their height. */
export function WallTable({ rows, zone, onOpen }: WallTableProps) {
  const { place, height, rows: seen, total, keys } = useRows(rows.length, rowPixels, (index) => rows[index]?.id ?? index);
  return (
    <div className={classes.scroll} ref={place}>
      <div role="table" aria-label="Adherence now" aria-rowcount={rows.length + 1} {...keys}>
        <div role="rowgroup" className={classes.head}>
          <div role="row" aria-rowindex={1} className={classes.row}>
            {columns.map(({ cell, header, ...rest }) => (
              <span key={cell} role="columnheader" data-cell={cell} data-align={'align' in rest ? rest.align : undefined}>{header}</span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: total }}>
          {seen.map(({ index, start }) => {
            const agent = rows[index];
            return agent && (
              <div key={agent.id} role="row" aria-rowindex={index + 2} className={classes.row} data-place={lookOf(agent)} style={{ height, top: start }}>
                <Cells agent={agent} zone={zone} onOpen={onOpen} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

const lookOf = (agent: WallAgent): string | undefined =>
  (agent.verdict === 'out' || agent.verdict === 'unscheduled' ? agent.verdict : isMissed(agent) ? 'unknown' : undefined);

// Plain elements: some of these come and go with every frame that is scrolled.
const Cells = memo(function Cells({ agent, zone, onOpen }: { agent: WallAgent; zone: string; onOpen: (agent: string) => void }) {
  const { name, team_name: team, verdict, impact, reason, scheduled, actual, next, in_alarm_since: alarm } = agent;
  const now = useNow(minuteMilliseconds);
  return (
    <>
      <span role="cell" data-cell="name"><button type="button" className={classes.name} title={name} onClick={() => onOpen(agent.id)}>{name}</button></span>
      <span role="cell" data-cell="team">{team}</span>
      <span role="cell" data-cell="verdict" title={reason}><Tag kind={verdictSigns[verdict].kind}>{verdictWords[verdict]}</Tag></span>
      <span role="cell" data-cell="impact" data-align="right"><Effect impact={impact} /></span>
      <span role="cell" data-cell="scheduled">{scheduled?.name ?? <span className={classes.dim}>nothing</span>}</span>
      <span role="cell" data-cell="actual" title={actualWords[actual.counts_as]}><Did actual={actual} /></span>
      <span role="cell" data-cell="since" data-align="right">{actual.since && formatTime(actual.since, zone)}</span>
      <span role="cell" data-cell="alarm" data-align="right">{alarm && <Lasting since={alarm} />}</span>
      <span role="cell" data-cell="next">{next && `${soonIn(zone, Date.parse(next.at), now)} ${next.activity?.name ?? 'nothing'}`}</span>
    </>
  );
});

/** The state, and what it counts as where its name does not say so; of a silent source the last word. */
function Did({ actual }: { actual: WallAgent['actual'] }) {
  const [state, meaning] = [stateWords(actual), actualWords[actual.counts_as]];
  if (actual.state === null) {
    return <span className={classes.dim}>{state}</span>;
  }
  if (actual.counts_as === 'unknown') {
    return <span className={classes.dim}>last heard: {state}</span>;
  }
  return <>{state}{state.toLowerCase().replaceAll('_', ' ').includes(meaning) ? null : <span className={classes.dim}>, {meaning}</span>}</>;
}
