// What the stand-in server knows. Invented people; every list is long enough for a second page.
import { randomUUID } from 'node:crypto';

const now = Date.now();
export const ago = (minutes) => new Date(now - minutes * 60_000).toISOString();

const verbs = {
  view: { users: 'See users and their grants.', access_roles: 'See access roles and permissions.', clients: 'See API clients and their tokens.', audit: 'Read the audit.', system: 'See nodes, roles and options.' },
  edit: { users: 'Create, change and disable users, and grant them roles.', access_roles: 'Create, change and delete access roles.', clients: 'Create, change and disable API clients.' },
};

export const permissions = Object.entries(verbs).flatMap(([verb, resources]) =>
  Object.entries(resources).map(([resource, sentence]) => ({ name: `${resource}:${verb}`, verb, resource, sentence })),
).sort((one, other) => one.resource.localeCompare(other.resource) || other.verb.localeCompare(one.verb));

const role = (name, description, allowed, built_in = true) => ({ id: randomUUID(), name, description, built_in, permissions: allowed, version: 1 });
export const roles = [
  role('Administrator', 'May do everything.', permissions.map((one) => one.name)),
  role('Auditor', 'Sees everything, changes nothing.', permissions.filter((one) => one.verb === 'view').map((one) => one.name)),
  role('Operator', 'Watches nodes and API clients.', ['system:view', 'clients:view']),
  role('Help desk', 'Resets passwords.', ['users:view', 'users:edit'], false),
];

export const grant = (of, scope_kind = 'all', scope_id = null) => ({ role_id: of.id, role_name: of.name, scope_kind, scope_id });

const names = ['Ada Lovelace', 'Agner Erlang', 'Amalie Brandt', 'Bashir Haddad', 'Bogdan Ionescu', 'Chiara Conti', 'Dmitri Volkov', 'Elif Kaya', 'Esther Okafor', 'Felix Baumann', 'Grace Hopper', 'Hana Sato', 'Ignacio Vega', 'Jonas Lindqvist', 'Katherine Johnson', 'Lucía Fernández', 'Maximiliane von Hohenberg-Schwarzenstein', 'Nikhil Rao', 'Olga Petrova', 'Paul Moreau'];
export const users = names.flatMap((name, index) => [user(name, index), user(`${name} (night)`, index + names.length)]);

function user(display_name, index) {
  const user_name = display_name.normalize('NFD').toLowerCase().replace(/[^a-z ]/g, '').trim().replace(/ +/g, '.');
  return {
    id: randomUUID(), user_name, display_name, email: index % 5 === 4 ? null : `${user_name}@example.org`,
    disabled: index % 9 === 6, locked_until: index % 11 === 3 ? ago(-14) : null, must_change_password: index % 7 === 2,
    last_signed_in_at: index % 7 === 2 ? null : ago(37 * index + 4),
    grants: index === 0 ? [grant(roles[0])] : index % 4 === 3 ? [] : [grant(roles[(index % 3) + 1])], version: 1, created_at: ago(90_000 + index),
  };
}

export const clients = ['Telephony feed', 'Payroll export', 'Wallboard', 'Directory bridge'].map((name, index) => ({
  id: randomUUID(), client_id: `mc_${randomUUID().slice(0, 13)}`, name, disabled: index === 2, token_minutes: [60, 15, 1440, 60][index],
  grants: index === 3 ? [] : [grant(roles[2])], version: 1, created_at: ago(40_000), last_used_at: index === 3 ? null : ago(index * 90 + 1),
}));

export const tokens = Array.from({ length: 12 }, (_, index) => ({
  id: randomUUID(), client_id: clients[index % 3].client_id, client_name: clients[index % 3].name,
  permissions: index % 4 === 0 ? null : ['system:view'], issued_at: ago(index * 30 + 2), expires_at: ago(index * 30 - 58),
  last_used_at: index % 5 === 4 ? null : ago(index * 30), revoked_at: index === 1 ? ago(20) : null,
}));

const steps = [
  ['signed in', 'session', null, null],
  ['changed', 'user', { display_name: 'Ada King', email: 'ada@example.org', disabled: false }, { display_name: 'Ada Lovelace', email: 'ada@example.org', disabled: false }],
  ['created', 'access_role', null, { name: 'Help desk', description: 'Resets passwords.', permissions: ['users:view', 'users:edit'] }],
  ['disabled', 'client', { name: 'Wallboard', disabled: false }, { name: 'Wallboard', disabled: true }],
  ['sign-in refused', 'session', null, null],
];
export const audit = Array.from({ length: 120 }, (_, index) => {
  const [action, entity, before, after] = steps[index % steps.length];
  const actor = index % 13 === 12 ? null : users[index % 6];
  return {
    id: 5_000 - index, at: ago(index * 11 + 1), actor_kind: actor ? 'user' : 'system', actor_id: actor?.id ?? null, actor_name: actor?.display_name ?? 'Muster',
    address: actor ? `10.20.${index % 4}.${(index * 7) % 250}` : null, action, entity, entity_id: entity === 'session' ? null : users[index % 9].id, before, after, request_id: `0HN${index}A7:0000000${index % 9}`,
  };
});

export const nodeRoles = [
  ['server', 'Answers the interface and the API.', [], 'everywhere', 'running', 'listening on 1 address'],
  ['directory', 'Keeps people, skills and units.', ['database'], 'everywhere', 'running', null],
  ['aggregator', 'Turns events into adherence and interval figures.', ['database'], 'by lease', 'waiting', 'edge-2 holds the lease, epoch 14'],
  ['builder', 'Builds schedules.', ['server'], 'everywhere', 'off', null],
  ['daemon', 'Sends notifications and scheduled reports.', ['database'], 'by lease', 'running', 'holds the lease, epoch 3'],
  ['etl', 'Fills the reporting tables.', ['database'], 'by lease', 'off', null],
  ['edge', 'Keeps published schedules near the telephony.', [], 'everywhere', 'off', null],
].map(([name, sentence, needs, placement, state, detail]) => ({ name, sentence, needs, placement, state, detail }));

export const options = [
  ['Server:Urls', 'Server', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080', 'default', null, null, 'The addresses that the server listens on.'],
  ['Server:RequestLimit', 'Server', '10', '10', 'default', 'MiB', '1 to 100', 'The largest body that a request may have.'],
  ['Server:StopSeconds', 'Server', '8', '5', 'file', 's', '1 to 60', 'How long an orderly stop may take.'],
  ['Database:ConnectionString', 'Database', '(hidden)', null, 'environment', null, null, 'An external PostgreSQL; without it Muster starts its own.', true],
  ['Database:CommandTimeout', 'Database', '5', '5', 'default', 's', '1 to 30', 'How long a command may take before it is given up.'],
  ['Session:IdleMinutes', 'Session', '480', '480', 'default', 'min', '5 to 1440', 'A session without a request for this long is over.'],
  ['Session:LockOutAttempts', 'Session', '5', '5', 'flag', null, '3 to 20', 'Wrong passwords in a row that lock an account.'],
].map(([key, area, value, byDefault, source, unit, range, description, secret = false]) => ({ key, area, value, default: byDefault, source, unit, range, description, secret }));
