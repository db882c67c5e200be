// Loaded before every script (node --import): better-sqlite3 crashes on an old Node instead of saying so,
// and an old Node cannot read TypeScript. Kept to syntax that old versions parse.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `乡报需要 Node 24，当前是 ${process.version}：请先运行 npm ci，再用 npm start、npm test 或 npm run 启动。\n` +
      `Xiangbao needs Node 24 but this is ${process.version}: run npm ci, then start it with npm start, npm test or npm run.\n`,
  );
  process.exit(1);
}
