import type { DayConflict, FieldError } from './types';

/** A refusal (RFC 9457) or, with status 0, no answer at all. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: string;
  readonly errors: FieldError[];
  /** Days that were changed in two places: the first of them. */
  readonly conflicts: DayConflict[];
  /** How many there are. */
  conflictCount: number;

  constructor(status: number, title: string, detail?: string, errors: FieldError[] = [], conflicts: DayConflict[] = []) {
    super(detail ?? title);
    this.name = 'ApiProblem';
    this.status = status;
    this.title = title;
    this.errors = errors;
    this.conflicts = conflicts;
    this.conflictCount = conflicts.length;
  }

  /** Someone wrote the same thing since it was read. */
  get isConflict(): boolean {
    return this.status === 412;
  }

  /** Whether the server has spoken. Without its word the same request may be sent again with the same key. */
  get isFinal(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 429;
  }
}

export const unreachable = (): ApiProblem =>
  new ApiProblem(0, 'No answer', 'Muster did not answer. Maybe the network or the server is down; try again.');

interface ProblemBody {
  title?: unknown;
  detail?: unknown;
  errors?: unknown;
  conflicts?: unknown;
  conflict_count?: unknown;
}

function isFieldError(value: unknown): value is FieldError {
  const error = value as Partial<FieldError> | null;
  return typeof error?.field === 'string' && typeof error.message === 'string';
}

/** Reads problem details, and survives a proxy that answers in HTML instead. */
export function problemOf(response: Response, body: unknown): ApiProblem {
  const problem: ProblemBody = typeof body === 'object' && body !== null ? body : {};
  const title = typeof problem.title === 'string' ? problem.title : `The server answered ${response.status}`;
  const errors = Array.isArray(problem.errors) ? problem.errors.filter(isFieldError) : [];
  const conflicts = Array.isArray(problem.conflicts) ? (problem.conflicts as DayConflict[]) : [];
  const made = new ApiProblem(response.status, title, typeof problem.detail === 'string' ? problem.detail : undefined, errors, conflicts);
  made.conflictCount = typeof problem.conflict_count === 'number' ? problem.conflict_count : conflicts.length;
  return made;
}

/** Every failure as a problem that can be shown. */
export function toProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem(0, 'Something failed in this page', String(error));
}
