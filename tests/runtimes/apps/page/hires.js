// A page that has its citations made in a worker, which says when it is ready to be asked.
const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }) => {
	if (data === 'ready') worker.postMessage(JSON.parse(document.querySelector('#item').textContent));
	else document.body.dataset.note = data;
};
worker.onerror = (event) => {
	document.body.dataset.note = `failed: ${event.message}`;
};
