// Makes two users without rights, for the pages that only they see.
const root = '/api/v2/wfm';

async function ask(origin, method, path, body, cookie) {
  const answer = await fetch(origin + root + path, {
    method,
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`);
  }
  return answer;
}

async function signIn(origin, person) {
  const answer = await ask(origin, 'POST', '/session', person);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

async function makePerson(origin, cookie, kind) {
  const user_name = `browser.${kind}.${Date.now().toString(36)}`;
  const made = await ask(origin, 'POST', '/users', { user_name, display_name: `Browser ${kind}`, grants: [] }, cookie);
  return { user_name, password: (await made.json()).first_password };
}

export async function makePeople(origin, account) {
  const cookie = await signIn(origin, account);
  const fresh = await makePerson(origin, cookie, 'fresh');
  const plain = await makePerson(origin, cookie, 'plain');
  const password = `Chosen-${crypto.randomUUID()}`;
  const change = { current_password: plain.password, new_password: password };
  await ask(origin, 'POST', '/session/password', change, await signIn(origin, plain));
  return { fresh, plain: { ...plain, password } };
}
