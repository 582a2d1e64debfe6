// SPDX-License-Identifier: MIT
// text FILE.pdf...: the words of each PDF's tag tree are the words of the HTML
// beside it, in the same order, and their tables are the same tables. Left
// out are page numbers (a Span titled "page", of which HTML has none), and of HTML the link
// past the contents. The
// labels of a list may be drawn by the browser, unless the list says that it
// has words of its own (role=list). Every data cell has a head in its row and,
// in a table that has heads of columns, a head above it.
import fs from 'node:fs';
import { load } from './modules.mjs';
import { read_tagged } from './tagged.mjs';

const { parse } = await load('parse5');
let failed = 0;
const say = line => process.stdout.write(`${line}\n`);
const fail = (file, what) => { say(`${file}: text: ${what}`); failed++; };

// A document becomes words and marks; marks are settled when both are compared.
const words_in = text => text.normalize('NFC').replace(/[\u00ad\u200b\u200c\u200d\u2060]/g, '').split(/\s+/u).filter(Boolean);
class Flow {
	tokens = []; tables = []; headings = []; line = '';
	inline(text) { this.line += text; }
	boundary() {
		for (const word of words_in(this.line))
			this.tokens.push({ word });
		this.line = '';
	}
	marker(text) { this.boundary(); this.tokens.push({ mark: text.trim() }); }
}

const inline_roles = new Set(['Span', 'Link', 'Reference', 'Quote', 'Em', 'Strong', 'Annot', 'Code']);
function flow_of_pdf(document, file) {
	const flow = new Flow();
	const plain = element => element.kids.map(kid => typeof kid === 'string' ? kid : plain(kid)).join('');
	// A figure is read as its caption, then its words, never as what is drawn.
	const read_out = element => element.role !== 'Figure' ? element.kids
		: [...element.kids.filter(kid => kid.role === 'Caption'), element.alt ?? ''];
	const walk = element => {
		if (element.role === 'Span' && element.title === 'page') {
			if (!document.labels.includes(plain(element).trim()))
				fail(file, `"${plain(element)}" is marked as a page's number, and no page is called so`);
			return;
		}
		const is_block = !inline_roles.has(element.role);
		if (is_block)
			flow.boundary();
		if (element.role === 'Lbl' && element.in_list)
			flow.marker(plain(element));
		else
			for (const kid of read_out(element)) {
				if (typeof kid === 'string') { flow.inline(kid); continue; }
				kid.in_list = element.role === 'LI';
				walk(kid);
			}
		if (is_block)
			flow.boundary();
		if (element.role === 'Table')
			flow.tables.push(rows_of_pdf(element).map(row => row.kids.filter(cell => /^T[HD]$/.test(cell.role)).map(cell => (
				{ head: cell.role === 'TH', ...cell.table, words: words_in(plain(cell)).join(' ') }))));
		if (/^H[1-6]$/.test(element.role))
			flow.headings.push(`${element.role} ${words_in(plain(element)).join(' ')}`);
	};
	const rows_of_pdf = element => element.kids.flatMap(kid =>
		kid.role === 'TR' ? [kid] : /^T(Head|Body|Foot)$/i.test(kid.role ?? '') ? rows_of_pdf(kid) : []);
	walk(document);
	return flow;
}

const inline_names = new Set(['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'data', 'dfn', 'em', 'i', 'img', 'mark', 'q', 's', 'small',
	'span', 'strong', 'sub', 'sup', 'svg', 'time', 'u', 'var', 'wbr']);
const unread = new Set(['head', 'script', 'style', 'template', 'noscript']);
const scopes = { col: 'Column', colgroup: 'Column', row: 'Row', rowgroup: 'Row' };
const attribute = (node, name) => node.attrs?.find(a => a.name === name)?.value;
function flow_of_html(document) {
	const flow = new Flow();
	const is_hidden = node => attribute(node, 'aria-hidden') === 'true' || attribute(node, 'hidden') !== undefined || attribute(node, 'class') === 'skip';
	const is_picture = node => node.tagName === 'img' || attribute(node, 'role') === 'img';
	const spoken = node => attribute(node, 'alt') ?? attribute(node, 'aria-label') ?? '';
	const plain = node => node.nodeName === '#text' ? node.value : unread.has(node.tagName) || is_hidden(node) ? ''
		: is_picture(node) ? spoken(node) : node.tagName === 'br' ? ' ' : (node.childNodes ?? []).map(plain).join('');
	const inside = (node, names) => (node.childNodes ?? []).flatMap(kid =>
		names.includes(kid.tagName) ? [kid] : kid.tagName === 'table' ? [] : inside(kid, names));
	const walk = (node, mark) => {
		if (node.nodeName === '#text') { flow.inline(node.value); return; }
		if (unread.has(node.tagName) || is_hidden(node) || node.nodeName === '#comment')
			return;
		const is_block = node.tagName && (!inline_names.has(node.tagName) || attribute(node, 'class') === 'label');
		if (is_block)
			flow.boundary();
		if (mark)
			flow.marker(mark);
		if (is_picture(node))
			flow.inline(spoken(node));
		else {
			let number = Number(attribute(node, 'start') ?? 1);
			for (const kid of node.childNodes ?? [])
				walk(kid, kid.tagName !== 'li' || attribute(node, 'role') === 'list' ? '' : node.tagName === 'ol' ? `${number++}` : '•');
		}
		if (is_block)
			flow.boundary();
		if (node.tagName === 'table')
			flow.tables.push(inside(node, ['tr']).map(row => inside(row, ['th', 'td']).map(cell => ({
				head: cell.tagName === 'th', scope: scopes[attribute(cell, 'scope')], columns: Number(attribute(cell, 'colspan') ?? 1),
				rows: Number(attribute(cell, 'rowspan') ?? 1), words: words_in(plain(cell)).join(' ') }))));
		if (/^h[1-6]$/.test(node.tagName ?? ''))
			flow.headings.push(`${node.tagName.toUpperCase()} ${words_in(plain(node)).join(' ')}`);
	};
	walk(document);
	return flow;
}

// A mark that the browser draws must stand on paper; one that only paper has
// is a word of the text.
const is_bullet = mark => /^[^\p{L}\p{N}]$/u.test(mark);
const same_mark = (paper, drawn) => drawn === '•' ? is_bullet(paper) : paper.replace(/\.$/, '') === drawn;
function settle(paper, screen) {
	const left = [], right = [];
	for (let i = 0, k = 0; i < paper.length || k < screen.length;) {
		const a = paper[i], b = screen[k];
		if (a?.mark !== undefined && b?.mark !== undefined && same_mark(a.mark, b.mark)) {
			i++;
			k++;
		} else if (a?.mark !== undefined)
			paper.splice(i, 1, ...words_in(a.mark).map(word => ({ word })));
		else {
			if (a) left.push(a.word);
			if (b) right.push(b.word ?? `[${b.mark}]`);
			i++;
			k++;
		}
	}
	return [left, right];
}

function compare_words(file, pdf, html) {
	const [paper, screen] = settle(pdf.tokens, html.tokens);
	const at = paper.findIndex((word, n) => word !== screen[n]);
	const where = at >= 0 ? at : paper.length < screen.length ? paper.length : -1;
	if (where < 0)
		return;
	const around = words => words.slice(Math.max(0, where - 6), where + 7).join(' ');
	fail(file, `word ${where + 1} differs\n  pdf:  … ${around(paper)} …\n  html: … ${around(screen)} …`);
}

// The cells of a table by row and column, spans filled in.
function grid_of(table) {
	const grid = [];
	table.forEach((cells, row) => {
		let column = 0;
		grid[row] ??= [];
		for (const cell of cells) {
			while (grid[row][column])
				column++;
			for (let r = 0; r < cell.rows; r++)
				for (let c = 0; c < cell.columns; c++)
					(grid[row + r] ??= [])[column + c] = cell;
		}
	});
	return grid;
}
function check_heads(file, table, number) {
	const grid = grid_of(table), width = Math.max(...grid.map(row => row.length));
	const has_columns = table.flat().some(cell => cell.head && cell.scope === 'Column');
	grid.forEach((row, r) => row.forEach((cell, c) => {
		const name = `table ${number}, row ${r + 1}, column ${c + 1} "${cell.words.slice(0, 40)}"`;
		if (cell.head && !cell.scope)
			fail(file, `${name}: a head without a scope`);
		if (cell.head || cell.columns >= width)
			return;
		if (has_columns && !grid.slice(0, r).some(above => above[c]?.head && above[c].scope === 'Column'))
			fail(file, `${name}: no column head stands above it`);
		if (!row.some(beside => beside?.head && beside.scope === 'Row'))
			fail(file, `${name}: no row head stands in its row`);
	}));
}

function compare_tables(file, pdf, html) {
	if (pdf.tables.length !== html.tables.length)
		fail(file, `${pdf.tables.length} tables in the PDF, ${html.tables.length} in the HTML`);
	const show = cell => cell && `${cell.head ? `TH ${cell.scope}` : 'TD'} ${cell.columns}x${cell.rows}`;
	pdf.tables.forEach((table, t) => {
		check_heads(file, table, t + 1);
		const twin = html.tables[t] ?? [];
		for (let r = 0; r < Math.max(table.length, twin.length); r++)
			for (let c = 0; c < Math.max(table[r]?.length ?? 0, twin[r]?.length ?? 0); c++)
				if (show(table[r]?.[c]) !== show(twin[r]?.[c])) {
					fail(file, `table ${t + 1}, row ${r + 1}, cell ${c + 1}: ${show(table[r]?.[c]) ?? 'nothing'} in the PDF, `
						+ `${show(twin[r]?.[c]) ?? 'nothing'} in the HTML: "${(table[r]?.[c] ?? twin[r]?.[c]).words.slice(0, 40)}"`);
					return;
				}
	});
}

for (const file of process.argv.slice(2)) {
	try {
		const pdf = flow_of_pdf(await read_tagged(file), file);
		const html = flow_of_html(parse(fs.readFileSync(file.replace(/\.pdf$/, '.html'), 'utf8')));
		if (!pdf.tokens.length)
			fail(file, 'there are no words in the tag tree');
		compare_words(file, pdf, html);
		compare_tables(file, pdf, html);
		if (pdf.headings.join('\n') !== html.headings.join('\n'))
			fail(file, `the headings differ\n  pdf:  ${pdf.headings.join(' / ').slice(0, 300)}\n  html: ${html.headings.join(' / ').slice(0, 300)}`);
	} catch (error) {
		fail(file, error.message);
	}
}
say(`text: ${process.argv.length - 2} documents, ${failed} failures`);
process.exit(failed || process.argv.length < 3 ? 1 : 0);
