// Refuses a page its storage and its network, and writes down what nobody caught.
const refuse = () => {
	throw new DOMException('refused', 'SecurityError');
};
for (const method of ['getItem', 'setItem', 'removeItem']) Storage.prototype[method] = refuse;
globalThis.fetch = () => Promise.reject(new TypeError('offline'));
document.documentElement.dataset.errors = '';
for (const type of ['error', 'unhandledrejection']) {
	addEventListener(type, (event) => (document.documentElement.dataset.errors += `${event.message ?? event.reason}; `));
}
