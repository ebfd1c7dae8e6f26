// In a worker of the page.
import { cite, load } from 'callslip';

onmessage = async ({ data }) => {
	try {
		await load({ only: 'cite' });
		postMessage(cite(data).text);
	} catch (error) {
		postMessage(`failed: ${error.message}`);
	}
};

postMessage('ready');
