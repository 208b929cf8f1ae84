/** The console's page. It holds nothing of the world's: all of that comes later, as text, through the script. */
export const consolePage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Gateway console</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="console.css">
</head>
<body>
<header>
<h1>Gateway console</h1>
<p id="about"></p>
<label>Namespace <select id="namespace"></select></label>
<a id="preview" href="#">Preview page</a>
</header>
<p id="message" role="status"></p>
<noscript><p>The console needs its script. Control itself answers JSON beside this page, for example at <code>state</code>.</p></noscript>
<main>
<section aria-labelledby="clock-title" id="clock">
<h2 id="clock-title">Clock</h2>
<p><span id="time"></span> <span id="offset"></span></p>
<div class="row" id="clock-buttons"></div>
<form id="clock-form" class="row">
<label>Set to (UTC) <input type="datetime-local" step="1" name="to" required></label>
<label class="check"><input type="checkbox" name="frozen"> frozen</label>
<button>Set</button>
</form>
<h2>World</h2>
<div class="row">
<button id="snapshot" type="button">Take a snapshot</button>
<button id="reset" type="button" class="danger">Reset</button>
</div>
<div class="row" id="snapshots"></div>
</section>
<section aria-labelledby="intents-title">
<h2 id="intents-title">Intents</h2>
<p id="no-intents">No checkout has been started yet. Start one on the preview page.</p>
<p id="intents-lost" hidden>The store is down: these are the intents as they were last seen.</p>
<p class="legend"><span class="now">is now</span> <span class="was">has been</span> <span class="fits">makes eligible</span></p>
<ul id="intents"></ul>
</section>
<section aria-labelledby="journal-title" id="journal-section">
<div class="row spread">
<h2 id="journal-title">Journal</h2>
<label>Show <select id="kind">
<option value="">everything</option>
<option value="request">requests</option>
<option value="webhook">webhooks</option>
<option value="twin">calls to Stripe</option>
<option value="control">control</option>
</select></label>
<button id="clear" type="button">Clear</button>
</div>
<div id="lanes" aria-hidden="true"><span>Client</span><span>Gateway</span><span>Stripe</span></div>
<ol id="journal" tabindex="0" aria-label="Journal, the oldest first"></ol>
</section>
<section aria-labelledby="failures-title">
<h2 id="failures-title">Scripted failures</h2>
<form id="failure-form" class="row">
<label>Route <select name="route"></select></label>
<label>What happens <select name="kind">
<option value="status">it answers a status</option>
<option value="drop">the connection drops</option>
<option value="half">half an answer</option>
<option value="latency">it comes late</option>
</select></label>
<label>Times <input name="times" type="number" min="1" max="1000" value="1"></label>
<label data-for="status">Status <input name="status" type="number" min="400" max="599" value="503"></label>
<label>Wait (ms) <input name="ms" type="number" min="0" max="120000" value="0"></label>
<label class="check"><input name="afterwards" type="checkbox"> after its work is done</label>
<button>Add</button>
<button type="button" id="clear-failures">Clear all</button>
</form>
<ul id="failures" class="plain"></ul>
</section>
<section aria-labelledby="defects-title">
<h2 id="defects-title">Defects</h2>
<p id="defects-on"></p>
<details id="defects-details">
<summary>Choose defects</summary>
<label>Find <input id="find" type="search" placeholder="a word, or a requirement"></label>
<ul id="defects" class="plain"></ul>
</details>
</section>
</main>
<script type="module" src="console.js"></script>
</body>
</html>
`
