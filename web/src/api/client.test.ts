import { expect, it, vi } from 'vitest';
import { answer, client } from './client';
import type { ApiProblem } from './problem';
import { someUser } from '@/testing';
import { changeUser } from './users';

function network(answerWith: () => Response | Promise<Response>) {
  const fetch = vi.fn<(request: Request) => Promise<Response>>(() => Promise.resolve(answerWith()));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

const problemFrom = async (call: Promise<unknown>): Promise<ApiProblem> =>
  call.then(() => { throw new Error('It was not refused.'); }, (error: unknown) => error as ApiProblem);

const node = () => answer(client.GET('/api/v2/wfm/system/node'));

it('reads problem details with their fields', async () => {
  const body = { title: 'Not valid', status: 400, detail: 'Wrong.', errors: [{ field: 'email', message: 'No @.' }, { nonsense: 1 }] };
  network(() => Response.json(body, { status: 400 }));
  const problem = await problemFrom(node());
  expect([problem.status, problem.title, problem.message]).toEqual([400, 'Not valid', 'Wrong.']);
  expect(problem.errors).toEqual([{ field: 'email', message: 'No @.' }]);
});

it('survives a proxy that answers in HTML', async () => {
  network(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  expect((await problemFrom(node())).message).toBe('The server answered 502');
});

it('calls a dead network no answer, with a remedy', async () => {
  network(() => Promise.reject(new TypeError('Failed to fetch')));
  const problem = await problemFrom(node());
  expect(problem.status).toBe(0);
  expect(problem.isFinal).toBe(false);
  expect(problem.message).toContain('Maybe');
});

it('changes only the version that was read', async () => {
  const fetch = network(() => Response.json({ title: 'Changed meanwhile', status: 412 }, { status: 412 }));
  const problem = await problemFrom(changeUser(someUser, { disabled: true }));
  expect(fetch.mock.calls[0]?.[0].headers.get('If-Match')).toBe('"7"');
  expect(problem.isConflict).toBe(true);
});
