import type { ForecastState } from '@/api/types';
import { Tag, type TagKind } from '@/components/Tag';

const kinds: Record<ForecastState, TagKind> = { queued: 'wait', running: 'wait', done: 'good', failed: 'bad', cancelled: 'off' };

export const stateWord: Record<ForecastState, string> = {
  queued: 'waiting', running: 'being made', done: 'done', failed: 'failed', cancelled: 'cancelled',
};

export const StateTag = ({ state }: { state: ForecastState }) => <Tag kind={kinds[state]}>{stateWord[state]}</Tag>;
