// SPDX-License-Identifier: MIT
// screens FOLDER FILE.html...: each page as a picture in FOLDER: on a screen
// 1280 and 320 CSS pixels wide, light and dark, with forced colours, with the
// focus on the link past the contents; and as it prints, as a PDF.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { load } from './modules.mjs';

const { chromium } = (await load('playwright-core')).default;
const TALLEST = 6000;	// of a picture, in pixels: the rest looks no different
const [folder, ...files] = process.argv.slice(2);
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: [...(process.getuid() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-dev-shm-usage',
		'--font-render-hinting=none', '--allow-file-access-from-files'],
});

async function open(file, settings) {
	const context = await browser.newContext(settings);
	const page = await context.newPage();
	await page.goto(pathToFileURL(path.resolve(file)).href, { waitUntil: 'load' });
	return page;
}

async function take(page, name) {
	const { width } = page.viewportSize();
	const height = Math.min(TALLEST, await page.evaluate(() => document.documentElement.scrollHeight));
	await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true, clip: { x: 0, y: 0, width, height } });
	await page.context().close();
}

for (const file of files) {
	const name = `web-${path.basename(file, '.html')}`;
	for (const width of [1280, 320])
		for (const colorScheme of ['light', 'dark'])
			await take(await open(file, { viewport: { width, height: 900 }, colorScheme, deviceScaleFactor: width < 640 ? 1.5 : 1 }),
				`${name}-${width}-${colorScheme}`);
	await take(await open(file, { viewport: { width: 1280, height: 900 }, forcedColors: 'active' }), `${name}-forced-colours`);
	const focused = await open(file, { viewport: { width: 1280, height: 900 } });
	for (let i = 0; i < 2; i++)
		await focused.keyboard.press('Tab');
	await focused.screenshot({ path: path.join(folder, `${name}-focus.png`) });
	await focused.context().close();
	const paper = await open(file, { viewport: { width: 1280, height: 900 } });
	await paper.pdf({ path: path.join(folder, `${name}-print.pdf`), preferCSSPageSize: true });
	await paper.context().close();
}
await browser.close();
