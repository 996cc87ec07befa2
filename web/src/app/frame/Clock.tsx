import { useEffect, useState } from 'react';
import { formatClock, formatDay, viewerZone } from '@/lib/format';
import classes from './Frame.module.css';

/** The viewer's date, time and zone. */
export function Clock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time className={classes.clock} dateTime={now.toISOString().slice(0, 16)}>
      {formatDay(now)} · {formatClock(now)} · {viewerZone()}
    </time>
  );
}
