import { historyQueuesQuery, useForgetQueue } from '@/api/history';
import { usePermitted } from '@/api/loaded';
import { told } from '@/components/told';
import { useChosen } from '../choice/useChosen';
import { HistoryView } from './HistoryView';

export function HistoryPage() {
  const { chosen, mayEdit } = useChosen();
  const unit = chosen.state === 'full' ? chosen.data.unit : undefined;
  const queues = usePermitted('forecast:view', historyQueuesQuery(unit?.id));
  const forget = useForgetQueue(unit?.id ?? '', (queue) => told(`The history of ${queue} is removed`));
  return <HistoryView unit={unit} queues={chosen.state === 'full' ? queues : chosen} mayEdit={mayEdit} error={forget.error} forget={(queue) => forget.mutate(queue)} />;
}
