// SPDX-License-Identifier: MIT
// axe FILE.html...: each page in Chromium, at 320 and 1280 CSS pixels, light
// and dark, what folds open at 320: axe-core's rules for WCAG 2.0 to 2.2, A and AA, and its best practice;
// no sideways scrolling, also between these widths (1.4.10), no words cut off by wider spacing (1.4.12),
// every link reached by the Tab key in order and seen when it is (2.4.3, 2.4.7),
// nothing fetched from elsewhere, nothing logged as an error.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { find, load } from './modules.mjs';

const { chromium } = (await load('playwright-core')).default;
const axe_source = fs.readFileSync(find('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const views = [1280, 320].flatMap(width => ['light', 'dark'].map(colorScheme =>
	({ name: `${width} ${colorScheme}`, viewport: { width, height: width === 320 ? 256 : 900 }, colorScheme })));
const between = [305, 400, 640, 700, 896, 1000, 1120, 1280];	// 305: 320 with a scroll bar
let failed = 0;
const fail = (file, view, what) => { console.log(`${file}: axe: ${view}: ${what}`); failed++; };

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: [...(process.getuid() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-dev-shm-usage',
		'--font-render-hinting=none', '--allow-file-access-from-files'],
});

async function judge_rules(page, file, view) {
	await page.evaluate(axe_source);
	const { violations, passes } = await page.evaluate(values =>
		axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations', 'passes'] }), tags);
	if (!passes.length)
		fail(file, view, 'no rule of axe applied');
	for (const rule of violations)
		for (const node of rule.nodes)
			fail(file, view, `${rule.id}: ${rule.help}: ${node.target.join(' ')}`);
}

async function judge_reflow(page, file, view) {
	const [scrolls, width] = await page.evaluate(() =>
		[document.documentElement.scrollWidth, document.documentElement.clientWidth]);
	if (scrolls > width)
		fail(file, view, `the page scrolls sideways: ${scrolls} > ${width} (1.4.10)`);
}

async function judge_spacing(page, file, view) {
	await page.addStyleTag({ content: `* { line-height: 1.5 !important; letter-spacing: .12em !important;
		word-spacing: .16em !important } p { margin-bottom: 2em !important }` });
	const cut = await page.evaluate(() => [...document.querySelectorAll('body *')].filter(e => {
		const style = getComputedStyle(e);
		return /hidden|clip/.test(style.overflowX + style.overflowY) && e.clientHeight > 1
			&& (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1);
	}).map(e => e.tagName.toLowerCase() + (e.id && `#${e.id}`)));
	if (cut.length)
		fail(file, view, `wider spacing cuts words off in ${cut.slice(0, 5).join(' ')} (1.4.12)`);
}

async function judge_keyboard(page, file, view) {
	const wanted = await page.evaluate(() => {
		[...document.querySelectorAll('*')].forEach((e, i) => { e.order = i; });
		return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
			.filter(e => e.tabIndex >= 0 && !e.disabled && e.getClientRects().length).length;
	});
	let last = -1, reached = 0;
	for (; reached < wanted + 1; reached++) {
		await page.keyboard.press('Tab');
		const focus = await page.evaluate(() => {
			const e = document.activeElement;
			if (!e || e === document.body) return null;
			const style = getComputedStyle(e);
			return { order: e.order, name: `${e.tagName.toLowerCase()} "${e.textContent.trim().slice(0, 30)}"`,
				seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none' };
		});
		if (!focus || focus.order === last)
			break;
		if (focus.order < last) {
			if (reached < wanted)
				fail(file, view, `the Tab key goes back to ${focus.name} (2.4.3)`);
			break;
		}
		if (!focus.seen)
			fail(file, view, `${focus.name} does not show that it has the focus (2.4.7)`);
		last = focus.order;
	}
	if (reached < wanted)
		fail(file, view, `the Tab key reaches ${reached} of ${wanted} places (2.1.1)`);
}

async function judge(file) {
	for (const { name, ...view } of views) {
		const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', ...view });
		const page = await context.newPage();
		page.on('pageerror', error => fail(file, name, `script: ${error.message}`));
		page.on('console', message => message.type() === 'error' && fail(file, name, `console: ${message.text()}`));
		page.on('request', request => /^(https?|wss?):/.test(request.url()) && fail(file, name, `fetches ${request.url()}`));
		page.on('requestfailed', request => fail(file, name, `cannot fetch ${request.url()}`));
		await page.goto(pathToFileURL(path.resolve(file)).href, { waitUntil: 'load' });
		if (view.viewport.width === 320)
			await page.evaluate(() => document.querySelectorAll('details').forEach(e => { e.open = true; }));
		await judge_rules(page, file, name);
		await judge_reflow(page, file, name);
		if (name === '1280 light') {
			await judge_keyboard(page, file, name);
			await judge_spacing(page, file, name);
		}
		if (name === '320 light')
			for (const width of between) {
				await page.setViewportSize({ width, height: 600 });
				await judge_reflow(page, file, `${width}`);
			}
		await context.close();
	}
}

const files = process.argv.slice(2);
for (const file of files)
	await judge(file);
await browser.close();
console.log(`axe: ${files.length} pages, ${views.length} views each, ${failed} failures`);
process.exit(failed || !files.length ? 1 : 0);
