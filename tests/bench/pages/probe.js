// What a page's first citation takes: when it stands there, what moved, and the longest task.
globalThis.probe = { shown: 0, shift: 0, longest: 0 };
new MutationObserver(() => {
	if (!probe.shown && document.querySelector('.callslip-citation')?.textContent) probe.shown = performance.now();
}).observe(document, { childList: true, subtree: true, characterData: true });
new PerformanceObserver((list) => {
	for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) probe.shift += value;
}).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => {
	for (const { duration } of list.getEntries()) probe.longest = Math.max(probe.longest, duration);
}).observe({ type: 'longtask', buffered: true });
