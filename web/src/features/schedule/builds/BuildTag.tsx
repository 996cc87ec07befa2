import type { BuildState } from '@/api/types';
import { Tag, type TagKind } from '@/components/Tag';

const kinds: Record<BuildState, TagKind> = { queued: 'wait', running: 'wait', done: 'good', failed: 'bad', cancelled: 'off' };
const words: Record<BuildState, string> = { queued: 'waiting', running: 'searching', done: 'done', failed: 'failed', cancelled: 'cancelled' };

export const BuildTag = ({ state }: { state: BuildState }) => <Tag kind={kinds[state]}>{words[state]}</Tag>;
