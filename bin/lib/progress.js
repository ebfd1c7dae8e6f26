// How far it is: a bar with what is done, the rate and the time left, on a terminal alone.

const WIDTH = 24;

/** How often it is drawn at most, in milliseconds. */
const EVERY = 100;

export class Progress {
	/** @type {number | undefined} */ #total;
	#drawn = -Infinity;
	#length = 0;

	/**
	 * @param {object} options
	 * @param {number} [options.first] How many were done before, and do not count for the rate.
	 * @param {boolean} [options.quiet]
	 * @param {{ isTTY?: boolean, write: (text: string) => unknown }} [options.stream]
	 * @param {() => number} [options.now] Milliseconds.
	 */
	constructor({ first = 0, quiet = false, stream = process.stderr, now = Date.now }) {
		this.shown = Boolean(stream.isTTY) && !quiet;
		this.first = first;
		this.stream = stream;
		this.now = now;
		this.start = now();
	}

	/** Says of how many, once that is known. @param {number} total */
	of(total) {
		this.#total = total;
	}

	/** @param {number} done @param {boolean} [last] */
	show(done, last = false) {
		if (!this.shown || (!last && this.now() - this.#drawn < EVERY)) return;
		this.#drawn = this.now();
		const line = this.line(done);
		this.stream.write(`\r${line.padEnd(this.#length)}`);
		this.#length = line.length;
	}

	/** @param {number} done */
	end(done) {
		this.show(done, true);
		if (this.shown) this.stream.write('\n');
	}

	/** @param {number} done */
	line(done) {
		const seconds = Math.max(0.001, (this.now() - this.start) / 1000);
		const rate = (done - this.first) / seconds;
		const count = (/** @type {number} */ number) => Math.round(number).toLocaleString('en');
		const speed = `${count(rate)} a second`;
		if (!this.#total) return `${count(done)} done, ${speed}`;
		const part = Math.min(1, done / this.#total);
		const full = Math.round(part * WIDTH);
		const bar = `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}]`;
		const left = rate > 0 ? `, ${duration((this.#total - done) / rate)} left` : '';
		return `${bar} ${Math.floor(part * 100)} %, ${count(done)} of ${count(this.#total)}, ${speed}${left}`;
	}
}

/** @param {number} seconds */
export function duration(seconds) {
	const whole = Math.max(0, Math.ceil(seconds));
	const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
	if (hours) return `${hours} h ${minutes} min`;
	return minutes ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}
