import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import type { HistoryAsk, HistoryBy } from '@/api/adherenceHistory';
import type { AdherenceHistoryRow as Row } from '@/api/types';
import { useRows } from '@/components/useRows';
import { namedDate } from '@/lib/dates';
import classes from './History.module.css';
import { formatHours, keyOf, nameOf, type Sort, type SortBy } from './rows';

interface HistoryTableProps {
  rows: readonly Row[];
  ask: HistoryAsk;
  sort: Sort | undefined;
  onSort: (sort: Sort | undefined) => void;
  onAgent: (agent: string) => void;
  onDay: (day: string) => void;
  onAgentDay: (agent: string, day: string) => void;
}

interface Column {
  by: SortBy;
  cell: string;
  header: string;
}

const figures: readonly Column[] = [
  { by: 'adherence_percent', cell: 'adherence', header: 'Adherence, %' }, { by: 'conformance_percent', cell: 'conformance', header: 'Conformance, %' },
  { by: 'scheduled', cell: 'scheduled', header: 'Scheduled, h' }, { by: 'in', cell: 'in', header: 'In, h' }, { by: 'out', cell: 'out', header: 'Out, h' },
  { by: 'explained', cell: 'explained', header: 'Explained, h' }, { by: 'unknown', cell: 'unknown', header: 'Unknown, h' }, { by: 'unscheduled', cell: 'unscheduled', header: 'Unscheduled, h' },
];
const headers: Record<HistoryBy, string> = { agent: 'Agent', team: 'Team', unit: 'Unit', day: 'Day', agent_day: 'Agent' };
const rowPixels = { desk: 34, phone: 64 };

const columnsOf = (by: HistoryBy): readonly Column[] =>
  [{ by: 'name' as const, cell: 'name', header: headers[by] }, ...(by === 'agent_day' ? [{ by: 'day' as const, cell: 'day', header: 'Day' }] : []), ...figures];

/** The next press of a header: names from A, figures with the greatest first, then the other way round, then as it was. */
function pressed(by: SortBy, sort: Sort | undefined): Sort | undefined {
  const first = by !== 'name' && by !== 'day' && by !== 'adherence_percent' && by !== 'conformance_percent';
  if (sort?.by !== by) {
    return { by, isDown: first };
  }
  return sort.isDown === first ? { by, isDown: !first } : undefined;
}

/** What is stored, however many rows: only those in sight are drawn, and they do not change their height. */
export function HistoryTable(props: HistoryTableProps) {
  const { rows, ask, sort, onSort } = props;
  const { place, height, rows: seen, total, keys } = useRows(rows.length, rowPixels);
  return (
    <div className={classes.scroll} ref={place} data-by={ask.by}>
      <div role="table" aria-label="Stored adherence" aria-rowcount={rows.length + 1} {...keys}>
        <div role="rowgroup" className={classes.head}>
          <div role="row" aria-rowindex={1} className={classes.row}>
            {columnsOf(ask.by).map(({ by, cell, header }) => (
              <span key={cell} role="columnheader" data-cell={cell} aria-sort={sort?.by === by ? (sort.isDown ? 'descending' : 'ascending') : 'none'}>
                <button type="button" className={classes.sort} onClick={() => onSort(pressed(by, sort))}>
                  {header}
                  {sort?.by === by && (sort.isDown ? <IconArrowDown size={13} aria-hidden /> : <IconArrowUp size={13} aria-hidden />)}
                </button>
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: total }}>
          {seen.map(({ index, start }) => {
            const row = rows[index];
            return row && (
              <div key={keyOf(row)} role="row" aria-rowindex={index + 2} className={classes.row} style={{ height, top: start }}>
                <Cells {...props} row={row} by={ask.by} from={ask.from} to={ask.to} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

type CellsProps = Pick<HistoryTableProps, 'onAgent' | 'onDay' | 'onAgentDay'> & { row: Row; by: HistoryBy; from: string; to: string };

// Plain elements: some of these come and go with every frame that is scrolled.
const Cells = memo(function Cells({ row, by, from, to, onAgent, onDay, onAgentDay }: CellsProps) {
  const { totals } = row;
  const name = nameOf(row, by);
  const day = row.day ?? (from === to ? from : undefined);
  const open = row.agent_id !== null
    ? () => (day ? onAgentDay(row.agent_id ?? '', day) : onAgent(row.agent_id ?? ''))
    : row.day !== null ? () => onDay(row.day ?? '') : undefined;
  return (
    <>
      <span role="cell" data-cell="name">{open ? <button type="button" className={classes.name} title={name} onClick={open}>{name}</button> : <strong title={name}>{name}</strong>}</span>
      {by === 'agent_day' && <span role="cell" data-cell="day">{namedDate(row.day ?? '')}</span>}
      <span role="cell" data-cell="adherence"><Share percent={totals.adherence_percent} /></span>
      <span role="cell" data-cell="conformance">{totals.conformance_percent?.toFixed(1) ?? '–'}</span>
      <Hours cell="scheduled" seconds={totals.scheduled} />
      <Hours cell="in" seconds={totals.in} />
      <Hours cell="out" seconds={totals.out} />
      <Hours cell="explained" seconds={totals.explained} />
      <Hours cell="unknown" seconds={totals.unknown} />
      <Hours cell="unscheduled" seconds={totals.unscheduled} />
    </>
  );
});

function Hours({ cell, seconds }: { cell: string; seconds: number }) {
  return <span role="cell" data-cell={cell} data-zero={seconds === 0 || undefined}>{formatHours(seconds)}</span>;
}

/** A percentage, drawn. */
function Share({ percent }: { percent: number | null }) {
  return percent === null
    ? <span className={classes.dim}>–</span>
    : (
      <span className={classes.share}>
        <span className={classes.track} aria-hidden><span style={{ width: `${percent}%` }} data-low={percent < 80 || undefined} /></span>
        <span>{percent.toFixed(1)}</span>
      </span>
    );
}
