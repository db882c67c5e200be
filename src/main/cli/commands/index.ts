import type { Command } from '../command.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import { collect } from './collect.ts';
import { compare } from './compare.ts';
import { demo } from './demo.ts';
import { diffDocx } from './diff-docx.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { init } from './init.ts';
import { issue } from './issue.ts';
import { log } from './log.ts';
import { newCommand } from './new.ts';
import { parse } from './parse.ts';
import { recoverCommand } from './recover.ts';
import { restore } from './restore.ts';
import { roll } from './roll.ts';
import { selfCheck } from './self-check.ts';
import { serve } from './serve.ts';
import { set } from './set.ts';
import { update } from './update.ts';
import { verify } from './verify.ts';

export const commands: readonly Command[] = [
  init,
  importCommand,
  newCommand,
  set,
  roll,
  compare,
  check,
  exportCommand,
  diffDocx,
  verify,
  issue,
  collect,
  parse,
  demo,
  backup,
  restore,
  log,
  recoverCommand,
  serve,
  update,
  selfCheck,
];
