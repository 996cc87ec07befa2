import type { Kind } from '@/api/organization';
import { kinds } from './kinds';

export const isKind = (text: string | undefined): text is Kind => text !== undefined && text in kinds;
