import { adherenceDayQuery, tellsOf, wallTopic } from '@/api/adherence';
import { dataOf, usePermitted } from '@/api/loaded';
import { useLiveQuery } from '@/api/useLive';
import { SidePanel } from '@/components/SidePanel';
import { useAddress } from '@/components/useAddress';
import { fullDate, isDate } from '@/lib/dates';
import { viewerZone } from '@/lib/format';
import { useNow } from '@/lib/useNow';
import { shownZone } from '../ZoneNote';
import { DayView } from './DayView';
import { useApproving } from './useApproving';

interface DayPanelProps {
  agent: string;
  date: string;
  /** By whose clock, as the address says it. */
  clock: string | undefined;
  onClose: () => void;
  onDay: (date: string) => void;
}

const nowEveryMilliseconds = 15_000;

/** The day of an agent beside the page that it was opened from. */
export function DayPanel({ agent, date, clock, onClose, onDay }: DayPanelProps) {
  const address = useAddress();
  const query = adherenceDayQuery(agent, date);
  const day = usePermitted('adherence:view', query);
  const data = dataOf(day);
  useLiveQuery(data && wallTopic(data.unit_id), query.queryKey, (page) => tellsOf(agent, page));
  const named = isDate(date) ? fullDate(date) : date;
  return (
    <SidePanel title={data ? `${data.name}, ${named}` : named} size="70rem" close={onClose}>
      <DayView
        day={day}
        approving={useApproving(agent, data?.unit_id)}
        now={useNow(nowEveryMilliseconds)}
        times={shownZone(viewerZone(), data?.time_zone ?? viewerZone(), clock, (next) => address({ clock: next }))}
        onDay={onDay}
      />
    </SidePanel>
  );
}
