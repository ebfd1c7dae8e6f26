// A classic script, which can import nothing but later.
(function () {
	var item = JSON.parse(document.querySelector('#item').textContent);
	import('./dist/callslip.js').then(function (callslip) {
		return callslip.load({ only: 'cite' }).then(function () {
			document.body.dataset.note = callslip.cite(item).text;
		});
	}).catch(function (error) {
		document.body.dataset.note = 'failed: ' + error.message;
	});
	import('./dist/define.js');
})();
