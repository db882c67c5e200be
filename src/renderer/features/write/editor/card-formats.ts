/** The formats on the card of a place: one of each kind, the one in use with its own parameters. Pure. */
import {
  formatFamily,
  type OfferedFormats,
  offeredFormats,
  tellingApart,
} from '../../../../shared/domain/binding/offered-formats.ts';
import type { BindingFormat } from '../../../../shared/domain/binding-format.ts';
import type { Indicator } from '../../../../shared/domain/model.ts';

export const formatKey = (format: BindingFormat) => JSON.stringify(format);

/**
 * By group. `read` tells what a format shows now: of several that read the same only the first is offered, and always
 * the one in use. One that the indicator is not offered is put before the others of the last group.
 */
export function cardFormats(
  indicator: Indicator,
  inUse: BindingFormat,
  value: string | null,
  read: (format: BindingFormat) => string,
): OfferedFormats[] {
  const family = formatFamily(inUse);
  const known = new Set<string>();
  const groups = offeredFormats(indicator, value).map(({ group, formats }) => ({
    group,
    formats: formats.flatMap((format): BindingFormat[] => {
      const own = formatFamily(format);
      if (known.has(own)) return [];
      known.add(own);
      return [own === family ? inUse : format];
    }),
  }));
  const last = groups.at(-1);
  if (!known.has(family) && last) last.formats.unshift(inUse);
  return tellingApart(groups, read, (format) => format === inUse);
}
