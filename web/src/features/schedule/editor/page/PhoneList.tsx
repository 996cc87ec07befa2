import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { activitiesOf, type Codes, type Sheet } from '../model/rows';
import { dayWords } from '../model/words';
import classes from './Editor.module.css';

interface PhoneListProps {
  sheet: Sheet;
  codes: Codes;
  onOpen: (row: number) => void;
}

const itemHeight = 62;

/** One day of everybody as a list; only what is in sight is there. */
export function PhoneList({ sheet, codes, onOpen }: PhoneListProps) {
  const host = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- its answers are read anew at each drawing, which is what it is for
  const list = useVirtualizer({ count: sheet.rows.length, getScrollElement: () => host.current, estimateSize: () => itemHeight, overscan: 8 });
  return (
    <div ref={host} className={classes.list} role="region" aria-label="Agents of the day" tabIndex={0}>
      <div style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map(({ index, start, key }) => {
          const row = sheet.rows[index];
          return row && (
            <button
              key={key}
              ref={list.measureElement}
              data-index={index}
              type="button"
              className={classes.item}
              style={{ position: 'absolute', top: 0, transform: `translateY(${start}px)` }}
              onClick={() => onOpen(index)}
            >
              <strong>{row.name}</strong>
              {dayWords(sheet.clock, codes, activitiesOf(row, 0))}
            </button>
          );
        })}
      </div>
    </div>
  );
}
