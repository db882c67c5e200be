import { Checkbox, Paper, Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fontChoiceOf } from '../../../shared/domain/font-choice.ts';
import { type FormatProfile, numberingForms } from '../../../shared/domain/format-profile-schema.ts';
import { millimetresOf, twipsOfMillimetres } from '../../../shared/domain/lengths.ts';
import { markerOf, withForm } from '../../../shared/domain/numbering-form.ts';
import { FontField, QuantityField, SizeField } from './format-fields.tsx';
import type { SectionProps } from './page-section.tsx';
import styles from './profile.module.css';

const roles = ['body', 'title', 'heading1', 'heading2', 'heading3', 'heading4', 'pageNumber'] as const;
const headingLevels = { heading1: 1, heading2: 2, heading3: 3, heading4: 4 } as const;
type Role = (typeof roles)[number];

function sizeKey(role: Role): 'body' | 'title' | 'pageNumber' | null {
  return role === 'body' || role === 'title' || role === 'pageNumber' ? role : null;
}

function isHeading(role: Role): role is keyof typeof headingLevels {
  return role in headingLevels;
}

/** 字体: font, size and weight by role, and how the headings are numbered. */
export function TypeSection(props: SectionProps) {
  const { t } = useTranslation('profile');
  const { format, change, readOnly } = props;
  return (
    <Paper component="fieldset" withBorder radius="lg" className={styles.part ?? ''}>
      <legend>{t('section.type')}</legend>
      <table className={styles.roles}>
        <thead>
          <tr>
            <th scope="col">{t('column.role')}</th>
            <th scope="col">{t('column.font')}</th>
            <th scope="col">{t('column.size')}</th>
            <th scope="col">{t('column.bold')}</th>
            <th scope="col">{t('column.numbering')}</th>
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => (
            <RoleRow key={role} role={role} {...props} />
          ))}
        </tbody>
      </table>
      <SimpleGrid cols={4} spacing="xs" mt="sm">
        <div>
          <span className={styles.label}>{t('field.westernFont')}</span>
          <FontField
            label={t('field.westernFont')}
            value={format.westernFont}
            readOnly={readOnly}
            onChange={(westernFont) => change('westernFont', { ...format, westernFont })}
          />
        </div>
        <QuantityField
          label={t('field.firstLine')}
          unit={t('unit.character')}
          decimals={1}
          value={format.indents.firstLine}
          readOnly={readOnly}
          onChange={(firstLine) =>
            change('firstLine', { ...format, indents: { ...format.indents, firstLine } })
          }
        />
        <QuantityField
          label={t('field.mastheadTop')}
          unit={t('unit.millimetre')}
          decimals={1}
          value={millimetresOf(format.redHead.mastheadTop)}
          readOnly={readOnly}
          onChange={(value) =>
            change('mastheadTop', {
              ...format,
              redHead: { ...format.redHead, mastheadTop: twipsOfMillimetres(value) },
            })
          }
        />
        <div>
          <span className={styles.label}>{t('field.mastheadSize')}</span>
          <SizeField
            label={t('field.mastheadSize')}
            value={format.redHead.mastheadSize}
            readOnly={readOnly}
            onChange={(mastheadSize) =>
              change('mastheadSize', { ...format, redHead: { ...format.redHead, mastheadSize } })
            }
          />
        </div>
      </SimpleGrid>
    </Paper>
  );
}

function RoleRow({ role, format, change, readOnly }: SectionProps & { role: Role }) {
  const { t } = useTranslation('profile');
  const name = t(`role.${role}`);
  const choice = format.fonts[role];
  const size = sizeKey(role);
  const setFont = (font: FormatProfile['fonts'][Role]) =>
    change(`font.${role}`, { ...format, fonts: { ...format.fonts, [role]: font } });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <FontField
          label={t('fontOf', { role: name })}
          value={choice.name}
          readOnly={readOnly}
          onChange={(font) => setFont(fontChoiceOf(font, choice.bold))}
        />
      </td>
      <td>
        {size === null ? (
          <span className={styles.same}>{t('asBody')}</span>
        ) : (
          <SizeField
            label={t('sizeOf', { role: name })}
            value={format.sizes[size]}
            readOnly={readOnly}
            onChange={(halfPoints) =>
              change(`size.${role}`, { ...format, sizes: { ...format.sizes, [size]: halfPoints } })
            }
          />
        )}
      </td>
      <td>
        <Checkbox
          aria-label={t('boldOf', { role: name })}
          checked={choice.bold}
          disabled={readOnly}
          onChange={(event) => setFont({ ...choice, bold: event.currentTarget.checked })}
        />
      </td>
      <td>{isHeading(role) && <NumberingField role={role} {...{ format, change, readOnly, name }} />}</td>
    </tr>
  );
}

interface NumberingFieldProps extends SectionProps {
  role: keyof typeof headingLevels;
  name: string;
}

function NumberingField({ role, name, format, change, readOnly }: NumberingFieldProps) {
  const { t } = useTranslation('profile');
  const level = headingLevels[role];
  return (
    <Select
      aria-label={t('numberingOf', { role: name })}
      data={numberingForms.map((form) => ({
        value: form,
        label:
          form === 'none' ? t('noNumbering') : [1, 2, 3].map((ordinal) => markerOf(form, ordinal)).join(' '),
      }))}
      value={format.numbering[level - 1] ?? 'none'}
      allowDeselect={false}
      readOnly={readOnly}
      onChange={(chosen) => {
        const form = numberingForms.find((one) => one === chosen);
        if (form === undefined) return;
        change(`numbering.${role}`, { ...format, numbering: withForm(format.numbering, level, form) });
      }}
    />
  );
}
