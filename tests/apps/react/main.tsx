import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'callslip/define';
import type {} from 'callslip/react';
import { BEGIN } from '../text.js';

const heard: string[] = [];
const hear = (event: Event) => {
	heard.push(event.type);
};

function App() {
	const [state, set] = useState(BEGIN);
	useEffect(() => {
		Object.assign(globalThis, { app: { heard, set: (patch: Partial<typeof BEGIN>) => set((old) => ({ ...old, ...patch })) } });
	}, []);
	const cite = state.shown && (
		<callslip-cite id="cite" forms="note bibliography" item={state.item} edition={state.edition as 17 | 18} oncallslip-copy={hear} />
	);
	return (
		<>
			<div id="left">{state.side === 'left' && cite}</div>
			<div id="right">{state.side === 'right' && cite}</div>
			{state.src
				? <callslip-document key="from" id="document" src={state.src} oncallslip-error={hear} />
				: <callslip-document key="given" id="document" value={state.text} oncallslip-read={hear} />}
			<callslip-cite id="other" for="document" />
			<callslip-list form="bibliography" />
		</>
	);
}

createRoot(document.querySelector('#root')!).render(<App />);
