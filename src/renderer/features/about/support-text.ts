/**
 * 关于本机 as sections of lines: what the page shows and, joined, what is copied, so that nobody hands on more than was
 * seen. Pure. Everything in it is a number, a version or one of our own words: nothing that a person has written.
 */
import type { TFunction } from 'i18next';
import type { SupportFacts } from '../../../shared/contract/support-methods.ts';
import type { RoleFont } from '../../../shared/domain/font-report.ts';
import { byteWords } from '../submit/byte-words.ts';
import type { PageFacts } from './page-facts.ts';

export interface SupportLine {
  label: string;
  value: string;
  /** Worth a look of whoever helps. */
  problem?: boolean;
}

export interface SupportSection {
  name: string;
  lines: SupportLine[];
}

/** `damaged`: null while the workspace is still being read, undefined where that could not be told. */
export interface SupportMaterial {
  facts: SupportFacts;
  page: PageFacts;
  damaged: boolean | null | undefined;
}

export type AboutWords = TFunction<['about', 'common']>;
type Part<T> = { told: true; value: T } | { told: false };

export function supportSections(material: SupportMaterial, t: AboutWords): SupportSection[] {
  return [
    { name: t('about:section.program'), lines: programLines(material, t) },
    { name: t('about:section.machine'), lines: machineLines(material.facts, t) },
    { name: t('about:section.screen'), lines: screenLines(material.page, t) },
    { name: t('about:section.workspace'), lines: workspaceLines(material, t) },
    { name: t('about:section.fonts'), lines: fontLines(material.facts.fonts, t) },
    { name: t('about:section.drives'), lines: driveLines(material.facts.drives, t) },
  ];
}

/** With the line ends that every editor of Windows understands. */
export function supportText(sections: readonly SupportSection[], t: AboutWords): string {
  const blocks = sections.map(({ name, lines }) =>
    [name, ...lines.map(({ label, value }) => `  ${t('about:line', { label, value })}`)].join('\r\n'),
  );
  return `${[t('common:brand'), ...blocks].join('\r\n\r\n')}\r\n`;
}

/** A line that says so where its part could not be told. */
function line<T>(label: string, part: Part<T>, words: (value: T) => string, t: AboutWords): SupportLine {
  return part.told
    ? { label, value: words(part.value) }
    : { label, value: t('about:unknown'), problem: true };
}

function programLines({ facts, page }: SupportMaterial, t: AboutWords): SupportLine[] {
  const { program, machine, sqlite, pdf } = facts;
  const shell =
    machine.told && machine.value.electron !== ''
      ? [{ label: t('about:label.shell'), value: t('about:value.shell', { ...machine.value }) }]
      : [];
  const engine: SupportLine = {
    ...line(
      t('about:label.pdf'),
      pdf,
      (value) => (value === null ? t('about:value.noPdf') : `${value.name} ${value.version}`.trim()),
      t,
    ),
    ...(pdf.told && pdf.value === null && { problem: true }),
  };
  return [
    { label: t('about:label.made'), value: page.at },
    { label: t('about:label.version'), value: program.version },
    { label: t('about:label.door'), value: t(`common:door.${program.door}`) },
    ...shell,
    { label: t('about:label.browser'), value: page.browser },
    line(t('about:label.node'), machine, ({ node }) => node, t),
    line(t('about:label.sqlite'), sqlite, (version) => version, t),
    engine,
    { label: t('about:label.language'), value: page.language },
  ];
}

function machineLines({ machine, freeBytes }: SupportFacts, t: AboutWords): SupportLine[] {
  const system = (value: { systemName: string; systemRelease: string }) =>
    [value.systemName, value.systemRelease].filter(Boolean).join(' ');
  return [
    line(t('about:label.system'), machine, system, t),
    line(t('about:label.architecture'), machine, ({ architecture }) => architecture, t),
    line(
      t('about:label.memory'),
      machine,
      ({ memoryBytes, freeMemoryBytes }) =>
        t('about:value.memory', { total: byteWords(memoryBytes), free: byteWords(freeMemoryBytes) }),
      t,
    ),
    line(
      t('about:label.free'),
      freeBytes,
      (free) => (free === null ? t('about:unknown') : byteWords(free)),
      t,
    ),
  ];
}

function screenLines({ screen, window, scaling, textSize }: PageFacts, t: AboutWords): SupportLine[] {
  return [
    { label: t('about:label.screen'), value: t('about:value.pixels', { ...screen }) },
    { label: t('about:label.window'), value: t('about:value.pixels', { ...window }) },
    { label: t('about:label.scaling'), value: t('about:value.percent', { percent: scaling }) },
    { label: t('about:label.textSize'), value: t(`common:settings.${textSize}`) },
  ];
}

function workspaceLines({ facts, page, damaged }: SupportMaterial, t: AboutWords): SupportLine[] {
  const { workspace, backups } = facts;
  const failed = backups.told ? backups.value.lastFailure : null;
  return [
    line(t('about:label.size'), workspace, ({ sizeBytes }) => byteWords(sizeBytes), t),
    line(t('about:label.schema'), workspace, ({ schema }) => String(schema), t),
    line(
      t('about:label.reports'),
      workspace,
      ({ reports, removedReports }) => t('about:value.reports', { reports, removed: removedReports }),
      t,
    ),
    line(
      t('about:label.backups'),
      backups,
      ({ count, newestAt }) =>
        newestAt === null
          ? t('about:value.noBackups')
          : t('about:value.backups', { count, at: page.timeWords(newestAt) }),
      t,
    ),
    ...(failed === null
      ? []
      : [
          {
            label: t('about:label.backupFailure'),
            value: t('about:value.backupFailed', { code: failed }),
            problem: true,
          },
        ]),
    integrityLine(damaged, t),
    {
      label: t('about:label.saveProblem'),
      value:
        page.saveProblem === null
          ? t('about:value.saveFine')
          : t('about:value.saveProblem', {
              at: page.timeWords(page.saveProblem.at),
              code: page.saveProblem.code,
            }),
      problem: page.saveProblem !== null,
    },
  ];
}

function integrityLine(damaged: SupportMaterial['damaged'], t: AboutWords): SupportLine {
  const label = t('about:label.integrity');
  if (damaged === undefined) return { label, value: t('about:unknown'), problem: true };
  if (damaged === null) return { label, value: t('about:value.checking') };
  return { label, value: t(damaged ? 'about:value.damaged' : 'about:value.whole'), problem: damaged };
}

/** Each font once, however many roles it has. */
function fontLines(fonts: Part<RoleFont[]>, t: AboutWords): SupportLine[] {
  if (!fonts.told) return [{ label: t('about:section.fonts'), value: t('about:unknown'), problem: true }];
  const once = new Map(fonts.value.map((font) => [font.wanted, font]));
  return [...once.values()].map(({ wanted, used, state }) => ({
    label: wanted,
    value: t(`about:value.${state}`, { used }),
    problem: state !== 'present',
  }));
}

function driveLines(drives: SupportFacts['drives'], t: AboutWords): SupportLine[] {
  const label = t('about:label.drives');
  if (!drives.told) return [{ label, value: t('about:unknown'), problem: true }];
  if (drives.value.length === 0) return [{ label, value: t('about:none') }];
  return drives.value.map(({ fileSystem, totalBytes, freeBytes, readOnly, busy }, index) => ({
    label: t('about:label.drive', { number: index + 1 }),
    value: [
      t('about:value.drive', {
        fileSystem: fileSystem || t('about:value.fileSystemUnknown'),
        total: byteWords(totalBytes),
        free: byteWords(freeBytes),
      }),
      readOnly && t('about:value.readOnly'),
      busy && t('about:value.busy'),
    ]
      .filter(Boolean)
      .join(t('about:separator')),
    problem: readOnly || busy,
  }));
}
