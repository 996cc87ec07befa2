// Opens every page of a running Muster in a real browser, in light and dark, wide and narrow: axe must find nothing, the
// console must be silent (a breach of the content security policy is an error there), nothing may come from another host,
// and no page may scroll sideways.  MUSTER_URL=... MUSTER_PASSWORD=... npm run browser [-- folder for screenshots]
// The user (MUSTER_USER, else admin) makes two users of its own to look through their eyes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { makePeople } from './people.mjs';
import { ofPeople, pages, signedOut } from './pages.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = process.argv[2];
const origin = process.env.MUSTER_URL?.replace(/\/$/, '');
const account = { user_name: process.env.MUSTER_USER ?? 'admin', password: process.env.MUSTER_PASSWORD };
if (!origin || !account.password) {
  console.error('Say which server to look at: MUSTER_URL=http://127.0.0.1:8080 MUSTER_PASSWORD=... npm run browser');
  process.exit(2);
}
const widths = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
const faults = [];
const lists = [signedOut, ofPeople(await makePeople(origin, account)), pages];

const browser = await chromium.launch({
  executablePath: process.env.MUSTER_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

function listen(page, say) {
  page.on('console', (message) => {
    // A refused sign-in and the first question for a session are answered 401, which the browser reports by itself.
    if (['error', 'warning'].includes(message.type()) && !/status of 40[139]/.test(message.text())) {
      say(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => say(`error: ${error.message}`));
  page.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    if (asked !== origin && protocol !== 'data:') {
      say(`asked another host: ${request.url()}`);
    }
  });
}

async function look(page, { name, path, act, isForeign }, view, say) {
  await page.goto(origin + path);
  await page.waitForSelector('h1, .info .title', { timeout: 10_000 });
  await page.locator('[role=status][aria-label^=Loading]').first().waitFor({ state: 'detached' });
  await act?.(page);
  await page.waitForTimeout(350);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0 && !isForeign) {
    say(`scrolls sideways by ${overflow} px`);
  }
  if (folder) {
    await page.screenshot({ path: join(folder, `${name}-${view}.png`) });
  }
  const found = await page.evaluate(`${axe}; axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`);
  for (const violation of found.violations) {
    const text = `axe ${violation.id}: ${violation.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')}`;
    if (isForeign) {
      console.log(`  noted  ${name} ${view}: ${text.slice(0, 160)}`);
    } else {
      say(text);
    }
  }
}

async function signIn(page) {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('User name').fill(account.user_name);
  await page.getByRole('textbox', { name: 'Password' }).fill(account.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/today$/);
}

for (const colorScheme of ['light', 'dark']) {
  for (const [width, viewport] of Object.entries(widths)) {
    const view = `${width}-${colorScheme}`;
    for (const list of lists) {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      let name = 'start';
      const say = (fault) => faults.push(`${name} ${view}: ${fault}`);
      listen(page, say);
      if (list === pages) {
        await signIn(page);
      }
      for (const one of list) {
        name = one.name;
        await look(page, one, view, say).catch((error) => say(error.message.split('\n').slice(0, 3).join(' ')));
      }
      await context.close();
    }
  }
}

await browser.close();
const looked = lists.flat().length * 4;
faults.forEach((fault) => console.error(`  ${fault}`));
console.log(`${looked} pages looked at, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
