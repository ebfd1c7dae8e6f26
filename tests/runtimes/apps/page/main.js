// A page's own script, as its author writes it.
import { cite, load } from 'callslip';
import 'callslip/define';

const item = JSON.parse(document.querySelector('#item').textContent);
load().then(() => {
	document.body.dataset.note = cite(item).text;
}, (error) => {
	document.body.dataset.note = `failed: ${error.message}`;
});
