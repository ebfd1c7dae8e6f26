// The layout of PDFs on pages made by hand: rows, columns, paragraphs, running heads, without pdf.js.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compose, seam } from '../../www/pdf/compose.js';
import { layout } from '../../www/pdf/layout.js';
import { letters } from '../../www/pdf/runs.js';

const SIZE = 10;

/** A run of letters half as wide as high. */
const run = (text, x, y, more = {}) => ({ text, x, y, width: (text.length * (more.size ?? SIZE)) / 2, size: SIZE, ...more });

/** Lines one below the other. */
const column = (lines, { x = 60, y = 100, leading = 12, ...more } = {}) => lines.map((text, at) => run(text, x, y + at * leading, more));

const page = (...runs) => ({ width: 500, height: 700, runs: runs.flat() });

/** The paragraphs of pages, as the text has them. */
const read = (...pages) => compose(layout(pages).paragraphs, { body: 0, labels: layout(pages).labels }).text.split('\n\n');

/** Lines that fill a measure of `width` letters. */
function filled(count, width, word = 'lorem') {
	return Array.from({ length: count }, (_, at) => `${word}${at} ${'abcdefghi '.repeat(9)}`.slice(0, width - 1) + 'z');
}

describe('rows', () => {
	test('runs of a line are joined by the gaps between them, whatever their order in the file', () => {
		assert.deepEqual(read(page(run('world', 90, 100), run('Hello', 60, 100), run('.', 115, 100.4))), ['Hello world.']);
	});

	test('a raised figure belongs to its line', () => {
		const [text] = read(page(run('He met Tito.', 60, 100), run('1', 120, 96, { size: 6 }), run('He left.', 130, 100)));
		assert.equal(text, 'He met Tito.1 He left.');
	});

	test('what is printed twice at one place is read once', () => {
		assert.deepEqual(read(page(run('SECRET', 60, 100), run('SECRET', 60.4, 100.2), run('SECRET', 200, 100))), ['SECRET      SECRET']);
	});

	test('spaces of the file count, even narrow ones, and are not doubled', () => {
		assert.deepEqual(read(page(run('a', 60, 100), run(' ', 65, 100, { width: 1 }), run('b', 66, 100), run(' ', 71, 100), run('c', 90, 100))), ['a b c']);
	});

	test('joined letters and Arabic forms are letters', () => {
		assert.equal(letters('o\ufb03ce \ufefb\ufe91\0'), 'office \u0644\u0627\u0628');
	});
});

describe('paragraphs', () => {
	test('a wider gap, an indent, and a line that ends early each begin one', () => {
		const [one, two, three] = [filled(3, 70, 'one'), filled(2, 70, 'two'), filled(2, 70, 'three')];
		const gap = read(page(column(one), column(two, { y: 100 + 3 * 12 + 8 })));
		assert.deepEqual(gap, [one.join(' '), two.join(' ')]);
		const indent = read(page(column(one), run(`${two[0].slice(0, 66)}z`, 80, 136), run(two[1], 60, 148)));
		assert.equal(indent.length, 2);
		const early = read(page(column([...one, 'short end.', ...three])));
		assert.deepEqual(early, [`${one.join(' ')} short end.`, three.join(' ')]);
	});

	test('an initial at the beginning of a line begins none, a number after a full stop does', () => {
		const lines = [...filled(1, 70), `A. Lazar ${filled(1, 60)[0]}.`, ...filled(1, 70, '2. lorem')];
		assert.deepEqual(read(page(column(lines))), [`${lines[0]} ${lines[1]}`, lines[2]]);
	});

	test('an address on a line of its own, below the end of a sentence, begins one', () => {
		const [first] = filled(1, 70);
		const address = 'http://archive.example.org/document/990017';
		assert.deepEqual(read(page(column([first, 'by Oleg Stan.', address]))), [`${first} by Oleg Stan.`, address]);
		assert.deepEqual(read(page(column([first, address]))), [`${first} ${address}`]);
	});

	test('the lines of an item hang below its first', () => {
		const [first, ...others] = filled(3, 60);
		const text = read(page(run(`1. ${first}`, 60, 100), column(others, { x: 75, y: 112 }), run('2. more', 60, 136)));
		assert.deepEqual(text, [`1. ${[first, ...others].join(' ')}`, '2. more']);
	});

	test('bullets become marks, drawn ones too', () => {
		const text = read(page(run('\u2022 one', 70, 100), run('two', 80, 112, { item: true })));
		assert.deepEqual(text, ['- one', '- two']);
	});

	test('bold and slanted letters are marked around words; asterisks stay asterisks', () => {
		const text = read(page(run('The', 60, 100), run('Aurora', 80, 100, { italic: true }), run(' sailed', 110, 100), run(' now', 145, 100, { bold: true }), run(', 2*3*4', 165, 100)));
		assert.deepEqual(text, ['The *Aurora* sailed **now**, 2\\*3\\*4']);
	});
});

describe('divided words', () => {
	const known = new Set(['information', 'pre-war', 'prewar']);
	for (const [before, after, want] of [
		['some infor-', 'mation', 'some information'],
		['the inform\u2010', 'er', 'the informer'],
		['http://a.org/docu\u2010', 'ment/12', 'http://a.org/document/12'],
		['the inform\u00ad', 'ant', 'the informant'],
		['a pre-', 'war', 'a pre-war'],
		['a well-', 'known', 'a well-known'],
		['a Sino-', 'South', 'a Sino-South'],
		['1953\u2013', '1954', '1953\u20131954'],
		['other \u2013', 'neighbours', 'other \u2013 neighbours'],
		['http://a.org/b', 'c/d?e', 'http://a.org/bc/d?e'],
		['at http://a.org.', 'The', 'at http://a.org. The'],
	]) {
		test(`${before} | ${after}`, () => {
			const { kept, space } = seam(before, after, known);
			assert.equal(before.slice(0, before.length - kept) + space + after, want);
		});
	}

	test('a soft hyphen that also stands within lines is a hyphen', () => {
		assert.deepEqual(seam('a well\u00ad', 'known', new Set(['\u00ad'])), { kept: 0, space: '' });
		const [text] = read(page(column(['a Sino\u2010Soviet talk and more of it, to be well\u2010', `known ${filled(1, 40)[0]}`])));
		assert.match(text, /well\u2010known/);
	});
});

describe('columns', () => {
	const left = filled(6, 36, 'left');
	const right = filled(6, 36, 'right');

	test('a gutter that several lines prove parts them, below a line across', () => {
		const text = read(page(run('A heading across both of the columns, which is as wide as they are', 60, 80), column(left), column(right, { x: 270, y: 103 })));
		assert.deepEqual(text.slice(1), [[...left, ...right].join(' ')]);
	});

	test('the right one comes first where most letters run from right to left', () => {
		const arabic = Array.from({ length: 5 }, () => '\u0628\u062d\u062b '.repeat(9).trim());
		const [text] = read(page(column(arabic.map((line) => `${line}\u0661`)), column(arabic.map((line) => `${line}\u0662`), { x: 270 })));
		assert.ok(text.indexOf('\u0662') < text.indexOf('\u0661'), text);
	});

	test('two lines prove none, and cells of a table none: they are read across', () => {
		const two = read(page(column(left.slice(0, 2)), column(right.slice(0, 2), { x: 270 })));
		assert.match(two[0], /^left0.*right0/);
		const cells = ['To:', 'From:', 'Subject:', 'Date:'];
		const table = read(page(column(cells), column(['The Legation', 'The Ministry of Trade', 'Fish', 'March'], { x: 270 })));
		assert.deepEqual(table, ['To:      The Legation', 'From:      The Ministry of Trade', 'Subject:      Fish', 'Date:      March']);
	});
});

describe('wide gaps', () => {
	test('are columns beside narrower ones, and spaces where a line is stretched', () => {
		assert.deepEqual(read(page(run('Bonn, 12 March', 60, 100), run('No. 4', 300, 100))), ['Bonn, 12 March      No. 4']);
		const [text] = read(page(column([filled(1, 60)[0]]), run('OF', 60, 112), run('THE', 190, 112), run('ISLE', 340, 112), column(filled(1, 60), { y: 124 })));
		assert.match(text, /z OF THE ISLE lorem/);
	});
});

describe('running heads', () => {
	const body = (at) => column(filled(40, 70, `page${at}`), { y: 100 });
	const head = (text, y = 40, x = 150) => run(text, x, y);
	const pages = (make, count = 4) => Array.from({ length: count }, (_, at) => page(...make(at)));
	const without = (...all) => {
		const { removed } = layout(all);
		return removed.map(({ text, page }) => `${page}: ${text}`);
	};

	test('what stands at the same place of most pages goes, and is told', () => {
		const all = pages((at) => [at === 0 ? [] : head('The Harbour Papers'), body(at), run(`Page ${at + 1} of 4`, 200, 670)]);
		assert.equal(without(...all).length, 7);
		const text = read(...all).join(' ');
		assert.doesNotMatch(text, /Harbour Papers|Page \d of/);
		assert.ok(filled(40, 70, 'page3').every((line) => text.includes(line)));
	});

	test('left and right heads, and a number beside them', () => {
		const all = pages((at) => [at % 2 ? head('The Author') : head('A Title'), run(String(at + 7), 420, 40), body(at)], 6);
		assert.equal(without(...all).length, 12);
		assert.deepEqual(layout(all).labels, ['7', '8', '9', '10', '11', '12']);
	});

	test('a line of the body that repeats stays: in the middle, and first on each page', () => {
		const refrain = (y) => run('Long live the harbour!', 60, y);
		assert.deepEqual(without(...pages((at) => [body(at), refrain(100 + 40 * 12)])), []);
		assert.deepEqual(without(...pages((at) => [refrain(88), body(at)])), []);
		// The first line of each page is a paragraph of its own, no further from the next than others are.
		const spaced = pages((at) => Array.from({ length: 20 }, (_, line) => run(line ? filled(1, 70, `page${at}-${line}`)[0] : 'Question:', 60, 80 + line * 24)));
		assert.deepEqual(without(...spaced), []);
	});

	test('what stands on some pages only, or elsewhere on each, stays', () => {
		assert.deepEqual(without(...pages((at) => [at < 2 ? head('Copy 1') : [], body(at)], 5)), []);
		assert.deepEqual(without(...pages((at) => [head('Drifting', 30 + at * 9), body(at)])), []);
	});

	test('numbers that do not count with the pages stay', () => {
		const numbers = ['12', '7', '90', '33'];
		assert.deepEqual(without(...pages((at) => [run(numbers[at], 200, 670), body(at)])), []);
	});

	test('a chapter beside the number of the page goes with it; a chapter alone stays', () => {
		const chapters = ['1 Ships', '1 Ships', '2 Pilots', '2 Pilots', '3 Bells', '3 Bells', '4 Fish', '4 Fish'];
		const numbered = pages((at) => [run(chapters[at], 60, 40), run(String(at + 1), 420, 40), body(at)], 8);
		assert.equal(without(...numbered).length, 16);
		assert.deepEqual(without(...pages((at) => [run(chapters[at], 60, 40), body(at)], 8)), []);
	});

	test('a watermark goes, a stamp on one page stays', () => {
		const all = pages((at) => [body(at), run('COPY', 200, 400, { angle: 45, size: 40 }), at ? [] : run('RECEIVED', 300, 300, { angle: 30 })]);
		assert.deepEqual(without(...all), ['0: COPY', '1: COPY', '2: COPY', '3: COPY']);
		assert.ok(read(...all).includes('RECEIVED'));
	});

	test('a number that begins each page of the text stays', () => {
		const chapters = pages((at) => [run(String(at + 1), 60, 88), body(at)]);
		assert.deepEqual(without(...chapters), []);
	});

	test('one page has none', () => {
		assert.deepEqual(without(page(head('The Harbour Papers'), body(0))), []);
	});
});

describe('pages', () => {
	test('are marked where they begin, within a paragraph too, by their own numbers', () => {
		const [one, two] = [filled(4, 70, 'one'), filled(3, 70, 'two')];
		const all = [page(column(one)), page(column(['goes on', ...two].map((line) => line.padEnd(70, 'x'))))];
		const [text] = read(...all);
		assert.match(text, /z \[p\. 2\] goes on/);
		assert.match(read(all[0], { ...all[1], label: 'iv' })[0], /\[p\. iv\]/);
	});

	test('text goes on after the notes at the foot of its page', () => {
		const [one, two] = [filled(40, 70, 'one'), filled(2, 70, 'two')];
		const first = page(column(one), run('1 See the harbour book.', 60, 600, { size: 7 }));
		assert.deepEqual(read(first, page(column(two))), [`${one.join(' ')} [p. 2] ${two.join(' ')}`, '1 See the harbour book.']);
	});

	test('a sentence that ends with its page goes on where its line is full, and a number begins anew', () => {
		const full = [...filled(2, 70), `${filled(1, 69)[0]}.`];
		const next = filled(2, 70, 'Next');
		assert.equal(read(page(column(full)), page(column(next))).length, 1);
		assert.equal(read(page(column(full)), page(column(filled(2, 70, '3. next')))).length, 2);
		assert.equal(read(page(column([...full, 'Short.'])), page(column(next))).length, 2);
	});

	test('a mark stands behind a bullet', () => {
		assert.deepEqual(read(page(run('\u2022 one', 70, 100)), page(run('\u2022 two', 70, 100))), ['- one', '- [p. 2] two']);
	});

	test('a head has no marks', () => {
		const all = [page(column(filled(2, 70))), page(column(filled(2, 70)))];
		assert.doesNotMatch(compose(layout(all).paragraphs).text, /\[p\./);
	});

	test('text that is turned stands below the page, and a page that is turned stands upright', () => {
		const stamp = [run('STAMPED', 480, 300, { angle: 90 }), run('1968', 480, 345, { angle: 90 })];
		assert.deepEqual(read(page(column(filled(3, 70)), stamp)), [filled(3, 70).join(' '), 'STAMPED 1968']);
		const sideways = filled(3, 70).map((text, at) => run(text, 400 - at * 12, 60, { angle: 90 }));
		assert.deepEqual(read(page(sideways)), [filled(3, 70).join(' ')]);
	});

	test('right to left, with a number and words from left to right in it', () => {
		const words = ['\u0633\u0644\u0627\u0645', '\u0639\u0644\u064a\u0643\u0645'];
		// As it looks: the first word is at the right.
		const line = [run(words[1], 60, 100), run('1968', 100, 100), run('May', 124, 100), run(words[0], 145, 100)];
		assert.deepEqual(read(page(line)), [`${words[0]} 1968 May ${words[1]}`]);
		// A line of a number alone runs as its page does; the stop at its left comes last.
		assert.deepEqual(read(page(line, run('.1968', 145, 112))), [`${words[0]} 1968 May ${words[1]} 1968.`]);
	});

	test('nothing is lost: every letter of a page of scattered runs is in the text', () => {
		let seed = 7;
		const next = (most) => (seed = (seed * 16807) % 2147483647) % most;
		for (let round = 0; round < 200; round += 1) {
			const runs = Array.from({ length: 1 + next(60) }, (_, at) => run(`w${at}q`, next(450), next(690), { size: 6 + next(12), angle: next(5) ? 0 : 90 * next(4), bold: !next(4) }));
			const { paragraphs, removed } = layout([page(runs), page(runs.slice(0, 9))]);
			const words = (text) => (text.match(/w\d+q/g) ?? []).sort().join(' ');
			const all = compose(paragraphs, { body: next(3) }).text + removed.map(({ text }) => text).join(' ');
			assert.equal(words(all), words([...runs, ...runs.slice(0, 9)].map(({ text }) => text).join(' ')));
		}
	});
});
