import { Paper, Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type FormatProfile,
  pageNumberForms,
  pageNumberPlaces,
} from '../../../shared/domain/format-profile-schema.ts';
import { millimetresOf, twipsOfMillimetres } from '../../../shared/domain/lengths.ts';
import { QuantityField } from './format-fields.tsx';
import styles from './profile.module.css';

export interface SectionProps {
  format: FormatProfile;
  /** `field` names what is changed; false where no format may hold the value. */
  change: (field: string, format: FormatProfile) => boolean;
  readOnly: boolean;
}

const sides = ['top', 'bottom', 'left', 'right'] as const;

/** 页面: margins, the grid of lines and characters, and the page number. */
export function PageSection({ format, change, readOnly }: SectionProps) {
  const { t } = useTranslation('profile');
  const { page, grid } = format;
  const common = { readOnly };
  const millimetres = { ...common, unit: t('unit.millimetre'), decimals: 1 };
  const points = { ...common, unit: t('unit.point'), decimals: 2 };
  const setPage = (field: keyof FormatProfile['page'], value: number) =>
    change(field, { ...format, page: { ...page, [field]: twipsOfMillimetres(value) } });
  const setGrid = (values: Partial<FormatProfile['grid']>) =>
    change(Object.keys(values).join(), { ...format, grid: { ...grid, ...values } });
  return (
    <>
      <Paper component="fieldset" withBorder radius="lg" className={styles.part ?? ''}>
        <legend>{t('section.margins')}</legend>
        <SimpleGrid cols={4} spacing="xs">
          {sides.map((side) => (
            <QuantityField
              key={side}
              {...millimetres}
              label={t(`field.${side}`)}
              value={millimetresOf(page[side])}
              onChange={(value) => setPage(side, value)}
            />
          ))}
          <QuantityField
            {...millimetres}
            label={t('field.width')}
            value={millimetresOf(page.width)}
            onChange={(value) => setPage('width', value)}
          />
          <QuantityField
            {...millimetres}
            label={t('field.height')}
            value={millimetresOf(page.height)}
            onChange={(value) => setPage('height', value)}
          />
        </SimpleGrid>
      </Paper>
      <Paper component="fieldset" withBorder radius="lg" className={styles.part ?? ''}>
        <legend>{t('section.grid')}</legend>
        <SimpleGrid cols={4} spacing="xs">
          <QuantityField
            {...points}
            label={t('field.linePitch')}
            value={grid.linePitch / 20}
            onChange={(value) => setGrid({ linePitch: Math.round(value * 20) })}
          />
          <QuantityField
            {...common}
            decimals={0}
            label={t('field.lines')}
            value={grid.lines}
            onChange={(lines) => setGrid({ lines })}
          />
          <QuantityField
            {...points}
            label={t('field.characterSpacing')}
            value={format.characterSpacing / 20}
            onChange={(value) =>
              change('characterSpacing', { ...format, characterSpacing: Math.round(value * 20) })
            }
          />
          <QuantityField
            {...common}
            decimals={0}
            label={t('field.characters')}
            value={grid.characters}
            onChange={(characters) => setGrid({ characters })}
          />
        </SimpleGrid>
      </Paper>
      <Paper component="fieldset" withBorder radius="lg" className={styles.part ?? ''}>
        <legend>{t('section.pageNumber')}</legend>
        <SimpleGrid cols={3} spacing="xs">
          <Select
            label={t('field.pageNumberForm')}
            data={pageNumberForms.map((form) => ({ value: form, label: t(`pageNumberForm.${form}`) }))}
            value={format.pageNumber.form}
            allowDeselect={false}
            readOnly={readOnly}
            onChange={(chosen) => {
              const form = pageNumberForms.find((one) => one === chosen);
              if (form) change('pageNumberForm', { ...format, pageNumber: { ...format.pageNumber, form } });
            }}
          />
          <Select
            label={t('field.pageNumberPlace')}
            data={pageNumberPlaces.map((place) => ({ value: place, label: t(`pageNumberPlace.${place}`) }))}
            value={format.pageNumber.place}
            allowDeselect={false}
            readOnly={readOnly}
            onChange={(chosen) => {
              const place = pageNumberPlaces.find((one) => one === chosen);
              if (place)
                change('pageNumberPlace', { ...format, pageNumber: { ...format.pageNumber, place } });
            }}
          />
          <QuantityField
            {...millimetres}
            label={t('field.footerDistance')}
            value={millimetresOf(format.footerDistance)}
            onChange={(value) =>
              change('footerDistance', { ...format, footerDistance: twipsOfMillimetres(value) })
            }
          />
        </SimpleGrid>
      </Paper>
    </>
  );
}
