import type { Command } from '../command.ts';
import { demo } from './demo.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { init } from './init.ts';
import { newCommand } from './new.ts';
import { parse } from './parse.ts';
import { serve } from './serve.ts';
import { set } from './set.ts';

export const commands: readonly Command[] = [
  init,
  importCommand,
  newCommand,
  set,
  exportCommand,
  parse,
  demo,
  serve,
];
