// SPDX-License-Identifier: MIT
// The tag tree of a PDF as nested { role, title, alt, actual, table, kids },
// where a kid is an element or a string. The order and the roles come from the
// objects as qpdf reads them, the words of each marked content from pdf.js:
// its operator list, not its text content, which guesses spaces. ISO 32000-1,
// 14.7 and 14.8.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { load } from './modules.mjs';

// It complains on the console that it cannot draw, which nobody asks of it.
console.log = console.warn = () => {};
const pdfjs = await load('pdfjs-dist/legacy/build/pdf.mjs');
const { OPS } = pdfjs;

// What the marked contents of a page say instead of their glyphs (14.9.4), one
// of them after the other: pdf.js does not hand it on, so it is read here.
const STRING = String.raw`\((?:[^()\\]|\\[\s\S])*\)`;
const MARKED = String.raw`\/\w+\s*<<((?:${STRING}|<[\da-fA-F]*>|[^()<>])*)>>\s*BDC|\/\w+\s*\/\w+\s*BDC|${STRING}`;
const ESCAPES = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescaped = words => words.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (all, octal, letter) =>
	octal ? String.fromCharCode(parseInt(octal, 8)) : ESCAPES[letter] ?? letter);
function actuals_of(content) {
	return [...content.matchAll(new RegExp(MARKED, 'g'))].filter(([all]) => all.startsWith('/')).map(([, said]) => {
		const [, hex, words] = new RegExp(String.raw`\/ActualText\s*(?:<([\da-fA-F]*)>|(${STRING}))`).exec(said ?? '') ?? [];
		const bytes = hex !== undefined ? Buffer.from(hex, 'hex') : words !== undefined
			? Buffer.from(unescaped(words.slice(1, -1)), 'latin1') : null;
		return bytes?.[0] === 0xFE && bytes[1] === 0xFF ? bytes.subarray(2).swap16().toString('utf16le') : bytes?.toString('latin1');
	});
}

// Right-to-left words: each string is reversed, the strings are not (ISO 32000-1, 14.8.2.3.3).
const reversed = items => items.reduce((strings, item) => {
	if (typeof item === 'number')
		strings.push('');
	else
		strings.push((item?.unicode ?? '') + strings.pop());
	return strings;
}, ['']).join('');

// The words of each marked content of a page, by "page object/MCID"; what is
// neither marked nor an artifact comes under "stray".
async function words_of_page(page, actuals, found) {
	const { fnArray, argsArray } = await page.getOperatorList();
	const open = [];
	if (fnArray.filter(operator => operator === OPS.beginMarkedContentProps).length !== actuals.length)
		throw new Error(`marked contents of page object ${page.ref.num} cannot be told apart`);
	fnArray.forEach((operator, i) => {
		const args = argsArray[i];
		if (operator === OPS.beginMarkedContent)
			open.push({ tag: args[0].name ?? args[0], words: '' });
		else if (operator === OPS.beginMarkedContentProps)
			open.push({ tag: args[0], id: Number.isInteger(args[1]) && `${page.ref.num}/${args[1]}`, words: '', actual: actuals.shift() });
		else if (operator === OPS.endMarkedContent) {
			const run = open.pop(), words = run.actual ?? run.words;
			if (run.id)
				found.set(run.id, (found.get(run.id) ?? '') + words);
			else if (run.tag !== 'Artifact' && open.length)
				open.at(-1).words += words;
			else if (run.tag !== 'Artifact')
				found.set('stray', (found.get('stray') ?? '') + words);
		} else if (operator === OPS.showText) {
			const words = open.at(-1)?.tag === 'ReversedChars' ? reversed(args[0])
				: args[0].map(glyph => glyph?.unicode ?? '').join('');
			if (open.length)
				open.at(-1).words += words;
			else
				found.set('stray', (found.get('stray') ?? '') + words);
		}
	});
}

// The content of each page, by the number of its object.
function contents_of(file, objects) {
	const streams = new Map(Object.entries(objects).map(([name, { value }]) => [name.slice(4).split(' ')[0], value])
		.filter(([, value]) => value?.['/Type'] === '/Page')
		.map(([number, page]) => [number, [page['/Contents'] ?? []].flat().map(name => name.split(' ').slice(0, 2).join(','))]));
	const wanted = [...streams.values()].flat().map(name => `--json-object=${name}`);
	const said = execFileSync('qpdf', ['--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=generalized', ...wanted, file],
		{ maxBuffer: 1 << 30 });
	const data = JSON.parse(said).qpdf[1];
	return number => streams.get(`${number}`).map(name =>
		Buffer.from(data[`obj:${name.replace(',', ' ')} R`].stream.data, 'base64').toString('latin1')).join('\n');
}

async function words_of(file, objects) {
	const content_of = contents_of(file, objects);
	const task = pdfjs.getDocument({ data: new Uint8Array(fs.readFileSync(file)), verbosity: 0, useSystemFonts: false });
	const pdf = await task.promise;
	const found = new Map();
	for (let n = 1; n <= pdf.numPages; n++) {
		const page = await pdf.getPage(n);
		await words_of_page(page, actuals_of(content_of(page.ref.num)), found);
		page.cleanup();
	}
	const labels = await pdf.getPageLabels() ?? Array.from({ length: pdf.numPages }, (_, i) => `${i + 1}`);
	await task.destroy();
	return { found, labels };
}

export async function read_tagged(file) {
	const said = execFileSync('qpdf', ['--json=2', '--json-key=qpdf', '--json-stream-data=none', file],
		{ maxBuffer: 1 << 30 });
	const objects = JSON.parse(said).qpdf[1];
	const { found, labels } = await words_of(file, objects);
	const is_reference = value => typeof value === 'string' && /^\d+ \d+ R$/.test(value);
	const follow = value => {
		while (is_reference(value))
			value = objects[`obj:${value}`]?.value ?? objects[`obj:${value}`]?.stream?.dict ?? null;
		return value;
	};
	const list = value => value == null ? [] : Array.isArray(follow(value)) ? follow(value) : [value];
	const text = value => {
		value = follow(value);
		return value == null ? undefined : value.startsWith('u:') ? value.slice(2) : '';
	};
	const root = follow(follow(objects.trailer.value['/Root'])['/StructTreeRoot']);
	if (!root)
		throw new Error(`${file}: there is no tag tree`);
	const roles = follow(root['/RoleMap']) ?? {};
	const classes = follow(root['/ClassMap']) ?? {};
	const used = new Set();

	const table_of = element => {
		const attributes = [...list(element['/A']), ...list(element['/C']).flatMap(name => list(classes[name]))]
			.map(follow).filter(value => value?.['/O'] === '/Table');
		const value = key => attributes.map(a => follow(a[key])).find(v => v !== undefined);
		return { scope: value('/Scope')?.slice(1), columns: value('/ColSpan') ?? 1, rows: value('/RowSpan') ?? 1 };
	};
	const words = (page, mcid) => {
		const id = `${/^\d+/.exec(page)?.[0]}/${mcid}`;
		if (used.has(id))
			throw new Error(`${file}: marked content ${mcid} of page object ${page} stands twice in the tree`);
		used.add(id);
		return found.get(id) ?? '';
	};
	const element_of = (reference, page_above) => {
		const element = follow(reference);
		const page = element['/Pg'] ?? page_above;
		let role = element['/S'];
		while (roles[role])
			role = roles[role];
		const kids = [];
		for (const kid of list(element['/K'])) {
			const value = follow(kid);
			if (Number.isInteger(value))
				kids.push(words(page, value));
			else if (value['/Type'] === '/MCR')
				kids.push(words(value['/Pg'] ?? page, value['/MCID']));
			else if (value['/Type'] !== '/OBJR')
				kids.push(element_of(kid, page));
		}
		return { role: role.slice(1), title: text(element['/T']), alt: text(element['/Alt']),
			actual: text(element['/ActualText']), table: table_of(element), kids };
	};
	const kids = list(root['/K']).map(kid => element_of(kid));
	const untold = [...found].filter(([id, said]) => !used.has(id) && said.trim());
	if (untold.length)
		throw new Error(`${file}: these words stand in no tag: ${untold.slice(0, 5).map(([, said]) => said.slice(0, 60)).join(' | ')}`);
	return { role: 'Document', kids, labels };
}
