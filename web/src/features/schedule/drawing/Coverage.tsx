import { useElementSize } from '@mantine/hooks';
import type { BuiltSchedule } from '@/api/types';
import { formatNumber } from '@/lib/format';
import legend from '../Legend.module.css';
import classes from '../Schedule.module.css';
import { nameWidth } from './paint';
import { coverageOf } from './shifts';

const height = 90;

/** Who is required and who is there, over the same time as the rows below. */
export function Coverage({ schedule, first, span }: { schedule: BuiltSchedule; first: number; span: number }) {
  const { ref, width: measured } = useElementSize<HTMLDivElement>();
  const width = measured || 700;
  const left = nameWidth(width);
  const { required, served, missing: gaps } = coverageOf(schedule, first, span);
  const most = Math.max(1, ...required, ...served);
  const step = (width - left) / required.length;
  const y = (value: number) => height - 4 - (value / most) * (height - 14);
  const stairs = (values: readonly number[]) =>
    values.map((value, index) => `${index === 0 ? 'M' : 'L'}${(left + index * step).toFixed(1)} ${y(value).toFixed(1)}H${(left + (index + 1) * step).toFixed(1)}`).join('');
  const missing = (gaps.reduce((sum, gap) => sum + gap, 0) * schedule.interval_minutes) / 60;
  return (
    <div ref={ref}>
      <div className={legend.legend}>
        <span><i className={legend.required} /> Required</span>
        <span><i className={legend.scheduled} /> Scheduled</span>
        <span>{formatNumber(missing)} hours are missing</span>
      </div>
      <svg width="100%" height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`Required and scheduled: at most ${formatNumber(Math.max(0, ...required))} are required at once, ${formatNumber(missing)} hours are missing.`}>
        <path className={classes.served} d={`${stairs(served)}V${height - 4}H${left}Z`} />
        <path className={classes.required} d={stairs(required)} />
        <text className={classes.tick} x={left - 6} y={y(most) + 4} textAnchor="end">{formatNumber(most)}</text>
        <text className={classes.tick} x={left - 6} y={y(0)} textAnchor="end">0</text>
      </svg>
    </div>
  );
}
