import { toProblem } from '@/api/problem';

/** The server's messages by field, for a form's `setErrors`. */
export function fieldErrors(error: Error): Record<string, string> {
  return Object.fromEntries(toProblem(error).errors.map((item) => [item.field, item.message]));
}
