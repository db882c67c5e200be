import type { Migration } from './index.ts';

/**
 * The first shape of a workspace. Zero, empty and not applicable are told apart from the start: `kind` says which,
 * and `value` is decimal text exactly when there is a number. Rows of people's work are put out of sight
 * (`removed_at`), never deleted.
 */
export const initial: Migration = {
  version: 10,
  sql: `
    CREATE TABLE organization (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      name TEXT NOT NULL,
      abbreviation TEXT NOT NULL,
      county TEXT NOT NULL,
      addressee TEXT NOT NULL
    ) STRICT;

    CREATE TABLE template (
      key TEXT NOT NULL,
      version TEXT NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content)),
      PRIMARY KEY (key, version)
    ) STRICT;

    CREATE TABLE office (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE topic (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE indicator (
      id TEXT PRIMARY KEY,
      topic_id TEXT NOT NULL REFERENCES topic (id),
      office_id TEXT REFERENCES office (id),
      name TEXT NOT NULL,
      unit TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('count', 'amount', 'rate')),
      precision INTEGER NOT NULL CHECK (precision BETWEEN 0 AND 6),
      formula TEXT,
      position INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX indicator_topic ON indicator (topic_id, position);

    CREATE TABLE observation (
      indicator_id TEXT NOT NULL REFERENCES indicator (id),
      year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2199),
      kind TEXT NOT NULL CHECK (kind IN ('number', 'empty', 'notApplicable')),
      value TEXT CHECK ((kind = 'number') = (value IS NOT NULL)),
      state TEXT NOT NULL CHECK (state IN ('confirmed', 'carried')),
      source TEXT NOT NULL,
      note TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      PRIMARY KEY (indicator_id, year)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE report (
      id TEXT PRIMARY KEY,
      template_key TEXT NOT NULL,
      template_version TEXT NOT NULL,
      year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2199),
      title TEXT NOT NULL,
      document_number TEXT NOT NULL,
      addressee TEXT NOT NULL,
      signature TEXT NOT NULL,
      issued_on TEXT,
      state TEXT NOT NULL CHECK (state IN ('draft', 'checking', 'final')),
      origin TEXT NOT NULL CHECK (origin IN ('template', 'imported', 'rolled')),
      predecessor_id TEXT REFERENCES report (id),
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      removed_at TEXT,
      FOREIGN KEY (template_key, template_version) REFERENCES template (key, version)
    ) STRICT;
    CREATE UNIQUE INDEX report_one_a_year ON report (template_key, year) WHERE removed_at IS NULL;

    CREATE TABLE chapter (
      id TEXT PRIMARY KEY,
      report_id TEXT NOT NULL REFERENCES report (id),
      parent_id TEXT REFERENCES chapter (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      kind TEXT NOT NULL CHECK (kind IN ('section', 'preamble', 'closing')),
      heading TEXT NOT NULL,
      run_in INTEGER NOT NULL CHECK (run_in IN (0, 1)),
      template_chapter_key TEXT,
      body TEXT NOT NULL CHECK (json_valid(body)),
      done INTEGER NOT NULL CHECK (done IN (0, 1)),
      revision INTEGER NOT NULL CHECK (revision >= 0),
      -- Derived from body at each save, so that the home screen need not read every text.
      carried_paragraphs INTEGER NOT NULL,
      blank INTEGER NOT NULL CHECK (blank IN (0, 1)),
      updated_at TEXT NOT NULL,
      removed_at TEXT
    ) STRICT;
    CREATE INDEX chapter_report ON chapter (report_id, parent_id, position);

    -- Everything an import left out or marked, kept with the report: nothing is lost silently.
    CREATE TABLE import_record (
      report_id TEXT PRIMARY KEY REFERENCES report (id),
      file_name TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      parsed TEXT NOT NULL CHECK (json_valid(parsed)),
      imported_at TEXT NOT NULL
    ) STRICT;
  `,
};
