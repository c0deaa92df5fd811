// The floor: a server that checks nothing and answers each keystroke at once.
const out = (message) => {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  process.stdout.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
};

function publish({ uri, version }, typed) {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const diagnostics = typed ? [{ range, message: 'classx' }] : [];
  out({ method: 'textDocument/publishDiagnostics', params: { uri, version, diagnostics } });
}

function receive({ id, method, params }) {
  if (method === 'initialize')
    out({ id, result: { capabilities: { textDocumentSync: { openClose: true, change: 2 } } } });
  else if (method === 'textDocument/didOpen') publish(params.textDocument, params.textDocument.text.includes('classx'));
  else if (method === 'textDocument/didChange') publish(params.textDocument, params.contentChanges[0].text !== '');
  else if (method === 'exit') process.exit(0);
  else if (id !== undefined) out({ id, result: null });
}

let waiting = Buffer.alloc(0);
process.stdin.on('data', (chunk) => {
  waiting = Buffer.concat([waiting, chunk]);
  for (;;) {
    const end = waiting.indexOf('\r\n\r\n');
    if (end === -1) return;
    const length = Number(/content-length: *(\d+)/i.exec(waiting.toString('latin1', 0, end))[1]);
    if (waiting.length < end + 4 + length) return;
    receive(JSON.parse(waiting.toString('utf8', end + 4, end + 4 + length)));
    waiting = waiting.subarray(end + 4 + length);
  }
});
