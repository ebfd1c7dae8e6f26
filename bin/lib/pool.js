// Worker threads. One that dies is replaced; its inputs are tried one by one, and the one that kills is named.

import { Worker } from 'node:worker_threads';

export class Pool {
	/** @type {Worker[]} */ #idle = [];
	/** @type {((worker: Worker) => void)[]} */ #waiting = [];

	/** @param {number} size @param {any} workerData @param {URL} [script] What a thread runs. */
	constructor(size, workerData, script = new URL('./work.js', import.meta.url)) {
		this.script = script;
		this.workerData = workerData;
		for (let n = 0; n < size; n += 1) this.#idle.push(this.#start());
	}

	#start() {
		const worker = new Worker(this.script, { workerData: this.workerData });
		worker.on('error', () => {});
		return worker;
	}

	/** @param {Worker} worker */
	#free(worker) {
		const next = this.#waiting.shift();
		if (next) next(worker);
		else this.#idle.push(worker);
	}

	/** @param {any[]} jobs @returns {Promise<any[]>} */
	async run(jobs) {
		const worker = this.#idle.pop() ?? await new Promise((resolve) => this.#waiting.push(resolve));
		const { answers, died } = await asked(worker, jobs);
		this.#free(answers ? worker : this.#start());
		if (answers) return answers;
		if (jobs.length === 1) return [{ input: jobs[0].input, error: `the worker died: ${died}` }];
		const single = [];
		for (const job of jobs) single.push(...await this.run([job]));
		return single;
	}

	async close() {
		await Promise.all(this.#idle.map((worker) => worker.terminate()));
	}
}

/** @param {Worker} worker @param {any[]} jobs @returns {Promise<{ answers?: any[], died?: string }>} */
function asked(worker, jobs) {
	return new Promise((resolve) => {
		let died = '';
		const failed = (/** @type {Error} */ error) => { died = error.message; };
		const gone = (/** @type {number} */ code) => resolve({ died: died || `exit ${code}` });
		worker.once('error', failed).once('exit', gone);
		worker.once('message', (answers) => {
			worker.off('error', failed).off('exit', gone);
			resolve({ answers });
		});
		worker.postMessage(jobs);
	});
}
