import { agentGroupsQuery, useSimulateDay } from '@/api/simulation';
import { usePermitted } from '@/api/loaded';
import type { ForecastPart } from '@/api/types';
import { isOpen } from '../../chart/points';
import type { Place } from '../../choice/ForPart';
import { SharedPanel } from './SharedPanel';
import { useSearch } from './useSearch';

interface SharedProps {
  part: ForecastPart;
  place: Place;
  day: string | undefined;
  onDay: (day: string) => void;
}

/** The part of the staffing page about agents with several skills. */
export function Shared({ part, place, day, onDay }: SharedProps) {
  const open = part.days.filter(isOpen);
  const date = (open.find((one) => one.date === day) ?? open[0])?.date ?? '';
  const people = usePermitted('forecast:view', { ...agentGroupsQuery(place.forecast.id, date), enabled: date !== '' });
  const { search, start, cancel, clear } = useSearch();
  const simulation = useSimulateDay(place.forecast.id);
  return date === '' ? null : (
    <SharedPanel
      key={date}
      part={part}
      place={place}
      date={date}
      onDate={(to) => {
        clear();
        simulation.reset();
        onDay(to);
      }}
      people={people}
      search={search}
      onSearch={(asked) => void start({ ...asked, forecast: place.forecast.id })}
      onCancel={cancel}
      reached={simulation.data}
      simulating={simulation.isPending}
      error={simulation.error}
      onSimulate={(asked) => simulation.mutate(asked)}
    />
  );
}
