/** Entry of the thread that reads the whole open workspace and answers with what is wrong with it, null for nothing. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { InspectionRequest } from './background-inspection.ts';
import { inspectContent } from './inspect.ts';

const { path, migrations } = workerData as InspectionRequest;
const connection = new Database(path, { readonly: true, fileMustExist: true });
try {
  parentPort?.postMessage(inspectContent(connection, migrations, 'whole')?.code ?? null);
} finally {
  connection.close();
}
