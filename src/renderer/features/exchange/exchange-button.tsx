/** The way from the grid to «送数与收数». */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { openExchange } from './exchange-view.ts';

export function ExchangeButton() {
  const { t } = useTranslation('exchange');
  return (
    <Button fullWidth size="compact-sm" variant="default" mb="xs" onClick={openExchange}>
      {t('title')}
    </Button>
  );
}
