import { type Organization, organizationSchema } from '../../../../shared/domain/model.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

/** The one unit of the workspace, or null before a person has named it. */
export function readOrganization(database: ReadableDatabase): Organization | null {
  const row = database.prepare('SELECT name, abbreviation, county, addressee FROM organization').get();
  return row === undefined ? null : organizationSchema.parse(row);
}

/** Writes the unit whole, in place of what was known of it. */
export function writeOrganization(database: WritableDatabase, organization: Organization): void {
  database
    .prepare(
      `INSERT INTO organization (id, name, abbreviation, county, addressee)
       VALUES (1, :name, :abbreviation, :county, :addressee)
       ON CONFLICT (id) DO UPDATE SET name = :name, abbreviation = :abbreviation, county = :county, addressee = :addressee`,
    )
    .run(organization);
}
