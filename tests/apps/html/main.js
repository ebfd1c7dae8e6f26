// Without a framework: elements made, moved and removed by hand.
import 'callslip/define';
import { BEGIN } from '../text.js';

const state = { ...BEGIN };
const heard = [];
const side = Object.fromEntries(['left', 'right'].map((name) => {
	const box = document.createElement('div');
	box.id = name;
	document.querySelector('#root').append(box);
	return [name, box];
}));
const cite = document.createElement('callslip-cite');
cite.id = 'cite';
cite.setAttribute('forms', 'note bibliography');
const shown = document.createElement('callslip-document');
shown.id = 'document';
const other = document.createElement('callslip-cite');
other.id = 'other';
other.setAttribute('for', 'document');
const list = document.createElement('callslip-list');
for (const name of ['callslip-read', 'callslip-copy', 'callslip-error']) document.querySelector('#root').addEventListener(name, () => heard.push(name));

function render() {
	cite.item = state.item;
	cite.edition = state.edition;
	if (state.src) {
		shown.value = null;
		shown.src = state.src;
	} else if (shown.value !== state.text) shown.value = state.text;
	if (!state.shown) cite.remove();
	else if (cite.parentNode !== side[state.side]) side[state.side].append(cite);
}
document.querySelector('#root').append(shown, other, list);
render();
globalThis.app = { heard, set: (patch) => { Object.assign(state, patch); render(); } };
