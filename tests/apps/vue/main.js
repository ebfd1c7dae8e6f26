import { createApp, h, shallowReactive } from 'vue';
import 'callslip/define';
import { BEGIN } from '../text.js';

const state = shallowReactive({ ...BEGIN });
const heard = [];
const hear = (event) => heard.push(event.type);

createApp({
	render() {
		const cite = () => state.shown && h('callslip-cite', { id: 'cite', forms: 'note bibliography', '.item': state.item, '.edition': state.edition, onCallslipCopy: hear });
		return [
			h('div', { id: 'left' }, [state.side === 'left' && cite()]),
			h('div', { id: 'right' }, [state.side === 'right' && cite()]),
			state.src
				? h('callslip-document', { key: 'from', id: 'document', src: state.src, onCallslipError: hear })
				: h('callslip-document', { key: 'given', id: 'document', '.value': state.text, onCallslipRead: hear }),
			h('callslip-cite', { id: 'other', for: 'document' }),
			h('callslip-list', { form: 'bibliography' }),
		];
	},
}).mount('#root');
globalThis.app = { heard, set: (patch) => Object.assign(state, patch) };
