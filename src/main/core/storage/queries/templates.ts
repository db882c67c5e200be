import { z } from 'zod';
import { type Template, templateSchema } from '../../../../shared/domain/template.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

/** The template as it was when a report was begun from it; an update of the program does not change it. */
export function readTemplate(database: ReadableDatabase, key: string, version: string): Template | null {
  const content = database
    .prepare('SELECT content FROM template WHERE key = ? AND version = ?')
    .pluck()
    .get(key, version);
  return content === undefined ? null : templateSchema.parse(JSON.parse(z.string().parse(content)));
}

/**
 * Keeps the template and brings its offices, topics and indicators into the workspace. What is already there stays as
 * the unit has it: an indicator that two templates share is one indicator, typed once.
 */
export function installTemplate(database: WritableDatabase, template: Template): void {
  database
    .prepare('INSERT INTO template (key, version, content) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    .run(template.key, template.version, JSON.stringify(template));

  const addOffice = database.prepare(
    'INSERT INTO office (id, name, position) VALUES (?, ?, (SELECT count(*) FROM office)) ON CONFLICT DO NOTHING',
  );
  for (const office of template.offices) addOffice.run(office.key, office.name);

  const addTopic = database.prepare(
    'INSERT INTO topic (id, name, position) VALUES (?, ?, (SELECT count(*) FROM topic)) ON CONFLICT DO NOTHING',
  );
  const addIndicator = database.prepare(
    `INSERT INTO indicator (id, topic_id, office_id, name, unit, kind, precision, formula, position)
     VALUES (:id, :topicId, :officeId, :name, :unit, :kind, :precision, :formula,
             (SELECT count(*) FROM indicator WHERE topic_id = :topicId))
     ON CONFLICT DO NOTHING`,
  );
  for (const topic of template.topics) {
    addTopic.run(topic.key, topic.name);
    for (const indicator of topic.indicators) {
      addIndicator.run({
        id: indicator.key,
        topicId: topic.key,
        officeId: indicator.office,
        name: indicator.name,
        unit: indicator.unit,
        kind: indicator.kind,
        precision: indicator.precision,
        formula: indicator.formula,
      });
    }
  }
}
