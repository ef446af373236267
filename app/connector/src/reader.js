// The worker of the browser that reads a large file for the page: it says that it is there, takes one file with what is
// known of it (`reader.rs`), and answers with what the file holds, or with nothing where it cannot. The build puts in the
// name of the program.
const unable = () => postMessage(null);

function put(reader, bytes) {
  const start = reader.tenon_room(bytes.length) >>> 0;
  new Uint8Array(reader.memory.buffer, start, bytes.length).set(bytes);
}

async function answer(reader, [head, file]) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  put(reader, new TextEncoder().encode(head));
  put(reader, bytes);
  const size = reader.tenon_read() >>> 0;
  if (size === 0) {
    return unable();
  }
  const start = reader.tenon_answer() >>> 0;
  const text = new Uint8Array(reader.memory.buffer, start, size).slice();
  postMessage(text, [text.buffer]);
}

/** Functions of the browser that a dependency (`getrandom`, of `zip`) asks for, and that nobody calls who reads. */
function unused(program) {
  const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(program)) {
    imports[module] ??= {};
    imports[module][name] = () => {
      throw new Error(`${name} was called.`);
    };
  }
  return imports;
}

try {
  const program = await WebAssembly.compileStreaming(fetch(new URL("./reader.wasm", import.meta.url)));
  const { exports } = await WebAssembly.instantiate(program, unused(program));
  onmessage = ({ data }) => answer(exports, data).catch(unable);
  postMessage("ready");
} catch {
  unable();
}
