/** 单位: entered once, used in every report's title, document number and signature. */
import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organization } from '../../../shared/domain/model.ts';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { refreshWorkspace, useWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { SecretsNote } from '../protection/secrets-note.tsx';

const blank: Organization = { name: '', abbreviation: '', county: '', addressee: '' };
const fields = [
  { name: 'name', maxLength: 60 },
  { name: 'abbreviation', maxLength: 20 },
  { name: 'county', maxLength: 60 },
  { name: 'addressee', maxLength: 120 },
] as const;

export function UnitForm({ onSaved }: { onSaved?: () => void }) {
  const { t } = useTranslation(['home', 'common']);
  const known = useWorkspace((workspace) => workspace.status?.organization);
  const [changes, setChanges] = useState<Partial<Organization>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const unit = { ...blank, ...known, ...changes };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await call('organization.save', unit);
    setFailure(outcome.ok ? null : outcome.error);
    if (!outcome.ok) return;
    await refreshWorkspace();
    setChanges({});
    onSaved?.();
  };

  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          {fields.map(({ name, maxLength }) => (
            <TextInput
              key={name}
              label={t(`unit.${name}`)}
              placeholder={t(`unit.${name}Example`)}
              required={name === 'name'}
              maxLength={maxLength}
              value={unit[name]}
              onChange={(event) => setChanges({ ...changes, [name]: event.currentTarget.value })}
            />
          ))}
        </SimpleGrid>
        {failure && <FailureNote failure={failure} />}
        <Group justify="space-between">
          <SecretsNote />
          <Button type="submit" disabled={unit.name.trim() === ''}>
            {t('unit.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
