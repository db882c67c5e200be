import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatProblems } from '../../../shared/domain/format-problems.ts';
import type { FormatProfile } from '../../../shared/domain/format-profile-schema.ts';
import { repairsFor } from '../../../shared/domain/format-repairs.ts';

interface ProblemListProps {
  format: FormatProfile;
  onRepair: (format: FormatProfile) => void;
}

/** What does not go together, each with its ways out; empty without a problem. */
export function ProblemList({ format, onRepair }: ProblemListProps) {
  const { t } = useTranslation('profile');
  const problems = formatProblems(format);
  if (problems.length === 0) return null;
  return (
    <Alert color="amber" variant="light" role="status" title={t('problem.title')}>
      {problems.map((problem) => (
        <div key={problem.code}>
          <Text fz="sm">{t(`problem.${problem.code}`, problem.parameters)}</Text>
          <Group gap={6} mt={4} mb={6}>
            {repairsFor(format, problem).map(({ repair, format: repaired }) => (
              <Button key={repair} size="compact-xs" variant="default" onClick={() => onRepair(repaired)}>
                {t(`repair.${repair}`, {
                  lines: repaired.grid.lines,
                  pitch: repaired.grid.linePitch / 20,
                  characters: repaired.grid.characters,
                  spacing: repaired.characterSpacing / 20,
                })}
              </Button>
            ))}
          </Group>
        </div>
      ))}
    </Alert>
  );
}
