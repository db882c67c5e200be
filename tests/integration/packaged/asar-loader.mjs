// What Electron gives to a program in an archive, for plain Node (node --import, in worker threads too): modules are
// loaded and files read from inside app.asar; only an addon comes from the folder beside it. Nothing is unpacked.
import fs from 'node:fs';
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import { dirname, join, posix, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import threads from 'node:worker_threads';
import { extractFile, listPackage, statFile } from '@electron/asar';

const marker = `.asar${sep}`;

/** `[archive, path within]`, or undefined for a path outside any archive. */
function within(path) {
  const text = path instanceof URL ? fileURLToPath(path) : String(path);
  const at = text.indexOf(marker);
  return at < 0 ? undefined : [text.slice(0, at + 5), text.slice(at + marker.length).replace(/[/\\]+$/, '')];
}

const entries = new Map();
function entryOf([archive, path]) {
  if (!entries.has(archive)) {
    const names = new Map();
    for (const name of listPackage(archive, { isPack: false })) names.set(name.slice(1), null);
    entries.set(archive, names);
  }
  const names = entries.get(archive);
  if (!names.has(path)) return undefined;
  if (names.get(path) === null) names.set(path, statFile(archive, path));
  return names.get(path);
}

function missing(path) {
  return Object.assign(new Error(`ENOENT: no such file in the archive, '${path}'`), { code: 'ENOENT' });
}

function read(place, options) {
  const entry = entryOf(place);
  if (entry === undefined || entry.files) throw missing(place[1]);
  if (entry.unpacked) throw new Error(`${place[1]} is outside the archive`);
  const bytes = extractFile(...place);
  const encoding = typeof options === 'string' ? options : options?.encoding;
  return encoding ? bytes.toString(encoding) : bytes;
}

function status(place) {
  const entry = entryOf(place);
  if (entry === undefined) return undefined;
  const folder = Boolean(entry.files);
  return {
    isFile: () => !folder,
    isDirectory: () => folder,
    isSymbolicLink: () => false,
    size: entry.size ?? 0,
  };
}

function list(place, options) {
  const entry = entryOf(place);
  if (!entry?.files) throw missing(place[1]);
  const names = Object.keys(entry.files);
  if (!options?.withFileTypes) return names;
  return names.map((name) => {
    const { isFile, isDirectory } = status([place[0], posix.join(place[1], name)]);
    return { name, isFile, isDirectory, isSymbolicLink: () => false, parentPath: join(...place) };
  });
}

const inside = {
  readFileSync: read,
  readdirSync: list,
  existsSync: (place) => entryOf(place) !== undefined,
  realpathSync: (place) => join(...place),
  statSync(place, options) {
    const found = status(place);
    if (found === undefined && options?.throwIfNoEntry !== false) throw missing(place[1]);
    return found;
  },
};
inside.lstatSync = inside.statSync;
for (const [name, answer] of Object.entries(inside)) {
  const before = fs[name];
  fs[name] = Object.assign((path, ...rest) => {
    const place = typeof path === 'number' ? undefined : within(path);
    return place === undefined ? before(path, ...rest) : answer(place, ...rest);
  }, before);
  const asynchronous = name.replace(/Sync$/, '');
  const promised = fs.promises[asynchronous];
  if (promised === undefined) continue;
  fs.promises[asynchronous] = async (path, ...rest) => {
    const place = typeof path === 'object' && !(path instanceof URL) ? undefined : within(path);
    return place === undefined ? await promised(path, ...rest) : answer(place, ...rest);
  };
}

/** The program gives its threads no parameters of Node; Electron needs none either. */
threads.Worker = class extends threads.Worker {
  constructor(file, options = {}) {
    super(file, { ...options, execArgv: ['--import', import.meta.url, ...(options.execArgv ?? [])] });
  }
};
syncBuiltinESMExports();

/** A module's file, as Node would find it: itself, with an ending, or by the manifest of its folder. */
function moduleFile(place) {
  const [archive, path] = place;
  const manifest = entryOf([archive, posix.join(path, 'package.json')]);
  const main = manifest && JSON.parse(extractFile(archive, posix.join(path, 'package.json')).toString()).main;
  const candidates = [
    path,
    `${path}.js`,
    ...(main ? [posix.join(path, main)] : []),
    posix.join(path, 'index.js'),
  ];
  const found = candidates.find(
    (candidate) => entryOf([archive, candidate]) && !entryOf([archive, candidate]).files,
  );
  return found === undefined ? undefined : [archive, found];
}

registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL?.startsWith('file:') ? within(new URL(context.parentURL)) : undefined;
    const named = specifier.startsWith('file:')
      ? within(new URL(specifier))
      : parent && /^\.{0,2}\//.test(specifier)
        ? within(resolve(dirname(join(...parent)), specifier))
        : parent && !specifier.includes(':')
          ? [parent[0], posix.join('node_modules', specifier)]
          : undefined;
    const file = named && moduleFile(named);
    if (!file) return next(specifier, context);
    // The system loads an addon by its path, so that it must be a real file.
    const path = entryOf(file).unpacked ? join(`${file[0]}.unpacked`, file[1]) : join(...file);
    return { url: pathToFileURL(path).href, shortCircuit: true };
  },
  load(url, context, next) {
    const place = url.startsWith('file:') ? within(new URL(url)) : undefined;
    if (place === undefined) return next(url, context);
    const commonJs = place[1].startsWith('node_modules/') || place[1].endsWith('.cjs');
    return { format: commonJs ? 'commonjs' : 'module', source: read(place, 'utf8'), shortCircuit: true };
  },
});
