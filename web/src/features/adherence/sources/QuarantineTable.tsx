import { Checkbox } from '@mantine/core';
import { memo, useEffect } from 'react';
import type { Pages } from '@/api/loaded';
import type { QuarantinedLine } from '@/api/types';
import { Instant } from '@/components/Instant';
import { LoadMore } from '@/components/LoadMore';
import { Tag } from '@/components/Tag';
import { useRows } from '@/components/useRows';
import { formatNumber } from '@/lib/format';
import { kindNames } from './sentences';
import classes from './Sources.module.css';

interface QuarantineTableProps {
  pages: Pages<QuarantinedLine>;
  nameOf: (source: string) => string;
  chosen: ReadonlySet<number>;
  onChoose: (chosen: ReadonlySet<number>) => void;
  onOpen: (line: number) => void;
}

const rowPixels = { desk: 54, phone: 156 };
const headPixels = 34;
const mostRowsInSight = 9;
/** So many rows before the end the next are asked for. */
const ahead = 20;

/** The lines of the quarantine, however many: only rows in sight are drawn, and the next are read as one scrolls. */
export function QuarantineTable({ pages, nameOf, chosen, onChoose, onOpen }: QuarantineTableProps) {
  const { items, more } = pages;
  const { place, height, rows, total, sight, keys } = useRows(items.length, rowPixels, (index) => items[index]?.id ?? index);
  const isNearEnd = sight.endIndex > items.length - ahead;
  useEffect(() => {
    if (isNearEnd && more && !more.loading) {
      more.load();
    }
  }, [isNearEnd, more]);
  const isAll = items.every(({ id }) => chosen.has(id));
  const toggle = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) {
      next.add(id);
    }
    onChoose(next);
  };
  return (
    <>
      <div className={classes.scroll} ref={place} style={{ height: headPixels + 2 + Math.min(items.length, mostRowsInSight) * height }}>
        <div role="table" aria-label="Quarantine" aria-rowcount={items.length + 1} {...keys}>
          <div role="rowgroup" className={classes.head}>
            <div role="row" aria-rowindex={1} className={classes.row}>
              <span role="columnheader" data-cell="choose">
                <Checkbox
                  size="xs"
                  aria-label="Choose all that are shown"
                  checked={isAll}
                  indeterminate={!isAll && chosen.size > 0}
                  onChange={() => onChoose(new Set(isAll ? [] : items.map(({ id }) => id)))}
                />
              </span>
              {headers.map(({ cell, header }) => <span key={cell} role="columnheader" data-cell={cell}>{header}</span>)}
            </div>
          </div>
          <div role="rowgroup" className={classes.body} style={{ height: total }}>
            {rows.map(({ index, start }) => {
              const line = items[index];
              return line && (
                <div key={line.id} role="row" aria-rowindex={index + 2} className={classes.row} style={{ height, top: start }}>
                  <span role="cell" data-cell="choose">
                    <Checkbox size="xs" aria-label={`Choose line ${line.id}`} checked={chosen.has(line.id)} onChange={() => toggle(line.id)} />
                  </span>
                  <Cells line={line} source={nameOf(line.source_id)} onOpen={onOpen} />
                </div>
              );
            })}
          </div>
        </div>
      </div>
      <LoadMore pages={pages} what="lines" />
    </>
  );
}

const headers = [
  { cell: 'kind', header: 'Reason' }, { cell: 'why', header: 'What is wrong' }, { cell: 'line', header: 'Line' },
  { cell: 'times', header: 'Times' }, { cell: 'when', header: 'First and last' },
] as const;

const Cells = memo(function Cells({ line, source, onOpen }: { line: QuarantinedLine; source: string; onOpen: (line: number) => void }) {
  return (
    <>
      <span role="cell" data-cell="kind"><Tag kind="wait">{kindNames[line.kind]}</Tag><span className={classes.dim}>{source}</span></span>
      <span role="cell" data-cell="why" title={`${line.field} ${line.reason}`.trim()}>{line.field && <code>{line.field}</code>} {line.reason}</span>
      <span role="cell" data-cell="line">
        <button type="button" className={classes.line} title="Show the whole line" onClick={() => onOpen(line.id)}>{line.line}</button>
      </span>
      <span role="cell" data-cell="times" data-label="times">{formatNumber(line.times)}</span>
      <span role="cell" data-cell="when"><Instant at={line.first_at} />{line.last_at !== line.first_at && <Instant at={line.last_at} />}</span>
    </>
  );
});
