import { useElementSize } from '@mantine/hooks';
import type { ProgressPoint } from '@/api/types';
import { formatNumber } from '@/lib/format';
import legend from '../Legend.module.css';
import classes from '../Schedule.module.css';

const height = 120;
const room = { left: 46, right: 46, top: 10, bottom: 22 };

/** Cost and coverage of the best schedule over the time of the search. */
export function ProgressChart({ points, label }: { points: readonly ProgressPoint[]; label: string }) {
  const { ref, width: measured } = useElementSize<HTMLDivElement>();
  const width = measured || 700;
  // Before every rule is kept, the cost says nothing.
  const valid = points.filter(({ breaches }) => breaches === Math.min(...points.map((point) => point.breaches)));
  const costs = valid.flatMap(({ cost, bound }) => [cost, ...(bound === null || bound <= 0 ? [] : [bound])]);
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  const end = Math.max(points.at(-1)?.seconds ?? 0, 0.1);
  const x = (seconds: number) => room.left + (seconds / end) * (width - room.left - room.right);
  const y = (part: number) => room.top + (1 - part) * (height - room.top - room.bottom);
  const costAt = (cost: number) => y(most === least ? 0.5 : (cost - least) / (most - least));
  const path = (of: (point: ProgressPoint) => number, from: readonly ProgressPoint[]) =>
    from.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.seconds).toFixed(1)} ${of(point).toFixed(1)}`).join('');
  // That nothing costs less than nothing is known without a search.
  const known = valid.at(-1)?.bound ?? 0;
  const bound = known > 0 ? known : null;
  const last = points.at(-1);
  return (
    <div ref={ref}>
      <div className={legend.legend}>
        <span><i className={classes.costSign} /> Cost</span>
        <span><i className={classes.coveredSign} /> Covered</span>
        {bound !== null && <span><i className={classes.boundSign} /> No schedule can cost less</span>}
      </div>
      <svg width="100%" height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${label}: ${last ? `cost ${formatNumber(last.cost)}, ${formatNumber(last.covered * 100)} % covered after ${formatNumber(last.seconds)} s` : ''}`}>
        <line className={classes.axis} x1={room.left} x2={width - room.right} y1={y(0)} y2={y(0)} />
        {bound !== null && <line className={classes.bound} x1={room.left} x2={width - room.right} y1={costAt(bound)} y2={costAt(bound)} />}
        <path className={classes.covered} d={path(({ covered }) => y(covered), points)} />
        <path className={classes.cost} d={path(({ cost }) => costAt(cost), valid)} />
        <text className={classes.tick} x={room.left - 6} y={costAt(most) + 4} textAnchor="end">{formatNumber(most)}</text>
        <text className={classes.tick} x={room.left - 6} y={y(0) + 4} textAnchor="end">{most === least ? '' : formatNumber(least)}</text>
        <text className={classes.tick} x={width - room.right + 6} y={y(1) + 4}>100 %</text>
        <text className={classes.tick} x={width - room.right + 6} y={y(0) + 4}>0 %</text>
        <text className={classes.tick} x={room.left} y={height - 4}>0 s</text>
        <text className={classes.tick} x={width - room.right} y={height - 4} textAnchor="end">{formatNumber(end)} s</text>
      </svg>
    </div>
  );
}
