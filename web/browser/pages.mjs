// Every page and every state of a page that is looked at in a browser.
const first = (page, name) => page.getByRole('button', { name }).first().click();

const signInAs = async (page, person) => {
  await page.getByLabel('User name').fill(person.user_name);
  await page.getByRole('textbox', { name: 'Password' }).fill(person.password);
  await page.keyboard.press('Enter');
};

/** What people without rights see: one with a first password, one who has chosen another. */
export const ofPeople = ({ fresh, plain }) => [
  {
    name: 'first-password',
    path: '/reports',
    act: async (page) => {
      await signInAs(page, fresh);
      await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
    },
  },
  {
    name: 'forbidden',
    path: '/first-password',
    act: async (page) => {
      await page.context().clearCookies();
      await page.goto(new URL('/system/users', page.url()).href);
      await signInAs(page, plain);
      await page.getByText('You may not see the users').waitFor();
    },
  },
];

export const signedOut = [
  { name: 'sign-in', path: '/sign-in' },
  {
    name: 'sign-in-refused',
    path: '/system/users',
    act: async (page) => {
      await page.getByLabel('User name').fill('nobody');
      await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
];

export const pages = [
  { name: 'today', path: '/today' },
  { name: 'forecast', path: '/forecast' },
  { name: 'schedule', path: '/schedule' },
  { name: 'adherence', path: '/adherence' },
  { name: 'requests', path: '/requests' },
  { name: 'people', path: '/people' },
  { name: 'reports', path: '/reports' },
  { name: 'password', path: '/password' },
  { name: 'not-found', path: '/nothing-here', act: (page) => page.getByText('There is no such page').waitFor() },
  { name: 'node', path: '/system/node' },
  { name: 'roles', path: '/system/roles' },
  { name: 'options', path: '/system/options' },
  { name: 'options-none', path: '/system/options?search=zzz' },
  { name: 'users', path: '/system/users' },
  { name: 'users-new', path: '/system/users?user=new', act: (page) => page.getByLabel('Display name').waitFor() },
  { name: 'user', path: '/system/users', act: async (page) => {
    await page.getByRole('table').getByRole('button').first().click();
    await page.getByRole('heading', { name: 'Signing in' }).waitFor();
  } },
  { name: 'access', path: '/system/access' },
  { name: 'access-new', path: '/system/access?role=new', act: (page) => page.getByLabel('Name').waitFor() },
  { name: 'access-role', path: '/system/access', act: (page) => page.getByRole('table', { name: 'Access roles' }).getByRole('button').first().click() },
  { name: 'tokens', path: '/system/tokens' },
  { name: 'tokens-new', path: '/system/tokens?client=new', act: (page) => page.getByLabel('Name').waitFor() },
  { name: 'audit', path: '/system/audit' },
  { name: 'audit-detail', path: '/system/audit', act: (page) => first(page, /^Details of/) },
  { name: 'commands', path: '/system/node', act: (page) => page.keyboard.press('Control+k') },
  { name: 'user-menu', path: '/today', act: (page) => page.getByRole('button', { name: /account and theme/ }).click() },
  { name: 'api-reference', path: '/api-reference/', isForeign: true },
];
