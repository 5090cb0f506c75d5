// Completes package-lock.json after `npm install`.
//
// npm leaves an optional platform package out of the lock when the registry in use does not carry it, and `npm ci`
// then refuses the lock. Each missing one gets an entry whose os, cpu and libc are read from its name, so that the
// platform it is for still installs it; a name that says nothing gets os "none" and never installs.
import { readFileSync, writeFileSync } from 'node:fs';

const OS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;

/** Where node's resolution finds `name` from the package at `from`, or null. */
const resolve = (from, name) => {
  for (let at = from; ; ) {
    const key = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (packages[key]) return key;
    if (!at) return null;
    const cut = at.lastIndexOf('node_modules/');
    at = cut <= 0 ? '' : at.slice(0, cut - 1);
  }
};

const platformOf = (name) => {
  const words = name.split(/[-/_.]/);
  const os = OS.filter((o) => words.includes(o));
  const cpu = CPU.filter((c) => words.includes(c));
  const libc = words.includes('musl') ? ['musl'] : words.some((w) => w === 'gnu' || w === 'glibc') ? ['glibc'] : [];
  return { os: os.length ? os : ['none'], ...(cpu.length ? { cpu } : {}), ...(libc.length ? { libc } : {}) };
};

let added = 0;
for (const [key, entry] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (resolve(key, name)) continue;
    packages[`${key ? `${key}/` : ''}node_modules/${name}`] = {
      version: range.replace(/^[\^~>=]+/, ''),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...platformOf(name),
    };
    added += 1;
  }
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} platform packages added to ${file}`);
