export interface ReturnTo {
  return_to?: string;
}

export const readReturnTo = (search: Record<string, unknown>): ReturnTo =>
  typeof search.return_to === 'string' ? { return_to: search.return_to } : {};
