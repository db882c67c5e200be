import type { PreviewItem, SuppliedFile } from '../../../shared/contract.ts';
import { compareSupplies } from '../../../shared/domain/exchange/compare-supplies.ts';
import { entryOfValue, sameEntry } from '../../../shared/domain/exchange/supplied-entry.ts';
import { observationOfSupply } from '../../../shared/domain/exchange/supplied-observation.ts';
import { workbookFormat } from '../../../shared/domain/exchange/supply.ts';
import type { Indicator, Observation } from '../../../shared/domain/model.ts';
import { createNumberBook } from '../../../shared/domain/number-book.ts';
import { ExpectedFailure, type Failure } from '../../../shared/errors.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { type IssuedFiles, writeIssuedFiles } from '../exchange/issued-files.ts';
import type { FoundFile, ReadFile } from '../exchange/supplied-files.ts';
import {
  insertIssue,
  insertSupplies,
  type NewSupply,
  readEarlierSupplies,
  readIssues,
  readSupplies,
  readWorkspaceId,
} from '../storage/queries/exchange.ts';
import { readNumberTables, readObservation, writeObservation } from '../storage/queries/numbers.ts';
import type { CommandHandlers, Preparations, QueryHandlers } from './kinds.ts';

/** Written files on their way from a command's preparation to its transaction, by the very input of that call. */
const prepared = new WeakMap<object, IssuedFiles>();

export const exchangePreparations = {
  'exchange.issue': async (context, input) => {
    prepared.set(input, await writeIssuedFiles(context, input));
  },
} satisfies Preparations;

export const exchangeQueries = {
  'exchange.read': async (context, { year, grants }) => {
    const found = await context.suppliedFiles.find(grants);
    if (!found.ok) throw new ExpectedFailure(found.error.code, found.error.parameters);
    const outcomes = await Promise.all(found.value.map((file) => readSupplied(context, file)));
    const read = outcomes.flatMap((outcome) => ('workbook' in outcome ? [outcome] : []));
    const tables = readNumberTables(context.database);
    const items = compareSupplies(
      read.map(({ workbook }) => workbook),
      {
        indicators: tables.indicators,
        book: createNumberBook(tables),
        year,
        earlier: readEarlierSupplies(context.database, year),
      },
    );
    return {
      files: outcomes.map(describeFile),
      items: items.flatMap(({ file, ...item }): PreviewItem[] => {
        const source = read[file];
        const row = source?.workbook.rows[item.row];
        if (source === undefined || row === undefined) return [];
        const { sheet, line, name, unit, formula } = row;
        return [{ ...item, grant: source.grant, sheet, line, name, unit, formula }];
      }),
    };
  },

  'exchange.history': ({ database }, { year }) => ({
    issues: readIssues(database, year),
    supplies: readSupplies(database, year),
  }),
} satisfies Partial<QueryHandlers>;

export const exchangeCommands = {
  'exchange.issue': ({ database, grants, holder, now }, input) => {
    const issued = prepared.get(input);
    if (issued === undefined) throw new Error('exchange.issue was not prepared');
    for (const { officeId, number, asked, name } of issued.files) {
      insertIssue(database, input.year, {
        officeId,
        number,
        fileName: name,
        asked,
        issuedAt: now,
        issuedBy: holder.user,
      });
    }
    return {
      savedAt: now,
      folder: issued.folder,
      files: issued.files.map(({ officeId, number, path, name, size }) => ({
        officeId,
        number,
        file: { grant: grants.grant(path), name, size },
      })),
    };
  },

  'exchange.accept': (context, { year, decisions }) => {
    const { database, now } = context;
    const indicators = new Map(readNumberTables(database).indicators.map((each) => [each.id, each]));
    const decided = new Set<string>();
    const changes = decisions.map((decision) => {
      const indicator = indicators.get(decision.indicatorId);
      if (indicator === undefined) {
        throw new ExpectedFailure('indicator.notFound', { name: decision.indicatorId });
      }
      const { name } = indicator;
      if (decided.has(indicator.id)) throw new ExpectedFailure('exchange.twiceDecided', { name });
      decided.add(indicator.id);
      const file = context.suppliedFiles.known(decision.grant);
      const before = readObservation(database, indicator.id, year);
      if (file?.sha256 !== decision.sha256 || !sameEntry(before.entry, decision.expected)) {
        throw new ExpectedFailure('exchange.changedMeanwhile', { name });
      }
      return changeOf({ file, row: decision.row, indicator, year, before });
    });
    for (const { after } of changes) writeObservation(database, after, now);
    insertSupplies(
      database,
      year,
      changes.map((change) => supplyOf(context, change)),
    );
    return {
      savedAt: now,
      previous: changes.map(({ before }) => before),
      observations: changes.map(({ after }) => after),
    };
  },
} satisfies Partial<CommandHandlers>;

interface DecidedRow {
  file: ReadFile;
  row: number;
  indicator: Indicator;
  year: number;
  before: Observation;
}

interface AcceptedChange {
  file: ReadFile;
  before: Observation;
  after: Observation;
  entry: NewSupply['entry'];
}

/** The number is taken from what was read, never from the page. */
function changeOf({ file, row, indicator, year, before }: DecidedRow): AcceptedChange {
  const { name } = indicator;
  const supplied = file.workbook.rows[row];
  const claims = supplied === undefined || (supplied.indicatorId ?? indicator.id) === indicator.id;
  const entry = supplied === undefined ? null : entryOfValue(supplied.value, indicator);
  if (
    supplied === undefined ||
    !claims ||
    indicator.formula !== null ||
    entry === null ||
    entry.kind === 'empty'
  ) {
    throw new ExpectedFailure('exchange.notTakeable', { name });
  }
  const source = [file.workbook.identity?.officeName, file.name].filter(Boolean).join(' ');
  const after = observationOfSupply({ indicatorId: indicator.id, year, entry }, before, {
    source,
    remark: supplied.remark,
  });
  return { file, before, after, entry };
}

function supplyOf({ holder, now }: WriteContext, { file, after, entry }: AcceptedChange): NewSupply {
  const { name, sha256, workbook } = file;
  return {
    indicatorId: after.indicatorId,
    entry,
    officeId: workbook.identity?.officeId ?? '',
    officeName: workbook.identity?.officeName ?? '',
    issue: workbook.identity?.issue ?? null,
    fileName: name,
    sha256,
    acceptedAt: now,
    acceptedBy: holder.user,
  };
}

type UnreadFile = FoundFile & { failure: Failure };

/** Reads a file, and refuses what was made for another unit or by a newer program. */
async function readSupplied(context: ReadContext, file: FoundFile): Promise<ReadFile | UnreadFile> {
  const { name } = file;
  const read = await context.suppliedFiles.read(file);
  if (!read.ok) return { ...file, failure: read.error };
  const { identity } = read.value.workbook;
  if (identity === null) return read.value;
  if (identity.workspaceId !== readWorkspaceId(context.database)) {
    const { organization } = identity;
    return { ...file, failure: { code: 'exchange.otherUnit', parameters: { name, organization } } };
  }
  return identity.format > workbookFormat
    ? { ...file, failure: { code: 'exchange.newer', parameters: { name } } }
    : read.value;
}

function describeFile(outcome: ReadFile | UnreadFile): SuppliedFile {
  const { grant, name } = outcome;
  if (!('workbook' in outcome)) {
    const { failure } = outcome;
    return {
      grant,
      name,
      failure,
      sha256: '',
      office: null,
      issue: null,
      year: null,
      blank: 0,
      macros: false,
    };
  }
  const { identity, rows, macros } = outcome.workbook;
  return {
    grant,
    name,
    sha256: outcome.sha256,
    office: identity === null ? null : { id: identity.officeId, name: identity.officeName },
    issue: identity?.issue ?? null,
    year: identity?.year ?? null,
    blank: rows.filter(({ value }) => value.kind === 'blank').length,
    macros,
    failure: null,
  };
}
