import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from '@/lib/newKey';
import { ApiProblem } from './problem';

interface Intent {
  body: string;
  key: string;
}

/**
 * A POST with an `Idempotency-Key`. The key stays the same while the same body is tried again without an answer,
 * so that a lost answer never does the work twice; any word of the server, or another body, ends the intent.
 */
export function useIntent<Body, Result>(
  send: (body: Body, key: string) => Promise<Result>,
  onDone?: (result: Result) => void,
): UseMutationResult<Result, Error, Body> {
  const intent = useRef<Intent | undefined>(undefined);
  return useMutation({
    mutationFn: (body: Body) => {
      const text = JSON.stringify(body);
      if (intent.current?.body !== text) {
        intent.current = { body: text, key: newKey() };
      }
      return send(body, intent.current.key);
    },
    onSuccess: (result) => {
      intent.current = undefined;
      onDone?.(result);
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.isFinal) {
        intent.current = undefined;
      }
    },
  });
}
